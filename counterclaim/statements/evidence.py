"""What a claimant points to: "video shows", "citing intercepted calls", "gave no evidence".

Evidence belongs to a statement where it stands in its own content, where it is its source, and
where its source cites it in the same sentence or the next. All else is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.model.statement import Polarity, SourceType, Statement
from counterclaim.model.text import Cited
from counterclaim.model.tree import Words
from counterclaim.statements.deeds import Told, tell
from counterclaim.statements.exhibits import exhibits, is_missing, kind_of, objects, phrase_of
from counterclaim.statements.finding import Page
from counterclaim.statements.subjects import VERBAL, can_speak

Evidence = Cited[str]
NONE = "none"
WITNESS = "witness"
UNSPECIFIED = "unspecified"
OTHERS = "statement_of_other"
VISIBLE = frozenset({"video", "photograph", "satellite", "intercept", "forensic", "confession"})
"""Evidence that is shown: who publishes it points to it."""


def with_evidence(page: Page, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return statements with what their sources point to, in the order of the text."""
    heard = [one for one in statements if one.source.type is not SourceType.NONE]
    found = {told.statement.id: _gather(told) for told in tell(page, heard)}
    return tuple(replace(one, evidence=found.get(one.id, ())) for one in statements)


def _gather(told: Told) -> tuple[Evidence, ...]:
    """Ask all rules; of two answers that share words, the first stays."""
    kept: list[Evidence] = []
    for one in (one for rule in RULES for one in rule(told)):
        [span] = one.spans
        if not any(span.overlaps(place) for other in kept for place in other.spans):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.spans))


def is_evidence(told: Told) -> Iterator[Evidence]:
    """Take a source that is evidence itself: "video shows", "according to the report"."""
    tree, source = told.page.tree, told.source
    if source is not None and (
        tree.tokens[source].pos == "NOUN" or tree.tokens[source].text.islower()
    ):
        yield from _things(told, (source,), "is_evidence")


def shown(told: Told) -> Iterator[Evidence]:
    """Take what is said to show something: "said video showed", "confirmed by satellite images"."""
    tree = told.page.tree
    for verb in (at for at in _claimed(told, "showing") if not _undone(told, at)):
        passive = tree.under(verb, "nsubjpass", "auxpass", "agent")
        agents = (at for by in tree.under(verb, "agent") for at in tree.under(by, "pobj"))
        above = (tree.tokens[verb].head,) if tree.tokens[verb].dep in {"acl", "relcl"} else ()
        nouns = agents if passive else (*_doers(told, verb), *above)
        yield from _things(told, (at for at in nouns if at in told.own), "shown")


def testified(told: Told) -> Iterator[Evidence]:
    """Take witnesses who are said to have seen it: "said witnesses had seen"."""
    for verb in _claimed(told, "testifying"):
        for noun in _present(told, told.page.tree.under(verb, "nsubj")):
            if kind_of(told.page, noun) == WITNESS:
                yield _cited(told, noun, WITNESS, "testified")


def held(told: Told) -> Iterator[Evidence]:
    """Take evidence that is said to be at hand: "we have proof", "there is evidence"."""
    tree = told.page.tree
    for verb in _claimed(told, "holding"):
        there = bool(tree.under(verb, "expl"))
        for noun in _present(told, tree.under(verb, "attr" if there else "dobj")):
            kind = kind_of(told.page, noun)
            if kind == UNSPECIFIED or (kind in VISIBLE and not there):
                yield _cited(told, noun, kind or "", "held")


def pointed_to(told: Told) -> Iterator[Evidence]:
    """Take what a source cites or shows as it speaks: "citing radar data", "released footage"."""
    tree, lexicon = told.page.tree, told.page.lexicon
    for verb in (at for at in told.deeds if not _undone(told, at)):
        citing = lexicon.listed(tree, verb, "citing")
        if citing or lexicon.listed(tree, verb, "presenting"):
            for noun in _present(told, objects(told.page, verb)):
                kind = _cited_kind(told, verb, noun) if citing else _shown_kind(told, noun)
                if kind is not None:
                    yield _cited(told, noun, kind, "pointed_to")


def based_on(told: Told) -> Iterator[Evidence]:
    """Take what an account rests on: "based on interviews", "on the basis of radar data"."""
    tree, lexicon = told.page.tree, told.page.lexicon
    for on in (at for at in told.near if lexicon.listed(tree, at, "on")):
        above, below = tree.tokens[on].head, tree.under(on, "pobj")
        if not lexicon.listed(tree, above, "basing"):
            bases = [at for at in below if lexicon.listed(tree, at, "basis")]
            phrases = [of for base in bases for of in tree.under(base, "prep")]
            below = tuple(at for of in phrases for at in tree.under(of, "pobj"))
        for noun in () if _undone(told, above) else _present(told, below):
            kind = kind_of(told.page, noun)
            if kind is not None:
                yield _cited(told, noun, kind, "based_on")


def withheld(told: Told) -> Iterator[Evidence]:
    """Take it that a source gives no evidence: "offered no proof", "did not show evidence"."""
    tree, lexicon = told.page.tree, told.page.lexicon
    for verb in told.deeds:
        if verb not in told.cue and lexicon.listed(tree, verb, "presenting"):
            for noun in _substance(told, tree.under(verb, "dobj", "nsubjpass")):
                if _undone(told, verb) or is_missing(told.page, noun):
                    yield _none(told, verb, noun, "withheld")


def without(told: Told) -> Iterator[Evidence]:
    """Take it that a source has no evidence with it: "claimed without evidence"."""
    tree, lexicon = told.page.tree, told.page.lexicon
    beside = [at for verb in told.deeds for at in tree.under(verb, "prep")]
    behind = [at for at in told.own if at and tree.lower(at - 1) == ","]
    for word in dict.fromkeys((*beside, *behind)):
        if lexicon.listed(tree, word, "lacking"):
            for noun in _substance(told, tree.under(word, "pobj")):
                yield _none(told, word, noun, "without")


def asked_for(told: Told) -> Iterator[Evidence]:
    """Take it that a source has to be asked for evidence: "Asked for proof, he said"."""
    tree, lexicon = told.page.tree, told.page.lexicon
    for verb in (at for at in told.deeds if at not in told.cue):
        if lexicon.listed(tree, verb, "seeking") and tree.tokens[verb].tag == "VBN":
            phrases = [at for at in tree.under(verb, "prep") if lexicon.listed(tree, at, "for")]
            nouns = tuple(at for one in phrases for at in tree.under(one, "pobj"))
            for noun in _substance(told, nouns):
                yield _none(told, verb, noun, "asked_for")


def _claimed(told: Told, name: str) -> Iterator[int]:
    """Yield the verbs of a list that the content states as facts."""
    tree, lexicon = told.page.tree, told.page.lexicon
    if told.statement.polarity.value is Polarity.TRUE:
        for at in told.own:
            if tree.tokens[at].pos in VERBAL and lexicon.listed(tree, at, name):
                helpers = tree.under(at, "aux", "mark")
                supposed = any(lexicon.listed(tree, one, "future", "condition") for one in helpers)
                aimed = any(tree.tokens[one].tag == "TO" for one in helpers)
                if not supposed and (not aimed or _seems(told, at)):
                    yield at


def _seems(told: Told, verb: int) -> bool:
    """Whether a verb stands under one of seeming: "video appears to show"."""
    tree = told.page.tree
    return told.page.lexicon.listed(tree, tree.tokens[verb].head, "seeming")


def _doers(told: Told, verb: int) -> Words:
    """Return the subjects of a verb, or of the verb of seeming that it stands under."""
    tree = told.page.tree
    return tree.under(tree.tokens[verb].head if _seems(told, verb) else verb, "nsubj")


def _present(told: Told, nouns: Words) -> Iterator[int]:
    """Yield the nouns that stand for something that is there: no "no evidence"."""
    missing = any(
        told.page.lexicon.negated(told.page.tree, told.page.tree.tokens[at].head) for at in nouns
    )
    for noun in () if missing else exhibits(told.page, nouns):
        if not is_missing(told.page, noun):
            yield noun


def _things(told: Told, nouns: Iterable[int], rule: str) -> Iterator[Evidence]:
    """Cite the nouns that are evidence and nobody's word: his word is on record itself."""
    for noun in exhibits(told.page, nouns):
        kind = kind_of(told.page, noun)
        if kind not in {None, WITNESS, OTHERS} and not is_missing(told.page, noun):
            yield _cited(told, noun, kind or "", rule)


def _cited_kind(told: Told, verb: int, noun: int) -> str | None:
    """Return what is cited, if it is evidence, or the word of someone who is not on record."""
    tree, on_record = told.page.tree, told.statement.source.span
    if on_record and tree.tokens[noun].span in on_record:
        return None
    kind = kind_of(told.page, noun) or (OTHERS if can_speak(told.page, noun) else None)
    quoted = verb not in told.cue and told.page.lexicon.listed(tree, verb, "quoting")
    return kind if quoted or kind != OTHERS else None


def _shown_kind(told: Told, noun: int) -> str | None:
    """Return what is published, if it is evidence that can be shown."""
    kind = kind_of(told.page, noun)
    tangible = told.page.lexicon.listed(told.page.tree, noun, "tangible")
    return kind if kind in VISIBLE or tangible else None


def _undone(told: Told, verb: int) -> bool:
    """Whether a deed is not done, or not yet: "did not publish", "without citing", "will show"."""
    tree, lexicon = told.page.tree, told.page.lexicon
    token = tree.tokens[verb]
    lacking = token.dep == "pcomp" and lexicon.listed(tree, token.head, "lacking")
    nobody = any(lexicon.listed(tree, at, "nobody") for at in tree.under(verb, "nsubj"))
    later = any(
        lexicon.listed(tree, at, "future", "condition") for at in tree.under(verb, "aux", "mark")
    )
    return lacking or nobody or later or lexicon.negated(tree, verb)


def _substance(told: Told, nouns: Words) -> Iterator[int]:
    """Yield the nouns that ask for evidence by name: evidence, proof."""
    lexicon, tree = told.page.lexicon, told.page.tree
    return (at for at in exhibits(told.page, nouns) if lexicon.listed(tree, at, "substance"))


def _cited(told: Told, noun: int, kind: str, rule: str) -> Evidence:
    return Cited(kind, (phrase_of(told.page, noun),), rule)


def _none(told: Told, word: int, noun: int, rule: str) -> Evidence:
    """Cite the words that tell that evidence is missing, with their "no" or "without"."""
    tree, lexicon = told.page.tree, told.page.lexicon
    above = tree.tokens[word].head
    lacking = [above] if lexicon.listed(tree, above, "lacking") else []
    beside = (*tree.under(word, "neg", "aux"), *tree.under(noun, "det", "amod"), *lacking)
    words = sorted((word, noun, *beside))
    return Cited(NONE, (tree.span((words[0], words[-1])),), rule)


RULES: tuple[Callable[[Told], Iterator[Evidence]], ...] = (
    withheld,
    without,
    asked_for,
    is_evidence,
    shown,
    testified,
    held,
    pointed_to,
    based_on,
)

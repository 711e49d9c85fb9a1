"""Phrases that attribute without a verb: "according to", "reportedly", "Pakistan's claim that"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import VERBAL, can_speak, find_speaker

PLAIN = CueGroup(sort="statement", words=())
HEARSAY = CueGroup(sort="statement", words=(), certainty="probable")


def find_phrases(page: Page) -> Iterator[Finding]:
    """Find what phrases attribute, one finding for each word at most."""
    for word in range(len(page.tree.tokens)):
        if page.quoted[word] < 0:
            answers = (rule(page, word) for rule in RULES)
            finding = next((answer for answer in answers if answer is not None), None)
            if finding is not None:
                yield finding


def according_to(page: Page, word: int) -> Finding | None:
    """Read "according to the police": the clause around the phrase is theirs."""
    tree = page.tree
    for phrase in page.lexicon.according.get(tree.lower(word), ()):
        last = word + len(phrase) - 1
        if last >= len(tree.tokens) or any(
            tree.lower(word + n) != part for n, part in enumerate(phrase)
        ):
            continue
        objects = tree.under(last, "pobj") or tree.under(word, "pobj")
        if len(phrase) == 1 and not (objects and can_speak(page, objects[0])):
            continue
        clause = _clause_around(tree, word)
        if objects and clause is not None:
            inside = frozenset({word, last, objects[0]})
            content = _one_side(page, tree.subtree(clause, inside), clause, word)
            cue = tuple(range(word, last + 1))
            return Finding(objects[0], cue, content, PLAIN, "according_to")
    return None


def _one_side(page: Page, content: Words, clause: int, word: int) -> Words:
    """Keep to the side of the phrase where the clause is, up to the next semicolon."""
    tree = page.tree
    subjects = tree.under(clause, "nsubj", "nsubjpass", "expl")
    before = any(at < word for at in (clause, *subjects))
    after = any(at > word for at in (clause, *subjects))
    kept = [at for at in content if (before if at < word else after)]
    stops = [at for at in range(kept[0], kept[-1]) if tree.lower(at) == ";"] if kept else []
    low = max((at for at in stops if at < word), default=-1)
    high = min((at for at in stops if at > word), default=len(tree.tokens))
    return tuple(at for at in kept if low < at < high)


def _clause_around(tree: Tree, word: int) -> int | None:
    """Find the verb of the clause that a phrase belongs to; else what it hangs on."""
    at = word
    while (head := tree.parent(at)) is not None:
        at = head
        joined = tree.tokens[at].dep == "conj" and not tree.under(at, "nsubj", "nsubjpass")
        lower = tree.tokens[at].dep in {"acl", "amod", "xcomp"} or joined
        if tree.tokens[at].pos in VERBAL and not lower:
            return at
    return at if at != word else None


def headed_quotation(page: Page, word: int) -> Finding | None:
    """Read "Colonel N. N.: “We hold the town.”": the quotation is whose name stands before it."""
    tree = page.tree
    after = word + 1
    if tree.lower(word) != ":" or after >= len(tree.tokens) or page.quoted[after] < 0:
        return None
    first, _ = tree.bounds[tree.sentence[word]]
    label = range(first, word)
    plain = all(tree.tokens[at].pos not in {*VERBAL, "PUNCT"} for at in label)
    if not label or len(label) > LABEL or not plain or tree.tokens[word - 1].pos != "PROPN":
        return None
    words = tree.at(page.quotations[page.quoted[after]].inner)
    return Finding(word - 1, (word,), words, PLAIN, "headed_quotation") if words else None


LABEL = 10
"""Words that may stand before a quotation to tell whose it is."""


def hearsay(page: Page, word: int) -> Finding | None:
    """Read "reportedly": somebody says so, and the text does not tell who."""
    tree = page.tree
    if tree.lower(word) not in page.lexicon.hearsay:
        return None
    head = tree.parent(word)
    if head is None or tree.tokens[head].pos not in VERBAL:
        return None
    content = tree.subtree(head, frozenset({word}))
    return Finding(None, (word,), content, HEARSAY, "hearsay")


def noun_cue(page: Page, word: int) -> Finding | None:
    """Read "Pakistan's claim that", "his demand for", "issued a warning that"."""
    token = page.tree.tokens[word]
    groups = page.lexicon.nouns.get(token.lemma)
    if not groups or token.pos != "NOUN":
        return None
    holder, light = _holder(page, word)
    content, preposition = _said_by_noun(page, word)
    if not content:
        content = _what_it_is(page, word)
    if holder is None or not content or page.lexicon.listed(page.tree, holder, "speaker"):
        return None
    cue = tuple(sorted({word, *light, *preposition}))
    return Finding(holder, cue, content, groups[0], "noun_cue")


def _holder(page: Page, word: int) -> tuple[int | None, Words]:
    """Find whose claim it is: a possessor, "by" or "from" someone, or who makes it."""
    tree = page.tree
    owners = tree.under(word, "poss")
    if owners:
        return owners[0], ()
    for phrase in tree.under(word, "prep", "agent"):
        objects = tree.under(phrase, "pobj")
        if objects and page.lexicon.listed(tree, phrase, "coming_from"):
            return objects[0], ()
    return _maker(page, word)


def _maker(page: Page, word: int) -> tuple[int | None, Words]:
    """Find who makes, issues or voices it, where the noun is the object of such a verb."""
    tree = page.tree
    verb = tree.parent(word)
    light = verb is not None and page.lexicon.listed(tree, verb, "light")
    if verb is None or not light or tree.tokens[word].dep != "dobj":
        return None, ()
    speaker = find_speaker(page, verb)
    return (speaker, (verb,)) if speaker is not None and can_speak(page, speaker) else (None, ())


def _said_by_noun(page: Page, word: int) -> tuple[Words, Words]:
    """Return the content of a noun, and the preposition that leads to it."""
    tree = page.tree
    clauses = [at for at in tree.under(word, "acl", "ccomp", "relcl", "xcomp") if _full(page, at)]
    if clauses:
        return tree.subtree(clauses[0]), ()
    for phrase in tree.under(word, "prep"):
        if 0 < phrase - word < 4 and page.lexicon.listed(tree, phrase, "concerning"):
            inside = tree.under(phrase, "pobj", "pcomp")
            words = tuple(at for part in inside for at in tree.subtree(part))
            return words, (phrase,)
    return (), ()


def _what_it_is(page: Page, word: int) -> Words:
    """Read "its answer was that": the clause after the verb."""
    tree = page.tree
    verb = tree.parent(word)
    if verb is None or tree.tokens[word].dep != "nsubj" or tree.tokens[verb].pos != "AUX":
        return ()
    clauses = [at for at in tree.under(verb, "ccomp") if at > verb]
    phrases = [at for at in tree.under(verb, "prep") if page.lexicon.listed(tree, at, "of")]
    inside = [at for phrase in phrases for at in tree.under(phrase, "pobj")]
    found = clauses or inside
    return tree.subtree(found[0]) if found else ()


def _full(page: Page, clause: int) -> bool:
    """Whether a clause is introduced by "that" as a conjunction, or by "to"."""
    tree = page.tree
    labels = ("mark", "aux", "dobj") if tree.tokens[clause].dep == "acl" else ("mark", "aux")
    marked = any(
        tree.tokens[at].tag == "TO" or page.lexicon.listed(tree, at, "complementiser")
        for at in tree.under(clause, *labels)
    )
    return marked and clause > tree.tokens[clause].head


def adjective_cue(page: Page, word: int) -> Finding | None:
    """Read "is confident that", "was critical of"."""
    tree = page.tree
    groups = page.lexicon.adjectives.get(tree.tokens[word].lemma)
    verb = tree.parent(word)
    if not groups or verb is None or tree.tokens[word].dep not in {"acomp", "oprd"}:
        return None
    speaker = find_speaker(page, verb)
    content, preposition = _of_adjective(tree, word)
    if speaker is None or not content or not can_speak(page, speaker):
        return None
    return Finding(
        speaker, tuple(sorted({word, *preposition})), content, groups[0], "adjective_cue"
    )


def _of_adjective(tree: Tree, word: int) -> tuple[Words, Words]:
    clauses = tree.under(word, "ccomp", "xcomp")
    if clauses:
        return tuple(at for part in clauses for at in tree.subtree(part)), ()
    for phrase in tree.under(word, "prep"):
        inside = tree.under(phrase, "pobj", "pcomp")
        if inside:
            return tuple(at for part in inside for at in tree.subtree(part)), (phrase,)
    return (), ()


Rule = Callable[[Page, int], "Finding | None"]

RULES: tuple[Rule, ...] = (according_to, headed_quotation, hearsay, noun_cue, adjective_cue)

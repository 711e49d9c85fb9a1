"""Words of doubt in a content: how much they leave of certainty, and how likely they call it.

Bands of likelihood are those of ICD 203. Confidence in a judgement is another matter: it has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.knowledge.attribution import Hedge
from counterclaim.model.statement import Certainty
from counterclaim.model.text import Span
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.stance import Said, one_of
from counterclaim.statements.subjects import VERBAL

Band = tuple[float, float]
EVEN = 0.5
NEAR = 3
"""Steps down the tree from the head of a content within which a word of doubt is its own."""
PREDICATIVE = frozenset({"acomp", "attr", "oprd"})
"""How a word hangs on a verb whose negation is its own: "is not likely"."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of doubt, the certainty that they leave, and their band of likelihood, if any."""

    certainty: Certainty
    place: Span
    band: Band | None


@lru_cache(maxsize=1)  # several rules ask for it, one after the other
def doubt_of(said: Said) -> Doubt | None:
    """Find the first word of doubt that goes with the main clause of the content, or the cue."""
    return next(_doubts(said), None)


def _doubts(said: Said) -> Iterator[Doubt]:
    for hedge in said.page.lexicon.attribution.hedges:
        for place in (*_in_content(said, hedge), *_in_cue(said, hedge), *_apart(said, hedge)):
            found = _weigh(said, hedge, place)
            if found is not None:
                yield found


def _in_content(said: Said, hedge: Hedge) -> Iterator[Span]:
    """Find words of doubt in the main clause of a content."""
    for span in said.finding.spans:
        yield from (place for place in _matches(said, hedge, span) if _of_the_clause(said, place))


def _in_cue(said: Said, hedge: Hedge) -> Iterator[Span]:
    """Find likelihood and ignorance in a cue: "are almost certain that", "is not sure who"."""
    if said.finding.cue and (hedge.band or hedge.certainty == Certainty.UNKNOWN):
        first, last = said.finding.cue[0], said.finding.cue[-1]
        tree, lexicon = said.page.tree, said.page.lexicon
        before = first - 1 if first and lexicon.listed(tree, first - 1, "negation") else first
        yield from _matches(said, hedge, tree.span((before, last)))


def _apart(said: Said, hedge: Hedge) -> Iterator[Span]:
    """Find a chance and what it is called on two sides of a verb: "the chances are remote"."""
    tree, lexicon, head = said.page.tree, said.page.lexicon, said.head
    subjects = tree.under(head, "nsubj") if head is not None else ()
    if head is None or not subjects or not lexicon.listed(tree, subjects[0], "chance"):
        return
    chances = lexicon.words.get("chance", ())
    for at in tree.under(head, "acomp"):
        if any(f"{tree.lower(at)} {word}" in hedge.words for word in chances):
            yield tree.span((subjects[0], at))


def _matches(said: Said, hedge: Hedge, span: Span) -> Iterator[Span]:
    text = said.page.tree.parse.document.text
    for match in one_of(hedge.words).finditer(text, span.begin, span.end):
        yield Span(match.start(), match.end())


def _weigh(said: Said, hedge: Hedge, place: Span) -> Doubt | None:
    """Take words of doubt as they stand, negated or not; None where no doubt is left."""
    words = said.page.tree.at(place)
    if _is_ability(said, words[0]) or _is_utmost(said, words[0]):
        return None
    negation = _negation(said, words)
    if negation is None or hedge.negated == "kept":
        return Doubt(Certainty(hedge.certainty), place, hedge.band)
    whole = said.page.tree.span(tuple(sorted((negation, *words))))
    if hedge.negated == "mirrored" and hedge.band:
        return _mirrored(hedge.band, whole)
    return Doubt(Certainty.POSSIBLE, whole, None) if hedge.negated == "open" else None


def _mirrored(band: Band, place: Span) -> Doubt:
    """Read "not likely" as unlikely, "not unlikely" as likely."""
    low, high = round(1 - band[1], 2), round(1 - band[0], 2)
    return Doubt(Certainty.PROBABLE if low >= EVEN else Certainty.POSSIBLE, place, (low, high))


def _negation(said: Said, words: Words) -> int | None:
    """Return the negation of words of doubt: "not likely", "is not likely", "could not"."""
    tree, lexicon = said.page.tree, said.page.lexicon
    before = {words[0] - 1, *(at for word in words for at in _beside(tree, word))}
    after = {at + 1 for at in words if tree.tokens[at].tag == "MD"}
    near = sorted({at for at in before if 0 <= at < words[0]} | after)
    inside = set(said.finding.content)
    return next((at for at in near if at in inside and lexicon.listed(tree, at, "negation")), None)


def _beside(tree: Tree, word: int) -> Words:
    """Return what hangs on a word, or on the verb whose predicate it is."""
    above = tree.children[tree.tokens[word].head] if tree.tokens[word].dep in PREDICATIVE else ()
    return tree.children[word] + above


def _is_ability(said: Said, word: int) -> bool:
    """Whether a word tells what someone was able to do: "could hear shots"."""
    tree, lexicon = said.page.tree, said.page.lexicon
    verb = tree.tokens[word].head
    return lexicon.listed(tree, word, "ability") and lexicon.listed(tree, verb, "perceiving")


def _is_utmost(said: Said, word: int) -> bool:
    """Whether a word only adds to a superlative: "in the strongest possible terms"."""
    return word > 0 and said.page.tree.tokens[word - 1].tag == "JJS"


def _of_the_clause(said: Said, place: Span) -> bool:
    """Whether words belong to the main clause of a content."""
    tree, head = said.page.tree, said.head
    words = tree.at(place)
    if not words or head is None or tree.tokens[words[0]].tag == "NNP":
        return False
    at: int | None = words[0]
    for _ in range(NEAR):
        if at is None or at == head or _is_joined(said, at):
            return at == head
        at = tree.parent(at)
        if at is not None and at != head and _clause(said, at):
            return False
    return at == head


def _is_joined(said: Said, word: int) -> bool:
    """Whether a word is joined to a thing and no judgement: "817, and likely more than 1,000"."""
    token = said.page.tree.tokens[word]
    return token.dep == "conj" and token.pos in {"NOUN", "PROPN", "NUM"}


def _clause(said: Said, word: int) -> bool:
    """Whether a word heads a clause of its own within the content."""
    token = said.page.tree.tokens[word]
    return token.pos in VERBAL and token.dep in {"relcl", "advcl", "acl", "pcomp"}

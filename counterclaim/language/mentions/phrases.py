"""Noun phrases: from what stands before a noun to what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.language.mentions.nouns import Nouns
from counterclaim.model.statement import MentionType
from counterclaim.model.text import Span
from counterclaim.model.tree import Tree

BEFORE = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "poss", "predet", "quantmod", "advmod", "cc"}
)
WITHIN = frozenset({"compound", "nmod", "amod"})
"""What stands before a noun as a part of its phrase, and not as one of its own."""

BARE = frozenset({"DET", "PRON", "PUNCT", "CCONJ", "NUM", "ADV", "PART"})
"""What a noun phrase may begin with that is no part of what it is called."""

LISTED = 2
"""Words from a noun to the one joined to it: "women and children"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its first word, its noun, its last word; `called` is where its name begins."""

    first: int
    called: int
    head: int
    last: int

    def span(self, tree: Tree) -> Span:
        """Return the stretch of text from the first to the last word."""
        return tree.span((self.first, self.last))

    def name(self, tree: Tree) -> str:
        """Return what the phrase calls its bearer, without articles and numbers."""
        return " ".join(tree.quote(tree.span((self.called, self.last))).split())


def phrase_at(tree: Tree, head: int, nouns: Nouns) -> Phrase:
    """Return the phrase of a noun, with what is joined to it and of the same type."""
    first = _first(tree, head, nouns)
    called = first
    while called < head and (
        tree.tokens[called].pos in BARE or tree.tokens[called].lemma in nouns.measures
    ):
        called += 1
    return Phrase(first, called, head, _last(tree, head, nouns))


def is_within(tree: Tree, place: int) -> bool:
    """Whether a noun only describes the noun after it: "police" in "police station"."""
    return tree.tokens[place].dep in WITHIN


def whole_of(tree: Tree, head: int) -> int | None:
    """Return the noun that a noun is of: "civilians" in "hundreds of civilians"."""
    return next((at for link, at in _wholes(tree, head) if tree.lower(link) == "of"), None)


def _wholes(tree: Tree, head: int) -> Iterator[tuple[int, int]]:
    """Yield the prepositions that hang on a noun, each with its noun."""
    for link in tree.under(head, "prep"):
        for noun in tree.under(link, "pobj"):
            yield link, noun


def _first(tree: Tree, head: int, nouns: Nouns) -> int:
    before = [at for at in tree.children[head] if at < head and tree.tokens[at].dep in BEFORE]
    first = min((tree.subtree(at)[0] for at in before), default=head)
    first = max((at + 1 for at in range(first, head) if _starts_anew(tree, at)), default=first)
    while first < head and (
        tree.tokens[first].pos in {"PUNCT", "CCONJ"} or _stands_before(tree, first, nouns)
    ):
        first += 1
    return first


def _starts_anew(tree: Tree, place: int) -> bool:
    """Whether what comes after a word is another phrase: "a jet and two helicopters"."""
    return tree.tokens[place].pos == "CCONJ" and tree.tokens[place + 1].pos in {"NUM", "DET"}


def _stands_before(tree: Tree, place: int, nouns: Nouns) -> bool:
    """Whether a word with a capital is taken for part of a name: "Near Mosul, ..."."""
    return tree.lower(place) in nouns.before and tree.tokens[place + 1].pos == "PROPN"


def _last(tree: Tree, head: int, nouns: Nouns) -> int:
    """Return the last word of what a noun is of, or of the noun joined to it."""
    for link, whole in _wholes(tree, head):
        if link == head + 1 and (tree.lower(link) == "of" or _is_office(tree, head, whole, nouns)):
            return whole
    other = head + LISTED
    return other if joins(tree, other, nouns) else head


def joins(tree: Tree, place: int, nouns: Nouns) -> bool:
    """Whether a noun is joined to one of its type: "children" in "women and children"."""
    head = place - LISTED
    if not 0 <= head < len(tree.tokens) - LISTED or not _is_joined(tree, head, place):
        return False
    return nouns.type_at(tree, head) is nouns.type_at(tree, place) is not None


def _is_office(tree: Tree, head: int, whole: int, nouns: Nouns) -> bool:
    """Whether somebody is something for a body or a place: "envoy for Syria"."""
    somebody = nouns.type_at(tree, head) is MentionType.PERSON
    return somebody and tree.tokens[whole].pos == "PROPN"


def _is_joined(tree: Tree, head: int, other: int) -> bool:
    conj = tree.tokens[other].dep == "conj" and tree.tokens[other].head == head
    return conj and tree.tokens[head + 1].pos == "CCONJ"

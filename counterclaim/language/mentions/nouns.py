"""What a noun names: somebody, several, a body, a weapon, a document ..."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.mentions import MentionWords
from counterclaim.model.statement import MentionType
from counterclaim.model.text import Token
from counterclaim.model.tree import Tree

SEVERAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun names in the singular and in the plural."""

    one: MentionType
    several: MentionType


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns of a language, to be looked up by one or two words in the singular."""

    nouns: Mapping[str, Noun]
    several: frozenset[str]
    areas: frozenset[str]
    measures: frozenset[str]
    before: frozenset[str]
    nobody: frozenset[str]
    unless: Mapping[str, tuple[str, ...]]

    def type_at(self, tree: Tree, place: int) -> MentionType | None:
        """Return what the noun at a place names, from it and the word or two before it."""
        token = tree.tokens[place]
        word = singular(token)
        for form in (*_with_words_before(tree, place, word), word, token.text.lower()):
            noun = self.nouns.get(form)
            if noun and not (place and tree.lower(place - 1) in self.unless.get(form, ())):
                return noun.several if self.is_several(token, form) else noun.one
        return None

    def is_several(self, token: Token, word: str) -> bool:
        """Whether a noun stands for more than one."""
        return token.tag in SEVERAL or word in self.several

    def is_area(self, tree: Tree, place: int) -> bool:
        """Whether the noun at a place is a kind of place."""
        return singular(tree.tokens[place]) in self.areas

    def counts(self, tree: Tree, place: int) -> bool:
        """Whether a noun only counts what follows "of": "hundreds", "a group"."""
        return tree.tokens[place].lemma in self.measures


def _with_words_before(tree: Tree, place: int, word: str) -> Iterator[str]:
    """Yield a word with the one before it, also where a hyphen parts them."""
    if place:
        yield f"{tree.lower(place - 1)} {word}"
    if place > 1:
        yield f"{tree.lower(place - 2)} {word}" if tree.lower(place - 1) == "-" else ""


def singular(token: Token) -> str:
    """Return a word in the singular; the parser leaves names as they are."""
    if token.pos != "PROPN":
        return token.lemma
    word = token.text.lower()
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if token.tag == "NNPS" and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if token.tag == "NNPS" and word.endswith("s") else word


@cache
def open_nouns(words: MentionWords) -> Nouns:
    """Turn the lists of a language into look-up tables."""
    nouns: dict[str, Noun] = {}
    for several, listed in words.people.items():
        nouns |= {word: Noun(MentionType.PERSON, several) for word in listed}
    for lists in (words.bodies, words.things):
        for kind, listed in lists.items():
            nouns |= {word: Noun(kind, kind) for word in listed if word not in nouns}
    return Nouns(
        nouns,
        frozenset(words.several),
        frozenset(words.areas),
        frozenset(words.measures),
        frozenset(words.before),
        frozenset(words.nobody),
        words.unless,
    )

"""The words of a clause in a plain form, by which clauses are alike whoever says them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.denials import DenialWords
from counterclaim.model.text import DocumentId

SHORTEST = 3
"""Letters that must be left of a word without its ending."""
OPENING = 4
"""Words among which stands what a verdict is on: "the Tarnish army's claim"."""
CONTRACTED = ("n't", "n’t")
OWNED = ("'s", "’s")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of one language that tell little, deny, or tell of much the same."""

    empty: frozenset[str]
    negation: frozenset[str]
    telling: frozenset[str]
    bare: frozenset[str]
    pointing: frozenset[str]
    linking: frozenset[str]
    endings: tuple[str, ...]
    first: Mapping[str, str]

    @staticmethod
    @cache
    def of(words: DenialWords) -> Wording:
        """Make the lists of a language ready to be looked up."""
        return Wording(
            empty=frozenset(words.empty),
            negation=frozenset(words.negation),
            telling=frozenset(words.telling),
            bare=frozenset({*words.empty, *words.negation, *words.telling, *words.hollow}),
            pointing=frozenset(words.pointing),
            linking=frozenset(words.linking),
            endings=words.endings,
            first={word: group[0] for group in reversed(words.alike) for word in group},
        )

    def plain(self, said: Iterable[str]) -> frozenset[str]:
        """Return the words that tell of something, without endings, like words as one."""
        return frozenset(self._plain(word) for word in said if word not in self.bare)

    def hollow(self, said: Sequence[str]) -> bool:
        """Whether words say only that something was said or done: "any involvement"."""
        return all(word in self.bare for word in said)

    def without_verdict(self, said: Sequence[str]) -> Sequence[str]:
        """Leave out what is thought of something said: "the charge as a bad joke".

        What follows at once tells of what was said itself: "the claim that", "its account of".
        """
        at = next((n for n, word in enumerate(said[:OPENING]) if word in self.telling), None)
        tail = said[at + 1 :] if at is not None else ()
        told = any(word in self.linking for word in tail)
        return said if at is None or told else said[: at + 1]

    def points(self, said: Sequence[str]) -> bool:
        """Whether words only point to what was said before."""
        return all(word in self.pointing for word in said)

    def shows(self, said: Sequence[str]) -> bool:
        """Whether the first word points to what was said before, and none tells: "this report"."""
        return bool(said) and said[0] in self.pointing and self.hollow(said)

    def retells(self, said: Iterable[str]) -> bool:
        """Whether words speak of something that was said: "Tarn's version"."""
        return any(word in self.telling for word in said)

    def negated(self, said: Iterable[str]) -> bool:
        """Whether one of the words is a negation."""
        return any(word in self.negation or word.endswith(CONTRACTED) for word in said)

    def _plain(self, word: str) -> str:
        for owned in OWNED:
            word = word.removesuffix(owned)
        if word in self.first:
            return self.first[word]
        ending = next((end for end in self.endings if self._ends(word, end)), "")
        stem = word.removesuffix(ending) + ("y" if ending in {"ies", "ied"} else "")
        return next((self.first[form] for form in _forms(stem) if form in self.first), stem)

    @staticmethod
    def _ends(word: str, ending: str) -> bool:
        return word.endswith(ending) and len(word) - len(ending) >= SHORTEST


def _forms(stem: str) -> tuple[str, ...]:
    """Return the words that may have had an ending: "rais(ing)", "hit(ting)"."""
    doubled = len(stem) > SHORTEST and stem[-1] == stem[-2]
    return (stem, f"{stem}e", stem[:-1]) if doubled else (stem, f"{stem}e")


@dataclass(frozen=True, slots=True)
class Rarity:
    """What each word is worth, squared: more, the fewer documents of a case hold it."""

    squares: Mapping[str, float]

    def alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the cosine of two sets of words, by their rarity."""
        shared = self._size(one & other)
        return shared / math.sqrt(self._size(one) * self._size(other)) if shared else 0.0

    def within(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how much of the smaller of two sets of words the other holds."""
        shared = self._size(one & other)
        return shared / min(self._size(one), self._size(other)) if shared else 0.0

    def _size(self, words: frozenset[str]) -> float:
        return math.fsum([self.squares[word] for word in words])


def rarity_of(words: Iterable[tuple[DocumentId, frozenset[str]]]) -> Rarity:
    """Count in how many documents each word stands."""
    told: dict[DocumentId, set[str]] = {}
    for document, each in words:
        told.setdefault(document, set()).update(each)
    counts = Counter(word for each in told.values() for word in each)
    return Rarity({word: math.log1p(len(told) / n) ** 2 for word, n in counts.items()})

"""Two tellings held against each other, before the background of the whole case."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from counterclaim.knowledge.events import EventTypes
from counterclaim.linking.reports import Marks, Report
from counterclaim.model.time import Days


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How much each mark or word weighs, squared: the rarer, the more."""

    squares: Mapping[str, float]
    _sizes: dict[Marks, float] = field(default_factory=dict, repr=False, compare=False)

    def alike(self, one: Marks, other: Marks) -> float:
        """Return the cosine of two sets, by the rarity of what they hold."""
        shared = math.fsum([self.squares[mark] for mark in one & other])
        return shared / (self.size(one) * self.size(other)) if shared else 0.0

    def size(self, marks: Marks) -> float:
        """Return the length of a set as a vector."""
        if marks not in self._sizes:
            worth = [self.squares[mark] for mark in marks]
            self._sizes[marks] = math.sqrt(math.fsum(worth))
        return self._sizes[marks]


@dataclass(frozen=True, slots=True)
class Background:
    """What is common and what is rare among marks and among words; and what event types are."""

    types: EventTypes
    documents: int
    marks: Vocabulary
    words: Vocabulary


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings, and what is known of the whole case."""

    one: Report
    other: Report
    background: Background

    @property
    def types(self) -> tuple[str, str]:
        """The event types of both."""
        return self.one.telling.type.value, self.other.telling.type.value


def background_of(reports: Iterable[Report], types: EventTypes) -> Background:
    """Count in how many documents each mark and each word stands.

    Of few documents little can be said about what is common: a word of all of them weighs least.
    """
    of_each = {report.document.id: report for report in reports}.values()
    number = len(of_each)
    marks = Counter(mark for report in of_each for mark in report.about)
    words = Counter(word for report in of_each for word in report.words)
    return Background(
        types,
        number,
        Vocabulary({mark: math.log1p(number / count) ** 2 for mark, count in marks.items()}),
        Vocabulary({word: math.log((number + 1) / count) ** 2 for word, count in words.items()}),
    )


def days_apart(one: Days | None, other: Days | None) -> timedelta | None:
    """Return how far apart days are; nothing or less where they meet, None where none are told."""
    if one is None or other is None:
        return None
    return max(other[0] - one[1], one[0] - other[1])

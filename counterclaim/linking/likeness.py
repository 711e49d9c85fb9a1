"""How much speaks for two tellings being of one happening, and what speaks against it for good.

Every ground is a named function of a pair, and has a weight; `explain` prints both. The weights
were fitted on our own dossiers (docs/linking.md) and rounded.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from counterclaim.knowledge.events import EventTypes
from counterclaim.linking.distances import WIDE, is_apart, is_within
from counterclaim.linking.reports import Marks, Report
from counterclaim.model.time import Days

SAME_SUBJECT = 0.15
"""Cosine of two documents' marks from which they are surely about one thing."""
SEVERAL = 4
"""A single name in common is no subject, however rare it is."""
SAME_COMPANY = 0.3
WEAPON = "weapon"
"""The role that only types of violence have."""
SHORT = timedelta(days=3)
"""A happening of no more days has a day of its own."""
FRESH = timedelta(days=6)
"""What a report gives no day for mostly happened in the week before it."""
TIME_ZONE = timedelta(days=2)
"""Days that reports of one happening may be apart: night, time zones, the day it was told."""


@dataclass(frozen=True, slots=True)
class Background:
    """What is common and what is rare: a weight for each mark; and what event types are."""

    types: EventTypes
    rarity: Mapping[str, float]
    _sizes: dict[Marks, float] = field(default_factory=dict, repr=False, compare=False)

    def alike(self, one: Marks, other: Marks) -> float:
        """Return the cosine of two sets of marks, by their rarity."""
        shared = math.fsum(self.rarity[mark] ** 2 for mark in one & other)
        return shared / (self.size(one) * self.size(other)) if shared else 0.0

    def size(self, marks: Marks) -> float:
        """Return the length of a set of marks as a vector."""
        if marks not in self._sizes:
            worth = math.fsum(self.rarity[mark] ** 2 for mark in marks)
            self._sizes[marks] = math.sqrt(worth)
        return self._sizes[marks]


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
    """Count in how many documents each mark stands."""
    about = {report.document.id: report.about for report in reports}
    counts = Counter(mark for marks in about.values() for mark in marks)
    return Background(types, {mark: math.log1p(len(about) / n) for mark, n in counts.items()})


def likeness(pair: Pair) -> float:
    """Weigh all that speaks for and against two tellings being of one happening."""
    return math.fsum(weight * rule(pair) for rule, weight in GROUNDS)


def grounds(pair: Pair) -> tuple[tuple[str, float], ...]:
    """Return what speaks for and against, each by its name and with its worth."""
    found = ((rule.__name__, round(weight * rule(pair), 2)) for rule, weight in GROUNDS)
    return tuple((name, worth) for name, worth in found if worth)


def same_subject(pair: Pair) -> float:
    """Both documents hold several names, days and numbers that few others hold."""
    one, other = pair.one.about, pair.other.about
    several = min(1.0, len(one & other) / SEVERAL)
    return several * min(1.0, pair.background.alike(one, other) / SAME_SUBJECT)


def same_company(pair: Pair) -> float:
    """Both stand in sentences with the same names, days and numbers."""
    return min(1.0, pair.background.alike(pair.one.beside, pair.other.beside) / SAME_COMPANY)


def same_type(pair: Pair) -> float:
    """Both are of one type."""
    one, other = pair.types
    return float(one == other)


def nearer_type(pair: Pair) -> float:
    """One is of a type that is a kind of the other's."""
    one, other = pair.types
    return float(one != other and pair.background.types.related(one, other))


def kindred_type(pair: Pair) -> float:
    """Both types are kinds of one type."""
    one, other = pair.types
    types = pair.background.types
    return float(types.kin(one, other) and not types.related(one, other))


def other_violence(pair: Pair) -> float:
    """Both are violence, but of no kind that the types share."""
    one, other = pair.types
    return float(not pair.background.types.kin(one, other))


def same_days(pair: Pair) -> float:
    """Both give days, and these meet within a few."""
    gap = _gap(pair.one.days, pair.other.days)
    return float(gap is not None and gap <= timedelta(0) and _is_short(pair))


def fitting_days(pair: Pair) -> float:
    """One gives no day, but was published when that would fit."""
    gap = _presumed_gap(pair)
    return float(gap is not None and gap <= timedelta(0))


def unfitting_days(pair: Pair) -> float:
    """One gives no day, and was not published in the week after."""
    gap = _presumed_gap(pair)
    return float(gap is not None and gap > timedelta(0))


def other_days(pair: Pair) -> float:
    """Both give days, and these are apart."""
    gap = _gap(pair.one.days, pair.other.days)
    return float(gap is not None and gap > timedelta(days=1))


def same_place(pair: Pair) -> float:
    """Both give one place, or the place of one lies within the other's."""
    one, other = pair.one.place, pair.other.place
    return float(one is not None and other is not None and is_within(one, other))


def other_place(pair: Pair) -> float:
    """Both give places, and these are far apart."""
    one, other = pair.one.place, pair.other.place
    return float(one is not None and other is not None and is_apart(one, other))


def both_foremost(pair: Pair) -> float:
    """Each is what its document tells of most."""
    return float(pair.one.foremost and pair.other.foremost)


def same_document(pair: Pair) -> float:
    """One document tells them apart."""
    return float(pair.one.document.id == pair.other.document.id)


def at_first_sight(pair: Pair) -> float:  # noqa: ARG001
    """Most pairs of tellings are of two happenings."""
    return 1.0


GROUNDS: tuple[tuple[Callable[[Pair], float], float], ...] = (
    (same_subject, 6.5),
    (same_company, 2.5),
    (same_type, 1.75),
    (nearer_type, 1.0),
    (kindred_type, 0.5),
    (other_violence, -3.5),
    (same_days, 1.5),
    (fitting_days, 1.0),
    (unfitting_days, -1.0),
    (other_days, -2.5),
    (same_place, 0.5),
    (other_place, -1.5),
    (both_foremost, 0.5),
    (same_document, -3.0),
    (at_first_sight, -3.0),
)


def unlike_types(pair: Pair) -> bool:
    """Never join what is no kind of the other: only violence may be told as other violence."""
    one, other = pair.types
    types = pair.background.types
    return not (types.kin(one, other) or (_is_violent(one, types) and _is_violent(other, types)))


def days_contradict(pair: Pair) -> bool:
    """Never join what is told to have happened on other days, more than a night apart."""
    gap = _gap(pair.one.firm_days, pair.other.firm_days)
    return gap is not None and gap > TIME_ZONE


def day_and_place_contradict(pair: Pair) -> bool:
    """Never join what is told to have happened on another day, and elsewhere."""
    firm = pair.one.firm_days and pair.other.firm_days
    return bool(firm and other_days(pair) and other_place(pair))


def places_contradict(pair: Pair) -> bool:
    """Never join what is told of two places far apart, by one text or by two that name but one."""
    one, other = pair.one.firm_place, pair.other.firm_place
    if one is None or other is None or {one.precision, other.precision} & WIDE:
        return False
    if pair.one.document.id == pair.other.document.id:
        return is_apart(one, other)
    named = other.id in pair.one.named or one.id in pair.other.named
    return not named and is_apart(one, other)


CONTRADICTIONS: tuple[Callable[[Pair], bool], ...] = (
    unlike_types,
    days_contradict,
    day_and_place_contradict,
    places_contradict,
)


def contradict(pair: Pair) -> bool:
    """Whether two tellings can be of one happening by no account."""
    return any(rule(pair) for rule in CONTRADICTIONS)


def _is_violent(type: str, types: EventTypes) -> bool:
    known = types.types.get(type)
    return known is not None and WEAPON in known.roles


def _is_short(pair: Pair) -> bool:
    spans = (last - first for first, last in filter(None, (pair.one.days, pair.other.days)))
    return min(spans) <= SHORT


def _gap(one: Days | None, other: Days | None) -> timedelta | None:
    """Return how far apart days are; nothing or less where they meet, None where none are told."""
    if one is None or other is None:
        return None
    return max(other[0] - one[1], one[0] - other[1])


def _presumed_gap(pair: Pair) -> timedelta | None:
    if pair.one.days and pair.other.days:
        return None
    return _gap(_presumed(pair.one), _presumed(pair.other))


def _presumed(report: Report) -> Days | None:
    published = report.document.published
    return report.days or ((published - FRESH, published) if published else None)

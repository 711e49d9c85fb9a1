"""What speaks for good against two tellings being of one happening, whatever else they share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from counterclaim.knowledge.events import EventTypes
from counterclaim.linking.distances import WIDE, is_apart
from counterclaim.linking.likeness import other_days, other_place, others_harmed, same_type, ties
from counterclaim.linking.pairs import Pair, days_apart
from counterclaim.linking.reports import Report

WEAPON = "weapon"
"""The role that only types of violence have."""
LEAST_TIES = 0.6
"""What place, days, names and words must weigh together where reports name other countries."""
TIME_ZONE = timedelta(days=2)
"""Days that reports of one happening may be apart: night, time zones, the day it was told."""


def unlike_types(pair: Pair) -> bool:
    """Never join what is no kind of the other: only violence may be told as other violence."""
    one, other = pair.types
    types = pair.background.types
    return not (types.kin(one, other) or (_is_violent(one, types) and _is_violent(other, types)))


def told_apart(pair: Pair) -> bool:
    """Never join the downing of a jet and a raid: each is told in words of its own."""
    types = pair.background.types
    one, other = (types.types[each].apart for each in pair.types)
    return one != other


def days_contradict(pair: Pair) -> bool:
    """Never join what is told to have happened on other days, more than a night apart."""
    gap = days_apart(pair.one.firm_days, pair.other.firm_days)
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


def others_on_other_days(pair: Pair) -> bool:
    """Never join what befell others on another day: two killings of one week in one town."""
    return bool(others_harmed(pair) and other_days(pair))


def nothing_in_common(pair: Pair) -> bool:
    """Never join what is told in documents that share no name, no day, no number and no word."""
    one, other = pair.one, pair.other
    return not (one.about & other.about or one.words & other.words)


def nothing_ties_them(pair: Pair) -> bool:
    """Never join what has but its kind in common, and is told in reports of other countries."""
    lands = pair.one.lands, pair.other.lands
    return all(lands) and not lands[0] & lands[1] and ties(pair) < LEAST_TIES


def no_day_and_another_kind(pair: Pair) -> bool:
    """Never join, where a day is known of neither telling nor report, what is of another type.

    A bomb and a drone in one town may be years apart; only a toll in common ties them.
    """
    dated = (one.days or one.document.published for one in (pair.one, pair.other))
    if all(dated) or same_type(pair) or pair.one.document.id == pair.other.document.id:
        return False
    return not _counted(pair.one) & _counted(pair.other)


def _counted(report: Report) -> set[tuple[str, object]]:
    counts = ((one.effect.value, one.count) for one in report.telling.tolls)
    return {(effect, count.value.low) for effect, count in counts if count is not None}


CONTRADICTIONS: tuple[Callable[[Pair], bool], ...] = (
    unlike_types,
    told_apart,
    days_contradict,
    day_and_place_contradict,
    places_contradict,
    others_on_other_days,
    nothing_in_common,
    nothing_ties_them,
    no_day_and_another_kind,
)


def contradict(pair: Pair) -> bool:
    """Whether two tellings can be of one happening by no account."""
    return any(rule(pair) for rule in CONTRADICTIONS)


def _is_violent(type: str, types: EventTypes) -> bool:
    known = types.types.get(type)
    return known is not None and WEAPON in known.roles

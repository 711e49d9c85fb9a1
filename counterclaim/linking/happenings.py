"""Tellings into groups, one for each happening: what is most alike is joined first.

The result depends on no order: pairs are joined by likeness, and of equal ones by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from statistics import fmean

from counterclaim.knowledge.events import EventTypes
from counterclaim.linking.candidates import candidates
from counterclaim.linking.contradictions import contradict
from counterclaim.linking.likeness import grounds, likeness
from counterclaim.linking.pairs import Background, Pair, background_of
from counterclaim.linking.reports import Report
from counterclaim.model.event import TellingId
from counterclaim.model.record import Join

SPOKESMEN = 8
"""Of a large group, those that are compared with another group, its earliest tellings."""
LEAST, MOST = -4.0, 4.0
"""No single pair counts for more than this in the likeness of two groups."""


def find_happenings(
    reports: Sequence[Report], types: EventTypes
) -> tuple[list[list[Report]], list[Join]]:
    """Group the tellings of each happening, and say what joined them."""
    background = background_of(reports, types)
    found = (pair for pair in candidates(reports, background) if not contradict(pair))
    likely = [(worth, pair) for pair in found if (worth := likeness(pair)) > 0]
    groups = _Groups(reports, background)
    joined = [pair for _, pair in sorted(likely, key=_most_alike_first) if groups.join(pair)]
    return groups.all(), [_join(pair) for pair in joined]


def _most_alike_first(found: tuple[float, Pair]) -> tuple[float, TellingId, TellingId]:
    worth, pair = found
    return -worth, pair.one.id, pair.other.id


def _join(pair: Pair) -> Join:
    score = round(likeness(pair), 2)
    return Join(pair.one.id, pair.other.id, alike_in_most.__name__, score, grounds(pair))


class _Groups:
    """Groups of tellings that grow by joining."""

    def __init__(self, reports: Iterable[Report], background: Background) -> None:
        self._background = background
        self._groups = {report.id: [report] for report in reports}
        self._of = {id: id for id in self._groups}
        self._apart: set[tuple[TellingId, int, TellingId, int]] = set()

    def all(self) -> list[list[Report]]:
        """Return the groups."""
        return list(self._groups.values())

    def join(self, pair: Pair) -> bool:
        """Join the groups of two tellings, unless they are one, contradict or are unlike."""
        one, other = sorted((self._of[pair.one.id], self._of[pair.other.id]))
        if one == other:
            return False
        tried = one, len(self._groups[one]), other, len(self._groups[other])
        if tried in self._apart:
            return False
        if not alike_in_most(self._groups[one], self._groups[other], self._background):
            self._apart.add(tried)
            return False
        moving = self._groups.pop(other)
        self._groups[one] = sorted((*self._groups[one], *moving), key=lambda each: each.order)
        self._of.update((each.id, one) for each in moving)
        return True


def alike_in_most(one: Sequence[Report], other: Sequence[Report], background: Background) -> bool:
    """Join two groups where nothing contradicts, and on average more speaks for it than against."""
    for first, second in product(_unlike(one), _unlike(other)):
        if contradict(Pair(first, second, background)):
            return False
    pairs = product(one[:SPOKESMEN], other[:SPOKESMEN])
    worth = (likeness(Pair(*pair, background)) for pair in pairs)
    return fmean(min(MOST, max(LEAST, each)) for each in worth) > 0


def _unlike(group: Iterable[Report]) -> Iterable[Report]:
    """Return one telling for each type, days and place: others can contradict no more than it."""
    found: dict[object, Report] = {}
    for each in group:
        place = each.place.id if each.place else None
        firm = each.firm_place is not None
        found.setdefault((each.telling.type.value, each.firm_days, place, firm), each)
    return found.values()

"""How many were killed and injured, from the lowest to the highest that stands at the end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.linking.envelopes import Envelope
from counterclaim.linking.reports import Report, Surroundings, Voice
from counterclaim.model.event import Blank, EventKind, Toll
from counterclaim.model.quantity import Bound, Effect, Number, Quantity

FRESH = timedelta(days=7)
"""Tolls of the first days after a happening are counted on."""
SETTLED = timedelta(days=14)
"""A higher toll that comes so much later has replaced them."""
ROUNDED = 1.1


@dataclass(frozen=True, slots=True)
class Count:
    """A number of dead or injured as one voice gives it in one report."""

    report: Report
    toll: Toll
    voice: Voice

    @property
    def number(self) -> Quantity:
        """The number itself."""
        return self.toll.count.value

    @property
    def day(self) -> date:
        """When it was published."""
        return self.report.document.published or date.min

    @property
    def height(self) -> tuple[Number, bool]:
        """How high it is; of equal ones, one that is open above is higher."""
        ends = [end for end in (self.number.low, self.number.high) if end is not None]
        return max(ends, default=0), self.number.high is None


def lowest_to_highest(
    reports: Sequence[Report], effect: Effect, around: Surroundings
) -> Envelope[Quantity | None]:
    """Span what stands at the end: of each voice the highest number in its latest report."""
    counts = [
        Count(report, toll, around.voice(toll.statement))
        for report in reports
        if report.telling.kind is not EventKind.AGGREGATE
        for toll in report.telling.tolls
        if toll.effect is effect and toll.count.value.bound is not Bound.UNQUANTIFIED
    ]
    if not counts:
        return Envelope(None, "lowest_to_highest", reason=Blank.NOT_FOUND)
    standing = _unrounded(_lasting(_standing(_whole(counts))))
    resting = {each.report.id: each.report for each in standing}
    return Envelope(_span(standing), "lowest_to_highest", tuple(resting.values()))


def _whole(counts: Sequence[Count]) -> Sequence[Count]:
    """Leave out what the words call earlier, and people of one sort beside a higher toll of all."""
    last = [each for each in counts if not each.toll.earlier] or counts
    most = max((each.height[0] for each in last if not each.toll.partial), default=0)
    return [each for each in last if not each.toll.partial or each.height[0] >= most]


def _lasting(counts: Sequence[Count]) -> Sequence[Count]:
    """Leave out tolls of the first days that a higher one has replaced weeks later."""
    fresh = min(each.day for each in counts) + FRESH
    return [
        each
        for each in counts
        if each.day > fresh
        or not any(
            other.day - each.day >= SETTLED and other.height > each.height for other in counts
        )
    ]


def _unrounded(counts: Sequence[Count]) -> Sequence[Count]:
    """Leave out "more than 500" beside 512: it is the same number, rounded."""
    closed = [each.height[0] for each in counts if each.number.high is not None]
    return [
        each
        for each in counts
        if each.number.high is not None
        or not any(each.height[0] <= number <= ROUNDED * each.height[0] for number in closed)
    ]


def _standing(counts: Iterable[Count]) -> list[Count]:
    """Leave out what a voice has replaced since, and what one voice without a name said early on.

    A smaller number beside the highest of one voice in one report is of some of the same people
    ("13, nine of them engineers"), and so is this number wherever else it stands alone.
    """
    parts: set[tuple[Number, bool]] = set()
    voices: dict[str, list[Count]] = defaultdict(list)
    for of_one in _by(counts, lambda each: (each.voice.name, each.report.document.id)):
        highest = max(of_one, key=lambda each: each.height)
        parts |= {each.height for each in of_one if each.height[0] < highest.height[0]}
        voices[highest.voice.name].append(highest)
    latest = [max(told, key=lambda each: (each.day, each.height)) for told in voices.values()]
    harmed = [each for each in latest if each.height[0] > 0] or latest  # a denial replaces no toll
    settled, told = _settled(harmed), Counter(each.height[0] for each in latest)
    standing = [
        each
        for each in latest
        if each.voice.named or each.day >= settled or told[each.height[0]] > 1
    ]
    return [each for each in standing if each.height not in parts] or standing


def _settled(counts: Iterable[Count]) -> date:
    """Return the day of the last report, or that from which the first days are over."""
    days = [each.day for each in counts]
    return min(max(days), min(days) + FRESH)


def _by(counts: Iterable[Count], key: Callable[[Count], tuple[str, str]]) -> list[list[Count]]:
    found: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for each in counts:
        found[key(each)].append(each)
    return list(found.values())


def _span(counts: Sequence[Count]) -> Quantity:
    """Return the interval that holds all numbers; open above where the highest of them is."""
    numbers = [each.number for each in counts]
    lows = [each.low for each in numbers if each.low is not None]
    low = min(lows) if lows else None
    highest, is_open = max(each.height for each in counts)
    high = None if is_open else highest
    bounds, units = {each.bound for each in numbers}, {each.unit for each in numbers}
    return Quantity(
        low,
        high,
        bounds.pop() if len(bounds) == 1 else _bound(low, high),
        units.pop() if len(units) == 1 else "",
        effect=numbers[0].effect,
    )


def _bound(low: Number | None, high: Number | None) -> Bound:
    if low is None:
        return Bound.AT_MOST
    return Bound.AT_LEAST if high is None else Bound.ABOUT

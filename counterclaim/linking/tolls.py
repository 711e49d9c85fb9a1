"""How many were killed and injured, from the lowest to the highest that stands at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from counterclaim.linking.envelopes import Envelope
from counterclaim.linking.reports import Report
from counterclaim.model.event import Blank, EventKind, Toll
from counterclaim.model.quantity import Bound, Effect, Number, Quantity

Counted = tuple[Report, Toll]


def lowest_to_highest(reports: Sequence[Report], effect: Effect) -> Envelope[Quantity | None]:
    """Span all numbers that nobody has since replaced, each source's own latest."""
    counted = [
        (report, toll)
        for report in reports
        if report.telling.kind is not EventKind.AGGREGATE
        for toll in report.telling.tolls
        if toll.effect is effect
    ]
    if not counted:
        return Envelope(None, "lowest_to_highest", reason=Blank.NOT_FOUND)
    standing = _standing(counted)
    numbers = [toll.count.value for _, toll in standing]
    span = _span(numbers)
    resting = tuple({report.id: report for report, _ in standing}.values())
    return Envelope(span, "lowest_to_highest", resting)


def _standing(counted: Iterable[Counted]) -> list[Counted]:
    """Leave out the numbers of earlier days that a later report of the same voice replaces."""
    voices: dict[str, list[Counted]] = defaultdict(list)
    for report, toll in counted:
        voices[toll.count.value.of].append((report, toll))
    return [each for told in voices.values() for each in _latest(told)]


def _latest(told: list[Counted]) -> list[Counted]:
    last = max(_day(report) for report, _ in told)
    return [(report, toll) for report, toll in told if _day(report) == last]


def _day(report: Report) -> date:
    return report.document.published or date.min


def _span(numbers: Sequence[Quantity]) -> Quantity:
    """Return the interval that holds them all; an end that any of them leaves open stays open."""
    lows: list[Number | None] = [each.low for each in numbers]
    highs: list[Number | None] = [each.high for each in numbers]
    low, high = _least(lows), _most(highs)
    bounds = {each.bound for each in numbers}
    units = {each.unit for each in numbers}
    return Quantity(
        low,
        high,
        bounds.pop() if len(bounds) == 1 else _bound(low, high),
        units.pop() if len(units) == 1 else "",
        effect=numbers[0].effect,
    )


def _least(ends: Sequence[Number | None]) -> Number | None:
    known = [end for end in ends if end is not None]
    return min(known) if known and len(known) == len(ends) else None


def _most(ends: Sequence[Number | None]) -> Number | None:
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _bound(low: Number | None, high: Number | None) -> Bound:
    if low is None:
        return Bound.UNQUANTIFIED if high is None else Bound.AT_MOST
    return Bound.AT_LEAST if high is None else Bound.ABOUT

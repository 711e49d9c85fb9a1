"""Timeline: events by the days on which they happened, and by those on which they were reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.model.event import EventId
from counterclaim.model.record import Event
from counterclaim.model.text import DocumentId
from counterclaim.model.time import Days
from counterclaim.page.opened import Opened, PageNumber, Part, filled, part_of
from counterclaim.views.entries import Entries
from counterclaim.views.events import Wanted, is_wanted, place_in_words

EACH = 60  # bars that can be told apart on one page


@dataclass(frozen=True, slots=True)
class Lane:
    """A bar: where it begins and how long it is, in thousandths of the width, and its days."""

    x: float
    width: float
    days: Days


@dataclass(frozen=True, slots=True)
class Bar:
    """One event of the timeline: when it happened, as far as is known, and when reported."""

    id: EventId
    line: str
    documents: int
    happened: Lane
    reported: Lane | None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The events in the order of their days; `ticks` are days along the axis."""

    bars: Part[Bar]
    ticks: tuple[tuple[float, date], ...]
    undated: int

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.bars.items)


def timeline(shelf: Opened, page: PageNumber = 1) -> TimelinePage:
    """Show the events that have a day."""
    base = shelf.linked.entries
    wanted = [each for each in shelf.linked.latest if is_wanted(each, base, Wanted())]
    dated = [each for each in reversed(wanted) if each.when]
    part = part_of(dated, page, EACH)
    told = {m.document for each in part.items for m in each.mentions}
    published = shelf.published(sorted(told))
    lanes = [(each, _reported(each, published)) for each in part.items]
    first, last = _ends(lanes)
    disputed = {each.event for each in base.ledger.disputes}
    bars = [_bar(each, lane, (first, last), base) for each, lane in lanes]
    shown = [replace(bar, disputed=bar.id in disputed) for bar in bars]
    return TimelinePage(filled(part, shown), _ticks(first, last), len(wanted) - len(dated))


def _reported(event: Event, published: Mapping[DocumentId, date]) -> Days | None:
    """Return the days of the first and of the last report."""
    days = [published[each.document] for each in event.mentions if each.document in published]
    return (min(days), max(days)) if days else None


def _ends(lanes: Sequence[tuple[Event, Days | None]]) -> Days:
    days = [day for event, lane in lanes for each in (event.when, lane) if each for day in each]
    return min(days, default=date.min), max(days, default=date.min)


def _bar(event: Event, reported: Days | None, ends: Days, base: Entries) -> Bar:
    place = place_in_words(event, base).partition(",")[0]
    line = ", ".join(part for part in (event.type.replace("_", " "), place) if part)
    return Bar(
        event.id,
        line,
        len({each.document for each in event.mentions}),
        _lane(event.when or ends, *ends),
        _lane(reported, *ends) if reported else None,
    )


def _lane(days: Days, first: date, last: date) -> Lane:
    """Lay days on a width of a thousand."""
    whole = (last - first).days + 1
    x = 1000 * (days[0] - first).days / whole
    return Lane(round(x, 1), round(1000 * ((days[1] - days[0]).days + 1) / whole, 1), days)


def _ticks(first: date, last: date) -> tuple[tuple[float, date], ...]:
    whole = (last - first).days + 1
    days = days_along(first, last)
    return tuple((round(1000 * (day - first).days / whole, 1), day) for day in days)


def days_along(first: date, last: date) -> tuple[date, ...]:
    """Return at most six days from the first to the last, evenly apart."""
    whole = (last - first).days
    steps = min(5, whole) or 1
    days = (first.toordinal() + whole * step // steps for step in range(steps + 1))
    return tuple(date.fromordinal(day) for day in dict.fromkeys(days))

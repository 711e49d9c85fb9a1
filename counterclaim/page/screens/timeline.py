"""Timeline: events by the days on which they happened, and by those on which they were reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.model.record import EventId
from counterclaim.model.time import Days
from counterclaim.page.opened import Opened, PageNumber, Part, filled, part_of
from counterclaim.page.screens.disputes import line_of
from counterclaim.views.events import EventCard, Wanted, event_card, is_wanted

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
    type: str
    documents: int
    happened: Lane
    reported: Lane | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The events in the order of their days; `ticks` are days along the axis."""

    bars: Part[Bar]
    ticks: tuple[tuple[float, date], ...]
    undated: int


def timeline(shelf: Opened, page: PageNumber = 1) -> TimelinePage:
    """Show the events that have a day."""
    base = shelf.linked.entries
    wanted = [each for each in base.events.values() if is_wanted(each, base, Wanted())]
    dated = sorted(
        (each for each in wanted if each.when), key=lambda each: (each.when or (), each.id)
    )
    part = part_of(dated, page, EACH)
    entries = shelf.entries({m.document for each in part.items for m in each.mentions})
    cards = [event_card(each, entries) for each in part.items]
    disputed = {each.event for each in base.ledger.disputes}
    first, last = _ends(cards)
    bars = [_bar(card, first, last, disputed=card.id in disputed) for card in cards]
    return TimelinePage(filled(part, bars), _ticks(first, last), len(wanted) - len(dated))


def _ends(cards: Sequence[EventCard]) -> Days:
    days = [day for card in cards for lane in (card.when, card.reported) if lane for day in lane]
    return min(days, default=date.min), max(days, default=date.min)


def _bar(card: EventCard, first: date, last: date, *, disputed: bool) -> Bar:
    return Bar(
        card.id,
        line_of(card),
        card.type,
        card.documents,
        _lane(card.when or (first, last), first, last),
        _lane(card.reported, first, last) if card.reported else None,
        disputed,
    )


def _lane(days: Days, first: date, last: date) -> Lane:
    """Lay days on a width of a thousand."""
    whole = (last - first).days + 1
    x = 1000 * (days[0] - first).days / whole
    return Lane(round(x, 1), round(1000 * ((days[1] - days[0]).days + 1) / whole, 1), days)


def _ticks(first: date, last: date) -> tuple[tuple[float, date], ...]:
    """Return at most six days, evenly apart."""
    whole = (last - first).days
    steps = min(5, whole) or 1
    days = [first.toordinal() + whole * step // steps for step in range(steps + 1)]
    return tuple(
        (round(1000 * (day - first.toordinal()) / (whole + 1), 1), date.fromordinal(day))
        for day in dict.fromkeys(days)
    )

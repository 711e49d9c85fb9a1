"""The numbers of an event as a chart: a row for each voice, by the day of its report.

Two numbers of two voices never become one range: each keeps its own row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.model.event import Toll
from counterclaim.model.quantity import Effect, Number, Quantity
from counterclaim.model.record import Event
from counterclaim.model.text import Document
from counterclaim.views.entries import Entries
from counterclaim.views.events import number
from counterclaim.views.statements import own_voice, speaker

ROWS = 60  # voices on one chart; the table of the fields has all
LEFT, RIGHT, TOP, EACH = 430.0, 900.0, 40.0, 24.0
"""Where the axis begins and ends, where the first row stands, and how far rows are apart."""
STEPS = 5  # at most so many marks on the axis
COUNTED = (Effect.KILLED, Effect.INJURED)


@dataclass(frozen=True, slots=True)
class TollRow:
    """One voice's number on the sheet; `open` where its words leave the upper end open."""

    day: date | None
    who: str
    outlet: str
    effect: Effect
    told: str
    address: str
    y: float
    begin: float
    end: float
    open: bool


@dataclass(frozen=True, slots=True)
class TollChart:
    """The voices by the day of their report, the axis of numbers, and the sheet's height."""

    rows: tuple[TollRow, ...]
    ticks: tuple[tuple[float, int], ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Told:
    """A number as a document tells it."""

    toll: Toll
    document: Document
    who: str

    @property
    def order(self) -> tuple[date, str, str, str]:
        """The earliest report first."""
        published = self.document.published or date.max
        return (published, self.who, self.toll.effect, number(self.toll.count.value))


def toll_chart(event: Event, entries: Entries) -> TollChart | None:
    """Draw the numbers of an event; None where fewer than two voices give one."""
    found = {each.order: each for each in _told(event, entries)}
    told = [found[order] for order in sorted(found)][:ROWS]
    if len({each.who for each in told}) < 2:
        return None
    most = max(1, *(_ends(each.toll.count.value)[1] for each in told))
    step = _step(most)
    top = step * -(-most // step)
    rows = tuple(_row(at, each, (RIGHT - LEFT) / top) for at, each in enumerate(told))
    marks = range(0, int(top) + 1, int(step))
    ticks = tuple((round(LEFT + (RIGHT - LEFT) * mark / top, 1), mark) for mark in marks)
    return TollChart(rows, ticks, TOP + EACH * len(rows))


def _told(event: Event, entries: Entries) -> Iterator[_Told]:
    for told in event.tolls:
        toll = told.value
        drawn = toll.effect in COUNTED and toll.count.value.low is not None
        _, reading = entries.tellings.get(told.telling, (None, None))
        if drawn and reading and reading.document.id not in entries.copy_of:
            document = reading.document
            yield _Told(toll, document, holder_of(toll, document, entries))


def holder_of(toll: Toll, document: Document, entries: Entries) -> str:
    """Name who gives a number: the source of its statement, else the outlet in its own words."""
    if toll.statement and toll.statement in entries.statements:
        return speaker(entries.statements[toll.statement][0], document)
    return own_voice(document)


def _row(at: int, told: _Told, unit: float) -> TollRow:
    counted = told.toll.count.value
    low, high = _ends(counted)
    of = f" ({counted.of})" if counted.of else ""
    by = told.toll.statement
    said = f"?statement={by}#s-{by}" if by else ""
    return TollRow(
        day=told.document.published,
        who=told.who,
        outlet=told.document.outlet,
        effect=told.toll.effect,
        told=f"{number(counted)} {told.toll.effect.value}{of}",
        address=f"/read/{told.document.id}{said}",
        y=TOP + EACH * at,
        begin=round(LEFT + unit * low, 1),
        end=round(LEFT + unit * high, 1),
        open=counted.high is None,
    )


def _ends(counted: Quantity) -> tuple[Number, Number]:
    """Return where the line of a number begins and ends; an open end is drawn as an arrow."""
    low = counted.low or 0
    return low, max(low, counted.high or 0)


def _step(most: Number) -> int:
    """Return the least of 1, 2, 5, 10, 20 ... that marks the axis at most so many times."""
    step = 1
    while most / step > STEPS:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step

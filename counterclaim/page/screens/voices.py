"""A dispute by its days as a chart: a row for each voice, a mark for what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counterclaim.page.screens.timeline import days_along
from counterclaim.views.disputes import DisputeBoard
from counterclaim.views.statements import STANCES, StatementCard

ROWS = 60  # voices on one chart; the sides above it have all
LEFT, RIGHT, TOP, EACH = 30.0, 970.0, 40.0, 24.0
"""Where the axis begins and ends, where the first row stands, and how far rows are apart."""
LATE = 560.0  # right of it, a label stands before its mark


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice on the sheet: who, what it holds, and where its mark stands."""

    who: str
    outlet: str
    stance: str
    position: str
    day: date
    address: str
    x: float
    y: float
    late: bool


@dataclass(frozen=True, slots=True)
class VoiceChart:
    """The voices by day, the days along the axis, and the sheet's height."""

    rows: tuple[VoiceRow, ...]
    ticks: tuple[tuple[float, date], ...]
    height: float


def voice_chart(board: DisputeBoard) -> VoiceChart | None:
    """Draw the voices of a dispute; None where all spoke on one day, or on none that is known."""
    told = [
        (card.published, at, card.speaker, card.id, card)
        for at, side in enumerate(board.sides)
        for card in side.voices
        if card.published
    ]
    told = sorted(told, key=lambda each: each[:4])[:ROWS]
    if not told or told[0][0] == told[-1][0]:
        return None
    first, last = told[0][0], told[-1][0]
    rows = tuple(
        _row(
            card,
            (STANCES[board.sides[at].polarity], board.sides[at].position),
            (_across(day, first, last), TOP + EACH * row),
        )
        for row, (day, at, _, _, card) in enumerate(told)
    )
    ticks = tuple((_across(day, first, last), day) for day in days_along(first, last))
    return VoiceChart(rows, ticks, TOP + EACH * len(rows))


def _across(day: date, first: date, last: date) -> float:
    """Return where a day lies on the sheet."""
    return round(LEFT + (RIGHT - LEFT) * (day - first).days / (last - first).days, 1)


def _row(card: StatementCard, held: tuple[str, str], at: tuple[float, float]) -> VoiceRow:
    return VoiceRow(
        card.speaker,
        card.outlet,
        *held,
        day=card.published or date.max,
        address=f"/read/{card.document}?statement={card.id}#s-{card.id}",
        x=at[0],
        y=at[1],
        late=at[0] > LATE,
    )

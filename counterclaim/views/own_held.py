"""A row of a coder's own beside the event that it codes, and how what is told stands to a cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.coding import World
from counterclaim.coding.happenings import Happening, Happenings
from counterclaim.coding.matching import Match
from counterclaim.coding.own_rows import OwnRow
from counterclaim.coding.own_signs import Signs
from counterclaim.model.claim import Dispute
from counterclaim.model.event import Telling
from counterclaim.model.record import Event, Reading
from counterclaim.views.entries import Entries
from counterclaim.views.voices import Voice


class News(StrEnum):
    """How what is told stands to a cell."""

    CONTRADICTS = "contradicts"
    DENIED = "denied"
    DISPUTED = "disputed"
    NEW = "new"
    MAY = "may contradict"


@dataclass(frozen=True, slots=True)
class Difference:
    """What is told otherwise than a cell has it, and who says so; `yours` is empty for a blank."""

    news: News
    column: str
    yours: str
    told: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A row beside the event that it codes, and what is needed to hold one against the other."""

    match: Match
    one: Happening
    signs: Signs
    happenings: Happenings
    entries: Entries
    world: World
    disputes: tuple[Dispute, ...] = ()

    @property
    def row(self) -> OwnRow:
        """The coder's row."""
        return self.match.row

    @property
    def event(self) -> Event:
        """The event of the ledger."""
        return self.one.event

    def cell(self, column: str) -> str:
        """Return what the row has in a column, "" where it is blank."""
        return self.row.cells.get(column, "")

    def first(self, columns: tuple[str, ...]) -> str:
        """Return the first of some columns that is not blank, else the first."""
        return next((name for name in columns if name in self.row.cells), (*columns, "")[0])

    def tellings(self) -> Iterator[tuple[Telling, Reading]]:
        """Yield what reports tell of the event, copies aside: they add no voice."""
        for id in self.event.tellings:
            if id in self.entries.tellings:
                telling, reading = self.entries.tellings[id]
                if telling.document not in self.entries.copy_of:
                    yield telling, reading

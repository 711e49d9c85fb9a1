"""The dispute board: questions to which sources give answers that cannot all be true."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.errors import UnknownId
from counterclaim.model.claim import Dispute, DisputeId
from counterclaim.model.event import EventId
from counterclaim.page.opened import Opened, PageNumber, Part, filled, part_of
from counterclaim.page.screens.matrix import Matrix, matrix
from counterclaim.page.screens.statements import voices_in
from counterclaim.page.screens.voices import VoiceChart, voice_chart
from counterclaim.page.shelf import KEPT, Shelf
from counterclaim.views.disputes import SHOWN, BoardSide, DisputeBoard, dispute_board, why_none
from counterclaim.views.entries import Entries
from counterclaim.views.events import EventCard, event_card
from counterclaim.views.statements import StatementCard

EACH = 10  # disputes on one page of the board


class Wanted(StrEnum):
    """Which disputes: those firm enough to be shown as one, or all, the possible ones too."""

    SHOWN = "shown"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Happening:
    """The event that a dispute is about, in a line."""

    id: EventId
    line: str


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The disputes of a case, the weightiest first; `why_none` says why there are none."""

    disputes: Part[DisputeBoard]
    wanted: Wanted
    states: dict[str, int]
    why_none: str


@dataclass(frozen=True, slots=True)
class DisputePage:
    """One dispute: its sides with all their words, and all else that is claimed of the event."""

    board: DisputeBoard
    event: Happening | None
    matrix: Matrix | None
    passages: tuple[tuple[StatementCard, StatementCard], ...]
    voices: VoiceChart | None

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return self.voices is not None


def disputes(shelf: Opened, state: Wanted = Wanted.SHOWN, page: PageNumber = 1) -> BoardPage:
    """List the disputes of the case."""
    board = shelf.linked.board
    found = [each for each in board if state is Wanted.ALL or each.state in SHOWN]
    part = part_of(found, page, EACH)
    entries = shelf.around(voices_in(part.items))
    boards = [dispute_board(each, entries) for each in part.items]
    return BoardPage(
        filled(part, boards),
        state,
        dict(Counter(each.state.value for each in board)),
        "" if found else _why_none(shelf),
    )


def dispute(shelf: Opened, id: str) -> DisputePage:
    """Show one dispute with all its voices."""
    found = _known(id, shelf)
    claims = shelf.linked.claims_of.get(found.event, ()) if found.event else ()
    stances = (stance.statement for claim in claims for stance in claim.stances)
    entries = shelf.around({*voices_in([found]), *stances})
    board = dispute_board(found, entries)
    return DisputePage(
        board,
        _happening(found, entries),
        matrix(claims, entries, shelf.linked.counted) if claims else None,
        _against(board.sides),
        voice_chart(board),
    )


def _known(id: str, shelf: Shelf) -> Dispute:
    known = shelf.linked.entries.disputes
    if id in known:
        return known[DisputeId(id)]
    raise UnknownId(f"no dispute has the id '{id}'", "See all of them under Disputes")


def _why_none(shelf: Shelf) -> str:
    """Say why no dispute is shown, from as many readings as are at hand."""
    return why_none(shelf.entries(shelf.documents[:KEPT]).ledger)


def _happening(dispute: Dispute, entries: Entries) -> Happening | None:
    event = entries.events.get(dispute.event) if dispute.event else None
    return Happening(event.id, line_of(event_card(event, entries))) if event else None


def line_of(card: EventCard) -> str:
    """Tell an event in a line: what, where, when."""
    days = " to ".join(dict.fromkeys(day.isoformat() for day in card.when or ()))
    return ", ".join(part for part in (card.type, card.place, days) if part)


def _against(sides: tuple[BoardSide, ...]) -> tuple[tuple[StatementCard, StatementCard], ...]:
    """Set the first voice of the first side against the first of each other side."""
    first = [side.voices[0] for side in sides if side.voices]
    return tuple((first[0], other) for other in first[1:])

"""Contested propositions: the sides of a question next to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from counterclaim.model.claim import Claim, ClaimId, Dispute, DisputeId, DisputeState, Side
from counterclaim.model.record import Ledger
from counterclaim.model.statement import Polarity, StatementId
from counterclaim.views.entries import Entries
from counterclaim.views.origins import told_origins
from counterclaim.views.statements import StatementCard, card

__all__ = [
    "BoardSide",
    "ClaimBoard",
    "DisputeBoard",
    "claim_board",
    "dispute_board",
    "dispute_boards",
    "told_origins",
    "why_none",
]

SHOWN = frozenset({DisputeState.CONTESTED, DisputeState.RESOLVED})


@dataclass(frozen=True, slots=True)
class BoardSide:
    """One position, who holds it, and each holder's words, the oldest first, copies last.

    `documents` carry it in so many `tellings`: copies, and passages printed again, add none.
    """

    claim: ClaimId
    polarity: Polarity
    position: str
    held_by: tuple[str, ...]
    origins: int
    voices: tuple[StatementCard, ...]
    copies: tuple[StatementCard, ...]
    documents: int = 0
    tellings: int = 0


@dataclass(frozen=True, slots=True)
class DisputeBoard:
    """A question and its sides. `latest` is the day of the newest report on it."""

    id: DisputeId
    question: str
    slot: str | None
    state: DisputeState
    sides: tuple[BoardSide, ...]
    first: date | None
    latest: date | None
    rule: str


@dataclass(frozen=True, slots=True)
class ClaimBoard:
    """A proposition, and who affirms it, who denies it and who leaves it open."""

    id: ClaimId
    value: str
    slot: str | None
    straw: bool
    contested: bool
    stances: tuple[tuple[Polarity, tuple[StatementCard, ...]], ...]
    documents: int | None
    tellings: int | None
    origins: int | None
    rule: str


def dispute_board(dispute: Dispute, entries: Entries) -> DisputeBoard:
    """Set the sides of a dispute next to each other."""
    sides = tuple(_side(side, entries) for side in dispute.sides)
    days = [voice.published for side in sides for voice in side.voices if voice.published]
    return DisputeBoard(
        dispute.id,
        dispute.question,
        dispute.slot,
        dispute.state,
        sides,
        min(days, default=None),
        max(days, default=None),
        dispute.rule,
    )


def claim_board(claim: Claim, entries: Entries) -> ClaimBoard:
    """Arrange the stances on a claim by what they hold."""
    count = next((row for row in entries.ledger.corroboration if row.claim == claim.id), None)
    held = {
        polarity: [stance.statement for stance in claim.stances if stance.polarity is polarity]
        for polarity in Polarity
    }
    return ClaimBoard(
        claim.id,
        claim.value,
        claim.slot,
        claim.straw,
        claim.contested,
        tuple((polarity, _cards(ids, entries)) for polarity, ids in held.items() if ids),
        count.documents if count else None,
        count.tellings if count else None,
        count.origins if count else None,
        claim.rule,
    )


def dispute_boards(entries: Entries, *, possible: bool = False) -> tuple[DisputeBoard, ...]:
    """Return the disputes that are shown, the newest first; with `possible`, all of them."""
    boards = [
        dispute_board(dispute, entries)
        for dispute in entries.ledger.disputes
        if possible or dispute.state in SHOWN
    ]
    return tuple(sorted(boards, key=lambda board: (_newest(board), board.id)))


def why_none(ledger: Ledger) -> str:
    """Say why no dispute is shown: nothing read, one voice, no denial, or none firm enough."""
    statements = sum(len(reading.statements) for reading in ledger.readings)
    denied = sum(
        stance.polarity is Polarity.FALSE for claim in ledger.claims for stance in claim.stances
    )
    reasons = (
        (not ledger.readings, "the case holds no documents"),
        (not statements, "no statement was read from the documents"),
        (not ledger.claims, "no two statements were linked to one claim"),
        (bool(ledger.disputes), f"{len(ledger.disputes)} possible, none firm enough to be shown"),
        (not denied, "no source denies a claim that another makes"),
    )
    return next((why for holds, why in reasons if holds), "no claim is both affirmed and denied")


def _side(side: Side, entries: Entries) -> BoardSide:
    voices, copies = _voices(side.statements, entries)
    own = {card.document for card in voices}
    counted = (row.tellings for row in entries.ledger.corroboration if row.claim == side.claim)
    return BoardSide(
        *(side.claim, side.polarity, side.position, side.held_by, side.origins, voices, copies),
        documents=len(own | {card.document for card in copies}),
        tellings=min(len(own), next(counted, len(own))),
    )


def _newest(board: DisputeBoard) -> int:
    return -(board.latest.toordinal() if board.latest else 0)


def _voices(
    ids: Iterable[StatementId], entries: Entries
) -> tuple[tuple[StatementCard, ...], tuple[StatementCard, ...]]:
    """Part the statements of a side into voices and copies that add none."""
    cards = _cards(ids, entries)
    voices = tuple(each for each in cards if not each.copied_from)
    return voices, tuple(each for each in cards if each.copied_from)


def _cards(ids: Iterable[StatementId], entries: Entries) -> tuple[StatementCard, ...]:
    cards = [card(id, entries) for id in dict.fromkeys(ids) if id in entries.statements]
    return tuple(sorted(cards, key=lambda each: (each.published or date.max, each.outlet, each.id)))

"""Desk: what is new, what is disputed, what waits for a person, what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.ledger.summaries import DocumentLine, OutletLine
from counterclaim.linking.decisions import standing
from counterclaim.model.intake import Failure
from counterclaim.page.opened import Opened
from counterclaim.page.screens.statements import voices_in
from counterclaim.views.disputes import SHOWN, DisputeBoard, dispute_board

LIVE, NEW, FAILED, OUTLETS = 4, 6, 8, 8
"""What the desk has room for."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much there is of everything."""

    documents: int
    actors: int
    claims: int
    events: int
    disputes: int
    possible: int
    decided: int
    to_review: int


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The case at a glance."""

    numbers: Numbers
    live: tuple[DisputeBoard, ...]
    new: tuple[DocumentLine, ...]
    outlets: tuple[OutletLine, ...]
    failures: tuple[Failure, ...]
    failed: int


def desk(shelf: Opened) -> DeskPage:
    """Show the case at a glance."""
    live = [each for each in shelf.linked.board if each.state in SHOWN][:LIVE]
    entries = shelf.around(voices_in(live))
    failures = shelf.failures()
    return DeskPage(
        _numbers(shelf),
        tuple(dispute_board(each, entries) for each in live),
        shelf.lines(shelf.documents[:NEW]),
        shelf.outlets(OUTLETS),
        failures[:FAILED],
        len(failures),
    )


def _numbers(shelf: Opened) -> Numbers:
    linked = shelf.linked
    ledger = linked.entries.ledger
    firm = sum(each.state in SHOWN for each in linked.board)
    decided = {each.target for each in standing(shelf.reviews())}
    return Numbers(
        len(shelf.documents),
        len(ledger.actors),
        len(ledger.claims),
        len(ledger.events),
        firm,
        len(linked.board) - firm,
        len(decided),
        len(linked.voices) - len(decided & linked.voices.keys()),
    )

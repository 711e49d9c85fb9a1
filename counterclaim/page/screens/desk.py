"""Desk: what is new, what is disputed, what waits for a person, what could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.linking.decisions import standing
from counterclaim.model.intake import Failure
from counterclaim.model.record import DisputeState
from counterclaim.page.opened import Opened
from counterclaim.page.screens.disputes import weightiest_first
from counterclaim.page.screens.reading import DocumentFacts, facts
from counterclaim.page.screens.statements import voices_in
from counterclaim.page.shelf import KEPT
from counterclaim.views.disputes import SHOWN, DisputeBoard, dispute_board
from counterclaim.views.overview import OutletRow, outlet_rows

LIVE, NEW, FAILED = 4, 6, 8
"""Disputes, documents and failures on the desk; each has a page with all of them."""


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
    new: tuple[DocumentFacts, ...]
    outlets: tuple[OutletRow, ...]
    failures: tuple[Failure, ...]
    failed: int


def desk(shelf: Opened) -> DeskPage:
    """Show the case at a glance."""
    ledger = shelf.linked.entries.ledger
    live = weightiest_first([each for each in ledger.disputes if each.state in SHOWN])
    entries = shelf.entries({*shelf.documents[:KEPT], *shelf.documents_of(voices_in(live[:LIVE]))})
    newest = sorted(
        (facts(each, entries) for each in entries.readings.values()),
        key=lambda each: (each.published is None, each.published and -each.published.toordinal()),
    )
    failures = shelf.failures()
    return DeskPage(
        _numbers(shelf),
        tuple(dispute_board(each, entries) for each in live[:LIVE]),
        tuple(newest[:NEW]),
        outlet_rows(entries.ledger)[:8],
        failures[:FAILED],
        len(failures),
    )


def _numbers(shelf: Opened) -> Numbers:
    ledger = shelf.linked.entries.ledger
    possible = sum(each.state is DisputeState.POSSIBLE for each in ledger.disputes)
    decided = {each.target for each in standing(shelf.reviews())}
    waiting = set(voices_in(ledger.disputes)) - decided
    return Numbers(
        len(shelf.documents),
        len(ledger.actors),
        len(ledger.claims),
        len(ledger.events),
        len(ledger.disputes) - possible,
        possible,
        len(decided),
        len(waiting),
    )

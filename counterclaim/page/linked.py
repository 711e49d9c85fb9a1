"""The links of a case, by what leads from one to another; worked out once after each linking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from counterclaim.model.actor import Actor
from counterclaim.model.claim import Claim, ClaimId, Corroboration, Dispute
from counterclaim.model.event import EventId
from counterclaim.model.place import PlaceId
from counterclaim.model.record import Event
from counterclaim.model.statement import StatementId
from counterclaim.views.disputes import SHOWN
from counterclaim.views.entries import Entries

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Linked:
    """The links of the case by id, without readings, and what leads from one to another.

    `board` holds the disputes in the order in which they are shown, `voices` the statements in
    them, `latest` the events, the latest first, `begun_on` those by the number of their first day,
    `faces` the actors without their mentions.
    """

    entries: Entries
    disputes_of: Mapping[ClaimId, tuple[Dispute, ...]]
    claims_of: Mapping[EventId, tuple[Claim, ...]]
    counted: Mapping[ClaimId, Corroboration]
    board: tuple[Dispute, ...]
    voices: Mapping[StatementId, None]
    latest: tuple[Event, ...]
    faces: tuple[Actor, ...]
    begun_on: Mapping[int, tuple[Event, ...]]
    at_place: Mapping[PlaceId, tuple[Event, ...]]


def linked(entries: Entries) -> Linked:
    """Work out what leads from one link to another."""
    ledger = entries.ledger
    disputes: dict[ClaimId, list[Dispute]] = defaultdict(list)
    for dispute in ledger.disputes:
        for claim in dict.fromkeys(side.claim for side in dispute.sides):
            disputes[claim].append(dispute)
    claims: dict[EventId, list[Claim]] = defaultdict(list)
    for each in ledger.claims:
        if each.event:
            claims[each.event].append(each)
    board = sorted(ledger.disputes, key=_weightiest_first)
    return Linked(
        entries,
        {id: tuple(found) for id, found in disputes.items()},
        {id: tuple(found) for id, found in claims.items()},
        {each.claim: each for each in ledger.corroboration},
        tuple(board),
        {id: None for each in board for side in each.sides for id in side.statements},
        tuple(sorted(ledger.events, key=_latest_first)),
        tuple(replace(each, mentions=()) for each in ledger.actors),
        _grouped((each.when[0].toordinal(), each) for each in ledger.events if each.when),
        _grouped((each.place, each) for each in ledger.events if each.place),
    )


def _grouped(pairs: Iterable[tuple[K, Event]]) -> Mapping[K, tuple[Event, ...]]:
    found: dict[K, list[Event]] = defaultdict(list)
    for key, event in pairs:
        found[key].append(event)
    return {key: tuple(events) for key, events in found.items()}


def _weightiest_first(dispute: Dispute) -> tuple[bool, int, str]:
    """Put firm ones first, then those with most voices surely apart, the smaller side first."""
    origins = sorted(side.origins for side in dispute.sides)
    weight = 100 * (origins[0] if origins else 0) + sum(origins)
    return (dispute.state not in SHOWN, -weight, dispute.id)


def _latest_first(event: Event) -> tuple[int, int, str]:
    return (-event.when[0].toordinal() if event.when else 0, -len(event.mentions), event.id)

"""What one ledger holds that another does not: events, stances and disputes, new, gone or changed.

Clusters of two ledgers are held to be one where they share a member: a telling, a statement.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from counterclaim.model.claim import Dispute
from counterclaim.model.record import Event
from counterclaim.model.statement import StatementId
from counterclaim.model.text import DocumentId
from counterclaim.views.disputes import SHOWN, DisputeBoard, dispute_board
from counterclaim.views.entries import Entries
from counterclaim.views.events import EventCard, event_card
from counterclaim.views.statements import StatementCard, card
from counterclaim.views.texts import is_spoken

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an entry before and after; an empty value is none."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EventChange:
    """An event of which something else is told now, and the statements that are new on it."""

    event: EventCard
    changes: tuple[Change, ...]
    statements: tuple[StatementCard, ...]


@dataclass(frozen=True, slots=True)
class DisputeChange:
    """A dispute whose state or sides are others now, and the statements that are new in it."""

    dispute: DisputeBoard
    changes: tuple[Change, ...]
    statements: tuple[StatementCard, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between an earlier and a later ledger."""

    documents_added: tuple[DocumentId, ...]
    documents_gone: tuple[DocumentId, ...]
    events_added: tuple[EventCard, ...]
    events_gone: tuple[EventCard, ...]
    events_changed: tuple[EventChange, ...]
    disputes_added: tuple[DisputeBoard, ...]
    disputes_gone: tuple[DisputeBoard, ...]
    disputes_changed: tuple[DisputeChange, ...]

    @property
    def none(self) -> bool:
        """Whether both ledgers say the same."""
        return not any(getattr(self, name) for name in self.__slots__)


def compare(before: Entries, after: Entries) -> Changes:
    """Say what is new, gone and changed from one ledger to another."""
    events = _pairs(before.events.values(), after.events.values(), _tellings)
    disputes = _pairs(_shown(before), _shown(after), _statements)
    changed_events = (_event_change(a, b, before, after) for a, b in events if a and b)
    changed_disputes = (_dispute_change(a, b, before, after) for a, b in disputes if a and b)
    return Changes(
        documents_added=tuple(sorted(after.readings.keys() - before.readings.keys())),
        documents_gone=tuple(sorted(before.readings.keys() - after.readings.keys())),
        events_added=tuple(event_card(b, after) for a, b in events if b and not a),
        events_gone=tuple(event_card(a, before) for a, b in events if a and not b),
        events_changed=tuple(each for each in changed_events if each.changes),
        disputes_added=tuple(dispute_board(b, after) for a, b in disputes if b and not a),
        disputes_gone=tuple(dispute_board(a, before) for a, b in disputes if a and not b),
        disputes_changed=tuple(each for each in changed_disputes if each.changes),
    )


def _shown(entries: Entries) -> list[Dispute]:
    return [each for each in entries.disputes.values() if each.state in SHOWN]


def _tellings(event: Event) -> Collection[str]:
    return event.tellings


def _statements(dispute: Dispute) -> Collection[str]:
    return [id for side in dispute.sides for id in side.statements]


def _pairs(
    before: Iterable[Entry], after: Iterable[Entry], members: Callable[[Entry], Collection[str]]
) -> list[tuple[Entry | None, Entry | None]]:
    """Pair the entries that share most members, each at most once; the rest stand alone."""
    one, other = list(before), list(after)
    at: Mapping[str, int] = {id: n for n, each in enumerate(one) for id in members(each)}
    shared = [
        (-len([id for id in members(each) if at.get(id) == n]), n, m)
        for m, each in enumerate(other)
        for n in sorted({at[id] for id in members(each) if id in at})
    ]
    taken: dict[int, int] = {}
    left = set(range(len(one)))
    for _, n, m in sorted(shared):
        if n in left and m not in taken:
            taken[m] = n
            left.discard(n)
    pairs: list[tuple[Entry | None, Entry | None]] = [
        (one[taken[m]] if m in taken else None, each) for m, each in enumerate(other)
    ]
    return [*pairs, *((one[n], None) for n in sorted(left))]


def _event_change(a: Event, b: Event, before: Entries, after: Entries) -> EventChange:
    one, other = event_card(a, before), event_card(b, after)
    told = [each.trigger.statement for each in b.mentions]
    charged = [each.value.statement for each in b.responsibility]
    counted = [each.value.statement for each in b.tolls]
    new = (id for id in (*counted, *charged, *told) if id and id not in before.statements)
    changes = tuple(_differing(_event_fields(one), _event_fields(other)))
    return EventChange(other, changes, _cards(new, after))


def _event_fields(event: EventCard) -> dict[str, str]:
    days = " to ".join(dict.fromkeys(day.isoformat() for day in event.when or ()))
    charges = sorted(f"{each.party}: {each.told}, says {each.held_by}" for each in event.charges)
    return {
        "type": event.type,
        "status": event.status,
        "when": days,
        "place": event.place,
        "killed": event.killed,
        "injured": event.injured,
        "charges": "; ".join(charges),
    }


def _dispute_change(a: Dispute, b: Dispute, before: Entries, after: Entries) -> DisputeChange:
    new = (id for id in _statements(b) if id not in before.statements)
    changes = tuple(_differing(_dispute_fields(a), _dispute_fields(b)))
    return DisputeChange(
        dispute_board(b, after), changes, _cards((StatementId(id) for id in new), after)
    )


def _dispute_fields(dispute: Dispute) -> dict[str, str]:
    held = sorted(f"{side.polarity.value} {', '.join(side.held_by)}" for side in dispute.sides)
    return {"state": dispute.state.value, "held by": "; ".join(held)}


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    return (
        Change(name, before[name], after[name]) for name in before if before[name] != after[name]
    )


def _cards(ids: Iterable[StatementId], entries: Entries) -> tuple[StatementCard, ...]:
    known = (id for id in dict.fromkeys(ids) if id in entries.statements)
    return tuple(card(id, entries) for id in known if is_spoken(entries.statements[id][0]))

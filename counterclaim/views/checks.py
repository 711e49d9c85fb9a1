"""A text held against a case: which of its statements are new, known or contested there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counterclaim.linking.origins import Origins
from counterclaim.model.claim import Claim, ClaimId, Dispute, DisputeState, Stance
from counterclaim.model.record import Event
from counterclaim.model.statement import Polarity, Statement, StatementId
from counterclaim.model.text import DocumentId
from counterclaim.views.entries import Entries
from counterclaim.views.events import EventCard, event_card
from counterclaim.views.origins import origins_of
from counterclaim.views.statements import StatementCard, card
from counterclaim.views.texts import in_order, is_spoken

OPEN = frozenset({DisputeState.WITHDRAWN, DisputeState.POSSIBLE})
"""States of a dispute that contest nothing, or not firmly enough to be said."""


class Standing(StrEnum):
    """What a case has on a statement: nothing, others who say it, others who say otherwise."""

    NEW = "new"
    KNOWN = "known"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement of the text, who in the case says it too, and who says otherwise.

    The numbers are those of the case alone; a copy adds a document and no telling.
    """

    statement: StatementCard
    standing: Standing
    claims: tuple[ClaimId, ...]
    said_by: tuple[StatementCard, ...]
    against: tuple[StatementCard, ...]
    documents: int
    tellings: int
    origins: int


@dataclass(frozen=True, slots=True)
class Check:
    """A whole text held against a case; `copy_of` and `unread` say what stands in the way."""

    checked: tuple[Checked, ...]
    events: tuple[EventCard, ...]
    copy_of: tuple[DocumentId, ...]
    unread: tuple[str, ...]

    def number(self, standing: Standing) -> int:
        """Count the statements of one standing."""
        return sum(each.standing is standing for each in self.checked)


def check(
    own: frozenset[DocumentId], entries: Entries, known: Iterable[Event] | None = None
) -> Check:
    """Hold the documents `own` against all others of a ledger that was linked with them.

    `known` are the events as they stand without them; the ledger's own where they are not given.
    """
    origins = origins_of(entries.ledger)
    readings = [entries.readings[id] for id in sorted(own)]
    cards = (
        _checked(statement, own, entries, origins)
        for reading in readings
        for statement in in_order(reading.statements)
    )
    told = {telling.id for each in readings for telling in each.tellings}
    beside = {
        other
        for event in entries.ledger.events
        if told & {*event.tellings}
        for other in {*event.tellings} - told
    }
    events = entries.ledger.events if known is None else known
    shared = (event for event in events if beside & {*event.tellings})
    copies = (entries.copy_of.get(id) for id in sorted(own))
    return Check(
        checked=tuple(each for each in cards if each),
        events=tuple(event_card(event, entries) for event in shared),
        copy_of=tuple(id for id in copies if id and id not in own),
        unread=tuple(each.unread for each in readings if each.unread),
    )


def _checked(
    statement: Statement, own: frozenset[DocumentId], entries: Entries, origins: Origins
) -> Checked | None:
    """Check a statement; what nobody says on record is shown only where others have a say in it."""
    same, other = _stances(statement.id, own, entries)
    said_by, against = _cards(same, entries), _cards(other, entries)
    if not (is_spoken(statement) or said_by or against):
        return None
    standing = Standing.CONTESTED if against else Standing.KNOWN if said_by else Standing.NEW
    documents = {each.document for each in said_by}
    claims = tuple(claim.id for claim in entries.claims_of.get(statement.id, ()))
    return Checked(
        statement=card(statement.id, entries),
        standing=standing,
        claims=claims,
        said_by=said_by,
        against=against,
        documents=len(documents),
        tellings=len(documents - entries.copy_of.keys()),
        origins=origins.number(tuple(_stances_of(same, entries))),
    )


def _stances(
    id: StatementId, own: frozenset[DocumentId], entries: Entries
) -> tuple[set[StatementId], set[StatementId]]:
    """Return the statements of others that hold the same, and those that hold otherwise."""
    same, other = set[StatementId](), set[StatementId]()
    for claim in entries.claims_of.get(id, ()):
        held = {stance.polarity for stance in claim.stances if stance.statement == id}
        for stance in _of_others(claim, own, entries):
            if stance.polarity in held:
                same.add(stance.statement)
            elif Polarity.OPEN not in (stance.polarity, *held):
                other.add(stance.statement)
    for dispute in entries.ledger.disputes:
        if dispute.state not in OPEN:
            other |= _across(dispute, id, own, entries)
    return same, other


def _of_others(claim: Claim, own: frozenset[DocumentId], entries: Entries) -> Iterator[Stance]:
    for stance in claim.stances:
        found = entries.statements.get(stance.statement)
        if found and found[1].document.id not in own:
            yield stance


def _across(
    dispute: Dispute, id: StatementId, own: frozenset[DocumentId], entries: Entries
) -> set[StatementId]:
    """Return what others hold against a statement in a dispute that it has a side in."""
    sides = [frozenset(side.statements) for side in dispute.sides]
    if not any(id in side for side in sides):
        return set()
    against = {each for side in sides if id not in side for each in side}
    return {each for each in against if entries.statements[each][1].document.id not in own}


def _stances_of(ids: Collection[StatementId], entries: Entries) -> Iterator[Stance]:
    """Yield the stances of statements, each once."""
    for id in sorted(ids):
        stances = (s for claim in entries.claims_of.get(id, ()) for s in claim.stances)
        yield from [stance for stance in stances if stance.statement == id][:1]


def _cards(ids: Iterable[StatementId], entries: Entries) -> tuple[StatementCard, ...]:
    found = (card(id, entries) for id in ids)
    return tuple(sorted(found, key=lambda each: (each.published or date.max, each.outlet, each.id)))

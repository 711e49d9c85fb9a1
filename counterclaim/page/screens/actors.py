"""Actors: a party under all its names, what it says, and what is said about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from counterclaim.errors import UnknownId
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import DisputeId
from counterclaim.model.event import Estimate, EventId
from counterclaim.model.record import Reading
from counterclaim.model.statement import PARTIES, MentionId, MentionType, StatementId
from counterclaim.model.text import DocumentId
from counterclaim.page.opened import Opened, PageNumber, Part, Words, filled, part_of
from counterclaim.page.screens.review import last_regrouping
from counterclaim.page.screens.statements import Said, disputes_on, last_reviews, shown
from counterclaim.page.shelf import Shelf
from counterclaim.views.actors import ActorCard, Likely, actor_card
from counterclaim.views.entries import Entries
from counterclaim.views.events import ChargeCard, charge_card, number
from counterclaim.views.statements import speaker
from counterclaim.views.texts import is_spoken

MOST = 60  # statements of an actor on its page; search finds the rest
READ = 40  # documents that an actor's page is made from, the newest


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in the list of all."""

    id: ActorId
    name: str
    type: MentionType
    aliases: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """The parties of a case, those that are spoken of most come first."""

    actors: Part[ActorRow]
    wanted: str
    type: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """An event that somebody holds the actor responsible for, in what part, and how firmly."""

    event: EventId
    line: str
    charge: ChargeCard


@dataclass(frozen=True, slots=True)
class Number:
    """A number about the actor that is no event, and who gives it."""

    measure: str
    count: str
    held_by: str
    document: DocumentId
    statement: StatementId | None


@dataclass(frozen=True, slots=True)
class Bond:
    """A relation of the actor to another, as a text or a source states it."""

    predicate: str
    other: str
    actor: ActorId | None
    outward: bool
    held_by: str
    document: DocumentId
    statement: StatementId | None


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor: names, what it says, what is said about it, disputes, numbers, relations.

    `candidates` may be the same, for a person to decide.
    """

    card: ActorCard
    says: tuple[Said, ...]
    about: tuple[Said, ...]
    said_in_all: int
    about_in_all: int
    charges: tuple[Charge, ...]
    numbers: tuple[Number, ...]
    bonds: tuple[Bond, ...]
    disputes: tuple[tuple[DisputeId, str], ...]
    candidates: tuple[Likely, ...]
    undoable: str


def actors(shelf: Opened, q: Words = "", type: Words = "", page: PageNumber = 1) -> ActorsPage:
    """List the parties of the case."""
    ledger = shelf.linked.entries.ledger
    found = [each for each in ledger.actors if _is_wanted(each, q, type)]
    found.sort(key=lambda each: (-len(each.mentions), each.name, each.id))
    part = part_of(found, page)
    rows = [ActorRow(a.id, a.name, a.type, a.aliases, len(a.mentions)) for a in part.items]
    return ActorsPage(filled(part, rows), q, type, tuple(sorted(each.value for each in PARTIES)))


def actor(shelf: Opened, id: str) -> ActorPage:
    """Show one actor."""
    found = shelf.actor_of(id)
    if found is None:
        raise UnknownId(f"no actor has the id '{id}'", "See all of them under Actors")
    entries = _around(found, shelf)
    card = actor_card(found, entries)
    about = tuple(_about(found, entries))
    reviews = last_reviews(shelf)
    return ActorPage(
        card,
        tuple(shown(each, entries, shelf, reviews) for each in card.says[:MOST]),
        tuple(shown(each, entries, shelf, reviews) for each in about[:MOST]),
        len(card.says),
        len(about),
        tuple(_charges(found, entries)),
        tuple(_numbers(found, entries)),
        tuple(_bonds(found, entries)),
        _disputes(card.says, shelf),
        card.perhaps,
        last_regrouping(shelf),
    )


def _is_wanted(actor: Actor, words: str, type: str) -> bool:
    if type and actor.type != type:
        return False
    if not words:
        return actor.type in PARTIES or bool(type)
    wanted = words.casefold()
    return any(wanted in name.casefold() for name in (actor.name, *actor.aliases))


def _around(actor: Actor, shelf: Shelf) -> Entries:
    """Return the newest readings that mention the actor; all actors, with their mentions there."""
    behind = frozenset(shelf.behind(actor.id))
    entries = shelf.entries(islice((each for each in shelf.documents if each in behind), READ))
    present = defaultdict[ActorId, list[MentionId]](list)
    for id in entries.mentions:
        if id in entries.actor_of:
            present[entries.actor_of[id].id].append(id)
    faces = (
        replace(each, mentions=tuple(present[each.id])) if each.id in present else each
        for each in shelf.linked.faces
    )
    return replace(entries, ledger=replace(entries.ledger, actors=tuple(faces)))


def _about(actor: Actor, entries: Entries) -> Iterator[StatementId]:
    """Yield the statements in whose content the actor is named."""
    own = frozenset(actor.mentions)
    for reading in entries.readings.values():
        named = [mention.span for mention in reading.mentions if mention.id in own]
        for statement in reading.statements:
            inside = any(span in content for content in statement.content for span in named)
            if inside and statement.source.mention not in own and is_spoken(statement):
                yield statement.id


def _charges(actor: Actor, entries: Entries) -> Iterator[Charge]:
    own, here = frozenset(actor.mentions), entries.tellings
    for event in entries.events.values():
        for told in event.responsibility:
            charge = told.value
            if (told.actor == actor.id or charge.mention in own) and told.telling in here:
                line = f"{event.type.replace('_', ' ')}"
                day = f", {event.when[0].isoformat()}" if event.when else ""
                yield Charge(event.id, f"{line}{day}", charge_card(told, entries))


def _holder(id: StatementId | None, reading: Reading) -> str:
    """Name who says so: the source of a statement, else the outlet in its own words."""
    said = next((each for each in reading.statements if each.id == id), None)
    return speaker(said, reading.document) if said else "the outlet's own words"


def _numbers(actor: Actor, entries: Entries) -> Iterator[Number]:
    own = frozenset(actor.mentions)
    for reading in entries.readings.values():
        for estimate in reading.estimates:
            if estimate.mention in own:
                yield Number(
                    measure=estimate.measure.replace("_", " "),
                    count=_count(estimate),
                    held_by=_holder(estimate.statement, reading),
                    document=reading.document.id,
                    statement=estimate.statement,
                )


def _count(estimate: Estimate) -> str:
    counted = estimate.count.value
    return " ".join(part for part in (number(counted), counted.unit) if part)


def _bonds(actor: Actor, entries: Entries) -> Iterator[Bond]:
    own = frozenset(actor.mentions)
    for reading in entries.readings.values():
        for tie in reading.ties:
            if {tie.subject, tie.object} & own:
                outward = tie.subject in own
                other = tie.object if outward else tie.subject
                name, id = _named(other, entries)
                predicate = tie.predicate.value.replace("_", " ")
                held, document = _holder(tie.statement, reading), reading.document.id
                yield Bond(predicate, name, id, outward, held, document, tie.statement)


def _named(id: MentionId, entries: Entries) -> tuple[str, ActorId | None]:
    actor = entries.actor_of.get(id)
    if actor:
        return actor.name, actor.id
    return (entries.mentions[id][0].name if id in entries.mentions else ""), None


def _disputes(said: tuple[StatementId, ...], shelf: Shelf) -> tuple[tuple[DisputeId, str], ...]:
    found = {dispute.id: dispute for id in said for dispute in disputes_on(id, shelf)}
    return tuple((dispute.id, dispute.question) for dispute in found.values())

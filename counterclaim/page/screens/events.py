"""Events: the list of what happened, and one event with every field, voice and row of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends

from counterclaim.errors import UnknownId
from counterclaim.linking import rule_book
from counterclaim.model.claim import Dispute
from counterclaim.model.event import Blank, EventId, Status
from counterclaim.model.record import Event, Field
from counterclaim.model.text import DocumentId
from counterclaim.model.time import Days
from counterclaim.page.opened import Opened, PageNumber, Part, Words, filled, part_of
from counterclaim.page.screens.matrix import Matrix, matrix
from counterclaim.page.screens.near import Near, nearest, parts_of
from counterclaim.page.screens.review import last_regrouping
from counterclaim.page.screens.rivals import Rival, counted_in, rivals_of
from counterclaim.page.screens.tolls import TollChart, toll_chart
from counterclaim.page.shelf import Shelf
from counterclaim.views.entries import Entries
from counterclaim.views.events import (
    EventCard,
    TellingCard,
    Wanted,
    event_card,
    is_wanted,
    number,
    place_in_words,
)
from counterclaim.views.happenings import explain_event
from counterclaim.views.values import Found

Day = date | None
Told = Mapping[str, tuple[Rival, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list was asked for, to be shown in its form."""

    type: str
    place: str
    since: Day
    until: Day
    everything: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in the list of all; numbers and place are in words, empty where nobody says."""

    id: EventId
    type: str
    status: Status
    when: Days | None
    place: str
    killed: str
    injured: str
    documents: int


@dataclass(frozen=True, slots=True)
class EventsPage:
    """The events that were asked for, the latest first, and the types that there are."""

    events: Part[EventRow]
    types: tuple[tuple[str, int], ...]
    asked: Asked


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of an event: the value used or why it is blank, the rule, who says what.

    `told` are the values that it is given; several that are used are never taken for one range.
    """

    name: str
    value: str
    blank: Blank | None
    rule: str
    says: str
    told: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A report with its tellings of the event, and those that print its text again."""

    tellings: tuple[TellingCard, ...]
    copies: tuple[TellingCard, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event: its card, its fields, its reports by origin, its disputes and its board.

    `counted` says how many were killed and injured, in words: several numbers are several.
    """

    card: EventCard
    counted: dict[str, str]
    fields: tuple[FieldRow, ...]
    origins: tuple[Origin, ...]
    joins: tuple[Found, ...]
    disputes: tuple[Dispute, ...]
    parts: tuple[Near, ...]
    near: tuple[Near, ...]
    undoable: str
    matrix: Matrix
    tolls: TollChart | None

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return self.tolls is not None


def asked_for(
    type: Words = "",
    place: Words = "",
    since: Day = None,
    until: Day = None,
    everything: bool = False,
) -> Asked:
    """Take what the form of the list asks for."""
    return Asked(type, place, since, until, everything)


def events(
    shelf: Opened, asked: Annotated[Asked, Depends(asked_for)], page: PageNumber = 1
) -> EventsPage:
    """List the events of the case."""
    wanted = Wanted(asked.type, asked.place, asked.since, asked.until, asked.everything)
    base = shelf.linked.entries
    found = [each for each in shelf.linked.latest if is_wanted(each, base, wanted)]
    part = part_of(found, page)
    types = Counter(each.type.replace("_", " ") for each in base.events.values())
    return EventsPage(
        filled(part, [_row(each, base) for each in part.items]),
        tuple(types.most_common()),
        asked,
    )


def _row(event: Event, base: Entries) -> EventRow:
    counted = counted_in(event)
    return EventRow(
        event.id,
        event.type.replace("_", " "),
        event.status,
        event.when,
        place_in_words(event, base),
        counted["killed"] or number(event.killed),
        counted["injured"] or number(event.injured),
        len({each.document for each in event.mentions}),
    )


def event(shelf: Opened, id: str) -> EventPage:
    """Show one event."""
    found = known_event(id, shelf)
    claims = shelf.linked.claims_of.get(found.id, ())
    stances = {stance.statement for claim in claims for stance in claim.stances}
    documents = {each.document for each in found.mentions} | set(shelf.documents_of(stances))
    entries = shelf.entries(documents)
    card = event_card(found, entries)
    explained = tuple(explain_event(found, entries))
    told = rivals_of(found, entries)
    return EventPage(
        card=card,
        fields=tuple(_fields(found, explained, told)),
        counted=counted_in(found),
        origins=tuple(_origins(card)),
        joins=tuple(each for each in explained if each.field == "one event"),
        disputes=tuple(each for each in shelf.linked.board if each.event == found.id),
        parts=parts_of(found, shelf),
        near=nearest(found, shelf),
        undoable=last_regrouping(shelf),
        matrix=matrix(claims, entries, shelf.linked.counted),
        tolls=toll_chart(found, entries),
    )


def known_event(id: str, shelf: Shelf) -> Event:
    """Return the event of an id. Raises UnknownId."""
    found = shelf.event_of(id)
    if found:
        return found
    raise UnknownId(f"no event has the id '{id}'", "See all of them under Events")


def _fields(event: Event, explained: tuple[Found, ...], told: Told) -> Iterator[FieldRow]:
    own: dict[str, Field] = {each.name: each for each in event.fields}
    rules, counted = rule_book(), counted_in(event)
    for found in explained:
        if found.field in own:
            blank, given = own[found.field].reason, told.get(found.field, ())
            used = "" if blank else counted.get(found.field) or found.value
            says = rules.get(found.rule, "")
            yield FieldRow(found.field, used, blank, found.rule, says, given)


def _origins(card: EventCard) -> Iterator[Origin]:
    """Yield the reports, each with the copies that print it; a copy of no other report is one."""
    told: dict[DocumentId, list[TellingCard]] = defaultdict(list)
    for telling in card.tellings:
        told[telling.document].append(telling)
    first = {id: tellings[0] for id, tellings in told.items()}
    for id, tellings in told.items():
        if first[id].copied_from not in told:
            copies = (each for each in first.values() if each.copied_from == id)
            yield Origin(tuple(tellings), tuple(copies))


def entries_of(event: Event, shelf: Shelf) -> Entries:
    """Return the links with the readings that tell of an event."""
    return shelf.entries({each.document for each in event.mentions})

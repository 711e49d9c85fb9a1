"""Happenings as cards: what, when, where, how many, who is held responsible and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from counterclaim.model.event import (
    Basis,
    Degree,
    EventId,
    EventKind,
    Modality,
    Responsibility,
    Share,
    Telling,
    TellingId,
)
from counterclaim.model.quantity import Bound, Quantity
from counterclaim.model.record import Event, Told
from counterclaim.model.statement import SourceType, StatementId
from counterclaim.model.text import DocumentId
from counterclaim.model.time import Days
from counterclaim.views.entries import Entries
from counterclaim.views.statements import own_voice, speaker

UNREAL = frozenset({Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE})


@dataclass(frozen=True, slots=True)
class ChargeCard:
    """A party, in what part and how firmly it is held responsible, and by whom.

    `held_by` is who reports it, where the words say that nobody claims the deed.
    """

    party: str
    share: Share
    degree: Degree
    held_by: str
    statement: StatementId | None
    document: DocumentId

    @property
    def told(self) -> str:
        """In what part and how firmly, in words: what a text reports as a fact is none for that."""
        if self.degree is Degree.UNCLAIMED:
            return "claimed by nobody"
        reported = "reported as " if self.degree is Degree.FACT else ""
        return f"{self.share.value}, {reported}{self.degree.value.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class TellingCard:
    """One document's telling of a happening: its words, its numbers, whom it charges."""

    id: TellingId
    document: DocumentId
    title: str
    outlet: str
    published: date | None
    copied_from: DocumentId | None
    type: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]
    charges: tuple[ChargeCard, ...]


@dataclass(frozen=True, slots=True)
class EventCard:
    """A happening arranged for reading. `voices` counts reports that are no copies.

    `place`, `killed` and `injured` are in words, empty where no telling says.
    """

    id: EventId
    type: str
    status: str
    kind: EventKind
    modality: tuple[Modality, ...]
    when: Days | None
    place: str
    killed: str
    injured: str
    reports: tuple[DocumentId, ...]
    voices: int
    charges: tuple[ChargeCard, ...]
    tellings: tuple[TellingCard, ...]
    part_of: EventId | None

    @property
    def documents(self) -> int:
        """How many reports tell of it."""
        return len(self.reports)

    @property
    def reported(self) -> Days | None:
        """The days of the first and of the last report on it."""
        days = [each.published for each in self.tellings if each.published]
        return (min(days), max(days)) if days else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; an empty field asks for nothing. Both days are included."""

    type: str = ""
    place: str = ""
    first: date | None = None
    last: date | None = None
    everything: bool = False


def event_card(event: Event, entries: Entries) -> EventCard:
    """Arrange one event."""
    tellings = tuple(
        _telling_card(entries.tellings[id][0], entries, event)
        for id in event.tellings
        if id in entries.tellings
    )
    reports = dict.fromkeys(each.document for each in event.mentions)
    return EventCard(
        id=event.id,
        type=event.type.replace("_", " "),
        status=event.status.value,
        kind=event.kind,
        modality=event.modality,
        when=event.when,
        place=place_in_words(event, entries),
        killed=number(event.killed),
        injured=number(event.injured),
        reports=tuple(reports),
        voices=len(reports.keys() - entries.copy_of.keys()),
        charges=_distinct(charge for each in tellings for charge in each.charges),
        tellings=tuple(sorted(tellings, key=_when_told)),
        part_of=event.part_of,
    )


def event_cards(entries: Entries, wanted: Wanted | None = None) -> tuple[EventCard, ...]:
    """Return the events that are asked for, the latest first; those without a day come last."""
    wanted = wanted or Wanted()
    found = (each for each in entries.events.values() if is_wanted(each, entries, wanted))
    cards = (event_card(each, entries) for each in found)
    return tuple(sorted(cards, key=lambda card: (-_ordinal(card.when), -card.documents, card.id)))


def parts_of(event: EventId, entries: Entries) -> tuple[EventId, ...]:
    """Return the events that are parts of this one."""
    return tuple(sorted(each.id for each in entries.events.values() if each.part_of == event))


def chronology(cards: Iterable[EventCard]) -> tuple[EventCard, ...]:
    """Return the events that have a day, in the order in which they happened."""
    dated = [card for card in cards if card.when]
    return tuple(sorted(dated, key=lambda card: (card.when or (), card.id)))


def why_none(entries: Entries) -> str:
    """Say why no event is shown."""
    reasons = (
        (not entries.readings, "the case holds no documents"),
        (not entries.tellings, "no happening was read from the documents"),
        (not entries.events, "what was read is not linked yet: run `counterclaim read`"),
    )
    return next((why for holds, why in reasons if holds), "none is as asked for")


def number(quantity: Quantity | None) -> str:
    """Write an interval as a person would: "251 to 300", "at least 42", "dozens" has no number."""
    if quantity is None:
        return ""
    if quantity.low is None:
        return "number open" if quantity.high is None else f"up to {quantity.high}"
    if quantity.high is None:
        return f"at least {quantity.low}"
    ends = " to ".join(dict.fromkeys((str(quantity.low), str(quantity.high))))
    return f"about {ends}" if quantity.bound is Bound.ABOUT and "to" not in ends else ends


def _telling_card(telling: Telling, entries: Entries, event: Event) -> TellingCard:
    document = entries.readings[telling.document].document
    charges = (each for each in event.responsibility if each.telling == telling.id)
    return TellingCard(
        id=telling.id,
        document=document.id,
        title=document.title or document.key,
        outlet=document.outlet,
        published=document.published,
        copied_from=entries.copy_of.get(document.id),
        type=telling.type.value.replace("_", " "),
        words=tuple(dict.fromkeys(document.quote(each.span) for each in telling.triggers)),
        numbers=tuple(_numbers(telling)),
        charges=_distinct(charge_card(each, entries) for each in charges),
    )


def _numbers(telling: Telling) -> Iterator[str]:
    for toll in telling.tolls:
        counted = toll.count.value
        of = f" {counted.of or counted.unit}" if counted.of or counted.unit else ""
        yield f"{number(counted)}{of} {toll.effect.value.replace('_', ' ')}"


def charge_card(told: Told[Responsibility], entries: Entries) -> ChargeCard:
    """Arrange one charge; its telling must be entered."""
    charge, document = told.value, entries.tellings[told.telling][1].document
    holder = own_voice(document)
    if charge.statement and charge.statement in entries.statements:
        said, _ = entries.statements[charge.statement]
        holder = speaker(said, document) if said.source.type is not SourceType.NONE else holder
    degree = charge.degree.value
    return ChargeCard(_whom(charge), charge.share, degree, holder, charge.statement, document.id)


def _whom(charge: Responsibility) -> str:
    """Name a party in the words of the text, and beside them the known party whose act it is."""
    if charge.degree.value is Degree.UNCLAIMED:
        return "responsibility"
    known = charge.whose.casefold() in charge.party.casefold()
    return charge.party if known else f"{charge.party} ({charge.whose})"


def _distinct(charges: Iterable[ChargeCard]) -> tuple[ChargeCard, ...]:
    """Keep one charge of each holder against each party."""
    found: dict[tuple[str, ...], ChargeCard] = {}
    for each in charges:
        found.setdefault((each.party, each.share, each.degree, each.held_by), each)
    return tuple(found.values())


def place_in_words(event: Event, entries: Entries) -> str:
    """Write the place of an event: its name, province, country; needs no readings."""
    location = entries.places.get(event.place) if event.place else None
    place = location.place if location else None
    names = (place.name, place.admin1, "/".join(place.claimed_by)) if place else ()
    return ", ".join(dict.fromkeys(part for part in (*names, country_in_words(event)) if part))


def country_in_words(event: Event) -> str:
    """Write the country of an event, and whether it is only inferred."""
    if event.country is None:
        return ""
    inferred = event.country.basis is Basis.INFERRED
    return f"{event.country.code} (inferred)" if inferred else event.country.code


def is_wanted(event: Event, entries: Entries, wanted: Wanted) -> bool:
    """Whether an event is one of those that are asked for; needs no readings."""
    firm = event.kind is EventKind.INCIDENT and not UNREAL & set(event.modality)
    if not (firm or wanted.everything):
        return False
    if wanted.type and wanted.type.replace(" ", "_").lower() != event.type:
        return False
    if wanted.place and wanted.place.casefold() not in place_in_words(event, entries).casefold():
        return False
    return _meets(event.when, wanted.first, wanted.last)


def _meets(when: Days | None, first: date | None, last: date | None) -> bool:
    if first is None and last is None:
        return True
    return when is not None and when[1] >= (first or date.min) and when[0] <= (last or date.max)


def _ordinal(when: Days | None) -> int:
    return when[0].toordinal() if when else 0


def _when_told(card: TellingCard) -> tuple[date, str, str]:
    return card.published or date.max, card.outlet, card.id

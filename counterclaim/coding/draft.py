"""One event before a codebook, with all that its columns may ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from counterclaim.knowledge import Language, load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import AliasKind
from counterclaim.knowledge.codebooks import Codebook, Column
from counterclaim.knowledge.countries import Countries, load_countries
from counterclaim.knowledge.events import EventTypes
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.event import Blank, Part, Participant, Telling, TellingId
from counterclaim.model.place import Place, PlaceId
from counterclaim.model.record import Event, Ledger, Reading, Told
from counterclaim.model.row import Cell, Passage, Value
from counterclaim.model.statement import Mention, MentionId, Statement, StatementId
from counterclaim.model.text import Document, DocumentId, Span


@dataclass(frozen=True, slots=True)
class World:
    """A ledger and what is known beforehand, ready to be looked up."""

    documents: Mapping[DocumentId, Document]
    mentions: Mapping[MentionId, Mention]
    statements: Mapping[StatementId, Statement]
    tellings: Mapping[TellingId, Telling]
    places: Mapping[PlaceId, Place]
    actors: Mapping[ActorId, Actor]
    actor_of: Mapping[MentionId, ActorId]
    known: ActorIndex
    countries: Countries
    types: EventTypes
    copies: Mapping[DocumentId, DocumentId]
    readings: tuple[Reading, ...] = ()
    languages: Mapping[str, Language] = field(default_factory=dict)

    def statement(self, id: StatementId | None) -> Statement | None:
        """Return a statement by its id, if there is one."""
        return self.statements.get(id) if id else None

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166-1 alpha-3 code."""
        state = self.known.states.get(code)
        return self.known.actor(state).name if state else code

    def people(self, code: str) -> str:
        """Return what the people of a country are called, or its name."""
        state = self.known.states.get(code)
        forms = self.known.actor(state).forms(AliasKind.ADJECTIVE) if state else ()
        return next(iter(forms), self.country(code))


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before one column of a codebook; `numbers` is the rule for several numbers."""

    event: Event
    codebook: Codebook
    column: Column
    numbers: str
    world: World

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """What documents tell of the event, in the order of the ledger."""
        known = self.world.tellings
        return tuple(known[id] for id in self.event.tellings if id in known)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that tell of the event, each once."""
        found = dict.fromkeys(telling.document for telling in self.tellings)
        return tuple(self.world.documents[id] for id in found)

    @property
    def place(self) -> Place | None:
        """Where the event happened, as far as one place stands for all tellings."""
        return self.world.places.get(self.event.place) if self.event.place else None

    @property
    def country(self) -> str:
        """The ISO 3166-1 alpha-3 code of the country of the event, or nothing."""
        return self.event.country.code if self.event.country else ""

    def taking_part(self, *parts: Part) -> Iterator[Told[Participant]]:
        """Yield who or what took part in one of these roles."""
        return (each for each in self.event.participants if each.value.part in parts)

    def passage(self, telling: TellingId, span: Span) -> Passage:
        """Return words of a telling's document."""
        return Passage(self.world.tellings[telling].document, span)

    def quote(self, *passages: Passage) -> str:
        """Return the words of passages, each once."""
        words = (self.world.documents[at.document].quote(at.span) for at in passages)
        return "; ".join(dict.fromkeys(words))

    def triggers(self) -> tuple[Passage, ...]:
        """Return the words that speak of the event."""
        return tuple(Passage(each.document, each.trigger.span) for each in self.event.mentions)

    def code(self, column: str) -> Value | None:
        """Return the code of the event's type in "codebook.column"."""
        return self.world.types.code(self.event.type, column)

    def reason(self, field: str) -> Blank:
        """Return why a field of the event has no value."""
        reasons = (each.reason for each in self.event.fields if each.name == field)
        return next((reason for reason in reasons if reason), Blank.NOT_FOUND)


def filled(value: Value, passages: Iterable[Passage] = (), note: str = "") -> Cell:
    """Return a cell with its words."""
    return Cell(value, "", tuple(dict.fromkeys(passages)), note=note)


def blank(reason: Blank, note: str = "", passages: Iterable[Passage] = ()) -> Cell:
    """Return a blank cell with its reason."""
    return Cell(None, "", tuple(dict.fromkeys(passages)), reason, note)


def world_of(ledger: Ledger) -> World:
    """Make a ledger ready to be looked up, with what is known beforehand."""
    readings = ledger.readings
    return World(
        documents={each.document.id: each.document for each in readings},
        mentions={each.id: each for reading in readings for each in reading.mentions},
        statements={each.id: each for reading in readings for each in reading.statements},
        tellings={each.id: each for reading in readings for each in reading.tellings},
        places={each.place.id: each.place for each in ledger.places},
        actors={each.id: each for each in ledger.actors},
        actor_of={mention: each.id for each in ledger.actors for mention in each.mentions},
        known=load_actors(),
        countries=load_countries(),
        types=load_knowledge().events,
        copies={copy.document: copy.of for copy in ledger.copies},
        readings=readings,
        languages=load_knowledge().languages,
    )

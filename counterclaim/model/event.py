"""What happened, as one document tells it: events with their arguments, estimates, relations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from counterclaim.model.quantity import Effect, Quantity
from counterclaim.model.statement import MentionId, StatementId
from counterclaim.model.text import Cited, DocumentId, Span, digest
from counterclaim.model.time import Time

EventId = NewType("EventId", str)
TellingId = NewType("TellingId", str)


class EventKind(StrEnum):
    """A happening of its own, a sum of several, or words that only point back to one."""

    INCIDENT = "incident"
    AGGREGATE = "aggregate"
    REFERENCE = "reference"


class Status(StrEnum):
    """How far it came to pass, as the text has it."""

    OCCURRED = "occurred"
    ATTEMPTED = "attempted"
    PLANNED = "planned"
    ALLEGED = "alleged"


class Modality(StrEnum):
    """What keeps an event from being news of something that took place."""

    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    FUTURE = "future"
    HISTORICAL = "historical"


class Part(StrEnum):
    """What a participant is to the event."""

    PERPETRATOR = "perpetrator"
    VICTIM = "victim"
    TARGET = "target"
    WEAPON = "weapon"
    LOCATION = "location"
    OTHER = "other"


class Share(StrEnum):
    """What a party is held to have done for it: carry it out, plan it, fail to prevent it ..."""

    PERPETRATOR = "perpetrator"
    PLANNER = "planner"
    HOST = "host"
    SPONSOR = "sponsor"
    SUPPLIER = "supplier"
    NEGLIGENT = "negligent"


class Degree(StrEnum):
    """How firmly, and by whom, responsibility is put on a party (MUC-4 and coding practice, 6)."""

    FACT = "fact"
    CLAIMED = "claimed"
    ADMITTED = "admitted"
    ACCUSED_BY_AUTHORITIES = "accused_by_authorities"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    POSSIBLE = "possible"
    ACQUITTED = "acquitted"
    DENIED = "denied"
    UNCLAIMED = "unclaimed"


class PartyType(StrEnum):
    """What sort of party is held responsible; none where nobody is."""

    ORGANISATION = "organisation"
    PERSON = "person"
    STATE = "state"
    NONE = "none"


class Blank(StrEnum):
    """Why a field of an event holds no value (coding practice, section 2)."""

    TEXT_SILENT = "text_silent"
    NOT_FOUND = "not_found"
    CONTESTED = "contested"
    JUDGEMENT = "judgement"
    REGISTRY = "registry"


class Basis(StrEnum):
    """What a country rests on: words that place the event, or what the rest of a text implies."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Land:
    """The country that an event lies in, also where no map has its place.

    `code` is ISO 3166-1 alpha-3.
    """

    code: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that speak of an event, and the statement whose content they stand in, if any."""

    span: Span
    statement: StatementId | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what took part: the words, the mention if one stands there, how many, of where.

    `nationality` is ISO 3166-1 alpha-3, empty where the words do not say.
    """

    part: Part
    text: str
    span: Span
    rule: str
    mention: MentionId | None = None
    count: Cited[Quantity] | None = None
    nationality: str = ""


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were killed, injured ...: `of` says whose or which, the statement who says so.

    `attackers_included` is None where the words leave it open. `partial` marks a number that counts
    only people of one sort, who may be some of all: soldiers, children, staff; `earlier` one that
    the words themselves put before a later one: "had first spoken of two"; `revised` one that they
    call a change of another: "has risen to 50".
    """

    effect: Effect
    count: Cited[Quantity]
    statement: StatementId | None = None
    attackers_included: bool | None = None
    partial: bool = False
    earlier: bool = False
    revised: bool = False


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A party held, or not held, responsible: in what part, how firmly, by which statement.

    Without a statement it is the outlet's own voice, which is never `fact` of the ledger's.
    `party` is in the words of the text; `whose` is the known party whose act it is, by its name, as
    far as linking knows it: the state of an army, the body of a spokesman.
    """

    party: str
    party_type: PartyType
    share: Share
    degree: Cited[Degree]
    statement: StatementId | None = None
    mention: MentionId | None = None
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document tells of one happening: every field with the words it was read from.

    `type` is one of the event types in `data/events`. `part_of` is the telling of the same document
    that this one is a part of. `place` cites the mention of the place of the event itself, and
    `country` may be known without one. The days of `when` are those on which it happened, never
    those on which it was said.
    """

    id: TellingId
    document: DocumentId
    type: Cited[str]
    triggers: tuple[Trigger, ...]
    status: Cited[Status]
    kind: EventKind = EventKind.INCIDENT
    modality: tuple[Cited[Modality], ...] = ()
    part_of: TellingId | None = None
    when: Cited[Time] | None = None
    place: Cited[MentionId] | None = None
    country: Cited[Land] | None = None
    participants: tuple[Participant, ...] = ()
    tolls: tuple[Toll, ...] = ()
    responsibility: tuple[Responsibility, ...] = ()


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number about a party or an area that is no event: members, territory, money, displaced."""

    subject: str
    measure: str
    count: Cited[Quantity]
    span: Span
    mention: MentionId | None = None
    statement: StatementId | None = None
    as_of: Cited[tuple[date, date]] | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two parties, as the text or a source states it.

    `predicate` is one of the closed list of relations.
    """

    subject: MentionId
    predicate: Cited[str]
    object: MentionId
    statement: StatementId | None = None
    when: Cited[Time] | None = None


def estimate_id(document: DocumentId, found: Estimate) -> str:
    """Name an estimate by where it stands and what it measures."""
    return digest("estimate", document, f"{found.span.begin}-{found.span.end}", found.measure)


def tie_id(tie: Tie) -> str:
    """Name a tie by the two parties, the relation and who states it."""
    return digest("relation", tie.subject, tie.predicate.value, tie.object, tie.statement or "")


def telling_id(document: DocumentId, trigger: Span) -> TellingId:
    """Name a telling by the first words that speak of it."""
    return TellingId(digest("telling", document, f"{trigger.begin}-{trigger.end}"))

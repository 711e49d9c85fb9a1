"""What many documents add up to: the entries of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import Claim, ClaimId, Corroboration, Dispute
from counterclaim.model.event import (
    Blank,
    Estimate,
    EventId,
    EventKind,
    Land,
    Modality,
    Participant,
    Responsibility,
    Status,
    Telling,
    TellingId,
    Tie,
    Toll,
    Trigger,
)
from counterclaim.model.interaction import Interaction
from counterclaim.model.place import Place, PlaceId
from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import (
    Account,
    Mention,
    MentionId,
    Statement,
)
from counterclaim.model.text import Document, DocumentId
from counterclaim.model.time import Days

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says, read on its own.

    `accounts` holds every sentence once; `tellings`, `estimates` and `ties` are what it tells of
    happenings, numbers that are none, and relations between parties, `interactions` who does what
    to whom; `unread` says why a document was kept but not read.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    accounts: tuple[Account, ...] = ()
    tellings: tuple[Telling, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    ties: tuple[Tie, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A place of the world, and the mentions that are located there."""

    place: Place
    mentions: tuple[MentionId, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """How a field of an event was come by: the rule, and the tellings and claims that say so.

    `reason` is None where the field has a value.
    """

    name: str
    rule: str
    tellings: tuple[TellingId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    reason: Blank | None = None


@dataclass(frozen=True, slots=True)
class Told(Generic[T]):
    """A part of an event as one telling has it; `actor` is the party meant, where it is known."""

    value: T
    telling: TellingId
    actor: ActorId | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words of a telling that speak of an event."""

    document: DocumentId
    telling: TellingId
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class Join:
    """Why a telling was put to another: what speaks for it, by name, and what each is worth."""

    one: TellingId
    other: TellingId
    rule: str
    score: float
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening with all that documents tell of it.

    `when`, `place`, `killed` and `injured` are the envelope of what the tellings say, never one of
    their answers; `fields` says how each came about. `joins` says why the tellings are one event.
    """

    id: EventId
    type: str
    status: Status
    kind: EventKind
    tellings: tuple[TellingId, ...]
    mentions: tuple[EventMention, ...]
    fields: tuple[Field, ...]
    modality: tuple[Modality, ...] = ()
    part_of: EventId | None = None
    when: Days | None = None
    place: PlaceId | None = None
    country: Land | None = None
    killed: Quantity | None = None
    injured: Quantity | None = None
    tolls: tuple[Told[Toll], ...] = ()
    participants: tuple[Told[Participant], ...] = ()
    responsibility: tuple[Told[Responsibility], ...] = ()
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that prints another's text: it adds no voice. `likeness` is estimated Jaccard."""

    document: DocumentId
    of: DocumentId
    likeness: float


class Verdict(StrEnum):
    """What a reviewer decided; FLAG leaves it to another, WITHDRAW takes a decision back."""

    CONFIRM = "confirm"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    FLAG = "flag"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision on one entry. Never edited; a later review supersedes it."""

    target: str
    verdict: Verdict
    reviewer: str
    at: datetime
    field: str = ""
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger: a pure function of the readings and the reviews."""

    readings: tuple[Reading, ...]
    reviews: tuple[Review, ...] = ()
    copies: tuple[Copy, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    corroboration: tuple[Corroboration, ...] = ()
    places: tuple[Location, ...] = ()
    events: tuple[Event, ...] = ()

"""What many documents add up to: the entries of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, NewType, TypeVar

from counterclaim.model.event import (
    Blank,
    Estimate,
    EventKind,
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
from counterclaim.model.quantity import Number, Quantity
from counterclaim.model.statement import (
    Account,
    Certainty,
    Mention,
    MentionId,
    MentionType,
    Polarity,
    Statement,
    StatementId,
)
from counterclaim.model.text import Document, DocumentId
from counterclaim.model.time import Days

ActorId = NewType("ActorId", str)
ClaimId = NewType("ClaimId", str)
DisputeId = NewType("DisputeId", str)
EventId = NewType("EventId", str)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says, read on its own.

    `accounts` holds every sentence once; `tellings`, `estimates` and `ties` are what it tells of
    happenings, numbers that are none, and relations between parties, `interactions` who does what to
    whom; `unread` says why a document was kept but not read.
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
class Actor:
    """A party under all the names that documents give it.

    `known` is its id among the parties known beforehand, if it is one. `countries` are ISO 3166-1
    alpha-3, its home first; `part_of` the ids of the known parties that it belongs to or speaks
    for, nearest first.
    """

    id: ActorId
    name: str
    type: MentionType
    aliases: tuple[str, ...]
    mentions: tuple[MentionId, ...]
    rule: str
    known: str = ""
    countries: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()


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


class StanceState(StrEnum):
    """Whether a holder still stands by a claim (coding practice, section 14)."""

    HELD = "held"
    REVISED = "revised"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"
    CONCEDED = "conceded"


@dataclass(frozen=True, slots=True)
class Stance:
    """One source's position on a claim."""

    holder: ActorId | None
    name: str
    polarity: Polarity
    certainty: Certainty
    statement: StatementId
    state: StanceState = StanceState.HELD


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition that sources affirm, deny or leave open.

    `slot` is None where the reader does not know which question the claim answers, `of` whom or
    what a number counts, from `low` to `high`, or who denies his part in it; `straw` marks a claim
    known only through its denier (coding practice, section 13). `score` is the chance that the
    stances are on one thing, where that was weighed, `grounds` what it was weighed by, each with
    its worth.
    """

    id: ClaimId
    slot: str | None
    value: str
    stances: tuple[Stance, ...]
    straw: bool
    rule: str
    event: EventId | None = None
    of: str = ""
    low: Number | None = None
    high: Number | None = None
    score: float | None = None
    grounds: tuple[tuple[str, float], ...] = ()

    @property
    def interval(self) -> tuple[Number, Number]:
        """The numbers that a claim on a number allows, from nought and without end where open."""
        return self.low or 0, float("inf") if self.high is None else self.high

    @property
    def contested(self) -> bool:
        """Whether at least one source affirms the claim and one denies it."""
        return {Polarity.TRUE, Polarity.FALSE} <= {stance.polarity for stance in self.stances}


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a disputed question: a claim, affirmed or denied, and who holds it so."""

    claim: ClaimId
    polarity: Polarity
    position: str
    held_by: tuple[str, ...]
    statements: tuple[StatementId, ...]
    origins: int


class DisputeState(StrEnum):
    """How far a dispute is established; only a person resolves one."""

    CONTESTED = "contested"
    POSSIBLE = "possible"
    ONE_SIDED = "one-sided"
    WITHDRAWN = "withdrawn"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question to which sources give answers that cannot all be true.

    `score` is the chance that its sides are on one question, where that was weighed.
    """

    id: DisputeId
    slot: str | None
    question: str
    state: DisputeState
    sides: tuple[Side, ...]
    rule: str
    event: EventId | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How many documents, tellings and independent origins a claim has."""

    claim: ClaimId
    documents: int
    tellings: int
    origins: int


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

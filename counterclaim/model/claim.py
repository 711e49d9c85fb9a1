"""Claims, who holds them, and the disputes between holders."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from counterclaim.model.actor import ActorId
from counterclaim.model.event import EventId
from counterclaim.model.quantity import Number
from counterclaim.model.statement import Certainty, Polarity, StatementId

ClaimId = NewType("ClaimId", str)
DisputeId = NewType("DisputeId", str)


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

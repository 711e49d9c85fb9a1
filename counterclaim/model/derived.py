"""What follows from a ledger without reading anew: cores, interests, histories, open questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counterclaim.model.claim import ClaimId
from counterclaim.model.event import EventId, TellingId
from counterclaim.model.statement import Polarity, StatementId
from counterclaim.model.text import DocumentId


@dataclass(frozen=True, slots=True)
class Agreed:
    """A field of an event as some tell it and nobody denies it, and how many know it of themselves.

    `documents`, `tellings` and `origins` count who tells it; of one origin it is no more than that
    origin's word.
    """

    field: str
    value: str
    rule: str
    told_in: tuple[TellingId, ...]
    statements: tuple[StatementId, ...]
    documents: int
    tellings: int
    origins: int


@dataclass(frozen=True, slots=True)
class Added:
    """What one holder alone tells of an event, or what is contested of it."""

    holder: str
    field: str
    value: str
    statement: StatementId | None
    telling: TellingId


@dataclass(frozen=True, slots=True)
class Core:
    """What nobody denies of an event, and what each party adds to it."""

    event: EventId
    agreed: tuple[Agreed, ...]
    added: tuple[Added, ...]


class Interest(StrEnum):
    """Whether a claim serves who holds it (coding practice, section 11)."""

    SERVES = "serves"
    AGAINST = "against"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Stake:
    """What a holder has at stake in a statement, and the rule that says so."""

    interest: Interest
    rule: str


class Move(StrEnum):
    """What a holder does to a claim in the course of time."""

    SAID = "said"
    REPEATED = "repeated"
    DENIED = "denied"
    LEFT_OPEN = "left open"
    CHANGED = "changed"
    PRINTED = "printed again"
    SILENT = "fell silent"


@dataclass(frozen=True, slots=True)
class Step:
    """One move on a claim: whose, when, and in which statement.

    Of one who fell silent, it is the last statement on the event that leaves the claim out.
    """

    move: Move
    holder: str
    day: date | None
    polarity: Polarity
    statement: StatementId
    document: DocumentId


@dataclass(frozen=True, slots=True)
class Exhibit:
    """What a statement points to as its evidence, in its words."""

    kind: str
    words: str
    cited_by: str
    statement: StatementId


@dataclass(frozen=True, slots=True)
class Question:
    """What a dispute leaves to be asked: which rule asks it, and of which side of the dispute."""

    text: str
    rule: str
    claim: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class Weighing:
    """Rival answers against cited evidence; a cell is empty where a person has to judge.

    A row has one polarity for each hypothesis: TRUE where who cites it holds that answer, FALSE
    where he denies it. That is what the citing says, not what the evidence shows.
    """

    hypotheses: tuple[str, ...]
    rows: tuple[tuple[Exhibit, tuple[Polarity | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What stands and what is missing in a dispute."""

    cited: tuple[Exhibit, ...]
    asked_for: tuple[StatementId, ...]
    questions: tuple[Question, ...]
    weighing: Weighing

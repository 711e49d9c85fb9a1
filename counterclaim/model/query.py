"""A search of the ledger: words, and who said them, about whom, how and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counterclaim.model.statement import Act, Certainty, Polarity, StatementId
from counterclaim.model.text import DocumentId, Span

SLOTS = (
    *("perpetrator", "location", "origin", "date", "killed", "injured", "target", "weapon"),
    *("cause", "occurrence", "responsibility", "membership", "number", "legality"),
)
"""The questions about an event that a claim or a dispute may be on."""


@dataclass(frozen=True, slots=True)
class Query:
    """`claimant:ISPR about:Bisham polarity:denied date:2024-03.. -slot:killed` and free words.

    `about` and `words` must stand in the statement's content or the document's title; an empty
    field asks for nothing. `first` and `last` bound the day of publication, both included. `event`
    is an id or the beginning of one, a type of event, or a part of the name of its place. What
    answers one of `without` is left out; their `narration` says nothing.
    """

    words: str = ""
    claimant: str = ""
    about: str = ""
    outlet: str = ""
    polarity: Polarity | None = None
    act: Act | None = None
    certainty: Certainty | None = None
    first: date | None = None
    last: date | None = None
    narration: bool = False
    slot: str = ""
    event: str = ""
    without: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that answers a search, and the words of its content that are shown."""

    statement: StatementId
    document: DocumentId
    span: Span
    passage: str

"""An event as one row of a codebook: each cell with its words and its rule, or blank with why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from counterclaim.model.event import Blank, EventId
from counterclaim.model.text import DocumentId, Span

Value = str | int | float | date


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one document that a cell was read from."""

    document: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a value with its words and rule, or None with the reason for the blank.

    `note` says in words what stood against a value, or what a person has to decide.
    """

    value: Value | None
    rule: str
    passages: tuple[Passage, ...] = ()
    reason: Blank | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row in the shape of a codebook.

    `events` are those it came from, `below` says what keeps it under the codebook's inclusion.
    """

    codebook: str
    events: tuple[EventId, ...]
    rule: str
    cells: Mapping[str, Cell]
    below: tuple[str, ...] = ()

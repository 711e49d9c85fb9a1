"""counterclaim from Python: `read` reports or `open` a case, and look at the ledger as tables."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack

import msgspec

from counterclaim.api.casebook import Casebook
from counterclaim.api.inputs import as_inputs
from counterclaim.api.rows import Rows
from counterclaim.case import Case, Progress, ReadOptions, read_once
from counterclaim.model.intake import Given

__all__ = ["Casebook", "Rows", "open", "read"]


class Choices(TypedDict, total=False):
    """What may be said about the reports where they do not say it, and how they may be read."""

    outlet: str
    title: str
    author: str
    published: date
    language: str
    text_column: str
    allow_network: bool
    jobs: int


def read(
    reports: object,
    into: str | os.PathLike[str] | None = None,
    *,
    on_progress: Callable[[Progress], None] | None = None,
    **choices: Unpack[Choices],
) -> Casebook:
    """Read reports into a ledger: in memory, or into the case folder `into`, which can be resumed.

    `reports` is a path or address, a list of pathlib paths, a list of texts, a list of mappings
    with a text column, or a data frame (pandas, polars, Arrow) with one. What cannot be read is in
    `.failures`. Raises LedgerBusy, LedgerFull, NotACase; KnowledgeError where the reader itself is
    not whole; TypeError for reports or options of another kind.
    """
    options = _options(choices)
    inputs = as_inputs(reports)
    if into is None:
        return Casebook(*read_once(inputs, options, on_progress))
    with Case.create(Path(into)) as case:
        summary = case.read(inputs, options, on_progress)
        return Casebook(case.ledger(), summary.failures)


def open(case: str | os.PathLike[str]) -> Casebook:  # noqa: A001 - read as `counterclaim.open`
    """Open a case folder. Raises NotACase where there is none."""
    with Case.open(Path(case)) as opened:
        return Casebook(opened.ledger(), opened.failures())


def _options(choices: Choices) -> ReadOptions:
    """Check the options here: one of a wrong type would come to light far from its cause."""
    named: dict[str, Any] = {name: _plain(value) for name, value in choices.items()}
    if unknown := named.keys() - Choices.__annotations__.keys():
        there_are = ", ".join(Choices.__annotations__)
        raise TypeError(f"read() has no option '{min(unknown)}'; there are: {there_are}")
    try:
        named = dict(msgspec.convert(named, Choices))
    except msgspec.ValidationError as error:
        raise TypeError(f"read(): {error}".replace("$.", "")) from error
    given = {name: named.pop(name) for name in Given.__dataclass_fields__ if name in named}
    return ReadOptions(given=Given(**given), **named)


def _plain(value: object) -> object:
    """Return the day of a moment, as data frames hold it; anything else as it is."""
    return value.date() if isinstance(value, datetime) else value

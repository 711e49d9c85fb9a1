"""counterclaim from Python: `read` reports or `open` a case, and look at the ledger as tables."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

from counterclaim.api.casebook import Casebook
from counterclaim.api.inputs import as_inputs
from counterclaim.api.rows import Rows
from counterclaim.case import Case, Progress, Wish, read_once
from counterclaim.model.intake import Given

__all__ = ["Casebook", "Rows", "open", "read"]


class Wishes(TypedDict, total=False):
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
    **wishes: Unpack[Wishes],
) -> Casebook:
    """Read reports into a ledger: in memory, or into the case folder `into`, which can be resumed.

    `reports` is a path or address, a list of pathlib paths, a list of texts, a list of mappings
    with a text column, or a data frame (pandas, polars, Arrow) with one. What cannot be read is in
    `.failures`. Raises LedgerBusy, LedgerFull, NotACase; TypeError for reports of another kind.
    """
    wish = _wish(wishes)
    inputs = as_inputs(reports)
    if into is None:
        return Casebook(*read_once(inputs, wish, on_progress))
    with Case.create(Path(into)) as case:
        summary = case.read(inputs, wish, on_progress)
        return Casebook(case.ledger(), summary.failures)


def open(case: str | os.PathLike[str]) -> Casebook:  # noqa: A001 - read as `counterclaim.open`
    """Open a case folder. Raises NotACase where there is none."""
    with Case.open(Path(case)) as opened:
        return Casebook(opened.ledger(), opened.failures())


def _wish(wishes: Wishes) -> Wish:
    options: dict[str, Any] = dict(wishes)
    if unknown := options.keys() - Wishes.__annotations__.keys():
        there_are = ", ".join(Wishes.__annotations__)
        raise TypeError(f"read() has no option '{min(unknown)}'; there are: {there_are}")
    given = {name: options.pop(name) for name in Given.__dataclass_fields__ if name in options}
    return Wish(given=Given(**given), **options)

"""What tables are made of: cells, columns with their types, lists and spans in one cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from counterclaim.exports.links import Links
from counterclaim.model.record import Ledger
from counterclaim.model.text import Span
from counterclaim.model.version import VERSION

Cell = str | int | float | bool | date | None
Row = tuple[Cell, ...]
BETWEEN = " | "
WRITTEN_BY = f"counterclaim {VERSION}"


Rows = Callable[[Ledger, Links], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, the type of each column, and its rows."""

    name: str
    columns: Mapping[str, type]
    rows: tuple[Row, ...]


def written(*spans: Span | None) -> str | None:
    """Write spans as `begin..end`, or nothing where there are none."""
    return " ".join(f"{span.begin}..{span.end}" for span in spans if span) or None


def columns(text: str, **others: type) -> dict[str, type]:
    """Name the columns of a table: text, but for the others."""
    return {name: others.get(name, str) for name in text.split()}

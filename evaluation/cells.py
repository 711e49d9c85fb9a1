"""Every row of every codebook: each cell is of its column's kind, or blank with a reason.

`python -m evaluation.cells REPORTS.jsonl...` reads reports, writes all rows, and counts the cells
that no codebook allows and the zeros and "Unknown" that no words of a report stand behind.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import counterclaim
from counterclaim.coding import code_events, world_of
from counterclaim.knowledge.codebooks import Column, load_codebooks
from counterclaim.model.event import Blank
from counterclaim.model.record import Ledger
from counterclaim.model.row import Cell, Row

KINDS: Mapping[str, type] = {"integer": int, "number": float, "text": str, "date": date}
NOTHING = frozenset({"0", "-9", "-99", "none", "n/a", "unknown"})
"""What a coder writes where a source says that there is none, or that nobody knows."""


def faults(row: Row, columns: Iterable[Column]) -> Sequence[str]:
    """Return what is wrong with a row: a fault and the column, such as "invalid geo_precision"."""
    columns = tuple(columns)
    same = list(row.cells) == [column.name for column in columns]
    found = [] if same else [f"missing or unknown columns {row.codebook}"]
    for column in columns:
        cell = row.cells.get(column.name, Cell(None, "", reason=Blank.NOT_FOUND))
        if not _is_allowed(cell, column):
            found.append(f"invalid {row.codebook} {column.name}")
        if _is_nothing(cell) and not cell.passages:
            found.append(f"invented {row.codebook} {column.name}")
    return found


def count(ledger: Ledger) -> Counter[str]:
    """Count the rows, the filled and the blank cells and the faults of a ledger."""
    world, tally = world_of(ledger), Counter[str]()
    for name, book in load_codebooks().items():
        for row in code_events(ledger.events, name, book, world):
            filled = sum(cell.value is not None for cell in row.cells.values())
            tally.update({"rows": 1, "filled": filled, "blank": len(row.cells) - filled})
            tally.update(faults(row, book.columns))
    return tally


def _is_allowed(cell: Cell, column: Column) -> bool:
    if cell.value is None:
        return bool(cell.reason and cell.rule)
    kind = KINDS[column.type]
    fits = isinstance(cell.value, kind) and not isinstance(cell.value, bool)
    return (
        fits
        and bool(cell.rule)
        and cell.reason is None
        and (not column.values or cell.value in column.values)
    )


def _is_nothing(cell: Cell) -> bool:
    return cell.value is not None and str(cell.value).casefold() in NOTHING


if __name__ == "__main__":
    read = counterclaim.read([Path(each) for each in sys.argv[1:]])
    for name, number in sorted(count(read.ledger).items()):
        sys.stdout.write(f"{number:>8}  {name}\n")

"""Events as rows in the shape of a codebook, and why each cell holds what it holds.

Three tables: the rows, with the codebook's own columns and no other; what each row came from; and
every cell with its words and its rule, or the reason for the blank.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from counterclaim.coding import World, code_events, world_of
from counterclaim.exports.csv import safe
from counterclaim.exports.files import File
from counterclaim.exports.links import Links, follow_links
from counterclaim.knowledge.codebooks import Codebook, load_codebooks
from counterclaim.model.record import Ledger
from counterclaim.model.row import Cell, Row

ORIGINS = ("row", "codebook", "events", "rule", "numbers", "below", "review")
GROUNDS = ("row", "events", "column", "value", "reason", "rule", "note", "passages", "words")
BETWEEN = " | "


def files(ledger: Ledger, codebook: str, numbers: str = "") -> Iterator[File]:
    """Yield the rows of a codebook, what they came from, and their cells."""
    book, world = load_codebooks()[codebook], world_of(ledger)
    rows = tuple(code_events(ledger.events, codebook, book, world, numbers))
    names = [column.name for column in book.columns]
    yield _table(f"{codebook}.csv", names, (map(_plain, row.cells.values()) for row in rows))
    origins = _origins(rows, book, numbers or book.numbers, follow_links(ledger))
    yield _table(f"{codebook}-rows.csv", ORIGINS, origins)
    yield _table(f"{codebook}-cells.csv", GROUNDS, _grounds(rows, world))


def _origins(
    rows: Iterable[Row], book: Codebook, numbers: str, links: Links
) -> Iterator[Iterable[str | int]]:
    for number, row in enumerate(rows, 1):
        review = BETWEEN.join(links.reviews(row.events))
        below = BETWEEN.join(f"below inclusion: {why}" for why in row.below)
        yield number, book.title, BETWEEN.join(row.events), row.rule, numbers, below, review


def _grounds(rows: Iterable[Row], world: World) -> Iterator[Iterable[str | int | float]]:
    for number, row in enumerate(rows, 1):
        for column, cell in row.cells.items():
            words = (world.documents[at.document].quote(at.span) for at in cell.passages)
            where = (
                f"{world.documents[at.document].key} {at.span.begin}..{at.span.end}"
                for at in cell.passages
            )
            yield (
                *(number, BETWEEN.join(row.events), column, _plain(cell)),
                *(cell.reason or "", cell.rule, cell.note),
                *(BETWEEN.join(where), BETWEEN.join(words)),
            )


def _plain(cell: Cell) -> str | int | float:
    """Return a cell's value; a blank is empty, never a word or a number for not knowing."""
    if isinstance(cell.value, date):
        return cell.value.isoformat()
    return "" if cell.value is None else cell.value


def _table(name: str, columns: Iterable[str], rows: Iterable[Iterable[str | int | float]]) -> File:
    return File(name, csv_lines(columns, rows))


def csv_lines(
    columns: Iterable[str], rows: Iterable[Iterable[str | int | float]]
) -> Iterator[bytes]:
    """Yield a table as CSV that survives a spreadsheet, and runs nothing in it."""
    yield b"\xef\xbb\xbf" + _line(columns)
    for row in rows:
        yield _line(_written(value) for value in row)


def _written(value: str | int | float) -> str:
    """Write a cell so that a spreadsheet runs nothing; a day stays a day."""
    if isinstance(value, str) and not _is_day(value):
        return safe(value)
    return str(value)


def _is_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue().encode("utf-8", "backslashreplace")


def exporter(codebook: str) -> partial[Iterator[File]]:
    """Return the exporter of one codebook."""
    return partial(files, codebook=codebook)

"""A coder's own table, as exported or as a spreadsheet left it: rows of ACLED, UCDP or GTD.

A row that cannot be read is counted and named, and never ends the others. A blank cell, and what a
codebook writes for not knowing, is no value.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice
from typing import TextIO

from counterclaim.coding.own_columns import SEARCHED, Heading, recognise
from counterclaim.coding.own_days import Order, order_of, read_days, whole_month, whole_year
from counterclaim.documents.delimited import LONGEST_CELL, Lines, separator_of
from counterclaim.documents.encoding import decode
from counterclaim.errors import UnsafeDocument
from counterclaim.knowledge.geography import Point
from counterclaim.knowledge.own_rows import OwnBook, load_own_rows
from counterclaim.model.time import Days

LARGEST = 256 * 1024 * 1024  # bytes
MOST_ROWS = 1_000_000
LONGEST = 32_767  # characters of a cell, as many as a spreadsheet keeps
SEPARATOR_TOLD = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)
QUOTED = re.compile(r"'(?=[=+\-@\d\s])")
"""An apostrophe that only keeps a spreadsheet from taking text for a formula or a number."""
SHORTENED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)
WHOLE = re.compile(r"\d{1,9}(?:[.,]0+)?|\d{1,3}(?:[,.' \u00a0\u202f]\d{3})+")
DEGREES = re.compile(r"[+-]?\d{1,3}(?:[.,]\d+)?")
STAMP = re.compile(r"1\d{9}")
DAY = timedelta(days=1)
SHOWN = 40  # characters of a cell that are quoted where it cannot be read
BOUNDS = (90.0, 180.0)  # degrees north, degrees east


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A row of a coder's own: its number as a spreadsheet counts, the names of columns being 1.

    `cells` holds what is known, by the codebook's columns, `days` the first and last day that the
    row leaves open, `point` degrees north and east, and `reach` the km around it.
    """

    number: int
    id: str
    cells: Mapping[str, str]
    days: Days
    point: Point | None = None
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Flaw:
    """What could not be read: of one row by its number, or of the table where that is 0."""

    row: int
    what: str


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A coder's own rows, the codebook they follow, and what of them could not be read.

    `missing` are the columns that would have been looked at, and are not there.
    """

    codebook: str
    rows: tuple[OwnRow, ...]
    missing: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()


Record = tuple[int, Mapping[str, str]]


def read_own_rows(content: bytes, codebook: str = "", order: Order = Order.OPEN) -> OwnTable:
    """Read a table of separated values. An open `order` of day and month is taken from its column.

    Raises DocumentError where it is no table of rows of a codebook, UnsafeDocument for one that is
    larger than any.
    """
    if len(content) > LARGEST:
        raise UnsafeDocument(f"more than {LARGEST >> 20} MB", "Split the table")
    text, note = decode(content)
    flaws = [Flaw(0, note)] if note else []
    lines = _lines(io.StringIO(text, newline=""), flaws)
    first = list(islice(lines, SEARCHED))
    heading = recognise(first, codebook)
    book = load_own_rows().books[heading.codebook]
    below = (each for each in chain(first, lines) if each[0] > heading.row and any(each[1]))
    records = list(_records(below, heading, flaws))
    flaws += _shortened(records, book)
    days = _day_reader(records, book, order)
    rows = tuple(row for each in records if (row := _row(each, book, days, flaws)))
    return OwnTable(heading.codebook, rows, heading.missing(), tuple(flaws))


def _lines(stream: TextIO, flaws: list[Flaw]) -> Iterator[tuple[int, list[str]]]:
    """Yield rows with their numbers; one that cannot be read does not end the others."""
    told = SEPARATOR_TOLD.fullmatch(stream.readline(LONGEST))
    if not told:
        stream.seek(0)
    lines = Lines(stream)
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(lines, delimiter=told[1] if told else separator_of(stream))
    for number in range(1, MOST_ROWS + 2):
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            flaws.append(Flaw(number, f"a broken row: {error}"))
            continue
        if lines.ended:
            flaws.append(Flaw(number, "a quotation mark opens and never closes: the rest is lost"))
            return
        yield number, cells
    raise UnsafeDocument(f"more than {MOST_ROWS:,} rows", "Split the table")


def _records(
    rows: Iterator[tuple[int, list[str]]], heading: Heading, flaws: list[Flaw]
) -> Iterator[Record]:
    """Yield what is known of each row, by column."""
    unknown = load_own_rows().unknown
    for number, cells in rows:
        if any(cells[heading.width :]):
            flaws.append(Flaw(number, f"{len(cells)} cells for {heading.width} columns"))
            continue
        plain = {
            name: QUOTED.sub("", cells[place].strip()[:LONGEST], count=1)
            for name, place in heading.columns.items()
            if place < len(cells)
        }
        yield number, {name: cell for name, cell in plain.items() if cell.casefold() not in unknown}


def _shortened(records: list[Record], book: OwnBook) -> Iterator[Flaw]:
    """Say which ids a spreadsheet has shortened: 202403310001 is then 2.02403E+11."""
    for name in book.id:
        found = [number for number, cells in records if SHORTENED.fullmatch(cells.get(name, ""))]
        if found:
            yield Flaw(0, f"{name}: a spreadsheet has cut the digits of {len(found)} ids")


def _day_reader(
    records: list[Record], book: OwnBook, order: Order
) -> Callable[[str, str], Days | None]:
    """Return what reads the day in a column: in the order given, else in that of its column."""
    columns = (*book.first_day, *book.last_day)
    orders = {
        name: order_of(cells.get(name, "") for _, cells in records)
        if order is Order.OPEN
        else order
        for name in columns
    }
    return lambda name, cell: read_days(cell, orders[name])


def _row(
    record: Record, book: OwnBook, read: Callable[[str, str], Days | None], flaws: list[Flaw]
) -> OwnRow | None:
    number, cells = record
    days = _days(cells, book, read)
    if days is None:
        flaws.append(Flaw(number, _no_day(cells, book)))
        return None
    point = _point(cells, book)
    if point is None and any(name in cells for name in book.point):
        flaws.append(Flaw(number, f"no point on the globe: {_quoted(cells, book.point)}"))
    flaws.extend(
        Flaw(number, f"no number: {_quoted(cells, (name,))}")
        for name in (*book.killed, *book.injured)
        if name in cells and whole(cells[name]) is None
    )
    id = next((cells[name] for name in book.id if name in cells), "")
    reach = book.reach.get(cells.get(book.place_precision, ""), 0.0)
    return OwnRow(number, id, cells, days, point, reach)


def _days(
    cells: Mapping[str, str], book: OwnBook, read: Callable[[str, str], Days | None]
) -> Days | None:
    """Return the days that a row leaves open: as far as its precision goes, from start to end."""
    if book.year:
        return _from_parts(cells, book)
    found = [
        days
        for name in (*book.first_day, *book.last_day)
        if name in cells and (days := read(name, cells[name]))
    ]
    if not found:
        return None
    slack = book.slack.get(cells.get(book.day_precision, ""), 0)
    first, last = min(days[0] for days in found), max(days[1] for days in found)
    return first - slack * DAY, last + slack * DAY


def _from_parts(cells: Mapping[str, str], book: OwnBook) -> Days | None:
    """Read year, month and day of three columns; nought, and what is no day, leave it open."""
    year, month, day = (whole(cells.get(name, "")) for name in (book.year, book.month, book.day))
    with suppress(ValueError):
        if year and month and day:
            return date(year, month, day), date(year, month, day)
        if year and month:
            return whole_month(year, month)
        if year:
            return whole_year(year)
    return None


def _no_day(cells: Mapping[str, str], book: OwnBook) -> str:
    told = _quoted(cells, (*book.first_day, *filter(None, (book.year, book.month, book.day))))
    return f"no day that can be read in one way: {told}" if told else "no day"


def _point(cells: Mapping[str, str], book: OwnBook) -> Point | None:
    north, east = (
        _degrees(cells.get(name, ""), most) for name, most in zip(book.point, BOUNDS, strict=True)
    )
    return None if north is None or east is None else (north, east)


def _degrees(cell: str, most: float) -> float | None:
    if not DEGREES.fullmatch(cell):
        return None
    found = float(cell.replace(",", "."))
    return found if abs(found) <= most else None


def whole(cell: str) -> int | None:
    """Return the whole number of a cell: `7`, `7.0`, `1,200`, `1 200`; None for anything else."""
    if not WHOLE.fullmatch(cell):
        return None
    plain = re.sub(r"[.,]0{1,2}$", "", cell)
    return int(re.sub(r"\D", "", plain))


def _quoted(cells: Mapping[str, str], names: tuple[str, ...]) -> str:
    return ", ".join(f"{name} '{cells[name][:SHOWN]}'" for name in names if name in cells)


def coded_on(row: OwnRow, book: OwnBook) -> tuple[date, ...]:
    """Return the days by which a row was coded, as far as its columns tell."""
    cells = [row.cells[name] for name in book.coded_on if name in row.cells]
    return tuple(day for cell in cells for part in cell.split(";") if (day := _moment(part)))


def _moment(cell: str) -> date | None:
    """Read a day, or the seconds since 1970 that databases stamp rows with."""
    if STAMP.fullmatch(cell.strip()):
        return datetime.fromtimestamp(int(cell), UTC).date()
    days = read_days(cell, Order.OPEN)
    return days[1] if days else None

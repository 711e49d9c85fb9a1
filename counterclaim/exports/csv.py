"""Every table as a CSV file that survives a spreadsheet.

UTF-8 with a byte-order mark, or Excel garbles every name with an accent. Text that a spreadsheet
would run as a formula, or take for a number or a date, gets a leading apostrophe. The text of
documents stays out, for a cell holds 32,767 characters and no more; JSON and Parquet have it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from counterclaim.exports.columns import Cell, Table
from counterclaim.exports.files import File
from counterclaim.exports.tables import read_tables
from counterclaim.model.record import Ledger

CELL = 32_767
TOO_LONG = {"documents": {"text"}}
CUT = " […]"
FORMULA = re.compile(r"[=+\-@\t\r]|\s*[=+\-@]")
NUMBER = re.compile(r"\s*\d+([.,:/ -]\d+)*([eE][+-]?\d+)?\s*")


def files(ledger: Ledger) -> Iterator[File]:
    """Yield one file for each table."""
    for table in read_tables(ledger):
        yield File(f"{table.name}.csv", _lines(table))


def _lines(table: Table) -> Iterator[bytes]:
    left_out = TOO_LONG.get(table.name, set())
    kept = [index for index, name in enumerate(table.columns) if name not in left_out]
    names = list(table.columns)
    yield b"\xef\xbb\xbf" + _line([names[index] for index in kept])
    for row in table.rows:
        yield _line([safe(row[index]) for index in kept])


def _line(cells: list[str]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue().encode("utf-8", "backslashreplace")


def safe(cell: Cell) -> str:
    """Write a cell so that a spreadsheet shows what it holds, and runs nothing."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    text = cell.replace("\x00", "")
    if FORMULA.match(text) or NUMBER.fullmatch(text):
        text = f"'{text}"
    return text if len(text) <= CELL else text[: CELL - len(CUT)] + CUT

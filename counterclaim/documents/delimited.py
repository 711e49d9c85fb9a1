"""Tables of separated values: CSV and TSV, one document per row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from typing import TextIO

from counterclaim.documents.encoding import open_text
from counterclaim.documents.extract import Extract, failed
from counterclaim.documents.rows import choose_columns, read_row
from counterclaim.errors import DocumentError
from counterclaim.model.intake import Failure, Original

SEPARATORS = ",\t;|"
LONGEST_CELL = 1 << 30  # characters; Python's own limit is 131,072
LONGEST_HEADING = 1 << 16  # characters


class Lines:
    """The lines of a table; `ended` is set when the table asks for one more than there are."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        yield from self._stream
        self.ended = True


def read(original: Original, text_column: str) -> Iterator[Extract | Failure]:
    """Yield the documents of a table whose first row names the columns.

    Raises DocumentError where there is no text column. Rows below the names are `#1`, `#2` ...
    """
    stream, note = open_text(original.content)
    separator = separator_of(stream)
    lines = Lines(stream)
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(lines, delimiter=separator)
    names = next(rows, [])
    columns = choose_columns(names, text_column)
    for number, cells in enumerate(_each(rows), start=1):
        try:
            row = _row(cells, names, lines)
            yield replace(read_row(row, columns, f"#{number}"), note=note)
        except DocumentError as error:
            yield failed(f"{original.path}#{number}", error)


def separator_of(stream: TextIO) -> str:
    """Return the separator that stands most often in the first line, a comma if none does."""
    first = stream.readline(LONGEST_HEADING)
    stream.seek(0)
    return max(SEPARATORS, key=first.count)


def _each(rows: Iterator[list[str]]) -> Iterator[list[str] | csv.Error]:
    """Yield the rows that are not blank; one that cannot be read does not end the others."""
    while True:
        try:
            if cells := next(rows):
                yield cells
        except StopIteration:
            return
        except csv.Error as error:
            yield error


def _row(cells: list[str] | csv.Error, names: list[str], lines: Lines) -> dict[str, str]:
    """Return the cells by column. Raises DocumentError where the row is broken."""
    if isinstance(cells, csv.Error):
        raise DocumentError(f"a broken row: {cells}", "Correct it")
    if lines.ended:
        raise DocumentError(
            "a quotation mark opens and never closes; all after it is lost", "Close it"
        )
    if len(cells) > len(names):
        raise DocumentError(
            f"{len(cells)} cells for {len(names)} columns", "Put quotes round cells"
        )
    return dict(zip(names, cells, strict=False))

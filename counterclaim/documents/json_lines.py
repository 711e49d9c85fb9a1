"""JSON Lines: one object per line, one document per object."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from counterclaim.documents.encoding import find_mark, open_text
from counterclaim.documents.extract import Extract, failed
from counterclaim.documents.rows import choose_columns, read_row
from counterclaim.errors import DocumentError
from counterclaim.model.intake import Failure, Original

TRIES = 100  # rows without a text column, and none with one: then the column is named wrong


def read(original: Original, text_column: str) -> Iterator[Extract | Failure]:
    """Yield the documents of a file; each line stands for itself, a bad one spoils no other.

    Raises DocumentError where the file is one list, or no object has a text column.
    """
    found = tried = 0
    for number, line in enumerate(_lines(original.content), start=1):
        if not line.strip():
            continue
        tried += 1
        try:
            yield _read_line(line, text_column, f"#{number}")
            found += 1
        except DocumentError as error:
            yield failed(f"{original.path}#{number}", error)
        if tried == TRIES and not found:
            raise DocumentError(
                f"none of the first {TRIES} lines holds a text", "Check the columns"
            )


def _lines(content: bytes) -> Iterable[str | bytes]:
    """Return the lines: as bytes in UTF-8, so that each is decoded on its own, else as text.

    Raises DocumentError where the file is one list.
    """
    if content.lstrip()[:1] == b"[":
        raise DocumentError("one JSON list, not JSON Lines", "Write one object per line")
    return open_text(content)[0] if find_mark(content) else io.BytesIO(content)


def _read_line(line: str | bytes, text_column: str, part: str) -> Extract:
    """Return the document of one line. Raises DocumentError."""
    import msgspec

    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise DocumentError(f"not JSON: {error}", "Correct the line") from error
    if not isinstance(row, dict):
        raise DocumentError("not an object with named values", "Write {...} on each line")
    return read_row(row, choose_columns(row, text_column), part)

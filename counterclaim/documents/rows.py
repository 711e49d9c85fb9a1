"""Rows of tables: which column holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from counterclaim.documents.extract import Extract
from counterclaim.errors import DocumentError, EmptyDocument

COLUMNS: Mapping[str, tuple[str, ...]] = {  # what it holds: how it may be called, first wins
    "text": ("text", "body", "content"),
    "key": ("id",),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher"),
    "author": ("author", "byline"),
    "published": ("published", "date"),
    "url": ("url",),
    "language": ("language",),
}

Row = Mapping[str, object]


def choose_columns(names: Iterable[str], text_column: str) -> dict[str, str]:
    """Return the column for each part of a document, by name, whatever its case.

    Raises DocumentError where there is no text column: it names those there are.
    """
    by_name = {name.strip().lower(): name for name in reversed(list(names))}
    wanted = {**COLUMNS} | ({"text": (text_column.strip().lower(),)} if text_column else {})
    chosen = {
        part: next(by_name[name] for name in called if name in by_name)
        for part, called in wanted.items()
        if any(name in by_name for name in called)
    }
    if "text" not in chosen:
        raise _no_text_column(list(by_name.values())[::-1], wanted["text"])
    return chosen


def read_row(row: Row, columns: Mapping[str, str], part: str) -> Extract:
    """Return the text of a row and what its other columns say.

    Raises DocumentError where the text is no text, EmptyDocument where it is blank.
    """
    text = row.get(columns["text"])
    if text is None or text == "":
        raise EmptyDocument(f"the column '{columns['text']}' is empty", "Leave the row out")
    if not isinstance(text, str):
        kind = type(text).__name__
        raise DocumentError(f"the column '{columns['text']}' holds {kind}, not text", "Correct it")
    rest = {part: _value(row.get(name)) for part, name in columns.items() if part != "text"}
    return Extract(text, part, **rest)


def _value(value: object) -> str:
    """Return a cell as text; a list of texts (authors) as one, anything deeper as nothing."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return "" if value is None or isinstance(value, list | dict | bytes) else str(value)


def _no_text_column(names: list[str], wanted: tuple[str, ...]) -> DocumentError:
    near = get_close_matches(wanted[0], names, 1)
    found = ", ".join(names[:20]) or "none"
    hint = f"Did you mean --text-col {near[0]}?" if near else "Name it with --text-col"
    return DocumentError(f"no column '{wanted[0]}'; the columns are: {found}", hint)

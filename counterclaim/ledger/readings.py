"""What was read from each document: kept whole, with its statements and words as tables."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.errors import SpanError
from counterclaim.ledger.audit import record
from counterclaim.ledger.between import BetweenRow
from counterclaim.ledger.entries import (
    TABLES,
    Entry,
    Findings,
    MentionRow,
    PassageRow,
    StatementRow,
)
from counterclaim.ledger.packing import seal, unpack
from counterclaim.ledger.store import Row, Store
from counterclaim.model.text import Document, DocumentId


def keep_reading(
    store: Store, document: Document, entry: Entry, made_from: str, next_step: str = ""
) -> None:
    """Keep a document's reading in place of an older one.

    Raises SpanError, and writes nothing, where a span is not in the text or its words are others.
    """
    _check(document, entry.passages)
    _check(document, entry.mentions)
    _check(document, (*entry.interactions, *entry.estimates, *entry.relations))
    reading = (made_from, entry.content, seal(entry.content), entry.unread, next_step)
    with store.transaction():
        if store.row(f"{_READING} WHERE document = ?", document.id) == reading:
            return
        forget(store, document.id)
        store.run("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?)", document.id, *reading)
        for table in (each for each in TABLES if each != "statements"):
            _keep(store, table, getattr(entry, table))
        for statement in entry.statements:
            _keep_statement(store, statement, document.title)
        record(store, "document read", document.id, reading[2])


def forget(store: Store, document: DocumentId) -> None:
    """Drop a document's reading, with its tables."""
    if store.row("SELECT 1 FROM readings WHERE document = ?", document):
        store.run(f"DELETE FROM words WHERE rowid IN ({_NUMBERS})", document)
        store.run("DELETE FROM readings WHERE document = ?", document)


def findings(store: Store, document: DocumentId) -> Findings | None:
    """Return what was read from a document, or None."""
    row = store.row("SELECT content FROM readings WHERE document = ?", document)
    return unpack(row[0], Findings) if row else None


def state(store: Store) -> str:
    """Name all documents and readings as they are now."""
    rows = store.each(
        "SELECT c.document, c.metadata, c.original, r.digest, r.unread FROM chosen AS c "
        "LEFT JOIN readings AS r ON r.document = c.document ORDER BY c.document"
    )
    return seal("\x1e".join("\x1f".join(str(part) for part in row) for row in rows))


def _check(document: Document, rows: Iterable[PassageRow | MentionRow | BetweenRow]) -> None:
    for row in rows:
        if row.end > len(document.text) or document.text[row.begin : row.end] != row.quote:
            raise SpanError(
                f"document {document.id}: characters {row.begin}..{row.end} are not '{row.quote}'",
                "Report it: this is a fault of the program",
            )


def _keep(store: Store, table: str, rows: Iterable[Row]) -> None:
    marks = ", ".join("?" * len(TABLES[table]._fields))
    store.run_all(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)


def _keep_statement(store: Store, row: StatementRow, title: str) -> None:
    number = store.run(_STATEMENT, *row)
    speakers = f"{row.source} {row.via or ''}"
    store.run(_WORDS, number, row.content, title, speakers)


_READING = "SELECT made_from, content, digest, unread, next_step FROM readings"
_NUMBERS = "SELECT number FROM statements WHERE document = ?"
_STATEMENT = f"INSERT INTO statements VALUES (NULL{', ?' * len(StatementRow._fields)})"
_WORDS = "INSERT INTO words (rowid, content, title, source) VALUES (?, ?, ?, ?)"

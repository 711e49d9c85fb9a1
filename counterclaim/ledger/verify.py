"""Whether the ledger is what was written: every original, text, word, reading and audit entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counterclaim.errors import LedgerDamaged
from counterclaim.ledger.audit import breaks
from counterclaim.ledger.intake import document
from counterclaim.ledger.linked import Links
from counterclaim.ledger.originals import damage
from counterclaim.ledger.packing import seal, unpack
from counterclaim.ledger.readings import (
    Findings,
    make_entry,
    mention_row,
    statement_row,
)
from counterclaim.ledger.store import Store
from counterclaim.model.record import Reading
from counterclaim.model.text import Document, DocumentId


def problems(store: Store, originals: Path | None) -> Iterator[str]:
    """Yield one line for each thing that is not as it was written; none where all is sound."""
    for (line,) in store.each("PRAGMA integrity_check"):
        if line != "ok":
            yield f"database: {line}"
    for table, number, other, _ in store.each("PRAGMA foreign_key_check"):
        yield f"database: row {number} of {table} refers to nothing in {other}"
    yield from breaks(store)
    if originals is not None:
        for (digest,) in store.each("SELECT digest FROM originals ORDER BY digest"):
            if found := damage(originals, digest):
                yield found
    yield from _documents(store)
    yield from _links(store)


def _documents(store: Store) -> Iterator[str]:
    for (id,) in store.rows("SELECT id FROM documents ORDER BY id"):
        try:
            yield from _document(store, document(store, id))
        except LedgerDamaged as error:
            yield error.message


def _document(store: Store, text: Document) -> Iterator[str]:
    yield from _quotes(store, text)
    row = store.row("SELECT content, digest, unread FROM readings WHERE document = ?", text.id)
    if row is None:
        return
    content, digest, unread = row
    if seal(content) != digest:
        yield f"document {text.id}: its reading has changed"
        return
    if digest != _audited(store, text.id):
        yield f"document {text.id}: its reading is not the one that the audit names"
    found = unpack(content, Findings)
    yield from _tables(
        store, Reading(text, found.mentions, found.statements, found.accounts, unread)
    )


def _quotes(store: Store, text: Document) -> Iterator[str]:
    sql = 'SELECT begin, "end", quote FROM passages WHERE document = ?'
    for begin, end, quote in store.each(sql, text.id):
        if text.text[begin:end] != quote:
            yield f"document {text.id}: characters {begin}..{end} are not '{quote}'"


def _tables(store: Store, reading: Reading) -> Iterator[str]:
    """Compare the tables, which repeat the reading for questions, with the reading."""
    text = reading.document
    written = {
        "passages": {(text.id, *_values(cut)) for cut in make_entry(reading).cuts},
        "statements": {statement_row(text, statement) for statement in reading.statements},
        "mentions": {mention_row(text, mention) for mention in reading.mentions},
    }
    for table, rows in written.items():
        columns = "*" if table != "statements" else _STATEMENT
        kept = set(store.rows(f"SELECT {columns} FROM {table} WHERE document = ?", text.id))
        if kept != rows:
            yield f"document {text.id}: its {table} are not those of its reading"


def _values(cut: object) -> tuple[object, ...]:
    return tuple(getattr(cut, name) for name in cut.__dataclass_fields__)  # type: ignore[attr-defined]


def _audited(store: Store, id: DocumentId) -> str | None:
    row = store.row(
        "SELECT detail FROM audit WHERE subject = ? AND action = 'document read' "
        "ORDER BY number DESC LIMIT 1",
        id,
    )
    return row[0] if row else None


def _links(store: Store) -> Iterator[str]:
    row = store.row("SELECT content, digest FROM linked")
    if row and seal(row[0]) != row[1]:
        yield "links: actors, claims and disputes have changed; read again to make them anew"
    elif row:
        unpack(row[0], Links)


_STATEMENT = (
    'id, document, source, source_type, mention, cue, content, begin, "end", kind, class, act, '
    "polarity, certainty, via, rule"
)

"""Whether the ledger is what was written: every original, text, word, reading and decision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from counterclaim.errors import CounterclaimError
from counterclaim.ledger import entries
from counterclaim.ledger.audit import breaks
from counterclaim.ledger.entries import Findings, make_entry
from counterclaim.ledger.intake import document, fingerprint
from counterclaim.ledger.linked import SPOKEN_OF, TABLES, Links, keep_links, with_links
from counterclaim.ledger.originals import damage
from counterclaim.ledger.packing import seal, unpack
from counterclaim.ledger.reviews import reviews
from counterclaim.ledger.store import Store
from counterclaim.model.record import Reading
from counterclaim.model.text import Document, DocumentId


def problems(store: Store, originals: Path) -> Iterator[str]:
    """Yield one line for each thing that is not as it was written; none where all is sound."""
    yield from _database(store)
    yield from breaks(store)
    for (digest,) in store.each("SELECT digest FROM originals ORDER BY digest"):
        if found := damage(originals, digest):
            yield found
    readings = _audited(store)
    for (id,) in store.rows("SELECT id FROM documents ORDER BY id"):
        try:
            yield from _document(store, id, readings.pop(id, None))
        except CounterclaimError as error:
            yield error.message
    for id in readings:
        yield f"document {id}: it is missing, and the audit does not say why"
    yield from _search(store)
    yield from _reviews(store)
    yield from _links(store)


def _database(store: Store) -> Iterator[str]:
    for (line,) in store.each("PRAGMA integrity_check"):
        if line != "ok":
            yield f"database: {line}"
    for table, number, other, _ in store.each("PRAGMA foreign_key_check"):
        yield f"database: row {number} of {table} refers to nothing in {other}"


def _audited(store: Store) -> dict[str, str]:
    """Return the documents that the audit says there are, and the digests of their readings."""
    there: dict[str, str] = {}
    for action, id, detail in store.each(
        "SELECT action, subject, detail FROM audit ORDER BY number"
    ):
        if action == "document replaced":
            there.pop(id, None)
        elif action == "document read":
            there[id] = detail
        elif action == "document added":
            there.setdefault(id, "")
    return there


def _document(store: Store, id: DocumentId, audited: str | None) -> Iterator[str]:
    text = document(store, id)
    named = store.row("SELECT key, outlet FROM documents WHERE id = ?", id)
    marks = store.row("SELECT fingerprint FROM chosen WHERE document = ?", id)
    if named != (text.key, text.outlet) or marks != (fingerprint(text),):
        yield f"document {id}: its key, outlet or other particulars have changed"
    for begin, end, quote in store.each(_QUOTES, id, id):
        if text.text[begin:end] != quote:
            yield f"document {id}: characters {begin}..{end} are not '{quote}'"
    row = store.row("SELECT content, digest, unread FROM readings WHERE document = ?", id)
    if row is None:
        if audited:
            yield f"document {id}: its reading is missing"
    else:
        yield from _reading(store, text, row, audited)


def _reading(
    store: Store, text: Document, row: tuple[bytes, str, str], audited: str | None
) -> Iterator[str]:
    content, digest, unread = row
    if seal(content) != digest:
        yield f"document {text.id}: its reading has changed"
        return
    if digest != audited:
        yield f"document {text.id}: its reading is not the one that the audit names"
    found = unpack(content, Findings)
    yield from _tables(store, found.in_document(text, unread))


def _tables(store: Store, reading: Reading) -> Iterator[str]:
    """Compare the tables, which repeat the reading for questions, with the reading."""
    id, entry = reading.document.id, make_entry(reading)
    for table, row in entries.TABLES.items():
        columns = ", ".join(f'"{field}"' for field in row._fields)
        kept = store.rows(f"SELECT {columns} FROM {table} WHERE document = ?", id)
        if set(kept) != set(getattr(entry, table)):
            yield f"document {id}: its {table} are not those of its reading"


def _search(store: Store) -> Iterator[str]:
    """Compare the words that a search looks in with the statements."""
    if store.row(f"{_SAID} EXCEPT {_SEARCHED}") or store.row(f"{_SEARCHED} EXCEPT {_SAID}"):
        yield "search: it does not look in the words of the statements"


def _reviews(store: Store) -> Iterator[str]:
    written = store.rows("SELECT detail FROM audit WHERE action = 'review' ORDER BY number")
    there = [(seal(msgspec.json.encode(review)),) for review in reviews(store)]
    if there != written:
        yield "reviews: they are not those that were given"


def _links(store: Store) -> Iterator[str]:
    """Compare the tables of actors, claims and disputes with what the linking left."""
    row = store.row("SELECT made_from, content, digest FROM linked")
    if row is None:
        if any(store.row(f"SELECT 1 FROM {table}") for table in TABLES):
            yield "links: what actors, claims and disputes were kept with is missing"
        return
    made_from, content, digest = row
    if seal(content) != digest:
        yield "links: actors, claims and disputes have changed"
        return
    with closing(Store.create(":memory:")) as fresh:
        keep_links(fresh, with_links((), (), unpack(content, Links)), made_from)
        for table in TABLES:
            if set(store.rows(f"SELECT * FROM {table}")) != set(
                fresh.rows(f"SELECT * FROM {table}")
            ):
                yield f"links: {table} have changed"
    kept = "SELECT actor, document FROM actor_documents"
    if store.row(f"{SPOKEN_OF} EXCEPT {kept}") or store.row(f"{kept} EXCEPT {SPOKEN_OF}"):
        yield "links: actor_documents have changed"


_SAID = "SELECT number, content, source || ' ' || coalesce(via, '') FROM statements"
_SEARCHED = "SELECT rowid, content, source FROM words"
_QUOTES = """
SELECT begin, "end", quote FROM passages WHERE document = ?
UNION ALL SELECT begin, "end", quote FROM mentions WHERE document = ?
"""

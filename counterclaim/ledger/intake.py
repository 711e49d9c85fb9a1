"""What came in: files, the documents found in them, and which file speaks for which document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from counterclaim.errors import LedgerDamaged
from counterclaim.ledger.audit import record
from counterclaim.ledger.packing import REPAIR, seal
from counterclaim.ledger.readings import forget
from counterclaim.ledger.store import Store
from counterclaim.model.intake import Original
from counterclaim.model.text import Document, DocumentId


class Arrival(StrEnum):
    """What a document that comes in is to the ledger."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Taken:
    """A document in the ledger, without its text; `reading` is what its reading was made from."""

    id: DocumentId
    path: str
    fingerprint: str
    reading: str | None
    unread: str
    next_step: str


def fingerprint(document: Document) -> str:
    """Name all of a document that its reading depends on: not where it lay."""
    return seal(msgspec.json.encode(replace(document, path="", original="")))


def take_original(store: Store, original: Original) -> None:
    """Note an original whose bytes are already safe."""
    size = len(original.content)
    store.run("INSERT OR IGNORE INTO originals VALUES (?, ?)", original.digest, size)


def take_document(store: Store, document: Document, original: Original, run: int) -> Arrival:
    """Take a document in. The same one in another file is noted, not doubled.

    What is read last from a file holds; of several files, the first in order speaks.
    """
    metadata = _metadata(document)
    with store.transaction():
        known = store.row(_SIGHTING, document.id, original.path)
        if known and known[1] == run:
            return Arrival.UNCHANGED
        arrival = _arrival(store, document, known, metadata)
        store.run(
            "INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?)",
            *(document.id, document.key, document.outlet, document.text),
        )
        store.run(
            "INSERT OR REPLACE INTO sightings VALUES (?, ?, ?, ?, ?, ?)",
            *(document.id, original.path, original.digest, metadata, fingerprint(document), run),
        )
        if arrival is not Arrival.UNCHANGED:
            record(store, f"document {arrival}", document.id, document.path)
        return arrival


def file_is_done(store: Store, path: str, made_from: str) -> bool:
    """Whether this very file was read to its end before, by this program, with what is given."""
    row = store.row("SELECT 1 FROM files WHERE path = ? AND made_from = ?", path, made_from)
    return row is not None


def finish_file(store: Store, original: Original, run: int, made_from: str | None) -> None:
    """Note that a file was read to its end; what this reading of it replaces is dropped.

    A document goes where the same bytes gave it before and do not now, or where the same text
    under the same key came again with other particulars. An older text of the file stays.
    `made_from` is None where part of the file failed: it is then opened again next time, and that
    a document did not come is no reason to drop it.
    """
    path, digest = original.path, original.digest
    whole = made_from is not None
    with store.transaction():
        store.run("DELETE FROM files WHERE path = ?", path)
        if whole:
            store.run("INSERT INTO files VALUES (?, ?, ?)", path, digest, made_from)
        for (document,) in store.rows(_REPLACED, path, run, whole, digest, path, run):
            _drop_sighting(store, document, path)


def count_documents(store: Store, path: str) -> int:
    """Return how many documents came from a file as it was read last."""
    row = store.row(
        "SELECT count(*) FROM sightings AS s JOIN files AS f "
        "ON f.path = s.file AND f.original = s.original WHERE s.file = ?",
        path,
    )
    return int(row[0]) if row else 0


def taken(store: Store, id: str | None = None) -> list[Taken]:
    """Return the documents of the ledger, or one of them, in the order of their ids."""
    if id is not None:
        return [Taken(*row) for row in store.rows(f"{_TAKEN} WHERE d.id = ?", id)]
    return [Taken(*row) for row in store.rows(f"{_TAKEN} ORDER BY d.id")]


def document(store: Store, id: DocumentId) -> Document:
    """Return a document with its text. Raises LedgerDamaged where it is not what it was."""
    row = store.row(f"{_DOCUMENT} WHERE d.id = ? ORDER BY s.file LIMIT 1", id)
    if row is None:
        raise LedgerDamaged(f"document {id} is missing", REPAIR)
    return whole(id, *row)


def whole(id: DocumentId, text: str, metadata: str, original: str) -> Document:
    """Put a document together again. Raises LedgerDamaged where its id does not fit."""
    try:
        bare = msgspec.json.decode(metadata, type=Document)
    except msgspec.MsgspecError as error:
        raise LedgerDamaged(
            f"document {id}: its metadata cannot be read: {error}", REPAIR
        ) from error
    found = replace(bare, text=text, original=original)
    if found.id != id:
        raise LedgerDamaged(f"document {id}: its text, key or outlet has changed", REPAIR)
    return found


def _metadata(document: Document) -> str:
    return msgspec.json.encode(replace(document, text="", original="")).decode()


def _arrival(
    store: Store, document: Document, known: tuple[str, int] | None, metadata: str
) -> Arrival:
    if known is not None:
        return Arrival.UNCHANGED if known[0] == metadata else Arrival.CHANGED
    there = store.row("SELECT 1 FROM documents WHERE id = ?", document.id)
    return Arrival.UNCHANGED if there else Arrival.ADDED


def _drop_sighting(store: Store, document: DocumentId, path: str) -> None:
    store.run("DELETE FROM sightings WHERE document = ? AND file = ?", document, path)
    if store.row("SELECT 1 FROM sightings WHERE document = ?", document) is None:
        forget(store, document)
        store.run("DELETE FROM documents WHERE id = ?", document)
        record(store, "document replaced", document, path)


_SIGHTING = "SELECT metadata, run FROM sightings WHERE document = ? AND file = ?"

_DOCUMENT = """
SELECT d.text, s.metadata, s.original FROM documents AS d JOIN sightings AS s ON s.document = d.id
"""

_REPLACED = """
SELECT s.document FROM sightings AS s JOIN documents AS d ON d.id = s.document
WHERE s.file = ? AND s.run <> ? AND (? AND s.original = ? OR (d.key, d.text) IN (
    SELECT new.key, new.text FROM sightings AS now JOIN documents AS new ON new.id = now.document
    WHERE now.file = ? AND now.run = ?))
"""

_TAKEN = """
SELECT d.id, json_extract(c.metadata, '$.path'), c.fingerprint, r.made_from,
       coalesce(r.unread, ''), coalesce(r.next_step, '')
FROM documents AS d JOIN chosen AS c ON c.document = d.id
LEFT JOIN readings AS r ON r.document = d.id
"""

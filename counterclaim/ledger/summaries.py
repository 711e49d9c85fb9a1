"""Documents in lines, asked from tables: what a list shows needs no reading."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from counterclaim.ledger.store import Store
from counterclaim.model.statement import CueClass, Kind
from counterclaim.model.text import DocumentId

UNSPOKEN = (CueClass.ATTITUDE, CueClass.INTENTION, CueClass.DECREE)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document without its text: how many statements it holds, of others and of its own."""

    id: DocumentId
    title: str
    outlet: str
    published: date | None
    path: str
    copy_of: DocumentId | None
    unread: str
    said: int
    narrated: int


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet: its documents, and those of them that only print another's text."""

    outlet: str
    documents: int
    copies: int


class Summaries:
    """What a ledger's tables say of its documents at once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def newest(self) -> tuple[DocumentId, ...]:
        """Return the ids of all documents, the newest first, those without a day last."""
        order = "ORDER BY metadata ->> '$.published' DESC, document"
        rows = self._store.rows(f"SELECT document FROM chosen {order}")
        return tuple(DocumentId(row[0]) for row in rows)

    def lines(self, documents: Collection[DocumentId]) -> tuple[DocumentLine, ...]:
        """Return documents in lines, in the order in which they are named."""
        rows = self._store.rows(_LINES, Kind.NARRATION, *UNSPOKEN, json.dumps(list(documents)))
        found = {row[0]: _line(*row) for row in rows}
        return tuple(found[id] for id in documents if id in found)

    def outlets(self, most: int) -> tuple[OutletLine, ...]:
        """Return the outlets with most documents."""
        return tuple(OutletLine(*row) for row in self._store.rows(_OUTLETS, most))

    def published(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, date]:
        """Return the days on which documents were published, of those that have one."""
        rows = self._store.rows(_PUBLISHED, json.dumps(list(documents)))
        return {DocumentId(id): date.fromisoformat(day) for id, day in rows if day}


def _line(id: str, *parts: str) -> DocumentLine:
    title, outlet, day, path, copy_of, unread, said, statements = parts
    return DocumentLine(
        DocumentId(id),
        title,
        outlet,
        date.fromisoformat(day) if day else None,
        path,
        DocumentId(copy_of) if copy_of else None,
        unread,
        int(said),
        int(statements) - int(said),
    )


_LINES = """
SELECT d.id, coalesce(nullif(c.metadata ->> '$.title', ''), d.key), d.outlet,
       c.metadata ->> '$.published', c.metadata ->> '$.path', p.of,
       coalesce(r.unread, 'not read yet'),
       (SELECT count(*) FROM statements AS s WHERE s.document = d.id AND s.kind <> ?
        AND s.cue_class NOT IN (?, ?, ?)),
       (SELECT count(*) FROM statements AS s WHERE s.document = d.id)
FROM json_each(?) AS wanted JOIN documents AS d ON d.id = wanted.value
JOIN sightings AS c ON c.document = d.id
     AND c.file = (SELECT min(file) FROM sightings WHERE document = d.id)
LEFT JOIN readings AS r ON r.document = d.id LEFT JOIN copies AS p ON p.document = d.id
"""

_OUTLETS = """
SELECT d.outlet, count(*), count(p.document)
FROM documents AS d LEFT JOIN copies AS p ON p.document = d.id
GROUP BY d.outlet ORDER BY count(*) - count(p.document) DESC, d.outlet LIMIT ?
"""

_PUBLISHED = """
SELECT w.value, (SELECT metadata ->> '$.published' FROM sightings
                 WHERE document = w.value ORDER BY file LIMIT 1)
FROM json_each(?) AS w
"""

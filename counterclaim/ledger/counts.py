"""How much there is of what."""

from __future__ import annotations

from counterclaim.ledger.store import Store
from counterclaim.model.event import EventKind
from counterclaim.model.statement import Kind

_COUNTS = {
    "documents": "SELECT count(*) FROM documents",
    "unread": "SELECT count(*) FROM documents AS d LEFT JOIN readings AS r ON r.document = d.id "
    "WHERE coalesce(r.unread, 'not read') <> ''",
    "statements": f"SELECT count(*) FROM statements WHERE kind <> '{Kind.NARRATION}'",
    "narrated": f"SELECT count(*) FROM statements WHERE kind = '{Kind.NARRATION}'",
    "copies": "SELECT count(*) FROM copies",
    "claims": "SELECT count(*) FROM claims",
    "events": f"SELECT count(*) FROM events WHERE kind = '{EventKind.INCIDENT}'",
    "disputes": "SELECT count(*) FROM disputes",
}


def counts(store: Store) -> dict[str, int]:
    """Return how many documents, statements, copies, claims, events and disputes the case holds."""
    return {name: int(store.rows(sql)[0][0]) for name, sql in _COUNTS.items()}

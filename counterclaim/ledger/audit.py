"""What was done to the ledger, in a chain: each entry is sealed with the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256

from counterclaim.ledger.store import Store


def record(store: Store, action: str, subject: str, detail: str = "") -> int:
    """Append an entry and return its number. Belongs into the transaction that does the action."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    last = store.row("SELECT link FROM audit ORDER BY number DESC LIMIT 1")
    link = _link(last[0] if last else "", at, action, subject, detail)
    return store.run(
        "INSERT INTO audit (at, action, subject, detail, link) VALUES (?, ?, ?, ?, ?)",
        *(at, action, subject, detail, link),
    )


def breaks(store: Store) -> Iterator[str]:
    """Yield every place where the chain does not hold: an entry changed, lost or cut off."""
    last, before = 0, ""
    for number, link, *entry in store.each(
        "SELECT number, link, at, action, subject, detail FROM audit ORDER BY number"
    ):
        if number != last + 1:
            yield f"audit: entries {last + 1} to {number - 1} are missing"
        elif link != _link(before, *entry):
            yield f"audit: entry {number} is not what was written"
        last, before = number, link
    written = store.row("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
    if written and written[0] != last:
        yield f"audit: entries {last + 1} to {written[0]} are missing"


def _link(before: str, *entry: str) -> str:
    return sha256("\x1f".join((before, *entry)).encode()).hexdigest()

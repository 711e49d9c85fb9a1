"""What people decided: written once, never edited, never deleted."""

from __future__ import annotations

import msgspec

from counterclaim.ledger.audit import record
from counterclaim.ledger.packing import seal
from counterclaim.ledger.store import Store
from counterclaim.model.record import Review

_COLUMNS = tuple(Review.__dataclass_fields__)
_NAMES = ", ".join(_COLUMNS)
_MARKS = ", ".join("?" * len(_COLUMNS))


def add_review(store: Store, review: Review) -> None:
    """Append a review."""
    row = msgspec.to_builtins(review)
    with store.transaction():
        store.run(
            f"INSERT INTO reviews ({_NAMES}) VALUES ({_MARKS})",
            *(row[column] for column in _COLUMNS),
        )
        record(store, "review", review.target, seal(msgspec.json.encode(review)))


def reviews(store: Store, after: int = 0) -> tuple[Review, ...]:
    """Return all reviews but the first `after`, in the order in which they were given."""
    rows = store.rows(f"SELECT {_NAMES} FROM reviews WHERE number > ? ORDER BY number", after)
    return tuple(msgspec.convert(dict(zip(_COLUMNS, row, strict=True)), Review) for row in rows)

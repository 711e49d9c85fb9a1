"""A whole ledger at a glance: which outlets say how much, and who only prints another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from counterclaim.model.record import Ledger
from counterclaim.model.text import DocumentId
from counterclaim.views.texts import is_spoken


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet: its documents, the statements in them, and the outlets that it copies."""

    outlet: str
    documents: int
    statements: int
    copies: tuple[str, ...]


def outlet_rows(ledger: Ledger) -> tuple[OutletRow, ...]:
    """Return the outlets by the number of statements that are their own finding, most first."""
    outlets = {each.document.id: each.document.outlet for each in ledger.readings}
    copied = {copy.document: outlets.get(copy.of, "") for copy in ledger.copies}
    found = defaultdict[str, list[tuple[DocumentId, int]]](list)
    for reading in ledger.readings:
        spoken = sum(is_spoken(statement) for statement in reading.statements)
        found[reading.document.outlet].append((reading.document.id, spoken))
    rows = [_row(outlet, documents, copied) for outlet, documents in found.items()]
    return tuple(sorted(rows, key=lambda row: (bool(row.copies), -row.statements, row.outlet)))


def _row(
    outlet: str, documents: list[tuple[DocumentId, int]], copied: dict[DocumentId, str]
) -> OutletRow:
    copies = {copied[id] for id, _ in documents if id in copied}
    spoken = sum(number for id, number in documents if id not in copied)
    return OutletRow(outlet, len(documents), spoken, tuple(sorted(copies)))

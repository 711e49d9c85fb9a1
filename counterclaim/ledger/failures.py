"""What could not be read, why, and what to do next: in the ledger, and as a table beside it."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from counterclaim.ledger.originals import disk_may_be_full, write_whole
from counterclaim.ledger.store import Store
from counterclaim.model.intake import Failure

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets; it is given a quote mark first."""


def add_failure(store: Store, failure: Failure, run: int) -> None:
    """Note a file that could not be read; a later failure of the same path replaces it."""
    row = (failure.path, failure.reason, failure.next_step, run)
    store.run("INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)", *row)


def drop_mended(store: Store, inputs: Iterable[str], run: int) -> None:
    """Drop the failures of earlier runs in what this run, now at its end, has looked at again."""
    looked_at = tuple(inputs)
    with store.transaction():
        for (path,) in store.rows("SELECT path FROM failures WHERE run <> ?", run):
            if lies_in(path, looked_at):
                store.run("DELETE FROM failures WHERE path = ?", path)


def lies_in(path: str, inputs: Sequence[str]) -> bool:
    """Whether a path is one of the inputs, or lies in one: a folder, an archive, a table."""
    for given in inputs:
        if given == "." and not os.path.isabs(path):
            return True
        rest = path.removeprefix(given) if path.startswith(given) else None
        if rest is not None and (not rest or rest[0] in "/\\!#" or given.endswith(("/", "\\"))):
            return True
    return False


def failures(store: Store) -> tuple[Failure, ...]:
    """Return all failures of the case in the order of their paths."""
    rows = store.rows("SELECT path, reason, next_step FROM v1_failures ORDER BY path, reason")
    return tuple(Failure(*row) for row in rows)


def write_failures(path: Path, found: Sequence[Failure]) -> None:
    """Write failures.csv, or remove it where nothing failed. Raises LedgerFull."""
    with disk_may_be_full():
        if not found:
            path.unlink(missing_ok=True)
            return
        table = io.StringIO(newline="")
        writer = csv.writer(table)
        writer.writerow(("path", "reason", "next_step"))
        for failure in found:
            writer.writerow(map(_safe, (failure.path, failure.reason, failure.next_step)))
        content = table.getvalue().encode("utf-8", "backslashreplace")
        write_whole(path, content, path.parent)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell

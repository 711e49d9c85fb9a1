"""How well a coder's own rows are found again, after what a hand and a spreadsheet do to them.

`python -m evaluation.own_rows REPORTS.jsonl...` reads reports and writes their events as rows of
ACLED, UCDP and GTD, those above inclusion. Every second row is left out; of the rest, days are
written as words, points are taken out, numbers of dead raised by one, columns turned round and
parted by semicolons, in UTF-16. Then it counts for how many events the right row was named, a wrong
one, or none.
"""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import counterclaim
from counterclaim.coding import code_events, world_of
from counterclaim.coding.own_rows import read_own_rows
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.knowledge.own_rows import load_own_rows
from counterclaim.model.event import EventId
from counterclaim.model.record import Ledger
from counterclaim.model.row import Cell, Row
from counterclaim.views.entries import enter
from counterclaim.views.own_rows import Comparison, compare_rows, days_of

Written = tuple[bytes, Mapping[EventId, int]]
"""A table, and the number of the row in which each event stands."""


def mangled(rows: Sequence[Row], codebook: str) -> Written:
    """Write every second row as a coder's own table, and say which event stands where."""
    book = load_own_rows().books[codebook]
    kept = rows[::2]
    names = [column.name for column in reversed(load_codebooks()[codebook].columns)]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(name.upper() for name in names)
    for row in kept:
        blank = {*book.point, book.place_precision}
        cells = {name: "" if name in blank else _written(row.cells[name]) for name in names}
        for name in book.killed:
            cells[name] = str(int(cells[name]) + 1) if cells[name] else ""
        writer.writerow(cells.values())
    places = {event: number for number, row in enumerate(kept, 2) for event in row.events}
    return out.getvalue().encode("utf-16"), places


def count(ledger: Ledger, codebook: str) -> Counter[str]:
    """Count the events whose own row was named, and those of which another was."""
    world, book = world_of(ledger), load_codebooks()[codebook]
    drafts = code_events(ledger.events, codebook, book, world)
    rows = tuple(row for row in drafts if not row.below)
    content, places = mangled(rows, codebook)
    table, entries = read_own_rows(content), enter(ledger)
    readable = {row.number for row in table.rows}
    found = compare_rows(table, ledger, days_of(entries), lambda _: entries)
    truth = {event: number for event, number in places.items() if number in readable}
    return Counter(_outcome(truth.get(event), *named) for event, named in _named(found).items())


def _written(cell: Cell) -> str:
    if isinstance(cell.value, date):
        return cell.value.strftime("%d %B %Y")
    return "" if cell.value is None else str(cell.value)


def _named(found: Comparison) -> Mapping[EventId, tuple[tuple[int, ...], bool]]:
    """Return the rows that are named for each event, and whether as sure."""
    coded = (*found.news, *found.same)
    return {
        **{each.event.id: ((each.fit.row,), True) for each in coded},
        **{each.event.id: (tuple(fit.row for fit in each.fits), False) for each in found.perhaps},
        **{each.event.id: ((), False) for each in found.uncoded},
    }


def _outcome(truth: int | None, named: tuple[int, ...], sure: bool) -> str:
    if not named:
        return "not coded, rightly" if truth is None else "missed"
    right = truth in named
    if sure:
        return "sure, right" if right else "sure, wrong"
    return "perhaps, right among them" if right else "perhaps, wrong"


def main(paths: Iterable[str]) -> int:
    """Print the counts of all reports together, by codebook; 1 where a wrong row was sure."""
    tally = {name: Counter[str]() for name in load_own_rows().books}
    for path in paths:
        ledger = counterclaim.read(Path(path)).ledger
        for name, counts in tally.items():
            counts.update(count(ledger, name))
    for name, counts in tally.items():
        told = ", ".join(f"{outcome} {number}" for outcome, number in sorted(counts.items()))
        print(f"{name}: {told}")
    return int(any(counts["sure, wrong"] for counts in tally.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""An event as a row of a codebook, explained: the decisions on the way, and each cell's reason."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.coding import code_event, rule_book, world_of
from counterclaim.errors import UnknownId
from counterclaim.knowledge.codebooks import Codebook, load_codebooks
from counterclaim.model.event import EventId, TellingId
from counterclaim.model.row import Cell, Row
from counterclaim.views.entries import Entries
from counterclaim.views.explanations import Explanation, Reason


def explain_row(kind: str, id: str, codebook: str, entries: Entries) -> Explanation:
    """Explain the row of an event, or of the event that a telling belongs to.

    Raises UnknownId for an entry that is no event.
    """
    event = entries.events.get(EventId(id)) or entries.event_of.get(TellingId(id))
    if event is None:
        raise UnknownId(f"{id} is a {kind}, no event", "`counterclaim events` lists the events")
    book, world = load_codebooks()[codebook], world_of(entries.ledger)
    row = code_event(event, codebook, book, world)
    title = f"{event.type.replace('_', ' ')} as a row of {codebook}"
    cells = (_reason(name, cell, entries) for name, cell in row.cells.items())
    return Explanation(event.id, "event", title, (*_path(row, book), *cells))


def _path(row: Row, book: Codebook) -> Iterator[Reason]:
    """Say what one row is, which number stands for several, and whether the event is included."""
    yield Reason("row", book.row, "", "", ())
    yield Reason("split", book.split, "", "", ())
    yield Reason("merge", book.merge, "", "", ())
    yield Reason("numbers", book.numbers, "", "", ())
    below = "; ".join(row.below)
    yield Reason("inclusion", f"below inclusion: {below}" if below else "included", "", "", ())


def _reason(name: str, cell: Cell, entries: Entries) -> Reason:
    value = f"blank, {cell.reason}" if cell.reason else str(cell.value)
    words = (
        entries.readings[at.document].document.quote(at.span)
        for at in cell.passages
        if at.document in entries.readings
    )
    said = rule_book().get(cell.rule, "")
    note = f"{value} ({cell.note})" if cell.note else value
    return Reason(name, note, cell.rule, said, tuple(dict.fromkeys(words)))

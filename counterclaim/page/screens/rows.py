"""The row bench: an event as one row of a codebook, each cell with its why or its blank code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.coding import World, code_event, rule_book, world_of
from counterclaim.errors import UnknownId
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.model.event import Blank
from counterclaim.model.row import Cell
from counterclaim.model.text import DocumentId
from counterclaim.page.opened import Bench, Opened
from counterclaim.page.screens.compare import own_row
from counterclaim.page.screens.events import entries_of, known_event
from counterclaim.page.screens.rivals import TOLLS, Rival, counted_in, rivals_of
from counterclaim.views.entries import Entries
from counterclaim.views.events import EventCard, event_card
from counterclaim.views.own_rows import CodedEvent

OF_TIME = ("coded_day", "year", "month", "day_of_month", "day_as_said", "first_day", "last_day")
OF_PLACE = ("place", "country", "region", "province", "district", "town", "latitude", "longitude")
OF_PARTY = ("side", "perpetrator", "perpetrator_is_uncertain", "sort_of_side", "country_of_side")
FIELDS: Mapping[str, str] = {
    **{name: name for name in TOLLS},
    **dict.fromkeys(OF_TIME, "when"),
    **dict.fromkeys(OF_PLACE, "place"),
    **dict.fromkeys(OF_PARTY, "perpetrator"),
    **dict.fromkeys(("b", "2", "3", "b:plover"), ""),
    "code": "type",
}
"""Which field of an event stands behind a column, by what derives it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a cell was read from, and where they stand."""

    words: str
    outlet: str
    document: DocumentId


@dataclass(frozen=True, slots=True)
class BenchCell:
    """One cell: its value or the code for its blank, what stood against it, and why."""

    column: str
    value: str | int | float | None
    blank: Blank | None
    note: str
    rule: str
    says: str
    quotes: tuple[Quote, ...]
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class RowPage:
    """A draft row: the codebook's title and rules, its cells, and what keeps it out.

    `own` is the coder's own row of the event, of those that were held against the case last.
    """

    card: EventCard
    counted: dict[str, str]
    codebook: str
    codebooks: tuple[str, ...]
    title: str
    rules: tuple[tuple[str, str], ...]
    below: tuple[str, ...]
    cells: tuple[BenchCell, ...]
    filled: int
    blanks: dict[str, int]
    own: CodedEvent | None


def row(shelf: Opened, bench: Bench, id: str, codebook: str) -> RowPage:
    """Draft the row of an event in one codebook, beside the coder's own row if one was given."""
    books = load_codebooks()
    if codebook not in books:
        raise UnknownId(f"no codebook is called '{codebook}'", f"There are: {', '.join(books)}")
    event, book = known_event(id, shelf), books[codebook]
    entries = entries_of(event, shelf)
    coded = code_event(event, codebook, book, _world(entries))
    told = rivals_of(event, entries)
    fields = {each.name: FIELDS.get(each.of, FIELDS.get(each.derive, "")) for each in book.columns}
    cells = tuple(
        _cell(name, cell, entries, _against(fields.get(name, ""), cell, told))
        for name, cell in coded.cells.items()
    )
    return RowPage(
        event_card(event, entries),
        counted_in(event),
        codebook,
        tuple(books),
        book.title,
        (
            ("row", book.row),
            ("split", book.split),
            ("merge", book.merge),
            ("numbers", book.numbers),
        ),
        coded.below,
        cells,
        sum(cell.blank is None for cell in cells),
        dict(Counter(cell.blank.value for cell in cells if cell.blank)),
        own_row(bench, event.id),
    )


def _world(entries: Entries) -> World:
    """Look up the actors of these readings alone: a large case has too many for one row."""
    actors = {entries.actor_of[id].id: None for id in entries.mentions if id in entries.actor_of}
    own = tuple(entries.actors[id] for id in actors)
    return world_of(replace(entries.ledger, actors=own))


def _cell(column: str, cell: Cell, entries: Entries, rivals: tuple[Rival, ...]) -> BenchCell:
    quotes = (
        Quote(
            (read := entries.readings[at.document].document).quote(at.span),
            read.outlet or read.title or read.key,
            read.id,
        )
        for at in cell.passages
        if at.document in entries.readings
    )
    return BenchCell(
        column,
        cell.value.isoformat() if isinstance(cell.value, date) else cell.value,
        cell.reason,
        cell.note,
        cell.rule,
        rule_book().get(cell.rule, ""),
        tuple(dict.fromkeys(quotes)),
        rivals,
    )


def _against(field: str, cell: Cell, told: Mapping[str, tuple[Rival, ...]]) -> tuple[Rival, ...]:
    """Return the values of a field that a cell does not rest on: of several numbers it has one."""
    rivals = told.get(field, ())
    if field in TOLLS:
        return tuple(each for each in rivals if each.value != str(cell.value))
    return tuple(each for each in rivals if not each.used)

"""From events to rows: which columns, what fills each, what keeps an event below inclusion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from counterclaim.coding import codes, days, numbers, sides
from counterclaim.coding.deeds import DEED_DERIVATIONS, DeedDraft, deed_drafts
from counterclaim.coding.derivations import DERIVATIONS
from counterclaim.coding.draft import Draft, World, blank
from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.codebooks import Codebook, Column
from counterclaim.model.event import Blank, EventId, EventKind, Modality
from counterclaim.model.record import Event
from counterclaim.model.row import Cell, Row

NUMBERS = (*numbers.NUMBER_RULES, "all")
NO_ROW = frozenset({Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE})


def code_events(
    events: tuple[Event, ...], name: str, book: Codebook, world: World, numbers: str = ""
) -> Iterator[Row]:
    """Yield a row for each happening; one below the codebook's inclusion says so in its row.

    A codebook of deeds has a row for each of what parties do to each other, and one for each other
    happening. Raises KnowledgeError for an unknown derivation.
    """
    told: set[EventId] = set()
    for row in code_deeds(events, name, book, world, numbers) if book.deeds else ():
        told.update(row.events)
        yield row
    for event in events:
        real = event.kind is EventKind.INCIDENT and not NO_ROW & set(event.modality)
        if real and event.id not in told:
            yield code_event(event, name, book, world, numbers)


def code_deeds(
    events: tuple[Event, ...], name: str, book: Codebook, world: World, numbers: str = ""
) -> Iterator[Row]:
    """Yield a row for each of what parties do to each other, whether or not an event tells it."""
    for draft in deed_drafts(events, book, world, numbers):
        yield _row(draft, name, (draft.coded.event,) if draft.coded.event else ())


def code_event(event: Event, name: str, book: Codebook, world: World, numbers: str = "") -> Row:
    """Write one event as a row of a codebook. Raises KnowledgeError for an unknown derivation."""
    draft = Draft(event, book, book.columns[0], numbers or book.numbers, world)
    return _row(draft, name, (event.id,))


def code_cell(event: Event, column: Column, book: Codebook, world: World) -> Cell:
    """Fill one column for an event. Raises KnowledgeError for an unknown derivation."""
    return _checked(column, _cell(Draft(event, book, column, book.numbers, world)))


def below_inclusion(event: Event, book: Codebook, world: World) -> tuple[str, ...]:
    """Say what keeps an event out of a codebook, if anything does."""
    return _below(Draft(event, book, book.columns[0], book.numbers, world))


def _below(draft: Draft) -> tuple[str, ...]:
    gates = draft.codebook.gate
    return tuple(GATES[gate][0] for gate in gates if not GATES[gate][1](draft))


def _row(draft: Draft, name: str, events: tuple[EventId, ...]) -> Row:
    book = draft.codebook
    cells = {
        column.name: _checked(column, _cell(replace(draft, column=column)))
        for column in book.columns
    }
    return Row(name, events, f"split: {book.split}; merge: {book.merge}", cells, _below(draft))


def rule_book() -> Mapping[str, str]:
    """Return the rules that fill cells, by name, each in a line."""
    said = {name: (rule.__doc__ or "").partition("\n")[0] for name, rule in DERIVATIONS.items()}
    return {**said, "codebook": "The codebook leaves it to its own lists, or to a person."}


def _cell(draft: Draft) -> Cell:
    column = draft.column
    if column.blank:
        return replace(blank(Blank(column.blank)), rule="codebook")
    if isinstance(draft, DeedDraft) and column.derive in DEED_DERIVATIONS:
        return replace(DEED_DERIVATIONS[column.derive](draft), rule=column.derive)
    derive = DERIVATIONS.get(column.derive)
    if derive is None:
        known = ", ".join(sorted(DERIVATIONS))
        raise KnowledgeError(f"column {column.name}: no rule is called '{column.derive}'", known)
    return replace(derive(draft), rule=column.derive)


def _checked(column: Column, cell: Cell) -> Cell:
    """Let no value through that the codebook does not know."""
    if cell.value is None or (not column.values or cell.value in column.values):
        return cell
    why = blank(Blank.JUDGEMENT, f"'{cell.value}' is no value of this column", cell.passages)
    return replace(why, rule=cell.rule)


def _sides(draft: Draft) -> bool:
    return all(isinstance(sides.on_side(draft, side), sides.Party) for side in "ab")


def _by_a_state(draft: Draft) -> bool:
    found = sides.on_side(draft, "a")
    return isinstance(found, sides.Party) and found.sort in sides.STATES


GATES: Mapping[str, tuple[str, Callable[[Draft], bool]]] = {
    "month": ("no day finer than a month", days.has_a_month),
    "country": ("no country", lambda draft: bool(draft.country)),
    "killed": ("no dead", codes.deadly),
    "sides": ("a side is not known", _sides),
    "coded": ("no code for this type of event", codes.has_code),
    "violence_by_non_state": (
        "no attack by a party that is no state",
        lambda draft: codes.violence(draft) and not _by_a_state(draft),
    ),
}
"""What a codebook may ask of an event, and what is said where it is not so."""

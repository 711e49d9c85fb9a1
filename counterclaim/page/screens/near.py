"""Events near an event: its parts, and those that may be the same, for a person to join."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.model.event import EventId
from counterclaim.model.record import Event
from counterclaim.page.shelf import Shelf
from counterclaim.views.entries import Entries
from counterclaim.views.events import place_in_words

DAYS = 2  # how far apart the days of one event may be told
LOOKED_AT, MOST = 300, 5  # events of one day or place that are weighed; those that are shown
ENOUGH = 2  # things that two events must have in common


@dataclass(frozen=True, slots=True)
class Near:
    """An event in a line, and what it has in common with the one on the screen."""

    id: EventId
    line: str
    common: tuple[str, ...] = ()


def line_of(event: Event, entries: Entries) -> str:
    """Tell an event in a line: what, where, when; needs no readings."""
    days = " to ".join(dict.fromkeys(day.isoformat() for day in event.when or ()))
    place = place_in_words(event, entries)
    return ", ".join(part for part in (event.type.replace("_", " "), place, days) if part)


def parts_of(event: Event, shelf: Shelf) -> tuple[Near, ...]:
    """Return the events that are parts of an event."""
    entries = shelf.linked.entries
    found = (each for each in entries.ledger.events if each.part_of == event.id)
    return tuple(sorted((Near(each.id, line_of(each, entries)) for each in found), key=_in_order))


def nearest(event: Event, shelf: Shelf) -> tuple[Near, ...]:
    """Return the events with most in common with an event, no part of it and not its whole."""
    entries = shelf.linked.entries
    found = {each.id: each for each in _around(event, shelf) if not _is_within(each, event)}
    near = (Near(id, line_of(each, entries), _common(each, event)) for id, each in found.items())
    firm = [each for each in near if len(each.common) >= ENOUGH]
    return tuple(sorted(firm, key=lambda each: (-len(each.common), each.line, each.id))[:MOST])


def _around(event: Event, shelf: Shelf) -> Iterator[Event]:
    if event.when:
        first = event.when[0].toordinal()
        for day in range(first - DAYS, first + DAYS + 1):
            yield from shelf.linked.begun_on.get(day, ())[:LOOKED_AT]
    if event.place:
        yield from shelf.linked.at_place.get(event.place, ())[:LOOKED_AT]


def _is_within(one: Event, other: Event) -> bool:
    return one.id in {other.id, other.part_of} or one.part_of == other.id


def _common(one: Event, other: Event) -> tuple[str, ...]:
    days = one.when and other.when and abs((one.when[0] - other.when[0]).days)
    told = (
        ("same day" if days == 0 else "near in time", days is not None and days <= DAYS),
        ("same place", one.place is not None and one.place == other.place),
        ("same type", one.type == other.type),
    )
    return tuple(name for name, holds in told if holds)


def _in_order(near: Near) -> tuple[str, str]:
    return (near.line, near.id)

"""Places and events as tables for questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from counterclaim.ledger.store import Row, Store
from counterclaim.model.quantity import Quantity
from counterclaim.model.record import Event, Location

TABLES = (
    *("place_mentions", "places"),
    *("event_mentions", "participants", "charges", "events"),
)
"""In an order in which they can be emptied: what refers to another goes first."""


def keep_places(store: Store, places: Iterable[Location]) -> None:
    """Write the places and what is located there."""
    for location in places:
        store.run(f"INSERT INTO places VALUES ({_marks(10)})", *_place(location))
        store.run_all(
            "INSERT OR IGNORE INTO place_mentions VALUES (?, ?)",
            ((mention, location.place.id) for mention in location.mentions),
        )


def keep_events(store: Store, events: Iterable[Event]) -> None:
    """Write the events, the words that speak of them, who took part and who is held responsible."""
    for event in events:
        store.run(f"INSERT INTO events VALUES ({_marks(13)})", *_event(event))
        store.run_all(f"INSERT INTO event_mentions VALUES ({_marks(6)})", _mentions(event))
        store.run_all(f"INSERT INTO participants VALUES ({_marks(8)})", _participants(event))
        store.run_all(f"INSERT INTO charges VALUES ({_marks(8)})", _charges(event))


def _place(location: Location) -> Row:
    place = location.place
    return (
        *(place.id, place.name, place.precision, place.country or None, _list(place.claimed_by)),
        *(place.admin1 or None, place.latitude, place.longitude),
        *(place.feature or None, place.geonameid),
    )


def _event(event: Event) -> Row:
    first, last = event.when or (None, None)
    return (
        *(event.id, event.type, event.status, event.kind, _list(event.modality)),
        *(first and first.isoformat(), last and last.isoformat(), event.place),
        *(*_ends(event.killed), *_ends(event.injured), event.part_of),
    )


def _mentions(event: Event) -> Iterator[Row]:
    for each in event.mentions:
        span, statement = each.trigger.span, each.trigger.statement
        yield event.id, each.telling, each.document, statement, span.begin, span.end


def _participants(event: Event) -> Iterator[Row]:
    for told in event.participants:
        part = told.value
        ends = _ends(part.count.value if part.count else None)
        nationality = part.nationality or None
        yield event.id, told.telling, part.part, part.text, told.actor, *ends, nationality


def _charges(event: Event) -> Iterator[Row]:
    for told in event.responsibility:
        charge = told.value
        yield (
            *(event.id, told.telling, charge.party, told.actor, charge.party_type),
            *(charge.share, charge.degree.value, charge.statement),
        )


def _ends(number: Quantity | None) -> tuple[float | None, float | None]:
    ends = (number.low, number.high) if number else (None, None)
    low, high = (None if end is None else float(end) for end in ends)
    return low, high


def _list(values: tuple[Any, ...]) -> str:
    return msgspec.json.encode(values).decode()


def _marks(number: int) -> str:
    return ", ".join("?" * number)

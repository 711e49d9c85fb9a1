"""Why an event says what it says: each field's rule and tellings, and why these are one event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.model.event import Telling
from counterclaim.model.record import Event, Join, Location, Reading
from counterclaim.model.text import Cited, Document
from counterclaim.views.entries import Entries
from counterclaim.views.events import country_in_words, event_card, number
from counterclaim.views.values import Found


def explain_event(event: Event, entries: Entries) -> Iterator[Found]:
    """Yield the fields of an event with the tellings behind each, and what joined these."""
    card = event_card(event, entries)
    days = " to ".join(dict.fromkeys(day.isoformat() for day in event.when or ()))
    values = {
        "type": event.type,
        "status": event.status.value,
        "when": days,
        "place": card.place,
        "country": country_in_words(event),
        "killed": card.killed,
        "injured": card.injured,
    }
    for field in event.fields:
        value = values.get(field.name) or f"blank: {field.reason.value if field.reason else ''}"
        words = (_words(id, entries) for id in field.tellings)
        yield Found(field.name, value, field.rule, tuple(dict.fromkeys(filter(None, words))))
    for join in event.joins:
        yield _join(join, entries)


def explain_telling(telling: Telling, reading: Reading) -> Iterator[Found]:
    """Yield the fields of a telling with the words that each was read from."""
    document = reading.document
    words = tuple(document.quote(each.span) for each in telling.triggers)
    yield Found("telling", telling.kind.value, telling.type.rule, words, telling.type.score)
    yield _cited("type", telling.type.value, telling.type, document)
    yield _cited("status", telling.status.value.value, telling.status, document)
    for each in telling.modality:
        yield _cited("modality", each.value.value, each, document)
    if telling.when:
        yield _cited("when", telling.when.value.value, telling.when, document)
    if telling.place:
        place = next((m.name for m in reading.mentions if m.id == telling.place.value), "")
        yield _cited("place", place, telling.place, document)
    if telling.country:
        country = telling.country.value
        yield _cited(
            "country", f"{country.code} ({country.basis.value})", telling.country, document
        )
    yield from _parts(telling, document)


def explain_place(location: Location, entries: Entries) -> Iterator[Found]:
    """Yield a place as each mention was located there."""
    for id in location.mentions:
        if id in entries.mentions:
            mention, reading = entries.mentions[id]
            if mention.place:
                name = f"{location.place.name} ({location.place.precision.value})"
                yield _cited("place", name, mention.place, reading.document)


def _parts(telling: Telling, document: Document) -> Iterator[Found]:
    for part in telling.participants:
        yield Found(part.part.value, part.text, part.rule, (document.quote(part.span),))
    for toll in telling.tolls:
        yield _cited(toll.effect.value, number(toll.count.value), toll.count, document)
    for charge in telling.responsibility:
        held = f"{charge.party}, {charge.degree.value.value.replace('_', ' ')}"
        yield _cited(charge.share.value, held, charge.degree, document)


def _cited(name: str, value: str, field: Cited[Any], document: Document) -> Found:
    words = tuple(document.quote(span) for span in field.spans)
    return Found(name, value, field.rule, words, field.score)


def _join(join: Join, entries: Entries) -> Found:
    """Say what speaks for two tellings being of one event, what weighs most first."""
    weighed = sorted(join.features, key=lambda feature: (-abs(feature[1]), feature[0]))
    why = ", ".join(f"{name.replace('_', ' ')} {worth:+.1f}" for name, worth in weighed)
    words = (_words(id, entries) for id in (join.one, join.other))
    return Found("one event", f"{join.one} and {join.other}: {why}", join.rule, tuple(words))


def _words(id: Any, entries: Entries) -> str:
    if id not in entries.tellings:
        return ""
    telling, reading = entries.tellings[id]
    document = reading.document
    where = document.outlet or document.title or document.key
    return f"{document.quote(telling.triggers[0].span)} ({where}, {id})"

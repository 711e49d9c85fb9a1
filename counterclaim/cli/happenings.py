"""Happenings on a terminal: a line for each in a list, a page for one, a column of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from counterclaim.cli.board import voice_lines
from counterclaim.cli.inquiries import core_lines
from counterclaim.cli.terminal import Line, Painted, Part
from counterclaim.cli.wrapping import numbered, wrapped
from counterclaim.model.event import EventId, EventKind
from counterclaim.model.place import Place
from counterclaim.model.record import Event
from counterclaim.model.time import Days
from counterclaim.views.entries import Entries
from counterclaim.views.events import (
    ChargeCard,
    EventCard,
    TellingCard,
    event_card,
    parts_of,
)
from counterclaim.views.grounds import statements_behind
from counterclaim.views.origins import told_sources
from counterclaim.views.statements import card as statement_card

CHARGES = 4
"""Of one event in a list, before the rest is counted."""


def event_lines(card: EventCard) -> Iterator[Line]:
    """Yield an event of a list: what, where, when, how many, who is held responsible."""
    yield from wrapped([Painted(headline(card), "heading")])
    facts = [*_facts(card), _reports(card), card.id]
    yield from wrapped([Painted(" · ".join(fact for fact in facts if fact), "faint")], "  ")
    for charge in card.charges[:CHARGES]:
        yield from wrapped(_charge(charge), "  ", "    ")
    if len(card.charges) > CHARGES:
        yield (Painted(f"  and {len(card.charges) - CHARGES} more charges", "faint"),)


def event_page(id: EventId, entries: Entries) -> Iterator[Line]:
    """Yield an event with every report's telling of it, the earliest first."""
    from counterclaim.views.inquiries import core_card

    card = event_card(entries.events[id], entries)
    yield from wrapped([Painted(headline(card), "heading")])
    facts = [*_facts(card), _reports(card), card.id]
    yield from wrapped([Painted(" · ".join(fact for fact in facts if fact), "faint")], "  ")
    wholes = (card.part_of,) if card.part_of else ()
    for name, others in (("Part of", wholes), ("Holds", parts_of(card.id, entries))):
        for event in (entries.events[each] for each in others if each in entries.events):
            yield from wrapped([f"{name} {_named(event, entries)}"], "  ", "    ")
    for charge in card.charges:
        yield from wrapped(_charge(charge), "  ", "    ")
    yield from core_lines(core_card(entries.events[id], entries))
    for telling in card.tellings:
        yield ()
        yield from telling_lines(telling)
    yield ()
    yield (Painted(f"Why these are one: counterclaim explain {id}", "faint"),)


def telling_lines(card: TellingCard) -> Iterator[Line]:
    """Yield one report's telling: where and when it stands, its words, numbers and charges."""
    copied = " (copy: adds no voice)" if card.copied_from else ""
    place = ", ".join(part for part in (card.outlet or card.title, day(card.published)) if part)
    parts: list[Part] = [
        Painted(f"{place}{copied}", "source"),
        f" {card.type}: ",
        Painted(", ".join(f"“{words}”" for words in card.words), "content"),
        Painted(f" {card.id}", "faint"),
    ]
    yield from wrapped(parts, "", "  ")
    if card.numbers:
        yield from wrapped([", ".join(card.numbers)], "  ", "    ")
    for charge in card.charges:
        yield from wrapped(_charge(charge), "  ", "    ")


def telling_page(id: Any, entries: Entries) -> Iterator[Line]:
    """Yield one report's telling, and the event that it is put to."""
    event = entries.event_of.get(id)
    if event is None:
        yield (f"Telling {id}: a reviewer has left it out.",)
        return
    card = event_card(event, entries)
    yield from telling_lines(next(each for each in card.tellings if each.id == id))
    yield from wrapped([f"Tells of {_named(event, entries)}"], "", "  ")
    for statement in statements_behind("telling", id, entries):
        yield from voice_lines(statement_card(statement, entries), "  ", "    ")


def place_page(id: Any, entries: Entries) -> Iterator[Line]:
    """Yield a place, how documents write it, and what happened there."""
    location = entries.places[id]
    place = location.place
    found = (entries.mentions[each] for each in location.mentions if each in entries.mentions)
    forms = dict.fromkeys(reading.document.quote(mention.span) for mention, reading in found)
    country = place.country or "/".join(place.claimed_by)
    yield (Painted(place.name, "heading"), f" ({place.precision.value})")
    facts = (place.admin1, country, _point(place), f"written as {', '.join(forms)}", place.id)
    yield from wrapped([Painted(" · ".join(fact for fact in facts if fact), "faint")], "  ")
    for event in entries.events.values():
        if event.place == id:
            yield from wrapped([_named(event, entries)], "  ", "    ")


def row_lines(card: EventCard) -> Iterator[Line]:
    """Yield one event of a timeline: when it happened, and when it was reported."""
    reported = card.reported
    told = f"reported {days(reported)}" if reported else "not dated"
    what = " · ".join(part for part in (_what(card), _killed(card), card.place) if part)
    parts: list[Part] = [
        Painted(f"{days(card.when)}  ", "heading"),
        what,
        Painted(f"  {told}, {numbered(card.documents, 'report')} {card.id}", "faint"),
    ]
    yield from wrapped(parts, "", "  ")


def headline(card: EventCard) -> str:
    """Return what happened, where and when, in one line."""
    where = f" at {card.place}" if card.place else ""
    when = f", {days(card.when)}" if card.when else ", day open"
    return f"{_what(card)}{where}{when}"


def _named(event: Event, entries: Entries) -> str:
    return f"{headline(event_card(event, entries))} · {event.id}"


def days(when: Days | None) -> str:
    """Write one day, or the first and the last of several."""
    return " to ".join(dict.fromkeys(map(day, when))) if when else ""


def day(when: date | None) -> str:
    """Write a day, or nothing."""
    return when.isoformat() if when else ""


def _what(card: EventCard) -> str:
    kind = "" if card.kind is EventKind.INCIDENT else f" ({card.kind.value})"
    status = "" if card.status == "occurred" else f"{card.status} "
    return f"{status}{card.type}{kind}".capitalize()


def _facts(card: EventCard) -> Iterator[str]:
    yield _killed(card)
    yield f"{card.injured} injured" if card.injured else ""
    yield ", ".join(each.value for each in card.modality)


def _killed(card: EventCard) -> str:
    return f"{card.killed} killed" if card.killed else ""


def _reports(card: EventCard) -> str:
    return told_sources(card.documents, card.voices, None)


def _charge(charge: ChargeCard) -> list[Part]:
    return [
        Painted(charge.party, "content"),
        f": {charge.told}, says ",
        Painted(charge.held_by, "source"),
        Painted(f" {charge.statement}", "faint") if charge.statement else "",
    ]


def _point(place: Place) -> str:
    if place.latitude is None or place.longitude is None:
        return "no point"
    return f"{place.latitude:.3f}, {place.longitude:.3f}"

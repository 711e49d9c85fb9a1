"""One place for all mentions that are located there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from counterclaim.knowledge.actors import plain_form
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.record import Event, Location, Reading
from counterclaim.model.statement import MentionId, MentionType

ONE_NAME = 0.75
"""How alike two spellings of one place's name are, from 0 to 1."""


def link_places(readings: Sequence[Reading], events: Sequence[Event] = ()) -> tuple[Location, ...]:
    """Bring the mentions of each place together.

    Where mentions describe a place unlike ("in", "near"), the description of most of them stands.
    It is spelt as the reports mostly spell it, where none spells it as the map does. A place that
    no map has lies in the country of the events that happened there.
    """
    lands = {event.place: event.country.code for event in events if event.place and event.country}
    mentions: dict[PlaceId, list[MentionId]] = defaultdict(list)
    described: dict[PlaceId, Counter[Place]] = defaultdict(Counter)
    called: dict[PlaceId, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        for mention in reading.mentions:
            if mention.place:
                place = mention.place.value
                mentions[place.id].append(mention.id)
                described[place.id][place] += 1
                called[place.id][mention.name] += mention.type is MentionType.PLACE
    return tuple(
        Location(
            _lying_in(_spelt(_usual(described[id]), called[id]), lands.get(id, "")),
            tuple(sorted(mentions[id])),
        )
        for id in sorted(mentions)
    )


def _spelt(place: Place, called: Counter[str]) -> Place:
    """Spell a place as most do if nobody spells it as the map: "Mekelle" for its "Mek'ele"."""
    wanted = plain_form(place.name)
    alike = [
        name
        for name in sorted(called, key=lambda name: (-called[name], name))
        if called[name]
        and not name.isupper()
        and SequenceMatcher(None, plain_form(name), wanted).ratio() >= ONE_NAME
    ]
    foreign = place.geonameid is not None and place.name not in called
    return replace(place, name=alike[0]) if foreign and alike else place


def _lying_in(place: Place, country: str) -> Place:
    unmapped = place.precision is PlacePrecision.UNKNOWN and not place.country
    return replace(place, country=country) if unmapped and country else place


def _usual(described: Counter[Place]) -> Place:
    return min(described, key=lambda place: (-described[place], repr(place)))

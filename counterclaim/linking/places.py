"""One place for all mentions that are located there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.record import Event, Location, Reading
from counterclaim.model.statement import MentionId


def link_places(readings: Sequence[Reading], events: Sequence[Event] = ()) -> tuple[Location, ...]:
    """Bring the mentions of each place together.

    Where mentions describe a place unlike ("in", "near"), the description of most of them stands.
    A place that no map has lies in the country of the events that happened there.
    """
    lands = {event.place: event.country.code for event in events if event.place and event.country}
    mentions: dict[PlaceId, list[MentionId]] = defaultdict(list)
    described: dict[PlaceId, Counter[Place]] = defaultdict(Counter)
    for reading in readings:
        for mention in reading.mentions:
            if mention.place:
                place = mention.place.value
                mentions[place.id].append(mention.id)
                described[place.id][place] += 1
    return tuple(
        Location(_lying_in(_usual(described[id]), lands.get(id, "")), tuple(sorted(mentions[id])))
        for id in sorted(mentions)
    )


def _lying_in(place: Place, country: str) -> Place:
    unmapped = place.precision is PlacePrecision.UNKNOWN and not place.country
    return replace(place, country=country) if unmapped and country else place


def _usual(described: Counter[Place]) -> Place:
    return min(described, key=lambda place: (-described[place], repr(place)))

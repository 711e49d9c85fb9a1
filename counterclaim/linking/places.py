"""One place for all mentions that are located there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from counterclaim.model.place import Place, PlaceId
from counterclaim.model.record import Location, Reading
from counterclaim.model.statement import MentionId


def link_places(readings: Sequence[Reading]) -> tuple[Location, ...]:
    """Bring the mentions of each place together.

    Where mentions describe a place unlike ("in", "near"), the description of most of them stands.
    """
    mentions: dict[PlaceId, list[MentionId]] = defaultdict(list)
    described: dict[PlaceId, Counter[Place]] = defaultdict(Counter)
    for reading in readings:
        for mention in reading.mentions:
            if mention.place:
                place = mention.place.value
                mentions[place.id].append(mention.id)
                described[place.id][place] += 1
    return tuple(
        Location(_usual(described[id]), tuple(sorted(mentions[id]))) for id in sorted(mentions)
    )


def _usual(described: Counter[Place]) -> Place:
    return min(described, key=lambda place: (-described[place], repr(place)))

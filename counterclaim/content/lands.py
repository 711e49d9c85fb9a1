"""The country that an event lies in, which a text may tell though no map has its place.

The country of its place comes first, then what the rest of the text implies of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.content.told import Thread
from counterclaim.content.where import (
    Story,
    country_of_local_dateline,
    country_of_rescuers,
    only_country_named,
    only_country_told,
    own_place,
    place_of_dateline,
)
from counterclaim.model.event import Basis, Land
from counterclaim.model.statement import Mention, MentionId
from counterclaim.model.text import Cited

Where = Cited[MentionId] | None


def lands_of(story: Story, places: Sequence[Where]) -> tuple[Cited[Land] | None, ...]:
    """Tell for each event its country, where its place or the rest of the text tells it.

    Disputed ground lies in none.
    """
    found = zip(story.threads, places, strict=True)
    return tuple(_land(story, thread, place) for thread, place in found)


def _land(story: Story, thread: Thread, place: Where) -> Cited[Land] | None:
    there = next((one for one in story.scene.mentions if place and one.id == place.value), None)
    lies = there.place.value if there and there.place else None
    if place and lies and lies.country:
        basis = Basis.EXPLICIT if own_place(place) else Basis.INFERRED
        return Cited(Land(lies.country, basis), place.spans, place.rule)
    if lies and lies.claimed_by:
        return None
    for rule in LANDS:
        told = [one for one in rule(story, thread) if one.place and one.place.value.country]
        if told and len({_code(one) for one in told}) == 1:
            land = Land(_code(told[0]), Basis.INFERRED)
            return Cited(land, (told[0].span,), rule.__name__)
    return None


def _code(place: Mention) -> str:
    return place.place.value.country if place.place else ""


def only_country_of_events(story: Story, _thread: Thread) -> Iterator[Mention]:
    """Take the country of all that is told in a text and has a place."""
    yield from story.located()


LANDS = (
    only_country_told,
    country_of_rescuers,
    only_country_of_events,
    only_country_named,
    place_of_dateline,
    country_of_local_dateline,
)

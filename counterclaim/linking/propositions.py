"""What sources say of events in other words than each other, brought together as claims."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.linking.answers import link_answers
from counterclaim.linking.denied import link_denials
from counterclaim.linking.voices import Voices
from counterclaim.model.actor import Actor
from counterclaim.model.claim import Claim
from counterclaim.model.record import Event, Reading, Review


def link_propositions(
    readings: Sequence[Reading],
    events: Sequence[Event],
    actors: Sequence[Actor],
    voices: Voices,
    reviews: Sequence[Review],
) -> tuple[Claim, ...]:
    """Return answers to the questions that events raise, then what is denied or said again."""
    answers = link_answers(events, readings, actors, voices.parties, reviews)
    return (*answers, *link_denials(readings, events, actors, voices, reviews))

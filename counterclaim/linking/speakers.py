"""Which party each mention means, under all its names, and what country it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counterclaim.linking.voices import Voices
from counterclaim.model.actor import Actor
from counterclaim.model.statement import Mention, MentionId, MentionType

WIDE = frozenset({MentionType.NATIONALITY, MentionType.PLACE})


@dataclass(frozen=True, slots=True)
class Parties:
    """By mention: the names of the party that is meant, and its country, as far as known."""

    actors: Mapping[MentionId, Actor]
    voices: Voices
    homes: Mapping[str, str]

    def keys(self, mention: MentionId | None) -> Iterator[str]:
        """Yield the names of the party that a mention means."""
        actor = self.actors.get(mention) if mention else None
        if actor:
            yield actor.id
            if actor.id in self.voices.parties:
                yield self.voices.parties[actor.id]

    def lands(self, mention: Mention) -> Iterator[str]:
        """Yield the country that a mention is of."""
        if mention.place and mention.place.value.country and mention.type in WIDE:
            yield mention.place.value.country
        if actor := self.actors.get(mention.id):
            yield from actor.countries[:1]

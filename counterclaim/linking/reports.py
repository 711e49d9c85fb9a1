"""A telling with what the linking of events looks at: whose, when, where, of whom, beside whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.linking.actors import plain_name
from counterclaim.model.event import Part, Telling, TellingId
from counterclaim.model.place import Place
from counterclaim.model.quantity import Effect, Number
from counterclaim.model.record import ActorId, ClaimId, Reading
from counterclaim.model.statement import Mention, MentionId, MentionType, StatementId
from counterclaim.model.text import Document, Span, meets
from counterclaim.model.time import Days, Relation

NAMED = frozenset(
    {
        *(MentionType.PERSON, MentionType.ORGANISATION, MentionType.ARMED_GROUP),
        *(MentionType.GOVERNMENT, MentionType.MILITARY, MentionType.PLACE),
    }
)
"""Mentions whose names tell what a text is about."""

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the ledger says: whom a mention means, which claims a statement holds."""

    parties: Mapping[MentionId, ActorId]
    claims: Mapping[StatementId, ClaimId]

    def party(self, mention: MentionId | None) -> ActorId | None:
        """Return the party that a mention means, where it is known."""
        return self.parties.get(mention) if mention else None


@dataclass(frozen=True, slots=True)
class Report:
    """A telling in its document.

    `place` is where the event itself lies, as far as that is known. `beside` holds the names in
    the sentences that speak of it, `about` those of the whole document; `numbers` its tolls.
    """

    document: Document
    telling: Telling
    place: Place | None
    beside: Names
    about: Names
    parts: Mapping[Part, Names]
    numbers: frozenset[tuple[Effect, Number]]

    @property
    def id(self) -> TellingId:
        """The telling's own id, to which reviews point."""
        return self.telling.id

    @property
    def days(self) -> Days | None:
        """The first and the last day on which it can have happened, where both are told."""
        when = self.telling.when
        return when.value.days if when and when.value.relation is Relation.IN else None

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Where the telling stands among all: by day of publication, document, place in it."""
        begin = min(trigger.span.begin for trigger in self.telling.triggers)
        return self.document.published or date.max, self.document.id, begin, self.id


def reports_of(reading: Reading, around: Surroundings) -> Iterator[Report]:
    """Yield the tellings of a reading with what stands beside them."""
    mentions = {each.id: each for each in reading.mentions}
    names = {id: _name(each, around) for id, each in mentions.items() if each.type in NAMED}
    about = frozenset(names.values())
    for telling in reading.tellings:
        place = mentions[telling.place.value].place if telling.place else None
        sentences = _sentences(reading, telling)
        beside = (name for id, name in names.items() if meets(mentions[id].span, sentences))
        yield Report(
            reading.document,
            telling,
            place.value if place else None,
            frozenset(beside),
            about,
            _parts(telling, names),
            frozenset(_numbers(telling)),
        )


def _name(mention: Mention, around: Surroundings) -> str:
    """Return what equal names have in common: the party, the place, else the words."""
    if party := around.parties.get(mention.id):
        return party
    return mention.place.value.id if mention.place else plain_name(mention.name)


def _sentences(reading: Reading, telling: Telling) -> Sequence[Span]:
    spans = [trigger.span for trigger in telling.triggers]
    return [each.span for each in reading.accounts if meets(each.span, sorted(spans))]


def _parts(telling: Telling, names: Mapping[MentionId, str]) -> Mapping[Part, Names]:
    """Return for each part who is named to have it."""
    found: dict[Part, Names] = {}
    for each in telling.participants:
        if name := names.get(each.mention) if each.mention else None:
            found[each.part] = found.get(each.part, frozenset()) | {name}
    return found


def _numbers(telling: Telling) -> Iterable[tuple[Effect, Number]]:
    for toll in telling.tolls:
        number = toll.count.value.low if toll.count.value.low is not None else toll.count.value.high
        if number is not None:
            yield toll.effect, number

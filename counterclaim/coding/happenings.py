"""What of an event can be held against a row: its days, land, place, parties, numbers, codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.coding.own_parties import Party, Registry
from counterclaim.coding.rows import NO_ROW
from counterclaim.knowledge.place_names import fold
from counterclaim.model.event import EventKind, Part
from counterclaim.model.place import Place
from counterclaim.model.quantity import Effect, Number
from counterclaim.model.record import Event, Ledger
from counterclaim.model.text import DocumentId
from counterclaim.model.time import Days

BEFORE = timedelta(days=7)
"""How long before the first report a happening is looked for that no report gives a day."""
ACTING = frozenset({Part.PERPETRATOR, Part.VICTIM, Part.TARGET})


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, ready to be held against rows.

    `days` are those of the event, or those before the first report where `told` is not; `lands` are
    ISO 3166-1 alpha-3, none where unknown; `names` the folded names of its place and province.
    """

    event: Event
    days: Days | None
    told: bool
    lands: frozenset[str]
    place: Place | None
    names: frozenset[str]
    parties: tuple[Party, ...]
    killed: tuple[tuple[Number, Number], ...]


class Happenings:
    """Makes the events of a ledger ready; `published` are the days of its documents."""

    def __init__(
        self, ledger: Ledger, registry: Registry, published: Mapping[DocumentId, date]
    ) -> None:
        self._registry = registry
        self._published = published
        self._places = {each.place.id: each.place for each in ledger.places}
        self._actors = {each.id: each for each in ledger.actors}
        self._events = ledger.events

    def __iter__(self) -> Iterator[Happening]:
        """Yield what a row could be of: happenings of their own that took place."""
        for event in self._events:
            if event.kind is EventKind.INCIDENT and not NO_ROW & set(event.modality):
                yield self.of(event)

    def of(self, event: Event) -> Happening:
        """Make one event ready."""
        place = self._places.get(event.place) if event.place else None
        lands = {place.country, *place.claimed_by} if place else set[str]()
        if event.country and not (place and place.claimed_by):
            lands.add(event.country.code)
        names = (place.name, place.admin1) if place else ()
        return Happening(
            event,
            event.when or self._reported(event),
            event.when is not None,
            frozenset(filter(None, lands)),
            place,
            frozenset(map(fold, filter(None, names))),
            tuple(dict.fromkeys(self._parties(event))),
            tuple(_killed(event)),
        )

    def _reported(self, event: Event) -> Days | None:
        days = [
            self._published[each.document]
            for each in event.mentions
            if each.document in self._published
        ]
        return (min(days) - BEFORE, min(days)) if days else None

    def _parties(self, event: Event) -> Iterator[Party]:
        for told in event.responsibility:
            if told.value.party:
                yield self.party(told.value.party, told.value.whose, told.actor)
        for part in event.participants:
            if part.actor and part.value.part in ACTING:
                yield self.party(part.value.text, "", part.actor)

    def party(self, name: str, whose: str, actor: str | None) -> Party:
        """Return who is meant by a name of the ledger's, by all its names."""
        known = self._actors.get(actor) if actor else None  # type: ignore[call-overload]
        if known is None:
            return self._registry.party(name, (whose,))
        ids = (known.known,) if known.known else known.part_of[:1]
        return self._registry.party(name, (whose, known.name, *known.aliases), ids)


def _killed(event: Event) -> Iterator[tuple[Number, Number]]:
    """Yield how many each telling has, as an interval; of people of one sort only, at least."""
    for told in event.tolls:
        count = told.value.count.value
        if told.value.effect is Effect.KILLED and (count.low, count.high) != (None, None):
            high = None if told.value.partial else count.high
            yield count.low or 0, float("inf") if high is None else high

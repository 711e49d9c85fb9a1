"""A telling with what the linking of events looks at: whose, when, where, of whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from counterclaim.model.event import Telling, TellingId
from counterclaim.model.place import Place
from counterclaim.model.record import ActorId, ClaimId, Reading
from counterclaim.model.statement import MentionId, StatementId
from counterclaim.model.text import Document
from counterclaim.model.time import Days


@dataclass(frozen=True, slots=True)
class Report:
    """A telling in its document; `place` is where the event itself lies, as far as it is known."""

    document: Document
    telling: Telling
    place: Place | None

    @property
    def id(self) -> TellingId:
        """The telling's own id, to which reviews point."""
        return self.telling.id

    @property
    def days(self) -> Days | None:
        """The first and the last day on which it can have happened."""
        return self.telling.when.value.days if self.telling.when else None

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Where the telling stands among all: by day of publication, document, place in it."""
        begin = min(trigger.span.begin for trigger in self.telling.triggers)
        return self.document.published or date.max, self.document.id, begin, self.id


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the ledger says: whom a mention means, which claims a statement holds."""

    parties: Mapping[MentionId, ActorId]
    claims: Mapping[StatementId, ClaimId]

    def party(self, mention: MentionId | None) -> ActorId | None:
        """Return the party that a mention means, where it is known."""
        return self.parties.get(mention) if mention else None


def reports_of(reading: Reading) -> Iterator[Report]:
    """Yield the tellings of a reading, each with the place of its event."""
    places = {each.id: each.place.value for each in reading.mentions if each.place}
    for telling in reading.tellings:
        place = places.get(telling.place.value) if telling.place else None
        yield Report(reading.document, telling, place)

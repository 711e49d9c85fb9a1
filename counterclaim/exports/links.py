"""What an entry of the ledger points to, looked up once for a whole export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.linking.decisions import standing
from counterclaim.model.event import Telling, TellingId
from counterclaim.model.record import ActorId, Copy, Ledger, Reading
from counterclaim.model.statement import MentionId, Source
from counterclaim.model.text import DocumentId

UNREVIEWED = "unreviewed"


@dataclass(frozen=True, slots=True)
class Links:
    """Whose text a document prints, whom a mention names, what is told, what was decided last."""

    copies: Mapping[DocumentId, Copy]
    actors: Mapping[MentionId, ActorId]
    verdicts: Mapping[str, str]
    tellings: Mapping[TellingId, Telling]

    def actor(self, source: Source) -> ActorId | None:
        """Return the actor that a source is, where one of its mentions is linked."""
        return self.actors.get(source.mention) if source.mention else None

    def review(self, id: str) -> str:
        """Return the last verdict on an entry, or `unreviewed`."""
        return self.verdicts.get(id, UNREVIEWED)


def follow_links(ledger: Ledger) -> Links:
    """Collect the links of a ledger."""
    reviews = sorted(standing(ledger.reviews), key=lambda review: review.at)
    return Links(
        copies={copy.document: copy for copy in ledger.copies},
        actors={mention: actor.id for actor in ledger.actors for mention in actor.mentions},
        verdicts={review.target: review.verdict.value for review in reviews},
        tellings={told.id: told for reading in ledger.readings for told in reading.tellings},
    )


def in_order(ledger: Ledger) -> tuple[Reading, ...]:
    """Return the readings by the key of their documents, whatever order they were read in."""
    return tuple(sorted(ledger.readings, key=lambda each: (each.document.key, each.document.id)))

"""What an entry of the ledger points to, looked up once for a whole export."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking import voices_of
from counterclaim.linking.decisions import standing
from counterclaim.linking.interest import find_stakes
from counterclaim.linking.uncontested import find_cores
from counterclaim.model.derived import Core, Stake
from counterclaim.model.event import Telling, TellingId
from counterclaim.model.record import ActorId, Copy, EventId, Ledger, Reading
from counterclaim.model.statement import MentionId, Source, StatementId
from counterclaim.model.text import DocumentId

UNREVIEWED = "unreviewed"


@dataclass(frozen=True, slots=True)
class Links:
    """Whose text a document prints, whom a mention names, what is told, what was decided last.

    `stakes` and `cores` follow from the ledger alone: what holders have at stake, and what of an
    event nobody denies.
    """

    copies: Mapping[DocumentId, Copy]
    actors: Mapping[MentionId, ActorId]
    verdicts: Mapping[str, str]
    tellings: Mapping[TellingId, Telling]
    stakes: Mapping[StatementId, Stake] = field(default_factory=dict)
    cores: Mapping[EventId, Core] = field(default_factory=dict)

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
        stakes=find_stakes(ledger),
        cores=_cores(ledger),
    )


def _cores(ledger: Ledger) -> Mapping[EventId, Core]:
    """Return the cores of the events that documents at hand tell of."""
    at_hand = {told.id for reading in ledger.readings for told in reading.tellings}
    events = [event for event in ledger.events if at_hand.intersection(event.tellings)]
    if not events:
        return {}
    voices = voices_of(ledger.readings, ledger.actors, load_actors())
    return {core.event: core for core in find_cores(ledger, voices, events)}


def in_order(ledger: Ledger) -> tuple[Reading, ...]:
    """Return the readings by the key of their documents, whatever order they were read in."""
    return tuple(sorted(ledger.readings, key=lambda each: (each.document.key, each.document.id)))

"""What an entry of the ledger points to, looked up once for a whole export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking.decisions import standing
from counterclaim.linking.interest import find_stakes
from counterclaim.linking.uncontested import find_cores, voices_at_hand
from counterclaim.model.actor import ActorId
from counterclaim.model.derived import Core, Stake
from counterclaim.model.event import EventId, Telling, TellingId
from counterclaim.model.record import Copy, Ledger, Reading
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

    def reviews(self, ids: Iterable[str]) -> list[str]:
        """Return the last verdict on each of the entries that something rests on."""
        return [self.review(id) for id in ids] or [UNREVIEWED]


def follow_links(ledger: Ledger) -> Links:
    """Collect the links of a ledger."""
    reviews = sorted(standing(ledger.reviews), key=lambda review: review.at)
    owners = {mention: actor for actor in ledger.actors for mention in actor.mentions}
    tellings = {told.id: told for reading in ledger.readings for told in reading.tellings}
    at_hand = (each for each in ledger.events if not tellings.keys().isdisjoint(each.tellings))
    told = replace(ledger, events=tuple(at_hand))
    return Links(
        copies={copy.document: copy for copy in ledger.copies},
        actors={mention: actor.id for mention, actor in owners.items()},
        verdicts={review.target: review.verdict.value for review in reviews},
        tellings=tellings,
        stakes=find_stakes(told, owners),
        cores=_cores(told),
    )


def _cores(ledger: Ledger) -> Mapping[EventId, Core]:
    """Return the cores of events; where there are none, no parties need be known."""
    if not ledger.events:
        return {}
    voices = voices_at_hand(ledger, load_actors())
    return {core.event: core for core in find_cores(ledger, voices)}


def in_order(ledger: Ledger) -> tuple[Reading, ...]:
    """Return the readings by the key of their documents, whatever order they were read in."""
    return tuple(sorted(ledger.readings, key=lambda each: (each.document.key, each.document.id)))

"""Who does what to whom, in the codes of PLOVER and CAMEO."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from counterclaim.coding.contexts import contexts_of
from counterclaim.coding.draft import World
from counterclaim.coding.interactants import CodedParty, Coder, codes_of_own
from counterclaim.knowledge.deeds import Deed, load_deeds
from counterclaim.knowledge.sectors import SectorWords, load_leaders, load_party_codes
from counterclaim.model.event import EventId, EventKind
from counterclaim.model.interaction import Interaction
from counterclaim.model.record import Event
from counterclaim.model.text import DocumentId, Span

Tellings = Mapping[DocumentId, list[tuple[Span, Event]]]


@dataclass(frozen=True, slots=True)
class CodedInteraction:
    """A deed with its codes: who does it, to whom, what it is, and what it is about.

    A side is None where the words do not show it. `event` is the event that the same words tell.
    """

    interaction: Interaction
    deed: Deed
    source: CodedParty | None
    target: CodedParty | None
    contexts: tuple[str, ...] = ()
    event: EventId | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it one with other tellings of one event between the same parties."""
        ends = [
            f"{one.actor or one.name}/{one.country}/{one.sector}" if one else ""
            for one in (self.source, self.target)
        ]
        return (self.event or self.interaction.id, self.deed.plover, self.deed.cameo, *ends)


def code_interactions(world: World, events: tuple[Event, ...] = ()) -> Iterator[CodedInteraction]:
    """Code every deed of every document, in the order of the ledger."""
    told, own = _by_document(events), codes_of_own(world)
    for reading in world.readings:
        language = world.languages.get(reading.document.language)
        words = language.sectors if language else SectorWords()
        coder = Coder(world, reading, load_party_codes(), words, load_leaders(), own)
        yield from _coded(coder, told)


def _coded(coder: Coder, told: Tellings) -> Iterator[CodedInteraction]:
    world, reading = coder.world, coder.reading
    for one in reading.interactions:
        deed = load_deeds().deed[one.deed.value]
        yield CodedInteraction(
            one,
            deed,
            coder.party(one.source) if one.source else None,
            coder.party(one.target) if one.target else None,
            contexts_of(world, reading, one.deed.spans[0]),
            next(_event_told(world, one, deed, told), None),
        )


def _by_document(events: tuple[Event, ...]) -> Tellings:
    found: dict[DocumentId, list[tuple[Span, Event]]] = defaultdict(list)
    for event in events:
        if event.kind is EventKind.INCIDENT:
            for each in event.mentions:
                found[each.document].append((each.trigger.span, event))
    return found


def _event_told(world: World, one: Interaction, deed: Deed, told: Tellings) -> Iterator[EventId]:
    """Yield the events of the ledger that the words for a deed tell, and that have its code."""
    for trigger, event in told.get(one.document, ()):
        same = world.types.code(event.type, "plover.event") == deed.plover
        if same and any(span.overlaps(trigger) for span in one.deed.spans):
            yield event.id

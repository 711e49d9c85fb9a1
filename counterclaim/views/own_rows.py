"""A coder's own rows held against the ledger: coded already, what is new, what is not coded yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.coding import World, below_inclusion, world_of
from counterclaim.coding.happenings import Happening, Happenings
from counterclaim.coding.matching import Coded, match
from counterclaim.coding.own_parties import Registry
from counterclaim.coding.own_rows import Flaw, OwnTable
from counterclaim.coding.own_signs import Sign, Signs
from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.knowledge.gazetteer import load_gazetteer
from counterclaim.knowledge.own_rows import load_own_rows
from counterclaim.model.claim import Dispute
from counterclaim.model.event import EventId
from counterclaim.model.record import Ledger
from counterclaim.model.text import DocumentId
from counterclaim.views.entries import Entries
from counterclaim.views.events import EventCard, event_card
from counterclaim.views.own_held import Difference, Held
from counterclaim.views.own_news import news_of
from counterclaim.views.voices import Voice

AT_A_TIME = 200
"""Events whose readings are held in memory together."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A row by its number, as a spreadsheet counts, and its own id; and why an event may be it."""

    row: int
    id: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event that is coded already, in which row, and what the row has not."""

    event: EventCard
    fit: Fit
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class PerhapsCoded:
    """An event that may be coded already: in which rows, and why that is not sure."""

    event: EventCard
    fits: tuple[Fit, ...]
    why: str


@dataclass(frozen=True, slots=True)
class NotCoded:
    """An event that no row codes; `below` says what keeps it under the codebook's inclusion."""

    event: EventCard
    why: str
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows of a coder's own, held against a ledger.

    `news` are coded events with something that their rows have not, `same` those without; `untold`
    counts the rows of which the ledger tells nothing.
    """

    codebook: str
    rows: int
    missing: tuple[str, ...]
    flaws: tuple[Flaw, ...]
    news: tuple[CodedEvent, ...]
    same: tuple[CodedEvent, ...]
    perhaps: tuple[PerhapsCoded, ...]
    uncoded: tuple[NotCoded, ...]
    untold: int


ReadingsOf = Callable[[Collection[DocumentId]], Entries]
"""Gives the entries of a ledger with the readings of some documents, at least."""


def days_of(entries: Entries) -> Mapping[DocumentId, date]:
    """Return the days of publication of the documents that have one."""
    documents = (each.document for each in entries.readings.values())
    return {each.id: each.published for each in documents if each.published}


def compare_rows(
    table: OwnTable, ledger: Ledger, published: Mapping[DocumentId, date], readings_of: ReadingsOf
) -> Comparison:
    """Hold a coder's own rows against a ledger, event by event."""
    registry = Registry(load_actors())
    signs = Signs(
        load_own_rows().books[table.codebook],
        load_codebooks()[table.codebook],
        registry,
        load_knowledge().events,
        load_gazetteer(),
    )
    happenings = Happenings(ledger, registry, published)
    happened = {each.event.id: each for each in happenings}
    coded = match(table.rows, happened.values(), signs)
    desk = _Desk(signs, happenings, happened, _by_event(ledger), readings_of)
    shown = list(desk.lay_out(coded))
    held = {fit.row.number for each in coded for fit in each.matches}
    found = [each for each in shown if isinstance(each, CodedEvent)]
    return Comparison(
        table.codebook,
        len(table.rows),
        table.missing,
        table.flaws,
        tuple(each for each in found if each.differences),
        tuple(each for each in found if not each.differences),
        tuple(each for each in shown if isinstance(each, PerhapsCoded)),
        tuple(each for each in shown if isinstance(each, NotCoded)),
        len(table.rows) - len(held),
    )


def _by_event(ledger: Ledger) -> Mapping[EventId, tuple[Dispute, ...]]:
    found: dict[EventId, list[Dispute]] = defaultdict(list)
    for dispute in ledger.disputes:
        if dispute.event:
            found[dispute.event].append(dispute)
    return {id: tuple(disputes) for id, disputes in found.items()}


@dataclass(frozen=True, slots=True)
class _Desk:
    signs: Signs
    happenings: Happenings
    happened: Mapping[EventId, Happening]
    disputes: Mapping[EventId, tuple[Dispute, ...]]
    readings_of: ReadingsOf

    def lay_out(self, coded: Sequence[Coded]) -> Iterator[CodedEvent | PerhapsCoded | NotCoded]:
        """Yield the events, those of lower rows first and those without any by their days."""
        entries: Entries | None = None
        ordered = sorted(coded, key=self._order)
        for begin in range(0, len(ordered), AT_A_TIME):
            some = ordered[begin : begin + AT_A_TIME]
            events = [self.happened[each.event].event for each in some]
            documents = {mention.document for event in events for mention in event.mentions}
            known, entries = entries, self.readings_of(documents)
            if entries is not known:
                world = _world(entries)
            yield from (self._laid(each, entries, world) for each in some)

    def _order(self, coded: Coded) -> tuple[float, date, str]:
        days = self.happened[coded.event].days
        first = coded.matches[0].row.number if coded.matches else float("inf")
        return first, days[0] if days else date.max, coded.event

    def _laid(
        self, coded: Coded, entries: Entries, world: World
    ) -> CodedEvent | PerhapsCoded | NotCoded:
        one = self.happened[coded.event]
        shown = event_card(one.event, entries)
        fits = tuple(Fit(each.row.number, each.row.id, each.signs) for each in coded.matches)
        if not fits:
            below = below_inclusion(one.event, self.signs.codebook, world)
            return NotCoded(shown, coded.why, below)
        if not coded.sure:
            return PerhapsCoded(shown, fits, coded.why)
        disputes = self.disputes.get(coded.event, ())
        match = coded.matches[0]
        held = Held(match, one, self.signs, self.happenings, entries, world, disputes)
        return CodedEvent(shown, fits[0], news_of(held))


def _world(entries: Entries) -> World:
    """Return the world of some readings, with their actors alone."""
    actors = {entries.actor_of[id].id: None for id in entries.mentions if id in entries.actor_of}
    own = tuple(entries.actors[id] for id in actors)
    return world_of(replace(entries.ledger, actors=own))


COLUMNS = (
    *("row", "id", "event", "type", "day", "place", "standing", "column", "yours", "told"),
    *("says", "outlet", "published", "words", "document", "statement", "why"),
)
"""The columns of a comparison as a table."""


def comparison_rows(found: Comparison) -> Iterator[tuple[str | int, ...]]:
    """Yield a comparison as rows of COLUMNS: one for each voice that a coder's row has not."""
    for each in (*found.news, *found.same):
        told = [(one, voice) for one in each.differences for voice in (*one.voices,)]
        for one, voice in told:
            cells = (one.news.value, one.column, one.yours, one.told, *_cells(voice), "")
            yield (each.fit.row, each.fit.id, *_event(each.event), *cells)
        if not told:
            yield (each.fit.row, each.fit.id, *_event(each.event), "already coded", *[""] * 10)
    for may in found.perhaps:
        for fit in may.fits:
            event = _event(may.event)
            yield (fit.row, fit.id, *event, "may be coded", *[""] * 9, may.why)
    for new in found.uncoded:
        why = "; ".join(
            filter(None, (new.why, *(f"below inclusion: {each}" for each in new.below)))
        )
        yield ("", "", *_event(new.event), "not coded", *[""] * 9, why)


def _event(card: EventCard) -> tuple[str, str, str, str]:
    days = " to ".join(dict.fromkeys(day.isoformat() for day in card.when or ()))
    return card.id, card.type, days, card.place


def _cells(voice: Voice) -> tuple[str, ...]:
    day = voice.published.isoformat() if voice.published else ""
    document, statement = voice.document, voice.statement or ""
    return voice.who, voice.outlet, day, voice.sentence, document, statement

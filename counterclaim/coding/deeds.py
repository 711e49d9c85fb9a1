"""What one party does to another as a row: what is told of the event, and the two sides of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from counterclaim.coding.draft import Draft, World, blank, filled
from counterclaim.coding.interactants import CodedParty
from counterclaim.coding.interactions import CodedInteraction, code_interactions
from counterclaim.coding.sides import responsible
from counterclaim.knowledge.codebooks import Codebook
from counterclaim.knowledge.deeds import QUADS
from counterclaim.model.event import Blank, EventId, EventKind, Status
from counterclaim.model.record import Event
from counterclaim.model.row import Cell, Passage, Value
from counterclaim.model.statement import Kind
from counterclaim.model.text import Document


@dataclass(frozen=True, slots=True)
class DeedDraft(Draft):
    """A deed before one column of a codebook; its event is the one told, or made of it alone."""

    coded: CodedInteraction

    @property
    def documents(self) -> tuple[Document, ...]:
        """The document that tells of the deed, and the others that tell of its event."""
        own = self.world.documents[self.coded.interaction.document]
        told = (self.world.documents[each.document] for each in self.tellings)
        return tuple({each.id: each for each in (own, *told)}.values())

    def triggers(self) -> tuple[Passage, ...]:
        """Return the words that show the deed."""
        document = self.coded.interaction.document
        return tuple(Passage(document, span) for span in self.coded.interaction.deed.spans)

    def code(self, column: str) -> Value | None:
        """Return the code of the deed in "codebook.column"."""
        deed = self.coded.deed
        codes: Mapping[str, Value | None] = {
            "plover.event": deed.plover,
            "plover.mode": deed.mode,
            "plover.quad": QUADS.get(deed.plover),
            "cameo.root": deed.cameo[:2],
            "cameo.code": deed.cameo,
        }
        return codes.get(column) or None

    @property
    def party(self) -> CodedParty | None:
        """The party on the side that the column asks for: "a" does it, to "b" it is done."""
        return self.coded.source if self.column.of[:1] == "a" else self.coded.target


def deed_drafts(
    events: tuple[Event, ...], book: Codebook, world: World, numbers: str = ""
) -> Iterator[DeedDraft]:
    """Yield a draft for each deed with a code, once for all tellings of it; copies aside."""
    by_id = {event.id: event for event in events}
    seen: set[tuple[str, ...]] = set()
    for coded in code_interactions(world, events):
        copied = coded.interaction.document in world.copies
        if copied or coded.key in seen or not coded.deed.plover:
            continue
        seen.add(coded.key)
        event = by_id[coded.event] if coded.event else _made_of(coded)
        yield DeedDraft(event, book, book.columns[0], numbers or book.numbers, world, coded)


def _made_of(coded: CodedInteraction) -> Event:
    """Make an event of a deed that the ledger has no event for."""
    one = coded.interaction
    return Event(
        id=EventId(one.id),
        type=one.deed.value,
        status=Status.OCCURRED,
        kind=EventKind.INCIDENT,
        tellings=(),
        mentions=(),
        fields=(),
        modality=tuple(each.value for each in one.modality),
        when=one.when.value.days if one.when else None,
    )


def event_id(draft: DeedDraft) -> Cell:
    """Give the ledger's own id of the deed."""
    return filled(draft.coded.interaction.id)


def code(draft: DeedDraft) -> Cell:
    """Take the code that the deed has in the codebook."""
    value = draft.code(draft.column.of)
    if value is None:
        return blank(Blank.REGISTRY, f"no code for {draft.coded.interaction.deed.value}")
    return filled(value, draft.triggers(), draft.coded.interaction.deed.rule)


def side(draft: DeedDraft) -> Cell:
    """Name a side by its country, or by its own name."""
    return _of_side(draft, lambda one: one.country or one.name)


def words_of_side(draft: DeedDraft) -> Cell:
    """Quote the words for a side."""
    return _of_side(draft, lambda one: draft.quote(_at(draft, one)))


def country_of_side(draft: DeedDraft) -> Cell:
    """Give the code of the country of a side, or of a body beyond any."""
    return _of_side(draft, lambda one: one.country)


def sector_of_side(draft: DeedDraft) -> Cell:
    """Give the sector of a side."""
    return _of_side(draft, lambda one: one.sector)


def first_day(draft: DeedDraft) -> Cell:
    """Take the first day that the words give for it."""
    return _day(draft, 0)


def last_day(draft: DeedDraft) -> Cell:
    """Take the last day that the words give for it."""
    return _day(draft, 1)


def _day(draft: DeedDraft, edge: int) -> Cell:
    when = draft.coded.interaction.when
    if when is None or when.value.days is None:
        return blank(Blank.NOT_FOUND, passages=draft.triggers())
    document = draft.coded.interaction.document
    return filled(when.value.days[edge], [Passage(document, span) for span in when.spans])


def told_by(draft: DeedDraft) -> Cell:
    """Say on whose word it rests: nobody is charged with a deed without its teller."""
    return filled(_word_of(draft), draft.triggers())


def _word_of(draft: DeedDraft) -> str:
    held = draft.world.statement(draft.coded.interaction.statement)
    if held is None or held.kind is Kind.NARRATION:
        return "told by the outlet"
    return f"told by {held.source.name} ({held.act.value})"


def _contested(draft: DeedDraft) -> Cell | None:
    """Return the blank of a doer whom other tellings of the event contest."""
    if draft.coded.event is None or draft.column.of[:1] != "a":
        return None
    found = responsible(draft)
    return found if isinstance(found, Cell) and found.reason is Blank.CONTESTED else None


def _of_side(draft: DeedDraft, read: Callable[[CodedParty], str]) -> Cell:
    if (contested := _contested(draft)) is not None:
        return contested
    found = draft.party
    if found is None:
        return blank(Blank.NOT_FOUND, passages=draft.triggers())
    value, passages = read(found), (_at(draft, found),)
    if not value:
        return blank(Blank.NOT_FOUND, "the words do not say it", passages)
    return filled(value, passages, _word_of(draft))


def _at(draft: DeedDraft, party: CodedParty) -> Passage:
    return Passage(draft.coded.interaction.document, party.span)


RULES: tuple[Callable[[DeedDraft], Cell], ...] = (
    *(event_id, code, side, words_of_side, country_of_side, sector_of_side, first_day, last_day),
)
DEED_DERIVATIONS: Mapping[str, Callable[[DeedDraft], Cell]] = {
    **{rule.__name__: rule for rule in RULES},
    "other_tellings": told_by,
}
"""What fills columns of deeds otherwise than those of events, by the same names."""

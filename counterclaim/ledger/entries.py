"""A reading made ready for the ledger: packed whole, and cut into the rows of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import NamedTuple

from counterclaim.ledger.between import (
    BetweenRow,
    EstimateRow,
    InteractionRow,
    RelationRow,
    estimate_rows,
    interaction_rows,
    relation_rows,
)
from counterclaim.ledger.packing import pack
from counterclaim.model.event import Estimate, Telling, Tie
from counterclaim.model.interaction import Interaction
from counterclaim.model.record import Reading
from counterclaim.model.statement import Account, Mention, Statement
from counterclaim.model.text import Document, Span

GAP = " … "
"""Stands between the parts of a content that the text interrupts."""


@dataclass(frozen=True, slots=True)
class Findings:
    """A reading without its document, which is kept once, elsewhere."""

    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    accounts: tuple[Account, ...] = ()
    tellings: tuple[Telling, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    ties: tuple[Tie, ...] = ()
    interactions: tuple[Interaction, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> Findings:
        """Take a reading from its document."""
        return cls(*(getattr(reading, each.name) for each in fields(cls)))

    def in_document(self, document: Document, unread: str = "") -> Reading:
        """Put a reading and its document together again."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return Reading(document, **found, unread=unread)


class PassageRow(NamedTuple):
    """A span that a reading rests on, its words, whose statement it is, and which part of that."""

    document: str
    owner: str
    part: str
    begin: int
    end: int
    quote: str


class StatementRow(NamedTuple):
    """A statement with its words; `begin` and `end` are those of its content."""

    id: str
    document: str
    source: str
    source_type: str
    mention: str | None
    cue: str | None
    content: str
    begin: int
    end: int
    kind: str
    cue_class: str
    act: str
    polarity: str
    certainty: str
    via: str | None
    rule: str


class MentionRow(NamedTuple):
    """A mention with its words."""

    id: str
    document: str
    begin: int
    end: int
    type: str
    quote: str
    name: str
    refers_to: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is written of a reading, so that the one writer has little left to do."""

    content: bytes
    passages: tuple[PassageRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()
    interactions: tuple[InteractionRow, ...] = ()
    estimates: tuple[EstimateRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    unread: str = ""


TABLES: Mapping[str, type[PassageRow | StatementRow | MentionRow | BetweenRow]] = {
    "passages": PassageRow,
    "statements": StatementRow,
    "mentions": MentionRow,
    "interactions": InteractionRow,
    "estimates": EstimateRow,
    "relations": RelationRow,
}
"""The tables that repeat readings for questions; an entry has the rows of each under its name."""


def make_entry(reading: Reading) -> Entry:
    """Pack a reading, and cut out the words of all its spans. Raises SpanError."""
    text = reading.document
    return Entry(
        pack(Findings.of(reading)),
        tuple(
            PassageRow(text.id, owner, part, span.begin, span.end, text.quote(span))
            for owner, part, span in _spans(reading)
        ),
        tuple(_statement_row(text, statement) for statement in reading.statements),
        tuple(_mention_row(text, mention) for mention in reading.mentions),
        tuple(interaction_rows(reading)),
        tuple(estimate_rows(reading)),
        tuple(relation_rows(reading)),
        reading.unread,
    )


def _statement_row(text: Document, said: Statement) -> StatementRow:
    return StatementRow(
        id=said.id,
        document=text.id,
        source=said.source.name,
        source_type=said.source.type,
        mention=said.source.mention,
        cue=text.quote(said.cue) if said.cue else None,
        content=GAP.join(text.quote(span) for span in said.content),
        begin=said.content[0].begin,
        end=said.content[-1].end,
        kind=said.kind,
        cue_class=said.cue_class,
        act=said.act.value,
        polarity=said.polarity.value,
        certainty=said.certainty.value,
        via=said.via.name if said.via else None,
        rule=said.rule,
    )


def _mention_row(text: Document, found: Mention) -> MentionRow:
    span, quote = found.span, text.quote(found.span)
    return MentionRow(
        *(found.id, text.id, span.begin, span.end, found.type, quote),
        *(found.name, found.refers_to, found.rule),
    )


def _spans(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """Yield owner, part and span of all that a reading rests on, but for its mentions."""
    for statement in reading.statements:
        for field in fields(statement):
            for span in _within(getattr(statement, field.name)):
                yield statement.id, field.name, span
    for account in reading.accounts:
        yield "", "sentence", account.span
    for passage in reading.document.layout:
        for span in _within(passage):
            yield "", passage.kind, span


def _within(value: object) -> Iterator[Span]:
    """Yield every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _within(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name))

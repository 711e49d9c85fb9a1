"""One statement as a card: who said what, where, how firmly, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counterclaim.model.claim import ClaimId
from counterclaim.model.statement import (
    Act,
    Certainty,
    Kind,
    Polarity,
    SourceType,
    Statement,
    StatementId,
)
from counterclaim.model.text import Document, DocumentId
from counterclaim.views.entries import Entries
from counterclaim.views.texts import passage_of

GAP = " … "
DOUBTFUL = "doubtful"  # the rule by which a source may be one of several, or the wrong one
NOBODY_NAMED, LEFT_OPEN = "(nobody named)", "(source left open)"
AROUND = 160  # characters of the text shown on each side of a passage
STANCES = {Polarity.TRUE: "affirmed", Polarity.FALSE: "denied", Polarity.OPEN: "open"}


@dataclass(frozen=True, slots=True)
class StatementCard:
    """A statement, arranged for reading. `copied_from`: whose text its document prints."""

    id: StatementId
    speaker: str
    via: str
    cue: str
    said: str
    kind: Kind
    act: Act
    polarity: Polarity
    certainty: Certainty
    document: DocumentId
    title: str
    outlet: str
    published: date | None
    copied_from: DocumentId | None
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a statement between the words around them."""

    before: str
    words: str
    after: str


def card(id: StatementId, entries: Entries) -> StatementCard:
    """Arrange one statement."""
    statement, reading = entries.statements[id]
    document = reading.document
    return StatementCard(
        id=statement.id,
        speaker=speaker(statement, document),
        via=statement.via.name if statement.via else "",
        cue=document.quote(statement.cue) if statement.cue else "",
        said=said(statement, document),
        kind=statement.kind,
        act=statement.act.value,
        polarity=statement.polarity.value,
        certainty=statement.certainty.value,
        document=document.id,
        title=document.title or document.key,
        outlet=document.outlet,
        published=document.published,
        copied_from=entries.copy_of.get(document.id),
        claims=tuple(claim.id for claim in entries.claims_of.get(id, ())),
    )


def speaker(statement: Statement, document: Document) -> str:
    """Name who is on record, for reading: "No group", where the words say that nobody is.

    Left open is a source that may not be meant by the words for it: of several, or at all.
    """
    source = statement.source
    if source.type is SourceType.NONE and source.span:
        return document.quote(source.span)
    if source.type is SourceType.OUTLET and not document.outlet:
        return "the report itself"
    if source.type is SourceType.UNSPECIFIED:
        return LEFT_OPEN if source.rule == DOUBTFUL else NOBODY_NAMED
    return source.name


def own_voice(document: Document) -> str:
    """Name in whose own words a document speaks: its outlet, else its author, else itself."""
    return document.outlet or document.author or document.title or document.key


def said(statement: Statement, document: Document) -> str:
    """Return the words of the content; a gap shows where a cue interrupts them."""
    return GAP.join(document.quote(span) for span in statement.content)


def days(statement: Statement) -> str:
    """Return the day on which it was said, or the first and the last of several."""
    found = statement.said_on
    return " to ".join(dict.fromkeys(day.isoformat() for day in found.value)) if found else ""


def likelihood(statement: Statement) -> str:
    """Return how likely the source calls it: `55% to 80%`."""
    band = statement.likelihood
    return f"{band.value[0]:.0%} to {band.value[1]:.0%}" if band else ""


def exhibits(statement: Statement, document: Document) -> tuple[str, ...]:
    """Return what a source points to, each with its words: `video “footage of the raid”`."""
    return tuple(
        f"{each.value} “{GAP.join(document.quote(span) for span in each.spans)}”"
        for each in statement.evidence
    )


def passage(statement: Statement, document: Document, around: int = AROUND) -> Passage:
    """Return a statement's words, and up to `around` characters of its paragraph beside them."""
    span = passage_of(statement)
    before = document.text[max(0, span.begin - around) : span.begin].rpartition("\n")[2]
    after = document.text[span.end : span.end + around].partition("\n")[0]
    return Passage(_from_word(before, around), document.quote(span), _to_word(after, around))


def _from_word(text: str, around: int) -> str:
    """Begin at a whole word where the text was cut."""
    return f"…{text.partition(' ')[2]}" if len(text) == around else text


def _to_word(text: str, around: int) -> str:
    return f"{text.rpartition(' ')[0]}…" if len(text) == around else text

"""Read: a document with what sources say in it marked, and what others say to that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from counterclaim.errors import UnknownId
from counterclaim.ledger.summaries import DocumentLine
from counterclaim.model.record import Reading
from counterclaim.model.statement import StatementId, Treatment
from counterclaim.model.text import Document, DocumentId
from counterclaim.page.opened import Opened, PageNumber, Part, Words, filled, part_of
from counterclaim.page.screens.statements import (
    Said,
    disputes_on,
    last_reviews,
    shown,
    voices_in,
)
from counterclaim.page.shelf import Shelf
from counterclaim.views.coverage import cover
from counterclaim.views.entries import Entries
from counterclaim.views.texts import Segment, mark_text, spoken


class Layer(StrEnum):
    """Which statements are marked: what others are reported to say, all, or none."""

    SAID = "said"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: its marks, and the statements that begin and end there."""

    text: str
    labels: tuple[str, ...]
    opens: tuple[tuple[str, int, StatementId], ...]
    closes: tuple[str, ...]
    statements: tuple[StatementId, ...]


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a document beside its text."""

    id: DocumentId
    title: str
    outlet: str
    author: str
    published: date | None
    url: str
    language: str
    genre: str
    path: str
    copy_of: DocumentId | None
    incomplete: str
    unread: str


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A document: its text in marked paragraphs, its statements, and how much of it was read."""

    document: DocumentFacts
    layer: Layer
    paragraphs: tuple[tuple[Piece, ...], ...]
    statements: tuple[Said, ...]
    speakers: tuple[tuple[str, int, StatementId], ...]
    selected: str
    sentences: int
    set_aside: int
    earlier: DocumentId | None
    later: DocumentId | None


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """All documents of the case, the newest first."""

    documents: Part[DocumentLine]


def documents(shelf: Opened, page: PageNumber = 1) -> ShelfPage:
    """List the documents of the case, the newest first."""
    part = part_of(shelf.documents, page)
    return ShelfPage(filled(part, shelf.lines(part.items)))


def document(
    shelf: Opened, document: str, layer: Layer = Layer.SAID, statement: Words = ""
) -> ReadPage:
    """Show one document with its statements marked."""
    id = _known(document, shelf)
    own = shelf.entries([id]).readings[id]
    told = _told(own, layer)
    disputes = [each for one in told for each in disputes_on(one, shelf)]
    entries = shelf.entries({id, *shelf.documents_of(voices_in(disputes))})
    reviews, coverage = last_reviews(shelf), cover(own)
    at = shelf.documents.index(id)
    return ReadPage(
        document=facts(own, entries),
        layer=layer,
        paragraphs=tuple(_paragraphs(own, layer)),
        statements=tuple(
            shown(each, entries, shelf, reviews, number) for number, each in enumerate(told, 1)
        ),
        speakers=_speakers(told, entries),
        selected=statement,
        sentences=len(coverage.sentences),
        set_aside=coverage.counts[Treatment.SET_ASIDE],
        earlier=shelf.documents[at - 1] if at else None,
        later=shelf.documents[at + 1] if at + 1 < len(shelf.documents) else None,
    )


def facts(reading: Reading, entries: Entries) -> DocumentFacts:
    """Return what is known of a document beside its text."""
    document: Document = reading.document
    return DocumentFacts(
        document.id,
        document.title or document.key,
        document.outlet,
        document.author,
        document.published,
        document.url,
        document.language,
        document.genre.value,
        document.path,
        entries.copy_of.get(document.id),
        document.incomplete,
        reading.unread,
    )


def _known(name: str, shelf: Shelf) -> DocumentId:
    if name in shelf.documents:
        return DocumentId(name)
    raise UnknownId(f"no document has the id '{name}'", "See all documents under Read")


def _told(reading: Reading, layer: Layer) -> list[StatementId]:
    if layer is Layer.NONE:
        return []
    return [each.id for each in spoken(reading, everything=layer is Layer.ALL)]


def _speakers(
    told: Iterable[StatementId], entries: Entries
) -> tuple[tuple[str, int, StatementId], ...]:
    """Return who speaks, how often, and where first; those who speak most come first."""
    names = [(entries.statements[id][0].source.name, id) for id in told]
    often, first = Counter(name for name, _ in names), dict[str, StatementId]()
    for name, id in names:
        first.setdefault(name, id)
    return tuple((name, number, first[name]) for name, number in often.most_common())


def _paragraphs(reading: Reading, layer: Layer) -> Iterator[tuple[Piece, ...]]:
    """Yield the paragraphs of the text; a mark may run on from one into the next."""
    if layer is Layer.NONE:
        lines = reading.document.text.split("\n")
        yield from ((Piece(line, (), (), (), ()),) for line in lines if line.strip())
        return
    pieces = list[Piece]()
    for segment in mark_text(reading, everything=layer is Layer.ALL).segments:
        for piece, ends in _pieces(segment):
            pieces.append(piece)
            if ends:
                yield from _whole(pieces)
                pieces = []
    yield from _whole(pieces)


def _whole(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    if any(piece.text.strip() for piece in pieces):
        yield tuple(pieces)


def _pieces(segment: Segment) -> Iterator[tuple[Piece, bool]]:
    """Cut a segment at line ends: marks open on its first line and close on its last."""
    lines = segment.text.split("\n")
    labels = tuple(dict.fromkeys(mark.label for mark in segment.marks))
    statements = tuple(dict.fromkeys(mark.statement for mark in segment.marks))
    for number, line in enumerate(lines):
        opens = tuple((m.label, m.number, m.statement) for m in segment.opens)
        closes = tuple(mark.label for mark in segment.closes)
        last = number == len(lines) - 1
        yield (
            Piece(line, labels, opens if not number else (), closes if last else (), statements),
            not last,
        )

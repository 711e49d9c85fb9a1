"""What was read from each document: the reading itself, and its statements and words as tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from counterclaim.errors import SpanError
from counterclaim.ledger.audit import record
from counterclaim.ledger.packing import pack, seal, unpack
from counterclaim.ledger.store import Store
from counterclaim.model.record import Reading
from counterclaim.model.statement import Account, Mention, Statement
from counterclaim.model.text import Document, DocumentId, Span

GAP = " … "
"""Stands between the parts of a content that the text interrupts."""


@dataclass(frozen=True, slots=True)
class Findings:
    """A reading without its document, which is kept once, elsewhere."""

    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A span that a reading rests on, its words, whose statement it is, and which part of that."""

    owner: str
    part: str
    begin: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading made ready for the ledger, so that the one writer has little left to do."""

    content: bytes
    cuts: tuple[Cut, ...]
    unread: str = ""


def make_entry(reading: Reading) -> Entry:
    """Pack a reading, and cut out the words of all its spans. Raises SpanError."""
    return Entry(
        pack(Findings(reading.mentions, reading.statements, reading.accounts)),
        tuple(_cuts(reading)),
        reading.unread,
    )


def keep_reading(
    store: Store, document: Document, entry: Entry, made_from: str, next_step: str = ""
) -> None:
    """Keep a document's reading in place of an older one.

    Raises SpanError, and writes nothing, where a span is not in the text or its words are others.
    """
    _check(document, entry.cuts)
    row = (made_from, entry.content, seal(entry.content), entry.unread, next_step)
    with store.transaction():
        if store.row(f"{_KEPT} WHERE document = ?", document.id) == row:
            return
        forget(store, document.id)
        store.run("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?)", document.id, *row)
        store.run_all(
            "INSERT OR IGNORE INTO passages VALUES (?, ?, ?, ?, ?, ?)",
            ((document.id, c.owner, c.part, c.begin, c.end, c.quote) for c in entry.cuts),
        )
        _keep_tables(store, document, unpack(entry.content, Findings))
        record(store, "document read", document.id, row[2])


def forget(store: Store, document: DocumentId) -> None:
    """Drop a document's reading, with its tables."""
    if store.row("SELECT 1 FROM readings WHERE document = ?", document):
        store.run(f"DELETE FROM words WHERE rowid IN ({_NUMBERS})", document)
        store.run("DELETE FROM readings WHERE document = ?", document)


def findings(store: Store, document: DocumentId) -> Findings | None:
    """Return what was read from a document, or None."""
    row = store.row("SELECT content FROM readings WHERE document = ?", document)
    return unpack(row[0], Findings) if row else None


def state(store: Store) -> str:
    """Name all documents and readings as they are now."""
    rows = store.each(
        "SELECT c.document, c.metadata, c.original, r.digest, r.unread FROM chosen AS c "
        "LEFT JOIN readings AS r ON r.document = c.document ORDER BY c.document"
    )
    return seal("\x1e".join("\x1f".join(str(part) for part in row) for row in rows))


def statement_row(document: Document, statement: Statement) -> tuple[object, ...]:
    """Return a statement as the row of the statements table, without its number."""
    first = statement.content[0]
    return (
        *(statement.id, document.id, statement.source.name, statement.source.type),
        statement.source.mention,
        document.quote(statement.cue) if statement.cue else None,
        GAP.join(document.quote(span) for span in statement.content),
        *(first.begin, statement.content[-1].end, statement.kind, statement.cue_class),
        *(statement.act.value, statement.polarity.value, statement.certainty.value),
        *(statement.via.name if statement.via else None, statement.rule),
    )


def mention_row(document: Document, mention: Mention) -> tuple[object, ...]:
    """Return a mention as the row of the mentions table."""
    span = mention.span
    named = (mention.type, document.quote(span), mention.name, mention.refers_to, mention.rule)
    return (mention.id, document.id, span.begin, span.end, *named)


def _keep_tables(store: Store, document: Document, found: Findings) -> None:
    store.run_all(
        "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (mention_row(document, mention) for mention in found.mentions),
    )
    for statement in found.statements:
        row = statement_row(document, statement)
        number = store.run(f"INSERT INTO statements VALUES (NULL{', ?' * len(row)})", *row)
        store.run(
            "INSERT INTO words (rowid, content, title, source) VALUES (?, ?, ?, ?)",
            *(number, row[6], document.title, f"{row[2]} {row[14] or ''}"),
        )


def _cuts(reading: Reading) -> Iterator[Cut]:
    document = reading.document
    for owner, part, span in _spans(reading):
        yield Cut(owner, part, span.begin, span.end, document.quote(span))


def _spans(reading: Reading) -> Iterator[tuple[str, str, Span]]:
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


def _check(document: Document, cuts: tuple[Cut, ...]) -> None:
    for cut in cuts:
        if document.text[cut.begin : cut.end] != cut.quote or cut.end > len(document.text):
            raise SpanError(
                f"document {document.id}: characters {cut.begin}..{cut.end} are not '{cut.quote}'",
                "Report it: this is a fault of the program",
            )


_KEPT = "SELECT made_from, content, digest, unread, next_step FROM readings"
_NUMBERS = "SELECT number FROM statements WHERE document = ?"

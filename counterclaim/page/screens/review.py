"""Review: one item at a time, and one key for each decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain, islice

from counterclaim.errors import CounterclaimError
from counterclaim.linking.decisions import standing
from counterclaim.model.record import Reading, Review, Verdict
from counterclaim.model.statement import Act, Certainty, Polarity, Statement, StatementId
from counterclaim.model.text import Document, Span
from counterclaim.page.agreement import Agreement, agreements
from counterclaim.page.opened import Opened, Words
from counterclaim.page.screens.reading import DocumentFacts, Piece, facts
from counterclaim.page.screens.statements import Said, disputes_on, shown, voices_in
from counterclaim.page.shelf import Shelf
from counterclaim.views.texts import mark_statement, passage_of

AROUND = 1  # sentences shown before and after those of a statement
LAST = 12  # decisions in the list of the latest


class Queue(StrEnum):
    """What is to be reviewed: voices in disputes, or whatever was linked with another."""

    DISPUTED = "disputed"
    LINKED = "linked"


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that can be corrected: its value now, and the values that it may take."""

    field: str
    value: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One statement to decide on, in its text, with what it was read as."""

    said: Said
    document: DocumentFacts
    pieces: tuple[Piece, ...]
    choices: tuple[Choice, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The next item, how many are left, and the latest decisions, the last one first."""

    queue: Queue
    reviewer: str
    item: Item | None
    after: str
    left: int
    decided: int
    latest: tuple[Review, ...]
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer does in one go: a verdict, and for a correction each field that changes."""

    target: str
    verdict: Verdict
    note: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    value: str = ""


def review(
    shelf: Opened, queue: Queue = Queue.DISPUTED, after: Words = "", at: Words = ""
) -> ReviewPage:
    """Show the next item that this reviewer has not decided on; others' decisions stay hidden."""
    given = standing(shelf.reviews())
    own = {each.target for each in given if each.reviewer == shelf.reviewer}
    waiting = [id for id in _queue(queue, shelf) if id not in own]
    next_one = at or next(_following(waiting, after), "")
    return ReviewPage(
        queue,
        shelf.reviewer,
        _item(StatementId(next_one), shelf) if next_one else None,
        after,
        len(waiting),
        len(own),
        tuple(islice((r for r in reversed(given) if r.reviewer == shelf.reviewer), LAST)),
        agreements(given),
    )


def decide(decision: Decision, shelf: Shelf, now: datetime) -> None:
    """Keep a decision, as one review for each field that it corrects.

    Raises LedgerBusy; CounterclaimError for words that are not in the text.
    """
    fields = decision.fields or (("", decision.value),)
    placed = [(field, _written(field, value, decision.target, shelf)) for field, value in fields]
    for field, value in placed:
        shelf.decide(
            Review(
                decision.target,
                decision.verdict,
                shelf.reviewer,
                now,
                field,
                value,
                decision.note,
            )
        )


def _written(field: str, value: str, target: str, shelf: Shelf) -> str:
    """Write a value as the ledger keeps it: the words of a content as their characters."""
    if field != "content":
        return value
    id = StatementId(target)
    statement, reading = shelf.around([id]).statements[id]
    value = value.replace("\r\n", "\n")  # as forms send the end of a line
    text, near = reading.document.text, statement.content[0].begin
    found = [match.start() for match in re.finditer(re.escape(value), text)]
    if not found:
        raise CounterclaimError(f"“{value}” is not in the text", "Keep words that stand there")
    begin = min(found, key=lambda at: abs(at - near))
    return f"{begin}-{begin + len(value)}"


def undo(shelf: Shelf, now: datetime) -> str:
    """Take back this reviewer's last deed; return what it was on, empty where there is none.

    What was decided in one moment is one deed: each field of a correction, each part of a split.
    """
    deed = last_deed(shelf)
    for each in reversed(deed):
        shelf.decide(Review(each.target, Verdict.WITHDRAW, shelf.reviewer, now))
    return deed[0].target if deed else ""


def last_deed(shelf: Shelf) -> tuple[Review, ...]:
    """Return the decisions of this reviewer's last deed that stands."""
    own = [each for each in standing(shelf.reviews()) if each.reviewer == shelf.reviewer]
    return tuple(each for each in own if each.at == own[-1].at)


def last_regrouping(shelf: Shelf) -> str:
    """Return what this reviewer's last deed was where it joined or split, else nothing."""
    verdicts = {each.verdict for each in last_deed(shelf)}
    if Verdict.SPLIT in verdicts:
        return "split"
    return "join" if Verdict.MERGE in verdicts else ""


def _queue(queue: Queue, shelf: Shelf) -> tuple[StatementId, ...]:
    if queue is Queue.DISPUTED:
        return tuple(shelf.linked.voices)
    linked = (claim for claim in shelf.linked.entries.ledger.claims if len(claim.stances) > 1)
    return tuple(dict.fromkeys(s.statement for claim in linked for s in claim.stances))


def _following(waiting: Sequence[StatementId], after: str) -> Iterator[StatementId]:
    """Yield what follows an item that was skipped, and begin again at the end."""
    at = waiting.index(StatementId(after)) + 1 if after in waiting else 0
    return chain(waiting[at:], waiting[:at])


def _item(id: StatementId, shelf: Shelf) -> Item | None:
    disputes = disputes_on(id, shelf)
    entries = shelf.around({id, *voices_in(disputes)})
    if id not in entries.statements:
        return None
    statement, reading = entries.statements[id]
    return Item(
        shown(id, entries, shelf, {}),
        facts(reading, entries),
        _in_text(statement, reading),
        _choices(statement, reading.document),
        bool(disputes),
    )


def _choices(statement: Statement, document: Document) -> tuple[Choice, ...]:
    content = document.text[statement.content[0].begin : statement.content[-1].end]
    return (
        Choice("source", statement.source.name, ()),
        Choice("act", statement.act.value.value, tuple(Act)),
        Choice("polarity", statement.polarity.value.value, tuple(Polarity)),
        Choice("certainty", statement.certainty.value.value, tuple(Certainty)),
        Choice("content", content, ()),
    )


def _in_text(statement: Statement, reading: Reading) -> tuple[Piece, ...]:
    """Cut the sentences around a statement into pieces under its own marks."""
    segments = mark_statement(reading.document, statement, _around(statement, reading))
    return tuple(
        Piece(
            each.text,
            tuple(dict.fromkeys(mark.label for mark in each.marks)),
            tuple((mark.label, mark.number, mark.statement) for mark in each.opens),
            tuple(mark.label for mark in each.closes),
            (),
        )
        for each in segments
    )


def _around(statement: Statement, reading: Reading) -> Span:
    """Return the sentences of a statement with their neighbours."""
    whole = passage_of(statement)
    sentences = sorted(account.span for account in reading.accounts)
    own = [at for at, each in enumerate(sentences) if each.overlaps(whole)]
    if not own:
        return whole
    near = sentences[max(0, own[0] - AROUND) : own[-1] + AROUND + 1]
    return Span(min(whole.begin, near[0].begin), max(whole.end, *(each.end for each in near)))

"""A document's text with its statements marked in it: source, cue, content."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.model.record import Reading
from counterclaim.model.statement import CueClass, Kind, Statement, StatementId
from counterclaim.model.text import Document, Span

WITHOUT_WORDS = frozenset({CueClass.ATTITUDE, CueClass.INTENTION, CueClass.DECREE})


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A part of a statement in the text. `number` counts the marked statements from 1."""

    span: Span
    label: str
    number: int
    statement: StatementId


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks, and those that open and close around it."""

    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The whole text in segments, and the statements by their number, from 1."""

    segments: tuple[Segment, ...]
    statements: tuple[Statement, ...]


def mark_text(reading: Reading, *, everything: bool = False) -> MarkedText:
    """Mark what sources are reported to say; with `everything`, also narration and attitudes."""
    told = spoken(reading, everything=everything)
    marks = [mark for number, each in enumerate(told, 1) for mark in _marks(each, number)]
    return MarkedText(_segments(reading.document.text, marks), told)


def mark_statement(document: Document, statement: Statement, within: Span) -> tuple[Segment, ...]:
    """Cut a part of a text where one statement's source, cue and content begin and end in it."""
    text, begin = document.text[within.begin : within.end], within.begin
    marks = [
        replace(mark, span=Span(mark.span.begin - begin, mark.span.end - begin))
        for mark in _marks(statement, 1)
        if mark.span in within
    ]
    return _segments(text, marks)


def spoken(reading: Reading, *, everything: bool = False) -> tuple[Statement, ...]:
    """Return the statements in the order of the text; by default no narration or attitudes."""
    shown = [each for each in reading.statements if everything or is_spoken(each)]
    return in_order(shown)


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements in the order of their first words in the text."""
    return tuple(sorted(statements, key=lambda each: (passage_of(each).begin, each.id)))


def is_spoken(statement: Statement) -> bool:
    """Whether somebody other than the text itself is reported to have said it."""
    return statement.kind is not Kind.NARRATION and statement.cue_class not in WITHOUT_WORDS


def passage_of(statement: Statement) -> Span:
    """Return the span from the first to the last word of a statement's parts."""
    spans = [mark.span for mark in _marks(statement, 1)]
    return Span(min(span.begin for span in spans), max(span.end for span in spans))


def _marks(statement: Statement, number: int) -> list[Mark]:
    parts = [("content", span) for span in statement.content]
    parts += [("source", statement.source.span)] if statement.source.span else []
    parts += [("cue", statement.cue)] if statement.cue else []
    if statement.via and statement.via.span:
        parts.append(("via", statement.via.span))
    return [Mark(span, label, number, statement.id) for label, span in parts]


def _segments(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut the text wherever a mark begins or ends; marks may nest, overlap and have gaps."""
    marks = sorted(
        marks, key=lambda mark: (mark.span.begin, -mark.span.end, mark.number, mark.label)
    )
    cuts = sorted({0, len(text), *(edge for m in marks for edge in (m.span.begin, m.span.end))})
    segments, waiting, active = list[Segment](), deque(marks), list[Mark]()
    for begin, end in pairwise(cuts):
        opens = []
        while waiting and waiting[0].span.begin == begin:
            opens.append(waiting.popleft())
        active = [*active, *opens]
        closes = [mark for mark in reversed(active) if mark.span.end == end]
        segments.append(Segment(text[begin:end], tuple(active), tuple(opens), tuple(closes)))
        active = [mark for mark in active if mark.span.end > end]
    return tuple(segments)

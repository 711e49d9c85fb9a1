"""Who gives a value, in which words of which report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counterclaim.model.record import Reading
from counterclaim.model.statement import Statement, StatementId
from counterclaim.model.text import DocumentId, Span
from counterclaim.views.statements import own_voice, speaker
from counterclaim.views.texts import is_spoken


@dataclass(frozen=True, slots=True)
class Voice:
    """Who gives a value, in which words of which report, and the sentence that these stand in."""

    who: str
    outlet: str
    published: date | None
    words: str
    sentence: str
    document: DocumentId
    statement: StatementId | None


def voice_of(span: Span, reading: Reading, statement: StatementId | None = None) -> Voice:
    """Return who says a span: a statement's source, the innermost around it, else the outlet."""
    document = reading.document
    own = own_voice(document)
    told = next((each for each in reading.statements if each.id == statement), None)
    said = told or _innermost(span, reading)
    return Voice(
        speaker(said, document) if said else own,
        own,
        document.published,
        document.quote(span),
        _sentence(span, reading),
        document.id,
        said.id if said else None,
    )


def _sentence(span: Span, reading: Reading) -> str:
    around = next((each.span for each in reading.accounts if span in each.span), span)
    return " ".join(reading.document.quote(around).split())


def _innermost(span: Span, reading: Reading) -> Statement | None:
    around = [
        (content.end - content.begin, each)
        for each in reading.statements
        for content in each.content
        if span in content and is_spoken(each)
    ]
    return min(around, key=lambda each: each[0])[1] if around else None

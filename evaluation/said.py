"""Statements made by hand, for tests and made-up cases: no parser is needed for them."""

from dataclasses import replace
from typing import Any

from counterclaim.model.statement import (
    Act,
    Certainty,
    CueClass,
    Kind,
    Polarity,
    Source,
    SourceType,
    Statement,
    mention_id,
    statement_id,
)
from counterclaim.model.text import Cited, Document, Span

BY_HAND = "by hand"


def named(document: Document, span: Span, name: str = "") -> Source:
    """Return a source that is named, as its own mention."""
    mention = mention_id(document.id, span)
    return Source(name or document.quote(span), span, SourceType.NAMED, mention, BY_HAND)


def statement_of(
    document: Document,
    source: Source,
    cue: Span | None,
    *content: Span,
    stance: tuple[Act, Polarity] = (Act.ASSERT, Polarity.TRUE),
    **more: Any,
) -> Statement:
    """Return a statement with the stance cited to its cue, or else to its content."""
    act, polarity = stance
    words = (cue,) if cue else content
    statement = Statement(
        id=statement_id(document.id, source.span, cue, content),
        source=source,
        cue=cue,
        content=content,
        kind=Kind.INDIRECT,
        cue_class=CueClass.STATEMENT,
        act=Cited(act, words, BY_HAND),
        polarity=Cited(polarity, words, BY_HAND),
        certainty=Cited(Certainty.CERTAIN, words, BY_HAND),
        rule=BY_HAND,
    )
    return replace(statement, **more)

"""What the text says in its own voice: each sentence that states something and names no source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.model.statement import (
    Act,
    Certainty,
    CueClass,
    Kind,
    Polarity,
    Statement,
    statement_id,
)
from counterclaim.model.text import Cited, Span
from counterclaim.statements.accounts import by_sentences, why_set_aside
from counterclaim.statements.finding import Page
from counterclaim.statements.sources import narrator


def narrate(page: Page, stated: Sequence[Statement]) -> Iterator[Statement]:
    """Write down as narration what no one is on record for."""
    parse = page.tree.parse
    taken = by_sentences(parse, stated)
    for number, sentence in enumerate(parse.sentences):
        if number not in taken and not why_set_aside(parse, sentence):
            yield _narration(page, sentence)


def _narration(page: Page, sentence: Span) -> Statement:
    document = page.tree.parse.document
    return Statement(
        id=statement_id(document.id, None, None, (sentence,)),
        source=narrator(document),
        cue=None,
        content=(sentence,),
        kind=Kind.NARRATION,
        cue_class=CueClass.STATEMENT,
        act=Cited(Act.ASSERT, (), "narrated"),
        polarity=Cited(Polarity.TRUE, (), "narrated"),
        certainty=Cited(Certainty.CERTAIN, (), "narrated"),
        rule="narrated",
    )

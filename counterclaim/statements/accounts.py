"""What became of every sentence: stated, narrated, or set aside and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counterclaim.knowledge import Language
from counterclaim.model.statement import Account, Kind, Statement, Treatment
from counterclaim.model.text import Parse, PassageKind, Span


def account_for(
    parse: Parse, statements: Sequence[Statement], language: Language
) -> tuple[Account, ...]:
    """Account for each sentence once, in the order of the text."""
    return tuple(_account(parse, sentence, statements) for sentence in parse.sentences)


def _account(parse: Parse, sentence: Span, statements: Sequence[Statement]) -> Account:
    mine = [one for one in statements if any(span.overlaps(sentence) for span in one.content)]
    ids = tuple(one.id for one in mine)
    if any(one.kind is not Kind.NARRATION for one in mine):
        return Account(sentence, Treatment.STATED, "", ids)
    if mine:
        return Account(sentence, Treatment.NARRATED, "", ids)
    return Account(sentence, Treatment.SET_ASIDE, why_set_aside(parse, sentence) or "nothing said")


def why_set_aside(parse: Parse, sentence: Span) -> str:
    """Say why a sentence is not read as narration; empty where it is."""
    return next((answer for rule in RULES if (answer := rule(parse, sentence))), "")


def part_of_layout(parse: Parse, sentence: Span) -> str:
    """A headline, byline, author's note, dateline, or what the text has said before."""
    layout = parse.document.layout
    return next(
        (
            part.kind.value
            for part in layout
            if part.span.overlaps(sentence) and part.kind is not PassageKind.HEADLINE
        ),
        "",
    )


def nothing_but_marks(parse: Parse, sentence: Span) -> str:
    """No letter and no figure."""
    words = parse.document.quote(sentence)
    return "" if any(map(str.isalnum, words)) else "only marks"


Rule = Callable[[Parse, Span], str]

RULES: tuple[Rule, ...] = (part_of_layout, nothing_but_marks)

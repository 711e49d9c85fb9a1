"""What became of every sentence: stated, narrated, or set aside and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from counterclaim.model.statement import Account, Kind, Statement, Treatment
from counterclaim.model.text import Parse, PassageKind, Span

ASIDE = (PassageKind.REPEATED, PassageKind.BYLINE, PassageKind.BIO, PassageKind.DATELINE)
"""Parts of a page in which nothing is read: what they say stands elsewhere, or is no report."""


def account_for(parse: Parse, statements: Sequence[Statement]) -> tuple[Account, ...]:
    """Account for each sentence once, in the order of the text."""
    by_sentence = by_sentences(parse, statements)
    return tuple(
        _account(parse, sentence, by_sentence.get(number, ()))
        for number, sentence in enumerate(parse.sentences)
    )


def by_sentences(
    parse: Parse, statements: Sequence[Statement]
) -> Mapping[int, Sequence[Statement]]:
    """Return, for each sentence, the statements whose content or cue stands in it."""
    found: dict[int, list[Statement]] = defaultdict(list)
    for one in statements:
        spans = (*one.content, *((one.cue,) if one.cue else ()))
        for number in sorted({at for span in spans for at in _sentences(parse, span)}):
            found[number].append(one)
    return found


def _sentences(parse: Parse, span: Span) -> range:
    """Return the places of the sentences that a span touches."""
    first = bisect_right(parse.sentences, span.begin, key=lambda part: part.end)
    last = bisect_left(parse.sentences, span.end, key=lambda part: part.begin)
    return range(first, last)


def _account(parse: Parse, sentence: Span, mine: Sequence[Statement]) -> Account:
    ids = tuple(one.id for one in mine)
    if any(one.kind is not Kind.NARRATION for one in mine):
        return Account(sentence, Treatment.STATED, "", ids)
    if mine:
        return Account(sentence, Treatment.NARRATED, "", ids)
    return Account(sentence, Treatment.SET_ASIDE, why_set_aside(parse, sentence) or "nothing said")


def why_set_aside(parse: Parse, sentence: Span) -> str:
    """Say why a sentence is not read as narration; empty where it is."""
    return next((answer for rule in RULES if (answer := rule(parse, sentence))), "")


def part_of_the_page(parse: Parse, sentence: Span) -> str:
    """Set aside a headline, heading, byline, author's note, dateline, and what is there twice."""
    layout = parse.document.layout
    return next((part.kind.value for part in layout if part.span.overlaps(sentence)), "")


def only_marks(parse: Parse, sentence: Span) -> str:
    """Set aside what has no letter and no figure."""
    words = parse.document.quote(sentence)
    return "" if any(map(str.isalnum, words)) else "only marks"


def no_verb(parse: Parse, sentence: Span) -> str:
    """Set aside what has no verb: a heading, a label, a line of a list."""
    first = bisect_left(parse.tokens, sentence.begin, key=lambda token: token.span.begin)
    last = bisect_left(parse.tokens, sentence.end, key=lambda token: token.span.begin)
    verbal = any(token.pos in {"VERB", "AUX"} for token in parse.tokens[first:last])
    return "" if verbal else "no verb"


def question(parse: Parse, sentence: Span) -> str:
    """Set aside a question that the text itself asks."""
    return "question" if parse.document.quote(sentence).rstrip("\"'”’»)]").endswith("?") else ""


Rule = Callable[[Parse, Span], str]

RULES: tuple[Rule, ...] = (part_of_the_page, only_marks, no_verb, question)

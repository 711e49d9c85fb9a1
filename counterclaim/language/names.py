"""Names that the parser finds, and what parties on record are called by their roles."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.knowledge import Language
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Parse, Span

LEFT_OUT = frozenset({"det", "poss", "predet", "preconj"})
"""What stands before a noun and is no part of what it is called."""


def find_names(parse: Parse, language: Language) -> Iterator[Mention]:
    """Find what the parser takes for a name, a time or a number."""
    labels = language.parser.entities
    for run in _runs(parse):
        label = labels.get(parse.tokens[run[0]].entity[2:])
        first, last = _bare(parse, *run)
        if label and first < last:
            yield _mention(parse, first, last, MentionType(label), "named")


def find_roles(parse: Parse, language: Language) -> Iterator[Mention]:
    """Find bodies and people by what they are: "the ministry", "local officials"."""
    kinds = {word: kind for kind, words in language.attribution.roles.items() for word in words}
    for place, token in enumerate(parse.tokens):
        kind = kinds.get(token.text.lower()) or kinds.get(token.lemma)
        if token.pos == "NOUN" and kind and not token.entity:
            yield _mention(parse, _leftmost(parse, place), place + 1, MentionType(kind), "role")


def _runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """Yield the first word of each name and the one after its last."""
    begin = None
    for place, token in enumerate(parse.tokens):
        if begin is not None and not token.entity.startswith("I"):
            yield begin, place
            begin = None
        if token.entity.startswith("B"):
            begin = place
    if begin is not None:
        yield begin, len(parse.tokens)


def _bare(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Leave out an article before a name and a genitive mark after it."""
    while first < last and parse.tokens[first].pos in {"DET", "PUNCT"}:
        first += 1
    while first < last and (
        parse.tokens[last - 1].tag == "POS" or parse.tokens[last - 1].pos == "PUNCT"
    ):
        last -= 1
    return first, last


def _leftmost(parse: Parse, place: int) -> int:
    """Return the first word before a noun that is part of what it is called."""
    first = place
    while first > 0 and parse.tokens[first - 1].dep in {"amod", "compound", "nmod"}:
        if parse.tokens[first - 1].entity or not first <= parse.tokens[first - 1].head <= place:
            break
        first -= 1
    return first


def _mention(parse: Parse, first: int, last: int, kind: MentionType, rule: str) -> Mention:
    span = Span(parse.tokens[first].span.begin, parse.tokens[last - 1].span.end)
    name = " ".join(parse.document.quote(span).split())
    return Mention(mention_id(parse.document.id, span), span, kind, name, rule)

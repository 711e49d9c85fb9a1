"""Makes and ships by their names: "AK-47", "Su-25 jets", "HMS Victory"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from counterclaim.knowledge.mentions import MentionWords
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Parse, Span, Token

MAKE = re.compile(r"([A-Z][A-Za-z]*)-?\d+[A-Z]*s?")


def find_makes(text: Parse, words: MentionWords) -> Iterator[Mention]:
    """Find what is called by letters and a number, and ships by what stands before their names."""
    makes, ships, makers = _makes(words), frozenset(words.ships), frozenset(words.makers)
    for place, token in enumerate(text.tokens):
        make = MAKE.fullmatch(token.text)
        last = _end_of_name(text.tokens, place + 1)
        if token.text in makers and (end := _end_of_craft(text.tokens, place)):
            yield _mention(text, place, end, MentionType.PLATFORM)
        elif token.text in ships and last > place + 1:
            yield _mention(text, place, last, MentionType.PLATFORM)
        elif make and make[1] in makes:
            yield _mention(text, place, last, makes[make[1]])


def _end_of_craft(tokens: Sequence[Token], maker: int) -> int:
    """Return the end of "Boeing 737", "the Malaysian Boeing"; none where the maker is meant."""
    after, before = maker + 1, [token.tag for token in tokens[max(maker - 2, 0) : maker]]
    if after < len(tokens) and any(map(str.isdigit, tokens[after].text)):
        return after + 1
    alone = tokens[maker].dep not in {"compound", "poss", "amod", "nmod"}
    return after if alone and "DT" in before else 0


def _end_of_name(tokens: Sequence[Token], place: int) -> int:
    while place < len(tokens) and tokens[place].pos == "PROPN":
        place += 1
    return place


@cache
def _makes(words: MentionWords) -> Mapping[str, MentionType]:
    return {make: kind for kind, makes in words.makes.items() for make in makes}


def _mention(text: Parse, first: int, last: int, kind: MentionType) -> Mention:
    span = Span(text.tokens[first].span.begin, text.tokens[last - 1].span.end)
    name = " ".join(text.document.quote(span).split())
    return Mention(mention_id(text.document.id, span), span, kind, name, "make")

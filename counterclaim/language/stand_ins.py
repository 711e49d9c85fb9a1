"""Acronyms that spell a common word: the parser reads another name in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from counterclaim.knowledge.parser import ParserChoice
from counterclaim.model.text import Token


def with_stand_ins(text: str, choice: ParserChoice) -> str:
    """Put a name of the same length for each such acronym: "IS said" is read as "EU said".

    Behind "this" or "it", capitals only stress the word; in capitals alone they say nothing.
    """
    if text.isupper() or not any(name in text for name in choice.stand_ins):
        return text
    found = _pattern(tuple(choice.stand_ins), choice.stressed)
    return found.sub(lambda match: choice.stand_ins[match[0]], text)


def restored(tokens: Sequence[Token], text: str, names: Mapping[str, str]) -> tuple[Token, ...]:
    """Give the words back that the text has."""
    return tuple(
        _restored(token, text[token.span.begin : token.span.end], names) for token in tokens
    )


def _restored(token: Token, word: str, names: Mapping[str, str]) -> Token:
    if names.get(word) != token.text:
        return token
    return replace(token, text=word, lemma=word.lower())


@cache
def _pattern(names: tuple[str, ...], stressed: Set[str]) -> re.Pattern[str]:
    before = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in sorted(stressed))
    return re.compile(rf"{before}\b(?:{'|'.join(map(re.escape, names))})\b")

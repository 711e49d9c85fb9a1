"""A parse as a tree: which words hang on which, and in which sentence they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model.text import Parse, Span, Token

Words = tuple[int, ...]
"""Places of words in the parse, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A frozen view of a parse; words are known by their place in it."""

    parse: Parse
    tokens: tuple[Token, ...]
    children: tuple[Words, ...]
    sentence: Words
    paragraph: Words
    bounds: tuple[tuple[int, int], ...]

    def under(self, word: int, *labels: str) -> Words:
        """Return the words that hang on a word by one of these labels."""
        return tuple(child for child in self.children[word] if self.tokens[child].dep in labels)

    def subtree(self, word: int, without: frozenset[int] = frozenset()) -> Words:
        """Return a word and all that hangs on it, save what hangs on the words left out."""
        found, waiting = [], [word]
        while waiting:
            place = waiting.pop()
            if place not in without:
                found.append(place)
                waiting.extend(self.children[place])
        return tuple(sorted(found))

    def lower(self, word: int) -> str:
        """Return a word in small letters."""
        return self.tokens[word].text.lower()

    def parent(self, word: int) -> int | None:
        """Return the word that a word hangs on; None for the root of a sentence."""
        head = self.tokens[word].head
        return None if head == word else head

    def span(self, words: Words) -> Span:
        """Return the stretch of text from the first to the last of several words."""
        return Span(self.tokens[words[0]].span.begin, self.tokens[words[-1]].span.end)

    def quote(self, span: Span) -> str:
        """Return the words of a span."""
        return self.parse.document.quote(span)

    def at(self, span: Span) -> Words:
        """Return the words that begin within a span."""
        first = bisect_right(self.tokens, span.begin - 1, key=_begin)
        last = bisect_right(self.tokens, span.end - 1, key=_begin)
        return tuple(range(first, last))


def grow(parse: Parse) -> Tree:
    """Build the tree of a parse."""
    children: list[list[int]] = [[] for _ in parse.tokens]
    for place, token in enumerate(parse.tokens):
        if token.head != place:
            children[token.head].append(place)
    bounds = _bounds(parse, parse.sentences)
    return Tree(
        parse=parse,
        tokens=parse.tokens,
        children=tuple(map(tuple, children)),
        sentence=_numbered(bounds),
        paragraph=_numbered(_bounds(parse, parse.paragraphs)),
        bounds=bounds,
    )


def _bounds(parse: Parse, parts: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    ends = [bisect_right(parse.tokens, part.end - 1, key=_begin) for part in parts]
    return tuple(zip([0, *ends], ends, strict=False))


def _numbered(bounds: Sequence[tuple[int, int]]) -> Words:
    return tuple(number for number, (first, last) in enumerate(bounds) for _ in range(first, last))


def _begin(token: Token) -> int:
    return token.span.begin

"""A parse as a tree: which words hang on which, and in which sentence they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.model.text import Parse, Span, Token

Words = tuple[int, ...]
"""Places of words in the parse, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A frozen view of a parse; words are known by their place in it.

    `lowered` are the words in small letters, `begins` says where each begins in the text; `bounds`
    gives the first word of each sentence and the one after its last.
    """

    parse: Parse
    tokens: tuple[Token, ...]
    lowered: tuple[str, ...]
    begins: Words
    children: tuple[Words, ...]
    sentence: Words
    paragraph: Words
    bounds: tuple[tuple[int, int], ...]

    def under(self, word: int, *labels: str) -> Words:
        """Return the words that hang on a word by one of these labels."""
        children, tokens = self.children[word], self.tokens
        if not children:
            return ()  # as of most words of a text
        return tuple([child for child in children if tokens[child].dep in labels])

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
        return self.lowered[word]

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
        return tuple(
            range(bisect_left(self.begins, span.begin), bisect_left(self.begins, span.end))
        )


@lru_cache(maxsize=1)  # all stages read one text, one after the other
def grow(parse: Parse) -> Tree:
    """Build the tree of a parse."""
    children: list[list[int]] = [[] for _ in parse.tokens]
    for place, token in enumerate(parse.tokens):
        if token.head != place:
            children[token.head].append(place)
    begins = tuple([token.span.begin for token in parse.tokens])
    bounds = _bounds(begins, parse.sentences)
    return Tree(
        parse=parse,
        tokens=parse.tokens,
        lowered=tuple([token.text.lower() for token in parse.tokens]),
        begins=begins,
        children=tuple(map(tuple, children)),
        sentence=_numbered(bounds),
        paragraph=_numbered(_bounds(begins, parse.paragraphs)),
        bounds=bounds,
    )


def _bounds(begins: Words, parts: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    ends = [bisect_left(begins, part.end) for part in parts]
    return tuple(zip([0, *ends], ends, strict=False))


def _numbered(bounds: Sequence[tuple[int, int]]) -> Words:
    return tuple(number for number, (first, last) in enumerate(bounds) for _ in range(first, last))

"""Where the paragraphs of a text are: what the page sets apart, no sentence runs across."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from counterclaim.model.text import Document, Span

BLANK_LINE = re.compile(r"\r?\n[^\S\n]*\r?\n\s*|\u2029")
LINE_END = re.compile(r"\r?\n|\r|\u2028")
WRAPPED = range(40, 101)
"""Characters in a line that a typesetter broke."""


def find_paragraphs(document: Document) -> tuple[Span, ...]:
    """Cut a text at blank lines, at the ends of unwrapped lines, and round the page's parts."""
    text = document.text
    edges = sorted({edge for part in document.layout for edge in (part.span.begin, part.span.end)})
    blocks = list(_between(text, BLANK_LINE, Span(0, max(1, len(text)))))
    lines = [list(_between(text, LINE_END, block)) for block in blocks]
    least = 2 if any(_is_wrapped(each, 3) for each in lines) else 3
    return tuple(
        piece
        for block, each in zip(blocks, lines, strict=True)
        for part in ([block] if _is_wrapped(each, least) else each)
        for piece in _cut(text, part, edges)
    )


def _is_wrapped(lines: list[Span], least: int) -> bool:
    """Whether a typesetter broke the lines of a block; two do not show it alone."""
    return len(lines) >= least and all(line.end - line.begin in WRAPPED for line in lines[:-1])


def _between(text: str, mark: re.Pattern[str], within: Span) -> Iterator[Span]:
    begin = within.begin
    for match in mark.finditer(text, within.begin, within.end):
        yield from _stripped(text, begin, match.start())
        begin = match.end()
    yield from _stripped(text, begin, within.end)


def _cut(text: str, line: Span, edges: list[int]) -> Iterator[Span]:
    first, last = bisect_right(edges, line.begin), bisect_left(edges, line.end)
    for begin, end in pairwise([line.begin, *edges[first:last], line.end]):
        yield from _stripped(text, begin, end)


def _stripped(text: str, begin: int, end: int) -> Iterator[Span]:
    part = text[begin:end]
    if words := part.strip():
        start = begin + len(part) - len(part.lstrip())
        yield Span(start, start + len(words))

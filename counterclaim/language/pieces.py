"""Text as the word pieces that the tagger reads, and the windows that it reads them in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

PARAGRAPH = 1
"""The piece that stands for the break between two paragraphs."""

ROOM = 254
"""Pieces of a window, without the two that frame it."""

OVERLAP = 32
"""Pieces that a window shares with the one before at most: a sentence of middling length. With 64
of them reading takes a tenth longer and finds no more; with 16 fewer conflicts are found."""

LINE = re.compile(r"[^\n]+")
STOP = re.compile(r"(?<![.!?])[.!?]++[\"”’')\]]*+\s+")
"""Where a sentence seems to end; written so that a row of stops is looked at only once."""


class Piece(NamedTuple):
    """A word piece: its number in the vocabulary and the characters that it stands for."""

    id: int
    begin: int
    end: int


Split = Callable[[str], Iterable[tuple[int, int, int]]]
"""A stretch of text to its pieces: their numbers and their places in the stretch, in its order."""


def cut(text: str, split: Split) -> tuple[tuple[Piece, ...], tuple[int, ...]]:
    """Cut a text into pieces, with the numbers of the pieces before which a window may end.

    A break between lines is a piece of its own. Windows end where sentences seem to.
    """
    pieces: list[Piece] = []
    breaks: list[int] = []
    for line in LINE.finditer(text):
        if not line[0].strip():
            continue
        if pieces:
            pieces.append(Piece(PARAGRAPH, line.start() - 1, line.start()))
        for begin, end in _sentences(text, line.start(), line.end()):
            breaks.append(len(pieces))
            pieces += [
                Piece(number, begin + first, begin + last)
                for number, first, last in split(text[begin:end])
            ]
    return tuple(pieces), tuple(breaks)


def _sentences(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    stops = (stop.end() for stop in STOP.finditer(text, begin, end))
    edges = sorted({begin, *stops, end})
    return pairwise(edges)


def windows_of(
    pieces: Sequence[Piece], breaks: Sequence[int], overlap: int = OVERLAP, start: int = 0
) -> Iterator[tuple[int, int]]:
    """Yield the windows, each from its first piece to the one after its last.

    Windows end at breaks where they can, and share up to `overlap` pieces with the next.
    """
    begin, room = 0, max(32, start) if start else ROOM
    while begin < len(pieces):
        end = _last_break(breaks, begin, begin + room, len(pieces))
        yield begin, end
        if end >= len(pieces):
            return
        begin = _first_break(breaks, max(begin + 1, end - overlap), end) if overlap else end
        room = ROOM


def _last_break(breaks: Sequence[int], begin: int, end: int, length: int) -> int:
    if end >= length:
        return length
    at = breaks[bisect_left(breaks, end + 1) - 1]
    return at if at > begin else end


def _first_break(breaks: Sequence[int], begin: int, end: int) -> int:
    at = bisect_left(breaks, begin)
    return breaks[at] if at < len(breaks) and breaks[at] < end else end

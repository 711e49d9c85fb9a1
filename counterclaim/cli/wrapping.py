"""Words as wide as the screen: long lines broken, others cut, numbers a person can read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest
from unicodedata import combining, east_asian_width

from counterclaim.cli.terminal import Line, Painted, Part

WIDEST = 100
WORD = re.compile(r"\S+\s*|\s+")


def screen_width() -> int:
    """Return how many columns a line may take."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, WIDEST))


def wrapped(
    parts: Iterable[Part], first: str = "", then: str | None = None, width: int = 0
) -> Iterator[Line]:
    """Break a line into lines of `width`, or of the screen; `then` indents after the first."""
    width, indent = width or screen_width(), first
    line: list[Part] = []
    for word in _words(parts):
        taken = columns(indent) + sum(columns(text_of(part)) for part in line)
        if line and taken + columns("".join(map(text_of, word)).rstrip()) > width:
            yield (indent, *_stripped(line))
            indent, line = first if then is None else then, []
        line.extend(word)
    yield (indent, *_stripped(line))


def beside(left: Iterable[Line], right: Iterable[Line], width: int) -> Iterator[Line]:
    """Set two columns of lines next to each other; the left one is `width` wide."""
    for one, other in zip_longest(left, right, fillvalue=()):
        gap = width - columns("".join(map(text_of, one)))
        yield (*one, " " * max(gap, 1), *other) if other else one


def paragraphs(parts: Iterable[Part]) -> Iterator[Line]:
    """Split parts at the line breaks in them."""
    line: list[Part] = []
    for part in parts:
        first, *others = text_of(part).split("\n")
        line.append(_like(part, first))
        for text in others:
            yield tuple(line)
            line = [_like(part, text)]
    yield tuple(line)


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def text_of(part: Part) -> str:
    """Return the words of a part without their style."""
    return part.text if isinstance(part, Painted) else part


def clipped(text: str, width: int) -> str:
    """Return a text on one line, no wider than `width`, with an ellipsis where it is cut."""
    line = " ".join(text.split())
    if columns(line) <= width:
        return line
    line = line[:width]
    while columns(line) >= width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def duration(seconds: float) -> str:
    """Write seconds as a person would: `41 s`, `3 min 05 s`, `2 h 10 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"


def numbered(number: int | None, noun: str) -> str:
    """Write `1 day`, `2 days`; nothing where the number is not known."""
    return "" if number is None else f"{number} {noun}{'' if number == 1 else 's'}"


def _columns(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1


def _words(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Yield words with the blanks after them; one word may have several styles."""
    word: list[Part] = []
    for part in parts:
        for found in WORD.findall(text_of(part)):
            word.append(_like(part, found))
            if found[-1].isspace():
                yield word
                word = []
    if word:
        yield word


def _like(part: Part, text: str) -> Part:
    return Painted(text, part.style) if isinstance(part, Painted) else text


def _stripped(line: list[Part]) -> list[Part]:
    """Join neighbours of one style, and drop the blanks at the end of the line."""
    joined = [
        Painted(text, style) if style else text
        for style, parts in groupby(line, _style)
        for text in ["".join(map(text_of, parts))]
    ]
    return [*joined[:-1], _like(joined[-1], text_of(joined[-1]).rstrip())] if joined else []


def _style(part: Part) -> str:
    return part.style if isinstance(part, Painted) else ""

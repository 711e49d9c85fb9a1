"""Quotation marks: which belong together, and what stands between them.

Marks are paired by kind and closed at the end of the paragraph, so that one broken quotation
spoils only itself. An apostrophe is no mark. A quotation that opens again in the next paragraph
without having been closed runs on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.model.text import Quotation, Span

PAIRS = {"“": '”"', "«": "»", "„": "“”", "‹": "›", "‘": "’", '"': '"”', "'": "'"}
DOUBLED = {"``": "''", "''": "''"}
OPENERS = re.compile(r"``|''|[“«„‹]|(?<!\w)[‘'\"](?=[^\s.,;:)])")
SINGLE = frozenset("‘'")
CLOSES = {'"': r'(?<!\s)"|"(?!\S)', "’": r"(?<!\s)’(?!\w)", "'": r"(?<!\s)'(?!\w)"}
"""How a closing mark is told from an apostrophe within a word and from an opening mark."""

LONGEST = 5000
"""Characters within which a quotation is closed, or it is broken."""


def _ending(mark: str) -> re.Pattern[str]:
    closing = "|".join(CLOSES.get(one, one) for one in PAIRS[mark])
    again = "" if mark in SINGLE else f"|{mark}"
    return re.compile(f"(?P<closing>{closing}){again}")


ENDINGS = {mark: _ending(mark) for mark in PAIRS}


@dataclass(frozen=True, slots=True)
class Ground:
    """A text with its sentences and paragraphs: what quotations are looked for in."""

    text: str
    sentences: Sequence[Span]
    paragraphs: Sequence[Span]


def find_quotations(ground: Ground) -> tuple[Quotation, ...]:
    """Find the outermost quotations of a text, paragraph by paragraph."""
    found: list[Quotation] = []
    before: Span | None = None
    for paragraph in ground.paragraphs:
        inside = _within(ground, paragraph)
        if before and inside and _runs_on(ground.text, found, before, inside[0], paragraph):
            found[-1] = _to(found[-1], before.end)
            inside[0] = replace(inside[0], runs_on=True)
        found.extend(inside)
        before = paragraph
    return tuple(found)


def _runs_on(
    text: str, found: Sequence[Quotation], before: Span, first: Quotation, paragraph: Span
) -> bool:
    """Whether a paragraph begins with the mark that the one before opened and never closed."""
    if not found or found[-1].closed or found[-1].outer not in before:
        return False
    opens = first.outer.begin == paragraph.begin
    return opens and text[found[-1].outer.begin] == text[paragraph.begin]


def _to(broken: Quotation, end: int) -> Quotation:
    """Let an unclosed quotation run to the end of its paragraph."""
    outer, inner = Span(broken.outer.begin, end), Span(broken.inner.begin, end)
    return replace(broken, outer=outer, inner=inner)


def _within(ground: Ground, paragraph: Span) -> list[Quotation]:
    at, found = paragraph.begin, []
    while opening := OPENERS.search(ground.text, at, paragraph.end):
        quotation = _quotation(ground, opening, paragraph)
        at = quotation.outer.end if quotation else opening.end()
        found += [quotation] if quotation else []
    return found


def _quotation(ground: Ground, opening: re.Match[str], paragraph: Span) -> Quotation | None:
    mark = opening[0]
    last = min(paragraph.end, opening.end() + LONGEST)
    closing = _closing(ground.text, mark, opening.end(), last)
    if closing is None:
        return None if mark in SINGLE else _broken(ground, opening, paragraph)
    if not ground.text[opening.end() : closing].strip():
        return None
    width = 2 if mark in DOUBLED else 1
    return Quotation(Span(opening.start(), closing + width), Span(opening.end(), closing))


def _closing(text: str, mark: str, begin: int, end: int) -> int | None:
    """Find the mark that closes; the same kind opening again means that none does."""
    if mark in DOUBLED:
        place = text.find(DOUBLED[mark], begin, end)
        return place if place >= 0 else None
    found = ENDINGS[mark].search(text, begin, end)
    return found.start() if found and found["closing"] else None


def _broken(ground: Ground, opening: re.Match[str], paragraph: Span) -> Quotation | None:
    """End a quotation without a closing mark with its sentence."""
    number = bisect_left(ground.sentences, opening.end(), key=lambda part: part.end - 1)
    ends = [part.end for part in ground.sentences[number : number + 1]]
    end = min([*ends, paragraph.end])
    if end <= opening.end():
        return None
    return Quotation(Span(opening.start(), end), Span(opening.end(), end), closed=False)

"""Quotation marks: which belong together, and what stands between them.

Marks are paired by kind and closed at the end of the paragraph, so that one broken quotation
spoils only itself. An apostrophe is no mark. A quotation that opens again in the next paragraph
without having been closed runs on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from counterclaim.model.text import Parse, Span

PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "‘": "’", '"': '"', "'": "'", "``": "''"}
OPENERS = re.compile(r"[“«„‹]|(?<!\w)[‘'\"](?=[^\s.,;:)])|``")
SINGLE = frozenset("‘'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks. `closed` is false where the second one is missing.

    `runs_on` marks one that continues the quotation of the paragraph before.
    """

    outer: Span
    inner: Span
    closed: bool
    runs_on: bool = False


def find_quotations(parse: Parse) -> tuple[Quotation, ...]:
    """Find the outermost quotations of a text, paragraph by paragraph."""
    found: list[Quotation] = []
    for paragraph in parse.paragraphs:
        runs_on = bool(found) and _left_open(found[-1], parse, paragraph)
        inside = _within(parse, paragraph)
        if runs_on and inside and inside[0].outer.begin == paragraph.begin:
            first = inside[0]
            inside[0] = Quotation(first.outer, first.inner, first.closed, runs_on=True)
            found[-1] = _to_the_end(found[-1], parse)
        found.extend(inside)
    return tuple(found)


def _left_open(last: Quotation, parse: Parse, paragraph: Span) -> bool:
    """Whether a paragraph begins with the mark that the one before opened and never closed."""
    text = parse.document.text
    before = text[last.outer.end : paragraph.begin]
    same = text[last.outer.begin] == text[paragraph.begin]
    return not last.closed and same and (not before.strip() or len(before) < PARAGRAPH_TAIL)


PARAGRAPH_TAIL = 2000
"""Characters of a paragraph after its unclosed quotation's first sentence."""


def _to_the_end(broken: Quotation, parse: Parse) -> Quotation:
    """Let an unclosed quotation run to the end of its paragraph."""
    home = next(part for part in parse.paragraphs if broken.outer in part)
    begin = broken.inner.begin
    return Quotation(
        Span(broken.outer.begin, home.end), Span(begin, home.end), False, broken.runs_on
    )


def _within(parse: Parse, paragraph: Span) -> list[Quotation]:
    text, at, found = parse.document.text, paragraph.begin, []
    while opening := OPENERS.search(text, at, paragraph.end):
        quotation = _quotation(parse, opening, paragraph)
        at = quotation.outer.end if quotation else opening.end()
        found += [quotation] if quotation else []
    return found


def _quotation(parse: Parse, opening: re.Match[str], paragraph: Span) -> Quotation | None:
    text, mark = parse.document.text, opening[0]
    closing = _closing(text, mark, opening.end(), paragraph.end)
    if closing is not None:
        if not text[opening.end() : closing].strip():
            return None
        width = len(PAIRS[mark]) if mark == "``" else 1
        inner = Span(opening.end(), closing)
        return Quotation(Span(opening.start(), closing + width), inner, True)
    if mark in SINGLE:
        return None
    return _broken(parse, opening, paragraph)


def _closing(text: str, mark: str, begin: int, end: int) -> int | None:
    """Find the mark that closes; the same kind opening again means that none does."""
    if mark == "``":
        place = text.find("''", begin, end)
        return place if place >= 0 else None
    for match in re.compile(f"[{PAIRS[mark]}{mark}]").finditer(text, begin, end):
        place = match.start()
        if match[0] == mark and mark not in PAIRS[mark]:
            return None
        if _closes(text, place, match[0]):
            return place
    return None


def _closes(text: str, place: int, mark: str) -> bool:
    """Tell a closing mark from an apostrophe within a word and from an opening mark."""
    after = text[place + 1 : place + 2]
    if mark in "’'":
        return not after.isalnum() and not text[place - 1].isspace()
    return mark != '"' or not (text[place - 1].isspace() and after.isalnum())


def _broken(parse: Parse, opening: re.Match[str], paragraph: Span) -> Quotation | None:
    """End a quotation without a closing mark with its sentence."""
    number = bisect_left(parse.sentences, opening.end(), key=lambda part: part.end - 1)
    end = parse.sentences[number].end if number < len(parse.sentences) else paragraph.end
    if end <= opening.end():
        return None
    return Quotation(Span(opening.start(), end), Span(opening.end(), end), False)

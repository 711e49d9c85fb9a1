"""Mastheads and lines of credit: which outlet printed a text, by whom, and on which day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.documents.authors import is_name, split_cue
from counterclaim.documents.dates import parse_day
from counterclaim.documents.page import Page, Paragraph
from counterclaim.knowledge.layout import Layout
from counterclaim.model.text import Document, PassageKind

HEAD = 6  # paragraphs at the head of a text in which such lines stand
LONGEST, MOST_WORDS = 120, 5  # characters of a line, words of an outlet's name
DAY = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,9}\.?,?\s+\d{4}"
    r"|[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d)\b"
)
CLOCK = re.compile(r"(?:\bat\s+)?\b\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\b\.?)?(?:\s*[A-Z]{2,4}\b)?")
PARTS = re.compile(r"\s*[|·•,;()/]\s*|\s+[–—-]+\s+|\s{2,}")


def credit_line(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line is nothing but an outlet or a day, or both, with or without an author."""
    if len(paragraph.text) > LONGEST or paragraph.prose:
        return False
    parts = _parts(paragraph.text, page.words)
    dated = any(parse_day(day) for day in DAY.findall(paragraph.text))
    printed = any(is_outlet(part, page.words) for part in parts)
    known = all(
        is_outlet(part, page.words) or is_name(part, page.words) or _is_staff(part, page.words)
        for part in parts
    )
    return bool(parts) and known and ((dated and len(parts) <= 2) or (printed and len(parts) == 2))


def masthead(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line is an outlet's name alone: "The Daily Owl", "Halmar Courier"."""
    line = paragraph.text.casefold()
    plain = bool(line) and not paragraph.closed and is_outlet(paragraph.text, page.words)
    return plain and any(f" {name} " in f" {line} " for name in page.words.mastheads)


def by_somebody(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line of credit names its author first, and an outlet: a place may look like one."""
    parts = _parts(paragraph.text, page.words)
    printed = any(is_outlet(part, page.words) for part in parts[1:])
    named = printed and is_name(parts[0], page.words) and not is_outlet(parts[0], page.words)
    return named and not parts[0].isupper() and credit_line(page, paragraph)


def printed_by(document: Document, words: Layout) -> str:
    """Return the outlet that masthead, credits or dateline name, the first of them, or ""."""
    for kind in (PassageKind.HEADING, PassageKind.BYLINE, PassageKind.DATELINE):
        for line in map(document.quote, document.passages(kind)):
            named = (part for part in _parts(line, words) if is_outlet(part, words))
            if outlet := next(named, ""):
                return outlet
    return ""


def is_outlet(text: str, words: Layout) -> bool:
    """Whether text is shaped as an outlet's name: capitals, and a word that papers go by."""
    parts = text.strip(" .").split()
    if not parts or len(parts) > MOST_WORDS or text.casefold().strip() in words.agencies:
        return bool(parts) and text.casefold().strip() in words.agencies
    small = words.place_links | words.particles
    named = all(part[:1].isupper() or part in small for part in parts)
    ends = {parts[-1].casefold(), *(part.casefold() for part in parts[:2] if part != parts[-1])}
    return named and len(parts) > 1 and not ends.isdisjoint(words.outlets)


def _is_staff(text: str, words: Layout) -> bool:
    """Whether a text is credited to nobody by name: "staff", "our correspondent"."""
    said = {*text.casefold().split()}
    return not said.isdisjoint(words.staff_roles) and said <= words.staff_roles | words.not_names


def _parts(line: str, words: Layout) -> tuple[str, ...]:
    """Return what a line of credit lists, without cue, day and clock."""
    labels = (*words.bylines, *words.publication_labels)
    rest = CLOCK.sub("", DAY.sub("", split_cue(line.strip(), labels)[1]))
    return tuple(_named(rest, words))


def _named(text: str, words: Layout) -> Iterator[str]:
    for part in filter(None, (part.strip(" .*_:") for part in PARTS.split(text))):
        if part.casefold() not in words.weekdays:
            yield part

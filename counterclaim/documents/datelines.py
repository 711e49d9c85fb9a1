"""Datelines: where, when and by which agency a paragraph was filed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from counterclaim.documents.authors import split_cue
from counterclaim.documents.dates import LONGEST, parse_day
from counterclaim.documents.mastheads import DAY, credit_line, masthead
from counterclaim.documents.page import QUOTES, WORD, Page, Paragraph, fold
from counterclaim.model.text import Document, Passage, PassageKind, Span

HEAD = 8  # paragraphs at the head of a text in which a line may give its day
MANY = 40  # paragraphs that show whether capitals and a colon announce speakers
FARTHEST = 110  # characters from the beginning of a paragraph to the end of its dateline
SIGN = re.compile(r"[–—―:),]|--|\s-")  # no dateline goes without one
DASH = re.compile(r"\s+(?:[–—―-]|--)\s+|[—–―]\s*|--+\s*")
COLON = re.compile(r":\s+")
SPEAKER = re.compile(r"[^\Wa-z\d_][^\Wa-z]*(?:[ .,'’-]+[^\Wa-z]+){0,6}:\s")
AGENCY = re.compile(r"\(([^()]{2,40})\)\s+")
PARTS = re.compile(r"\s*[,/()]\s*")
BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
NUMBER = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?|\d{4})\.?")
PLACE = re.compile(r"[^\W\d_]+(?:[ .'’-]{1,2}[^\W\d_]+){0,4}\.?")


def datelines(page: Page) -> Iterator[Passage]:
    """Mark lines that give the day, and the words before a paragraph's first sentence."""
    for at, paragraph in enumerate(page.paragraphs):
        printed = credit_line(page, paragraph) or (at > 0 and masthead(page, paragraph))
        if at < HEAD and (printed or day_line(page, paragraph)):
            yield Passage(PassageKind.DATELINE, paragraph.span)
        elif end := opening(page, paragraph):
            begin = paragraph.span.begin
            yield Passage(PassageKind.DATELINE, Span(begin, begin + end))


def filed_on(document: Document, revisions: tuple[str, ...]) -> date | None:
    """Return the one day that datelines and bylines give in full, or None; no revision's day."""
    lines = map(document.quote, document.passages(PassageKind.DATELINE, PassageKind.BYLINE))
    days = {
        day
        for line in lines
        if not split_cue(line, revisions)[0]
        for words in DAY.findall(line)
        if (day := parse_day(words))
    }
    return days.pop() if len(days) == 1 else None


def day_line(page: Page, paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but a day, with or without what the day is of."""
    if len(paragraph.text) > LONGEST:
        return False
    labels = page.words.publication_labels + page.words.revision_labels
    label, rest = split_cue(paragraph.text, labels)
    return parse_day(rest) is not None or bool(label and DAY.match(rest))


def opening(page: Page, paragraph: Paragraph) -> int:
    """Return the length of the dateline before a paragraph's first sentence, its dash included."""
    if not SIGN.search(paragraph.text, 0, FARTHEST):
        return 0
    return next((length for rule in OPENINGS if (length := rule(page, paragraph))), 0)


def _ends_with_dash(page: Page, paragraph: Paragraph) -> int:
    head, dash = _cut(paragraph, DASH)
    parts = _parts(page, head)
    filed = _dated(page, parts) or _by_agency(page, head) or _capital_place(page, parts)
    return dash if filed or _dated(page, _parts(page, BRACKET.sub("", head))) else 0


def _ends_with_colon(page: Page, paragraph: Paragraph) -> int:
    """Take a place in capitals before the first paragraph; later it may be a speaker."""
    head, colon = _cut(paragraph, COLON)
    parts = _parts(page, head)
    if _dated(page, parts):
        return colon
    if paragraph is not page.lead or len(parts) != 1 or not _capital_place(page, parts):
        return 0
    speakers = sum(bool(SPEAKER.match(other.text)) for other in page.paragraphs[:MANY])
    return colon if speakers < 2 else 0


def _ends_with_agency(page: Page, paragraph: Paragraph) -> int:
    head, end = _cut(paragraph, AGENCY)
    agency = AGENCY.search(paragraph.text[:FARTHEST])
    named = agency and agency[1].casefold() in page.words.agencies
    return end if named and (not head or _parts(page, head)) else 0


def _fills_line(page: Page, paragraph: Paragraph) -> int:
    """Take a short line with an agency, or two of: a dash, a place and a day, a place in capitals.

    In a text all in capitals the last says nothing.
    """
    if len(paragraph.text) > LONGEST:
        return 0
    bare = paragraph.text.rstrip(" –—-")
    parts = _parts(page, bare)
    dashed = len(bare) < len(paragraph.text)
    signs = (dashed, _dated(page, parts), _capital_place(page, parts))
    filed = sum(signs) >= 2
    return len(paragraph.text) if filed or (parts and _by_agency(page, bare)) else 0


def _cut(paragraph: Paragraph, mark: re.Pattern[str]) -> tuple[str, int]:
    """Return the words before a mark, and where the mark ends if a sentence begins after it."""
    head = paragraph.text[:FARTHEST]
    for found in mark.finditer(head):
        before = head[: found.start()]
        if before.count("(") > before.count(")"):
            continue
        sentence = paragraph.text[found.end() : found.end() + 3].lstrip(QUOTES + "([")
        if sentence and not sentence[0].islower():
            return before, len(head[: found.end()].rstrip())
        break
    return "", 0


def _parts(page: Page, head: str) -> list[str]:
    """Return the places, days and agencies of a dateline, or nothing where any part is none."""
    parts = [part for part in PARTS.split(head.strip()) if part]
    known = (_is_place(page, part) or _is_time(page, part) for part in parts)
    return parts if all(known) and len(parts) <= 6 else []


def _is_place(page: Page, part: str) -> bool:
    small = page.words.particles | page.words.place_links
    capitals = (word[0].isupper() or word in small for word in part.split())
    return bool(PLACE.fullmatch(part)) and all(capitals) and fold(part) not in page.words.labels


def _is_time(page: Page, part: str) -> bool:
    known = page.words.months | page.words.weekdays
    return all(
        NUMBER.fullmatch(word) or word.casefold().strip(".") in known for word in part.split()
    )


def _dated(page: Page, parts: list[str]) -> bool:
    """Whether a place comes first and a day of a month follows it."""
    days = [part for part in parts[1:] if _is_time(page, part) and any(map(str.isdigit, part))]
    months = {word.casefold().strip(".") for part in days for word in part.split()}
    return bool(parts) and not _is_time(page, parts[0]) and bool(months & page.words.months)


def _by_agency(page: Page, head: str) -> bool:
    """Whether an agency stands in brackets, alone or after what may be a place and a day."""
    before, bracket, inside = head.rstrip(") ").rpartition("(")
    if not bracket or not head.rstrip().endswith(")"):
        return False
    agency = inside.casefold() in page.words.agencies or (inside.isupper() and not page.shouted)
    return agency and (not before or bool(_parts(page, before)))


def _capital_place(page: Page, parts: list[str]) -> bool:
    """Whether the first part is in capitals and no acronym that the text uses elsewhere."""
    if page.shouted or not parts or len(parts[0]) < 3 or not parts[0].isupper():
        return False
    return not page.acronyms & set(WORD.findall(parts[0]))


OPENINGS = (_ends_with_dash, _ends_with_colon, _ends_with_agency, _fills_line)

"""Headlines at the head of a text, and headings between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.documents.authors import is_name, split_cue
from counterclaim.documents.datelines import day_line, opening
from counterclaim.documents.mastheads import credit_line, masthead
from counterclaim.documents.page import QUOTES, WORD, Page, Paragraph, fold
from counterclaim.model.text import Passage, PassageKind, Span

HEAD = 5  # paragraphs at the head of a text in which its headline may stand
LONGEST_HEADLINE, LONGEST_HEADING = 160, 80  # characters
SHORT, LONG = 40, 120  # characters; a line under another between these may go on with it
MOST_WORDS = 10  # words of a heading
HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
SUFFIX = re.compile(r"\s*[|–—]\s+|\s*-\s+")
AFTER_TITLE = re.compile(r"[\"'”’»)\]]*(?:(?P<end>[.?!…]+[\"'”’»)\]]*)(?=\s|$)|(?=\s+[|–—-]+\s)|$)")


def headlines(page: Page) -> Iterator[Passage]:
    """Mark the headline: the given title where the text begins with it, else a line like one.

    Labels above it, such as the section or the letterhead, are headings.
    """
    span = _given_title(page) if page.document.title else _open_headline(page)
    for paragraph in page.paragraphs[:HEAD]:
        if span and paragraph.span.end > span.begin:
            break
        if paragraph.prose or day_line(page, paragraph) or opening(page, paragraph):
            break
        if credit_line(page, paragraph):
            continue
        if span or _is_label(page, paragraph) or masthead(page, paragraph):
            yield Passage(PassageKind.HEADING, paragraph.span)
    if span:
        yield Passage(PassageKind.HEADLINE, span)


def headings(page: Page) -> Iterator[Passage]:
    """Mark short lines without a final point between paragraphs, and lines marked with hashes."""
    for paragraph in page.paragraphs:
        if _hashes(paragraph):
            yield Passage(PassageKind.HEADING, paragraph.span)
    for before, paragraph, after in zip(
        page.paragraphs, page.paragraphs[1:], page.paragraphs[2:], strict=False
    ):
        between = before.prose and before.closed and after.prose
        if between and _is_heading(paragraph, after):
            yield Passage(PassageKind.HEADING, paragraph.span)


def _given_title(page: Page) -> Span | None:
    title = page.document.title
    for name in dict.fromkeys((title, SUFFIX.split(title)[0])):
        for paragraph in page.paragraphs[:HEAD]:
            if end := _reach(paragraph.text, name):
                begin = paragraph.span.begin + _hashes(paragraph)
                return Span(begin, paragraph.span.begin + end)
    return None


def _reach(text: str, title: str) -> int:
    """Return where a title that the text begins with ends in it, or 0; only letters must agree."""
    wanted = [letter for letter in title.casefold() if letter.isalnum()]
    found = 0
    for at, letter in enumerate(text):
        if found == len(wanted):
            closing = AFTER_TITLE.match(text, at) if wanted else None
            return closing.end() if closing else 0
        for part in letter.casefold():
            if part.isalnum():
                if found == len(wanted) or part != wanted[found]:
                    return 0
                found += 1
    return len(text) if wanted and found == len(wanted) else 0


def _open_headline(page: Page) -> Span | None:
    for at, paragraph in enumerate(page.paragraphs[:HEAD]):
        following = page.paragraphs[at + 1 : at + 1 + HEAD]
        if _is_furniture(page, paragraph) or _is_letterhead(page, paragraph, following):
            continue
        if not _is_headline(page, paragraph) or not any(other.prose for other in following):
            return None
        ends = following[0].apart or credit_line(page, following[0])
        if ends or _goes_no_further(paragraph, following[0]):
            return Span(paragraph.span.begin + _hashes(paragraph), paragraph.span.end)
        return None
    return None


def _goes_no_further(line: Paragraph, following: Paragraph) -> bool:
    """Whether the line under another is a byline, a day or a paragraph, not the rest of it."""
    length = len(following.text)
    brief = length <= SHORT and len(line.text) <= LONGEST_HEADING and not following.closed
    return brief or length >= LONG


def _is_furniture(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line above the headline names a section, a day, a number or a kind of text."""
    letters = sum(map(str.isalpha, paragraph.text[:LONGEST_HEADLINE]))
    numbered = 2 * letters < len(paragraph.text) <= LONGEST_HEADLINE
    if masthead(page, paragraph) or credit_line(page, paragraph):
        return True
    return numbered or _is_label(page, paragraph) or day_line(page, paragraph)


def _is_label(page: Page, paragraph: Paragraph) -> bool:
    label = fold(paragraph.text[:LONGEST_HEADLINE]).strip(" :.#*")
    return label in page.words.labels | page.words.opinion_labels | set(page.words.release_labels)


def _is_letterhead(page: Page, paragraph: Paragraph, following: tuple[Paragraph, ...]) -> bool:
    """Whether a line names a body or a series, and the headline or a label comes after it."""
    if not following or day_line(page, following[0]):
        return False
    if _is_body(page, paragraph):
        label = _is_furniture(page, following[0]) or opening(page, following[0]) > 0
        return label or _is_headline(page, following[0])
    capitals = paragraph.text.isupper() and not following[0].text.isupper()
    series = paragraph.text[-1].isdigit() and len(paragraph.text.split()) <= MOST_WORDS / 2
    return (capitals or series) and _is_headline(page, following[0])


def _is_body(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line is the name of a body: "Joint Command - East", "Ministry of Defence"."""
    words = WORD.findall(SUFFIX.split(paragraph.text[:LONGEST_HEADING])[0].casefold())
    named = words and words[-1] in page.words.organisations
    of = len(words) > 1 and words[0] in page.words.organisations
    return len(words) <= MOST_WORDS and bool(named or (of and words[1] in page.words.byline_links))


def _is_headline(page: Page, paragraph: Paragraph) -> bool:
    text = paragraph.text[_hashes(paragraph) :].lstrip(QUOTES)
    words = text.split()
    if len(text) > LONGEST_HEADLINE or len(words) < 2:
        return False
    if not text[0].isalnum() or text[0].islower() or text[-1] in ".,;:…":
        return False
    if paragraph.closed and text.rstrip(QUOTES)[-1] not in "?!":
        return False
    byline = split_cue(text, page.words.bylines)[0] or is_name(text, page.words)
    return not byline and not opening(page, paragraph)


def _is_heading(paragraph: Paragraph, after: Paragraph) -> bool:
    text = paragraph.text.strip("*_")
    if len(text) > LONGEST_HEADING or len(text.split()) > MOST_WORDS:
        return False
    capital = text[:1].isupper() or (text[:1].isalpha() and not text[:1].islower())
    plain = text[-1:].isalnum() and not after.text[0].islower()
    return paragraph.apart and after.apart and capital and plain


def _hashes(paragraph: Paragraph) -> int:
    """Count the characters of a Markdown heading's mark."""
    mark = HASHES.match(paragraph.text)
    return mark.end() if mark else 0

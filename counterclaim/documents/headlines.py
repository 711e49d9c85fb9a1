"""Headlines at the head of a text, and headings between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.documents.authors import is_name, split_cue
from counterclaim.documents.datelines import day_line, opening
from counterclaim.documents.page import Page, Paragraph, fold
from counterclaim.model.text import Passage, PassageKind, Span

HEAD = 5  # paragraphs at the head of a text in which its headline may stand
LONGEST_HEADLINE, LONGEST_HEADING = 160, 80  # characters
MOST_WORDS = 10  # words of a heading
HASHES = re.compile(r"#{1,6}[ \t]+(?=\S)")
SUFFIX = re.compile(r"\s+[|–—-]\s+")
AFTER_TITLE = re.compile(r"[\"'”’»)\]]*(?:(?P<end>[.?!…]+[\"'”’»)\]]*)(?=\s|$)|(?=\s+[|–—-]+\s)|$)")


def headlines(page: Page) -> Iterator[Passage]:
    """Mark the headline: the given title where the text begins with it, else a line like one."""
    span = _given_title(page) if page.document.title else _open_headline(page)
    if span:
        yield Passage(PassageKind.HEADLINE, span)


def headings(page: Page) -> Iterator[Passage]:
    """Mark short lines without a final point between paragraphs, and lines marked with hashes."""
    before: Paragraph | None = None
    for paragraph, after in zip(page.paragraphs, (*page.paragraphs[1:], None), strict=True):
        between = before and after and before.prose and before.closed and after.prose
        if _hashes(paragraph) or (between and after and _is_heading(paragraph, after)):
            yield Passage(PassageKind.HEADING, paragraph.span)
        before = paragraph


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
        if _is_furniture(page, paragraph):
            continue
        following = page.paragraphs[at + 1 : at + 1 + HEAD]
        if not _is_headline(page, paragraph) or not any(other.prose for other in following):
            return None
        if following[0].apart or not following[0].text[0].islower():
            return Span(paragraph.span.begin + _hashes(paragraph), paragraph.span.end)
        return None
    return None


def _is_furniture(page: Page, paragraph: Paragraph) -> bool:
    """Whether a line above the headline names a section, a day or a kind of text."""
    words = page.words
    label = fold(paragraph.text).strip(" :.#*")
    labels = words.labels | words.opinion_labels | set(words.release_labels)
    letters = sum(map(str.isalpha, paragraph.text[:LONGEST_HEADLINE]))
    return label in labels or day_line(page, paragraph) or 2 * letters < len(paragraph.text)


def _is_headline(page: Page, paragraph: Paragraph) -> bool:
    text = paragraph.text[_hashes(paragraph) :]
    words = text.split()
    if len(text) > LONGEST_HEADLINE or len(words) < 2 or text[0].islower():
        return False
    if text[-1] in ".,;:…" or (paragraph.closed and paragraph.prose and text[-1] not in "?!"):
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

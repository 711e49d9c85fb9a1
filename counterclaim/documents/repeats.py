"""Sentences that a text prints twice, such as a lead above its article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.documents.datelines import opening
from counterclaim.documents.page import BLANKS, Page, fold
from counterclaim.model.text import Passage, PassageKind, Span

SHORTEST = 50  # characters; a shorter sentence may well be said twice
END = re.compile(r"[.!?…]{1,3}[\"'”’»)\]]{0,3}(?=\s)")


def repeats(page: Page) -> Iterator[Passage]:
    """Mark each sentence that stood in the text before, whatever its quote marks, blanks and case.

    Sentences that follow each other both times are one passage.
    """
    seen: dict[str, Span] = {}
    last: Passage | None = None
    for sentence in _sentences(page):
        key = fold(page.document.quote(sentence))
        first = seen.setdefault(key, sentence)
        passage = None
        if first is not sentence and len(key) >= SHORTEST:
            passage = _extended(page, last, sentence, first)
        if last and (passage is None or passage.span.begin != last.span.begin):
            yield last
        last = passage
    if last:
        yield last


def _extended(page: Page, last: Passage | None, sentence: Span, first: Span) -> Passage:
    text = page.document.text
    if last and last.of and last.of.end <= first.begin and last.span.begin > first.end:
        between = text[last.span.end : sentence.begin] + text[last.of.end : first.begin]
        if not between.strip(BLANKS + "\r\n"):
            sentence = Span(last.span.begin, sentence.end)
            first = Span(last.of.begin, first.end)
    return Passage(PassageKind.REPEATED, sentence, first)


def _sentences(page: Page) -> Iterator[Span]:
    """Cut paragraphs wherever a sentence may end; a cut too many does no harm here."""
    for paragraph in page.paragraphs:
        begin = paragraph.span.begin + opening(page, paragraph)
        for end in END.finditer(paragraph.text):
            yield from _trimmed(page, begin, paragraph.span.begin + end.end())
            begin = paragraph.span.begin + end.end()
        yield from _trimmed(page, begin, paragraph.span.end)


def _trimmed(page: Page, begin: int, end: int) -> Iterator[Span]:
    text = page.document.text[begin:end]
    blanks = len(text) - len(text.lstrip(BLANKS + "\r\n"))
    if begin + blanks < end:
        yield Span(begin + blanks, end)

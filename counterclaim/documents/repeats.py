"""Sentences that a text prints twice, such as a lead above its article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.documents.datelines import opening
from counterclaim.documents.page import BLANKS, Page, Paragraph, fold
from counterclaim.model.text import Passage, PassageKind, Span

SHORTEST = 50  # characters; a shorter sentence may well be said twice
LONG = 120  # characters; boilerplate on several events is mostly shorter
LEAD = 3  # paragraphs at the head of a text in which a lead stands alone
END = re.compile(r"[.!?…]{1,3}[\"'”’»)\]]{0,3}(?=\s)")


def repeats(page: Page) -> Iterator[Passage]:
    """Mark what stood in the text before, whatever its quote marks, blanks and case.

    A sentence alone counts where it is a lead or a pull quote: a paragraph of its own in one of
    the two places. A report on several events may say one sentence of each of them.
    """
    contents = [_content(page, paragraph) for paragraph in page.paragraphs]
    begins, ends = {span.begin for span in contents}, {span.end for span in contents}
    for run in _runs(page):
        spans = (run.span, run.of or run.span)
        alone = sum(span.begin in begins and span.end in ends for span in spans)
        if _is_reprint(page, run, alone):
            yield run


def _is_reprint(page: Page, run: Passage, alone: int) -> bool:
    """Whether a repeated run, in one of its places or both a paragraph of its own, is a reprint."""
    length = run.span.end - run.span.begin
    if alone == 2:
        lead = page.paragraphs[min(LEAD, len(page.paragraphs)) - 1].span.end
        return length >= LONG or bool(run.of and run.of.end <= lead)
    return alone == 1 or length >= 2 * LONG


def _runs(page: Page) -> Iterator[Passage]:
    """Find the sentences that stood before; those that follow each other twice are one run."""
    seen: dict[str, Span] = {}
    last: Passage | None = None
    for sentence in _sentences(page):
        key = fold(page.document.quote(sentence))
        first = seen.setdefault(key, sentence)
        repeated = first is not sentence and len(key) >= SHORTEST
        run = _extended(page, last, sentence, first) if repeated else None
        if last and (run is None or run.span.begin != last.span.begin):
            yield last
        last = run
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


def _content(page: Page, paragraph: Paragraph) -> Span:
    """Return a paragraph's span without its dateline."""
    bare = paragraph.text[opening(page, paragraph) :].lstrip(BLANKS) or paragraph.text
    return Span(paragraph.span.end - len(bare), paragraph.span.end)


def _sentences(page: Page) -> Iterator[Span]:
    """Cut paragraphs wherever a sentence may end; a cut too many does no harm here."""
    for paragraph in page.paragraphs:
        content = _content(page, paragraph)
        text = page.document.quote(content)
        begin = 0
        for end in (*(found.end() for found in END.finditer(text)), len(text)):
            bare = text[begin:end].strip(BLANKS + "\r\n")
            if bare:
                yield Span(content.begin + end - len(bare), content.begin + end)
            begin = end

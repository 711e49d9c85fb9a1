"""Lines of printed pages back into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from statistics import median

FULL = 0.75  # of the widest lines: a line shorter than that may end its paragraph
WIDE_GAP = 1.4  # times the usual distance between lines: a paragraph begins
SENTENCE_END = re.compile(r"[.!?:][\"'’”)\]]*$")
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\xad\u2010]$")
PAGE_NUMBER = re.compile(r"\W*(\d{1,4})(?:\s*/\s*\d{1,4})?\W*")
WORD = re.compile(r"[^\W\d_]{3}")
NUMBER = re.compile(r"\d+")
EDGE = 2  # lines at the head and the foot of a page that may be running ones
FEWEST_PAGES = 3  # on which a line must stand to be a running one
UNNUMBERED = -1_000_000  # no page has such a number


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, and how far below the one before it stands, in points; 0 if not known."""

    text: str
    gap: float = 0.0


Page = Sequence[Line]


def reflow(pages: Sequence[Page]) -> str:
    """Return the paragraphs of printed pages, a blank line between them.

    Lines and hyphenated words are joined; running heads and feet and page numbers are left out.
    """
    running, first = _running_lines(pages), _first_number(pages)
    kept = [_without(page, running, first + index) for index, page in enumerate(pages)]
    lines = [line for page in kept for line in _with_breaks(page)]
    whole = "\n".join(line for line, _ in lines)
    width = _width([line for line, _ in lines])
    pieces: list[str] = []
    last = ""
    for line, gapped in lines:
        if last and _begins(last, line, width, gapped=gapped):
            pieces.append("\n\n")
        elif last:
            pieces[-1:] = _joined(last, line, whole)
        pieces.append(line)
        last = line
    return "".join(pieces)


def _running_lines(pages: Sequence[Page]) -> frozenset[str]:
    """Return the lines with words, numbers aside, that stand at the edges of most pages."""
    found = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    enough = max(FEWEST_PAGES, len(pages) // 2 + 1)
    return frozenset(
        shape for shape, count in found.items() if count >= enough and WORD.search(shape)
    )


def _first_number(pages: Sequence[Page]) -> int:
    """Return the number of the first page, by the numbers that rise with the pages; else a miss."""
    found = Counter(
        int(number[1]) - index
        for index, page in enumerate(pages)
        for line in _edges(page)
        if (number := PAGE_NUMBER.fullmatch(line.text))
    )
    first, count = max(found.items(), key=itemgetter(1), default=(UNNUMBERED, 0))
    return first if count > 1 else UNNUMBERED


def _edges(page: Page) -> list[Line]:
    return [*page[:EDGE], *page[EDGE:][-EDGE:]]


def _shape(line: Line) -> str:
    return NUMBER.sub("#", line.text)


def _without(page: Page, running: frozenset[str], number: int) -> list[Line]:
    """Return the lines of a page that are neither running lines nor its number."""
    edges = {id(line) for line in _edges(page)}
    return [
        line
        for line in page
        if id(line) not in edges or not (_shape(line) in running or _is_number(line.text, number))
    ]


def _is_number(text: str, number: int) -> bool:
    found = PAGE_NUMBER.fullmatch(text)
    return found is not None and int(found[1]) == number


def _with_breaks(page: Page) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether it stands clearly apart from the one before."""
    gaps = [line.gap for line in page if line.gap > 0]
    usual = median(gaps) if gaps else 0.0
    for line in page:
        yield line.text, line.gap > WIDE_GAP * usual > 0


def _width(lines: Sequence[str]) -> int:
    """Return how many characters a full line has: nine of ten have no more."""
    lengths = sorted(map(len, lines))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _begins(last: str, line: str, width: int, *, gapped: bool) -> bool:
    """Whether a line begins a paragraph, seen from the line before it."""
    if line[0].islower() or HYPHEN.search(last):
        return False
    short = len(last) < FULL * width
    return gapped or (short and (SENTENCE_END.search(last) is not None or line[0].isupper()))


def _joined(last: str, line: str, whole: str) -> tuple[str, str]:
    """Return a line as it is joined to the next one of its paragraph, and what comes between.

    The hyphen of a divided word stays before a capital, and where the text has it elsewhere.
    """
    if not HYPHEN.search(last):
        return last, " "
    head, tail = last[:-1].rsplit(maxsplit=1)[-1], line.split(maxsplit=1)[0]
    if not line[0].islower() or f"{head}-{tail.rstrip('.,;:')}" in whole:
        return last[:-1], "-"
    return last[:-1], ""

"""Lines of printed pages back into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

FULL = 0.75  # of the widest lines: a line shorter than that may end its paragraph
WIDE_GAP = 1.4  # times the usual distance between lines: a paragraph begins
SENTENCE_END = re.compile(r"[.!?:][\"'’”)\]]*$")
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\xad\u2010]$")
PAGE_NUMBER = re.compile(r"\W*\d{1,4}\W*(?:\d{1,4}\W*)?")
NUMBER = re.compile(r"\d+")
EDGE = 2  # lines at the head and the foot of a page that may be running ones
FEWEST_PAGES = 3  # on which a line must stand to be a running one


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
    running = _running_lines(pages)
    kept = [_without(page, running) for page in pages]
    lines = [line for page in kept for line in _with_breaks(page)]
    whole = "\n".join(line for line, _ in lines)
    width = _width([line for line, _ in lines])
    paragraphs: list[str] = []
    last = ""
    for line, gapped in lines:
        if not paragraphs or _begins(last, line, width, gapped=gapped):
            paragraphs.append(line)
        else:
            paragraphs[-1] = _join(paragraphs[-1], line, whole)
        last = line
    return "\n\n".join(paragraphs)


def _running_lines(pages: Sequence[Page]) -> frozenset[str]:
    """Return the lines, numbers aside, at the edges of most pages."""
    found = Counter(
        shape for page in pages for shape in {NUMBER.sub("#", line.text) for line in _edges(page)}
    )
    enough = max(FEWEST_PAGES, len(pages) // 2 + 1)
    return frozenset(shape for shape, count in found.items() if count >= enough)


def _edges(page: Page) -> list[Line]:
    return [*page[:EDGE], *page[EDGE:][-EDGE:]]


def _without(page: Page, running: frozenset[str]) -> list[Line]:
    """Return the lines of a page that are neither running lines nor its number."""
    edges = {id(line) for line in _edges(page)}
    return [line for line in page if id(line) not in edges or not _is_running(line.text, running)]


def _is_running(text: str, running: frozenset[str]) -> bool:
    return NUMBER.sub("#", text) in running or PAGE_NUMBER.fullmatch(text) is not None


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


def _join(paragraph: str, line: str, whole: str) -> str:
    """Join a line to its paragraph, and the halves of a word that was divided between them.

    The hyphen stays before a capital, and where the text has the word with it elsewhere.
    """
    if not HYPHEN.search(paragraph):
        return f"{paragraph} {line}"
    head, tail = re.split(r"\s", paragraph[:-1])[-1], re.split(r"\s", line)[0]
    if not line[0].islower() or f"{head}-{tail.rstrip('.,;:')}" in whole:
        return f"{paragraph[:-1]}-{line}"
    return f"{paragraph[:-1]}{line}"

"""A text as it stands on a page: its paragraphs, each with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile

from counterclaim.knowledge.layout import Layout
from counterclaim.model.text import Document, Span

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CLOSED = re.compile(r"[.!?…।。؟۔][\"'”’»)\]*_]{0,3}$")
MARKS = "\xad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff" + (
    "\u2066\u2067\u2068\u2069"
)  # soft hyphens, marks of direction, joiners: no reader sees them
QUOTES = "\"'`´“”„‟‘’‚‛«»‹›″′"
BLANKS = " \t\xa0\u3000" + "".join(map(chr, range(0x2000, 0x200B))) + MARKS
FOLDED = str.maketrans(dict.fromkeys(MARKS + QUOTES))
WIDEST_WRAP = 130  # characters; texts with broken lines keep every line below this
SHORTEST_WRAP = 40
SHORTEST_PROSE = 60  # characters of a closed sentence that is surely running text
LONGEST_LINE = 160  # characters of a line that may be no running text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the blanks around it; `apart` where a blank line or nothing precedes."""

    span: Span
    text: str
    apart: bool

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence ends."""
        return bool(CLOSED.search(self.text[-8:]))

    @property
    def prose(self) -> bool:
        """Whether it is surely running text."""
        length = len(self.text)
        return length > LONGEST_LINE or (length >= SHORTEST_PROSE and self.closed)


@dataclass(frozen=True)
class Page:
    """A document, its paragraphs, and the words of its language by which their parts are known."""

    document: Document
    words: Layout
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def lead(self) -> Paragraph | None:
        """The first paragraph that is surely running text."""
        return next((paragraph for paragraph in self.paragraphs if paragraph.prose), None)

    @cached_property
    def body(self) -> Counter[str]:
        """Every word of the running text, in lower case, and how often it stands there."""
        prose = (paragraph.text for paragraph in self.paragraphs if paragraph.prose)
        return Counter(word.casefold() for text in prose for word in WORD.findall(text))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Every word that stands in capitals inside a paragraph, not where it begins."""
        inner = (dropwhile(str.isupper, WORD.findall(each.text)) for each in self.paragraphs)
        return frozenset(word for words in inner for word in words if word.isupper())

    @cached_property
    def shouted(self) -> bool:
        """Whether the whole text is in capitals, so that capitals say nothing."""
        return self.document.text.isupper()


def open_page(document: Document, words: Layout) -> Page:
    """Return a document with its paragraphs; lines broken to a width are put together."""
    return Page(document, words, tuple(_paragraphs(document.text)))


def fold(text: str) -> str:
    """Return text as it compares: without quote marks and unseen marks, case and blanks alike."""
    return " ".join(text.translate(FOLDED).casefold().split())


def _paragraphs(text: str) -> Iterator[Paragraph]:
    lines = tuple(_lines(text))
    width = max((len(line.text) for line in lines), default=0)
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and width <= WIDEST_WRAP and _runs_on(lines[at - 1], lines[at], width):
            continue
        whole = Span(lines[start].span.begin, lines[at - 1].span.end)
        yield Paragraph(whole, text[whole.begin : whole.end], lines[start].apart)
        start = at


def _lines(text: str) -> Iterator[Paragraph]:
    """Cut a text at its line breaks; a line of nothing but blanks only sets others apart."""
    end, apart = 0, True
    for line in LINE.finditer(text):
        breaks = text[end : line.start()].replace("\r\n", "\n")
        apart = apart or len(breaks) > 1
        end = line.end()
        bare = line[0].lstrip(BLANKS)
        begin = line.end() - len(bare)
        bare = bare.rstrip(BLANKS)
        if bare:
            yield Paragraph(Span(begin, begin + len(bare)), bare, apart)
        apart = not bare


def _runs_on(line: Paragraph, following: Paragraph, width: int) -> bool:
    """Whether a line was broken for its width: the next line's first word had no more room."""
    if following.apart or line.closed or len(line.text) < SHORTEST_WRAP:
        return False
    first_word = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(first_word) > width

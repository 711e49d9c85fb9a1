"""Text as it was published, and as it was parsed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Generic, NewType, TypeVar

from counterclaim.errors import SpanError
from counterclaim.model.tags import Tags

DocumentId = NewType("DocumentId", str)
T = TypeVar("T")


def digest(*parts: str) -> str:
    """Name something by what it is: 16 hexadecimal digits of the SHA-256 of its parts."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return sha256(joined).hexdigest()[:16]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters (code points) from `begin` up to, not including, `end` of one document's text."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise SpanError(f"a span must hold at least one character: {self.begin}..{self.end}")

    def __contains__(self, other: Span) -> bool:
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end


@dataclass(frozen=True, slots=True)
class Rival(Generic[T]):
    """An answer that lost: its value, the rule or model that gave it, its chance of being right."""

    value: T
    rule: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Cited(Generic[T]):
    """A value, the words that it was read from, and the rule or model that read it.

    `score` is its measured chance of being right, None where that was never measured; `rivals` are
    the answers that lost to it, the likeliest first.
    """

    value: T
    spans: tuple[Span, ...]
    rule: str
    score: float | None = None
    rivals: tuple[Rival[T], ...] = ()


class Genre(StrEnum):
    """What kind of text a document is, where it shows (coding practice, section 15)."""

    NEWS = "news"
    OPINION = "opinion"
    COMMUNIQUE = "communique"
    TRANSCRIPT = "transcript"
    ROUND_UP = "round-up"
    SATIRE = "satire"
    UNKNOWN = "unknown"


class PassageKind(StrEnum):
    """A part of a document that is not running text, or not read twice."""

    HEADLINE = "headline"
    HEADING = "heading"
    BYLINE = "byline"
    BIO = "bio"
    DATELINE = "dateline"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text with a part in the layout; `of` is what a repeated one repeats."""

    kind: PassageKind
    span: Span
    of: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text, as one outlet published it. The text never changes: all spans rest on it.

    `key` is the input's own id (a table row's id, else the file name); `path` says where it came
    from; `original` is the SHA-256 of the bytes it was extracted from. `incomplete` gives the
    reason where part of the original's text is missing, and is empty otherwise; `note` says what
    was assumed in reading it, such as an encoding.
    """

    text: str
    key: str = ""
    path: str = ""
    original: str = ""
    url: str = ""
    outlet: str = ""
    title: str = ""
    author: str = ""
    author_variants: tuple[str, ...] = ()
    published: date | None = None
    language: str = ""
    genre: Genre = Genre.UNKNOWN
    layout: tuple[Passage, ...] = ()
    incomplete: str = ""
    note: str = ""
    id: DocumentId = field(init=False)

    def __post_init__(self) -> None:
        name = digest("document", self.key, self.outlet, self.text)
        object.__setattr__(self, "id", DocumentId(name))

    def quote(self, span: Span) -> str:
        """Return the words of a span. Raises SpanError where the text is shorter."""
        if span.end > len(self.text):
            place = f"{span.begin}..{span.end}"
            raise SpanError(f"document {self.id}: {place} runs past its end, {len(self.text)}")
        return self.text[span.begin : span.end]

    def passages(self, *kinds: PassageKind) -> tuple[Span, ...]:
        """Return the spans of the layout's passages of these kinds."""
        return tuple(passage.span for passage in self.layout if passage.kind in kinds)


@dataclass(frozen=True, slots=True)
class Token:
    """A word: where it stands, what it is, and the word it depends on (an index in the parse).

    `pos` and `dep` are Universal and ClearNLP labels as the parser gives them; `entity` is the
    parser's label of the name that the word is part of, with its B or I ("B-PERSON"), or empty.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks. `closed` is false where the second is missing.

    `runs_on` marks one that continues the quotation of the paragraph before.
    """

    outer: Span
    inner: Span
    closed: bool = True
    runs_on: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """The words, sentences, paragraphs and quotations of a document, in the order of the text.

    Blanks are no words. No sentence crosses a paragraph. Quotations are the outermost ones.
    `tags` is what the learned reader makes of the words; empty without one.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    tags: Tags = field(default_factory=Tags)


def meets(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span overlaps one of several that lie apart and in the order of the text."""
    at = bisect_left(others, span)
    return any(span.overlaps(other) for other in others[max(0, at - 1) : at + 1])


def joined(spans: Iterable[Span]) -> Span | None:
    """Return the span from the first to the last character of several, or None of none."""
    found = sorted(spans)
    return Span(found[0].begin, max(span.end for span in found)) if found else None

"""Marked texts as windows of word pieces with the targets of each head."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.language.decoding import TAGS
from counterclaim.language.pieces import Piece, cut, windows_of
from counterclaim.language.tagger import vocabulary
from counterclaim.model.statement import Act, Certainty, CueClass, Polarity
from counterclaim.model.text import Span
from training.marks import Lesson, Targets
from training.marks import targets as asked
from training.written import Label, Marked

HEADS: Mapping[str, tuple[str, ...]] = {
    "sort": tuple(CueClass),
    "act": tuple(act for act in Act),
    "polarity": tuple(Polarity),
    "certainty": tuple(Certainty),
}
UNKNOWN = -100
NOT_ATTITUDE = -200
"""Target of a cue of which only this is known: it is no stance or wish."""

ENDS: tuple[int, ...] = (0, *range(40, 254))
"""Where the first window of a text may end: after so many pieces, or (0) where it is full."""

Range = tuple[int, int]


@dataclass(frozen=True)
class Target:
    """One statement in a window: ranges of pieces. `source` is None where none is named."""

    cue: Range
    source: Range | None
    source_known: bool
    content: tuple[Range, ...]
    heads: tuple[int, ...]


@dataclass
class Window:
    """Pieces of one text with the targets of its tokens, its marks and its statements."""

    ids: list[int]
    tags: list[int]
    relays: list[int]
    marks: Targets
    targets: list[Target] = field(default_factory=list)


@dataclass(frozen=True)
class Prepared:
    """A marked text cut into pieces."""

    marked: Marked
    pieces: tuple[Piece, ...]
    breaks: tuple[int, ...]
    own: bool
    relays_known: bool
    marks: Targets
    attributed: bool = True
    turn: int = 0
    every: int = 1

    def due(self, epoch: int) -> bool:
        """Say whether the text is read in an epoch: some are in one of every few only."""
        return (self.turn + epoch) % self.every == 0


def prepare(
    marked: Marked,
    own: bool,
    relays_known: bool,
    *,
    attributed: bool = True,
    lesson: Lesson | None = None,
) -> Prepared:
    """Cut a marked text into pieces; `own` says whether it follows our convention in full.

    Where it is not `attributed`, only the lesson is learned from it.
    """
    pieces, breaks = cut(marked.text, vocabulary())
    marks = asked(lesson, pieces)
    return Prepared(marked, pieces, breaks, own, relays_known, marks, attributed)


def windows(text: Prepared, start: int = 0) -> Iterator[Window]:
    """Cut a prepared text into windows; the first ends after about `start` pieces, if given."""
    tags, relays = _tags(text)
    targets = list(_targets(text, tags))
    for first, end in windows_of(text.pieces, text.breaks, overlap=0, start=start):
        window = Window(
            [piece.id for piece in text.pieces[first:end]],
            tags[first:end],
            relays[first:end],
            text.marks[first:end],
            [found for one in targets if (found := _within(one, first, end))],
        )
        yield window


def _within(target: Target, first: int, end: int) -> Target | None:
    def inside(at: Range) -> bool:
        return first <= at[0] and at[1] <= end

    def moved(at: Range) -> Range:
        return at[0] - first, at[1] - first

    if not inside(target.cue):
        return None
    source = target.source if target.source and inside(target.source) else None
    return Target(
        moved(target.cue),
        moved(source) if source else None,
        target.source_known and (source is not None or target.source is None),
        tuple(moved(at) for at in target.content if inside(at)),
        target.heads,
    )


def _tags(text: Prepared) -> tuple[list[int], list[int]]:
    tags = [0 if text.attributed else UNKNOWN] * len(text.pieces)
    relays = [0 if text.relays_known else UNKNOWN] * len(text.pieces)
    for role in ("content", "source", "cue"):
        spans = {s for label in text.marked.labels for s in getattr(label, role)}
        for span in sorted(spans, key=lambda s: (s.begin - s.end, s.begin)):
            for n, at in enumerate(pieces_at(text.pieces, span)):
                tags[at] = TAGS.index(f"{'I' if n else 'B'}-{role}")
    for span in {s for label in text.marked.labels for s in label.relay}:
        for n, at in enumerate(pieces_at(text.pieces, span)):
            relays[at] = 2 if n else 1
    return tags, relays


def pieces_at(pieces: Sequence[Piece], span: Span) -> range:
    """Return the numbers of the pieces that share a character with a span."""
    found = [
        n for n, piece in _near(pieces, span) if piece.begin < span.end and span.begin < piece.end
    ]
    return range(found[0], found[-1] + 1) if found else range(0)


def _near(pieces: Sequence[Piece], span: Span) -> Iterator[tuple[int, Piece]]:
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        if pieces[middle].end <= span.begin:
            low = middle + 1
        else:
            high = middle
    while low < len(pieces) and pieces[low].begin < span.end:
        yield low, pieces[low]
        low += 1


def _targets(text: Prepared, tags: Sequence[int]) -> Iterator[Target]:
    for label in text.marked.labels:
        cue = _range(text, label.cue[0], tags, "cue") if label.cue else None
        if cue is None:
            continue
        sources = [_range(text, span, tags, "source") for span in label.source]
        content = tuple(r for span in label.content for r in _runs(text, span, tags))
        if content:
            lost = bool(label.source) and sources[0] is None
            yield Target(
                cue, sources[0] if sources else None, not lost, content, _heads(text, label)
            )


def _range(text: Prepared, span: Span, tags: Sequence[int], role: str) -> Range | None:
    found = pieces_at(text.pieces, span)
    if not found or not TAGS[tags[found[0]]].endswith(role):
        return None
    return found.start, found.stop


def _runs(text: Prepared, span: Span, tags: Sequence[int]) -> Iterator[Range]:
    """Yield the stretches of a content that no cue or source interrupts."""
    begin = None
    found = pieces_at(text.pieces, span)
    for at in [*found, found.stop]:
        inside = at < found.stop and TAGS[tags[at]].endswith("content")
        if inside and begin is None:
            begin = at
        elif not inside and begin is not None:
            yield begin, at
            begin = None


def _heads(text: Prepared, label: Label) -> tuple[int, ...]:
    if not text.own:
        sort = HEADS["sort"].index(label.sort) if label.sort else UNKNOWN
        return sort, UNKNOWN, UNKNOWN, UNKNOWN
    sort = HEADS["sort"].index(label.sort) if label.sort else NOT_ATTITUDE
    return sort, *(
        HEADS[name].index(getattr(label, name)) for name in ("act", "polarity", "certainty")
    )


def starts() -> int:
    """Draw where the first window of a text shall end."""
    return random.choice(ENDS)

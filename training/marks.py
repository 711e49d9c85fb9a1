"""What the sets teach about names, things and parts in events: each only what it marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from counterclaim.language.pieces import Piece
from counterclaim.model.text import Span

WITHIN = "/within"
"""Ends the name of a layer for what lies within another mark of the same label."""

EVENTS: tuple[str, ...] = (
    "event_violence",
    "event_strike",
    "event_bombing",
    "event_battle",
)
"""Words that tell of an event: any violent one, and by kind."""

PARTS: tuple[str, ...] = (
    "perpetrator_person",
    "perpetrator_organisation",
    "victim",
    "target",
    "instrument",
)
"""Who and what takes part in a violent event."""

NAMES: tuple[str, ...] = (
    "person",
    "person/within",
    "organisation",
    "organisation/within",
    "location",
    "location/within",
    "nationality",
    "weapon",
    "platform",
    "vehicle",
    "document",
    "place",
    "place_power",
)
"""Names of parties and places, and words for things."""

LAYERS: tuple[str, ...] = (
    *NAMES,
    *PARTS,
    *EVENTS,
)
"""What the head of marks tells, one after the other; each layer has none, begins, continues."""

LEAST: Mapping[str, float] = {
    "location": 0.3,
    "location/within": 0.3,
    "nationality": 0.2,
    "weapon": 0.15,
    "platform": 0.3,
    "vehicle": 0.3,
    "perpetrator_person": 0.2,
    "victim": 0.4,
    "target": 0.35,
    "instrument": 0.4,
    **dict.fromkeys(EVENTS, 0.4),
}
"""Probability above which a word belongs to a mark, where it is not one half.

Chosen on the development parts: what is rare is seldom likelier than not.
"""

UNKNOWN = -100
Targets = npt.NDArray[np.int16]


@dataclass(frozen=True)
class Lesson:
    """What a set says of one text, by layer: what is marked, and what is left open.

    A layer that is not among `marked` is left open throughout. `only` limits what is taught of a
    layer to these spans.
    """

    marked: Mapping[str, tuple[Span, ...]]
    silent: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    only: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    @property
    def teaches(self) -> bool:
        """Say whether anything is marked."""
        return any(self.marked.values())


def outermost(spans: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Part spans into those that lie in no other, and the outermost of the rest."""
    whole: list[Span] = []
    within: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.begin, -s.end)):
        if not whole or span.begin >= whole[-1].end:
            whole.append(span)
        elif span.end <= whole[-1].end and (not within or span.begin >= within[-1].end):
            within.append(span)
    return tuple(whole), tuple(within)


def joined(one: Lesson, other: Lesson) -> Lesson:
    """Join what two sets say of a text, of which neither speaks of the other's layers."""
    return Lesson(
        {**one.marked, **other.marked},
        {**one.silent, **other.silent},
        {**one.only, **other.only},
    )


def targets(lesson: Lesson | None, pieces: Sequence[Piece]) -> Targets:
    """Return what is asked of each piece in each layer (pieces, layers)."""
    found = np.full((len(pieces), len(LAYERS)), UNKNOWN, dtype=np.int16)
    if lesson is None:
        return found
    begins = np.array([piece.begin for piece in pieces])
    ends = np.array([piece.end for piece in pieces])
    for name, spans in lesson.marked.items() if len(pieces) else ():
        column = found[:, LAYERS.index(name)]
        for span in lesson.only.get(name, (Span(0, int(ends[-1]) + 1),)):
            column[(begins < span.end) & (ends > span.begin)] = 0
        for span in lesson.silent.get(name, ()):
            column[(begins < span.end) & (ends > span.begin)] = UNKNOWN
        for span in spans:
            at = np.flatnonzero((begins < span.end) & (ends > span.begin))
            column[at] = 2
            column[at[:1]] = 1
    return found

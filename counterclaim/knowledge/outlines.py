"""Where coasts and borders lie, for the map: Natural Earth, in the public domain.

Borders are those on the ground as Natural Earth draws them, not those that anybody claims; no
country of any place is read from them. `training/outlines.py` made the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from counterclaim.knowledge.place_file import FOLDER

FILE = FOLDER / "outlines.json"
UNIT = 0.01  # degrees that a number in the file stands for

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """A line as points of longitude and latitude, and the box that it lies in: west to north."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Outlines:
    """The lines of the world: coasts with water on one side, borders with a country on each."""

    coasts: tuple[Outline, ...]
    borders: tuple[Outline, ...]


@cache
def load_outlines() -> Outlines:
    """Load the lines."""
    found = json.loads(FILE.read_text("utf-8"))
    return Outlines(*(tuple(map(_outline, found[kind])) for kind in ("coasts", "borders")))


def _outline(steps: Sequence[int]) -> Outline:
    points = tuple(_points(steps))
    xs, ys = zip(*points, strict=True)
    return Outline(points, min(xs), min(ys), max(xs), max(ys))


def _points(steps: Sequence[int]) -> Iterator[Point]:
    for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True):
        yield x * UNIT, y * UNIT

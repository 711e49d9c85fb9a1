"""The sheet of the map: how degrees become units of a drawing, and what is drawn on all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, floor, radians

from counterclaim.knowledge.outlines import Outline

WIDTH, HEIGHT, EDGE = 1000.0, 560.0, 60.0
"""The sheet, in units of its own, and the room around what lies farthest out."""
LEAST = 2.0  # degrees that a map shows at least, or a single town would fill it
STEPS = (0.5, 1, 2, 5, 10, 20, 30)
LINES = 7  # at most so many degrees are drawn each way
APART = 1.5  # units between two points of a line that can be told apart

Box = tuple[float, float, float, float]
"""Degrees: west, south, east, north."""
Marks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """How degrees become units of the sheet: true to shape in the middle of what is shown."""

    west: float
    north: float
    across: float
    down: float

    def x(self, longitude: float) -> float:
        """Return where a meridian is drawn."""
        return round(EDGE + (longitude - self.west) * self.across, 1)

    def y(self, latitude: float) -> float:
        """Return where a parallel is drawn."""
        return round(EDGE + (self.north - latitude) * self.down, 1)

    @property
    def box(self) -> Box:
        """The degrees that the sheet shows, to its very edges."""
        west, north = self.west - EDGE / self.across, self.north + EDGE / self.down
        return (west, north - HEIGHT / self.down, west + WIDTH / self.across, north)

    @property
    def meridians(self) -> Marks:
        """The meridians that are drawn, with their names."""
        west, _, east, _ = self.box
        return _marks(west, east, self.x, "E", "W")

    @property
    def parallels(self) -> Marks:
        """The parallels that are drawn, with their names."""
        _, south, _, north = self.box
        return _marks(south, north, self.y, "N", "S")


def fit(boxes: Sequence[Box]) -> Sheet | None:
    """Fit all that is to be shown on one sheet; None where nothing is."""
    if not boxes:
        return None
    west, east = _apart(min(box[0] for box in boxes), max(box[2] for box in boxes))
    south, north = _apart(min(box[1] for box in boxes), max(box[3] for box in boxes))
    narrow = max(0.2, cos(radians((north + south) / 2)))
    wide, high = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE
    down = min(high / (north - south), wide / ((east - west) * narrow))
    across = down * narrow
    spare_x, spare_y = wide / across - (east - west), high / down - (north - south)
    return Sheet(west - spare_x / 2, north + spare_y / 2, across, down)


def _apart(least: float, most: float) -> tuple[float, float]:
    """Return the smallest and the largest, at least some degrees apart."""
    short = max(0.0, LEAST - (most - least)) / 2
    return least - short, most + short


def _marks(
    first: float, last: float, at: Callable[[float], float], above: str, below: str
) -> Marks:
    step = next((each for each in STEPS if (last - first) / each <= LINES), STEPS[-1])
    numbers = (step * each for each in range(ceil(first / step), floor(last / step) + 1))
    return tuple((at(degree), _degree(degree, above, below)) for degree in numbers)


def _degree(degree: float, above: str, below: str) -> str:
    return f"{abs(degree):g}° {above if degree > 0 else below}" if degree else "0°"


def drawn_lines(lines: Iterable[Outline], sheet: Sheet) -> str:
    """Return what is on the sheet of some lines, as the data of one path."""
    west, south, east, north = sheet.box
    near = (
        each
        for each in lines
        if each.east >= west and each.west <= east and each.north >= south and each.south <= north
    )
    return "".join(run for each in near for run in _runs(each, sheet))


def _runs(line: Outline, sheet: Sheet) -> Iterator[str]:
    """Yield the stretches of a line that touch the sheet, as moves and lines."""
    here: list[tuple[float, float]] = []
    for one, other in pairwise((sheet.x(x), sheet.y(y)) for x, y in line.points):
        if _passes(one, other):
            here = here or [one]
            if max(abs(other[0] - here[-1][0]), abs(other[1] - here[-1][1])) >= APART:
                here.append(other)
        elif here:
            yield _path(here)
            here = []
    if here:
        yield _path(here)


def _passes(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether the way between two points may cross the sheet."""
    return (
        max(one[0], other[0]) >= 0
        and min(one[0], other[0]) <= WIDTH
        and max(one[1], other[1]) >= 0
        and min(one[1], other[1]) <= HEIGHT
    )


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + " ".join(f"{x:g} {y:g}" for x, y in points) if len(points) > 1 else ""

"""Outlines of lands for the map, from Natural Earth as world-atlas packs it.

`python -m training.outlines countries-50m.json` writes counterclaim/data/places/outlines.json.
The file is that of the npm package world-atlas 2.0.2; Natural Earth is in the public domain.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import hypot
from pathlib import Path
from typing import Any

from counterclaim.knowledge.outlines import FILE, UNIT

FINEST = 0.02  # degrees that a line may be off: 2 km, less than a pixel of any map here
HALF = 180  # degrees: no line on the map is so wide
SMALLEST = 0.15  # degrees across, of an island that is kept

Point = tuple[float, float]


def outlines(world: Any) -> dict[str, list[list[int]]]:
    """Return coasts and borders in hundredths of a degree: the first point, then steps.

    A line that two countries share is a border; one that has a country on one side is a coast.
    """
    used = Counter(
        arc if arc >= 0 else ~arc
        for country in world["objects"]["countries"]["geometries"]
        for arc in _arcs(country.get("arcs", ()))
    )
    found: dict[str, list[list[int]]] = {"coasts": [], "borders": []}
    for number, arc in enumerate(world["arcs"]):
        kind = "borders" if used[number] > 1 else "coasts"
        for line in _on_one_side(list(_placed(arc, world["transform"]))):
            if kind == "borders" or _size(line) > SMALLEST:
                found[kind].append(_steps(simpler(line)))
    return found


def _on_one_side(line: Sequence[Point]) -> Iterator[Sequence[Point]]:
    """Cut a line where it leaps from one end of the map to the other."""
    begin = 0
    for at, (one, other) in enumerate(pairwise(line), 1):
        if abs(one[0] - other[0]) > HALF:
            yield line[begin:at]
            begin = at
    yield line[begin:]


def _arcs(nested: Any) -> Iterator[int]:
    for each in nested:
        if isinstance(each, int):
            yield each
        else:
            yield from _arcs(each)


def _placed(arc: Sequence[Sequence[int]], transform: Any) -> Iterator[Point]:
    """Yield the points of an arc in degrees: TopoJSON keeps steps on a grid."""
    (across, down), (west, south) = transform["scale"], transform["translate"]
    for x, y in zip(*(accumulate(axis) for axis in zip(*arc, strict=True)), strict=True):
        yield x * across + west, y * down + south


def _size(line: Sequence[Point]) -> float:
    return max(max(p[axis] for p in line) - min(p[axis] for p in line) for axis in (0, 1))


def simpler(line: Sequence[Point]) -> list[Point]:
    """Leave out points that lie near the line between those that stay (Douglas-Peucker)."""
    if len(line) < 3:
        return list(line)
    (x0, y0), (x1, y1) = line[0], line[-1]
    length = hypot(x1 - x0, y1 - y0)
    off = [
        abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length
        if length
        else hypot(x - x0, y - y0)
        for x, y in line[1:-1]
    ]
    far = max(range(len(off)), key=off.__getitem__) + 1
    if off[far - 1] <= FINEST:
        return [line[0], line[-1]]
    return simpler(line[: far + 1])[:-1] + simpler(line[far:])


def _steps(line: Sequence[Point]) -> list[int]:
    whole = [(round(x / UNIT), round(y / UNIT)) for x, y in line]
    steps = [each for (x, y), (to_x, to_y) in pairwise(whole) for each in (to_x - x, to_y - y)]
    return [*whole[0], *steps]


def main(argv: Sequence[str]) -> None:
    """Write the outlines from the file that is named."""
    found = outlines(json.loads(Path(argv[0]).read_text("utf-8")))
    lines = (f'"{kind}": [\n{_lines(arcs)}\n]' for kind, arcs in found.items())
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _lines(arcs: Sequence[Sequence[int]]) -> str:
    return ",\n".join(json.dumps(arc, separators=(",", ":")) for arc in arcs)


if __name__ == "__main__":
    main(sys.argv[1:])

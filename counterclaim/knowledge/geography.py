"""Points on the globe: how far apart, and what lies in the middle of many."""

from __future__ import annotations

import math
from collections.abc import Iterable

Point = tuple[float, float]
"""Degrees north and degrees east."""

EARTH = 12742  # km across
CELL = 0.5  # degrees: towns of one cell count once, else crowded coasts would draw a middle


def distance(one: Point, other: Point) -> float:
    """Return the km between two points, along a great circle."""
    (a, b), (c, d) = (map(math.radians, point) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return EARTH * math.asin(math.sqrt(min(1.0, half)))


def middle(points: Iterable[Point]) -> tuple[float, float, float] | None:
    """Return latitude, longitude and reach in km of the area in which points lie."""
    found = sorted(points)
    if not found:
        return None
    cells = {(round(lat / CELL), round(lon / CELL)): (lat, lon) for lat, lon in found}
    x, y, z = map(sum, zip(*(_vector(*point) for point in cells.values()), strict=True))
    latitude = math.degrees(math.atan2(z, math.hypot(x, y)))
    longitude = math.degrees(math.atan2(y, x))
    reach = max(distance((latitude, longitude), point) for point in found)
    return round(latitude, 4), round(longitude, 4), float(math.ceil(reach) + 1)


def moved(point: Point, km: float, bearing: float) -> Point:
    """Return the point so many km from another, in degrees clockwise from north."""
    angle, turn = km / (EARTH / 2), math.radians(bearing)
    lat, lon = map(math.radians, point)
    north = math.asin(
        math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(turn)
    )
    east = lon + math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(lat),
        math.cos(angle) - math.sin(lat) * math.sin(north),
    )
    longitude = (math.degrees(east) + 180) % 360 - 180
    return round(math.degrees(north), 4), round(longitude, 4)


def _vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    lat, lon = math.radians(latitude), math.radians(longitude)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

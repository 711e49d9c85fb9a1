"""How two places lie to each other: one within the other, or too far apart to be one."""

from __future__ import annotations

from counterclaim.knowledge.geography import distance
from counterclaim.model.place import Place, PlacePrecision

NEAR = 50.0
"""Kilometres: reports of one happening name towns as far apart as that."""
WIDE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.REGION})


def is_within(one: Place, other: Place) -> bool:
    """Whether one of two places is, or may be, a part of the other."""
    if one.id == other.id:
        return True
    wide = [each for each in (one, other) if each.precision in WIDE]
    if wide:
        return bool(one.country) and one.country == other.country
    between = _between(one, other)
    return between is not None and between <= max(one.extent or 0.0, other.extent or 0.0)


def is_apart(one: Place, other: Place) -> bool:
    """Whether two places are too far from each other to be one."""
    if one.country and other.country and one.country != other.country:
        return True
    if {one.precision, other.precision} & WIDE:
        return False
    between = _between(one, other)
    return between is not None and between > (one.extent or 0.0) + (other.extent or 0.0) + NEAR


def _between(one: Place, other: Place) -> float | None:
    """Return the kilometres between the middles of two places, where both have one."""
    if one.latitude is None or one.longitude is None:
        return None
    if other.latitude is None or other.longitude is None:
        return None
    return distance((one.latitude, one.longitude), (other.latitude, other.longitude))

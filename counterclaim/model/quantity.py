"""How many, and how much: a number as the interval that its words leave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Number = int | float


class Bound(StrEnum):
    """How firmly a number is given."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    UNQUANTIFIED = "unquantified"


class Effect(StrEnum):
    """What befell those who are counted."""

    KILLED = "killed"
    INJURED = "injured"
    KILLED_OR_INJURED = "killed_or_injured"
    MISSING = "missing"
    ARRESTED = "arrested"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    SURRENDERED = "surrendered"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    `low` and `high` are the ends that the words state, both included where the words include them,
    and None where they leave an end open. An unquantified number ("dozens") keeps the words; what
    they are worth is for a codebook to say. `unit` is what is counted ("people", "%", "USD", "km"),
    `of` the words that say whose or which, `effect` what befell them, None where the words near by
    do not say: nothing stated is not zero.
    """

    low: Number | None
    high: Number | None
    bound: Bound = Bound.EXACT
    unit: str = ""
    of: str = ""
    effect: Effect | None = None

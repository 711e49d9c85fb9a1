"""Turns of phrase that are no time: what only looks like one, and years in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from counterclaim.language.phrasing import Found

CENTURY = 100
CENTURIES = range(10, 21)
SPOKEN = 2
"""Blanks in a year that is said as one number, at least."""
FIRST_YEAR, LAST_YEAR = 1000, 2100


def trap(_found: Found) -> Mapping[str, Any]:
    """Read words that look like a time and tell none: "a six-year-old boy", "the Sunday Times"."""
    return {}


def compound_ordinal(found: Found) -> Mapping[str, Any] | None:
    """Read an ordinal of two words: "twenty-second"."""
    tens, ones = found.values["number"], found.values["ordinal"]
    return {"ordinal": tens + ones} if tens in {20, 30} and ones < 10 else None


def week_of(found: Found) -> Mapping[str, Any]:
    """Read a week by its place in a longer time, 0 for the last: "the first week of" May."""
    number = found.values.get("ordinal", found.values.get("nth", 0))
    return {"week_of": number}


def spoken_year(found: Found) -> Mapping[str, Any] | None:
    """Read a year in words: "nineteen ninety-seven", "the year two thousand"."""
    if not found.words[0].text[0].isalpha():
        return None
    first, second = found.values["number"], found.values.get("number2")
    if found.phrase.value == "alone" and found.words[0].text.count(" ") < SPOKEN:
        return None
    if second is None:
        return {"year": first} if first in range(FIRST_YEAR, LAST_YEAR) else None
    if first not in CENTURIES or second not in range(10, CENTURY):
        return None
    return {"year": first * CENTURY + second}

"""Whether all of a file's text was found, against a count made in another way."""

from __future__ import annotations

LOST = 0.02  # share of the letters that may be missing


def letters(text: str) -> int:
    """Count letters and digits: what a layout cannot add or take away."""
    return sum(map(str.isalnum, text))


def missing(text: str, counted: int) -> str:
    """Return how much of the counted letters the text lacks, "" if next to none."""
    lost = counted - letters(text)
    return f"{lost:,} of {counted:,} letters lost" if lost > LOST * counted else ""

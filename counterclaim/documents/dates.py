"""Days as metadata writes them: read only where they can be read in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

LONGEST = 60  # characters; a longer text is no date
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-])(?:[T ,].*)?")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DEFAULTS = (datetime(2001, 2, 3), datetime(2004, 11, 22))  # they share no part


def parse_day(text: str) -> date | None:
    """Return the day that a text names in full, as local to whoever wrote it, else None.

    Reads ISO 8601, RFC 2822 and days with the month in English words. "03/04/2024" is the third of
    April to some and the fourth of March to others: None, as for a month or a weekday alone.
    """
    words = text.strip()
    if len(words) > LONGEST or len(YEAR.findall(words)) > 1:
        return None
    try:
        return _iso(words)
    except ValueError:
        found = set(_conventions(words))
    return found.pop() if len(found) == 1 else None


def _iso(words: str) -> date:
    """Read a day that begins with its year, in ISO 8601 or nearly. Raises ValueError if not one."""
    if numbers := YEAR_FIRST.fullmatch(words):
        return date(*map(int, numbers.groups()))
    return datetime.fromisoformat(words).date()


def _conventions(words: str) -> Iterator[date | None]:
    """Read the words under every order of day, month and year, and with each set of defaults."""
    from dateutil.parser import parse

    for default in DEFAULTS:
        for day_first in (False, True):
            for year_first in (False, True):
                try:
                    read = parse(
                        words,
                        default=default,
                        ignoretz=True,
                        dayfirst=day_first,
                        yearfirst=year_first,
                    )
                except (ValueError, OverflowError):
                    yield None
                else:
                    yield read.date()

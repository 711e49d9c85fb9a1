"""Days in a coder's own table: as codebooks write them, and as a spreadsheet left them.

`31/03/2024` and `03/31/2024` tell by themselves which part is the day; `03/04/2024` does not, and
is read as the rest of its column is, else not at all.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from counterclaim.documents.dates import parse_day
from counterclaim.model.time import Days

YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
PARTS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)")
CLOCK = re.compile(r"[T ]\d{1,2}:\d\d.*", re.DOTALL)
SHORT_YEAR = re.compile(r"(\d{1,2}[ /-][^\W\d_]{3,}[ /-])(\d\d)")
SERIAL = re.compile(r"(\d{5})(\.\d+)?")
SERIAL_NOUGHT = date(1899, 12, 30)
"""The day from which spreadsheets count; they take 1900 for a leap year, so it is a day early."""
SERIALS = range(10_000, 80_000)  # 1927 to 2119
PIVOT = 69  # of years written with two figures: 69 is 1969, 68 is 2068 (POSIX)
MONTHS = 12


class Order(StrEnum):
    """Which part of 03/04/2024 is the day; open where a column does not tell, or tells both."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    OPEN = "open"


def order_of(cells: Iterable[str]) -> Order:
    """Return the order of day and month in a column, by the days that can be read in one way."""
    found = set[Order]()
    for cell in cells:
        if parts := PARTS.fullmatch(CLOCK.sub("", cell.strip())):
            one, other = int(parts[1]), int(parts[3])
            if max(one, other) > MONTHS >= min(one, other):
                found.add(Order.DAY_FIRST if one > other else Order.MONTH_FIRST)
    return found.pop() if len(found) == 1 else Order.OPEN


@lru_cache(maxsize=1 << 16)
def read_days(cell: str, order: Order) -> Days | None:
    """Return the day that a cell names, the month where it names no more, or None."""
    text = CLOCK.sub("", cell.strip())
    for read in READINGS:
        try:
            if found := read(text, order):
                return found
        except (ValueError, OverflowError):
            continue
    return None


def whole_month(year: int, month: int) -> Days:
    """Return the first and the last day of a month. Raises ValueError for none."""
    first = date(year, month, 1)
    return first, date(year, month, monthrange(year, month)[1])


def whole_year(year: int) -> Days:
    """Return the first and the last day of a year. Raises ValueError for none."""
    return date(year, 1, 1), date(year, 12, 31)


def _compact(text: str, _: Order) -> Days | None:
    found = COMPACT.fullmatch(text)
    return _one(date(*map(int, found.groups()))) if found else None


def _serial(text: str, _: Order) -> Days | None:
    found = SERIAL.fullmatch(text)
    if found is None or int(found[1]) not in SERIALS:
        return None
    return _one(SERIAL_NOUGHT + timedelta(days=int(found[1])))


def _parts(text: str, order: Order) -> Days | None:
    found = PARTS.fullmatch(text)
    if found is None:
        return None
    one, other, year = int(found[1]), int(found[3]), _year(found[4])
    if max(one, other) > MONTHS or one == other:
        return _one(date(year, min(one, other), max(one, other)))
    if order is Order.OPEN:
        return None
    day, month = (one, other) if order is Order.DAY_FIRST else (other, one)
    return _one(date(year, month, day))


def _month(text: str, _: Order) -> Days | None:
    found = YEAR_MONTH.fullmatch(text)
    return whole_month(int(found[1]), int(found[2])) if found else None


def _words(text: str, _: Order) -> Days | None:
    if text.isdigit() or PARTS.fullmatch(text):
        return None
    short = SHORT_YEAR.fullmatch(text)
    found = parse_day(f"{short[1]}{_year(short[2])}" if short else text)
    return _one(found) if found else None


def _year(text: str) -> int:
    short = int(text)
    return short if len(text) > 2 else short + (1900 if short >= PIVOT else 2000)


def _one(day: date) -> Days:
    return day, day


READINGS: tuple[Callable[[str, Order], Days | None], ...] = (
    _compact,
    _serial,
    _parts,
    _month,
    _words,
)
"""How a cell may name a day; the first that can read it is taken."""

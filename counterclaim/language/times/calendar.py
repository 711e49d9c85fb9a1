"""TIMEX3 values and the calendar: the days of a value, the value of a day, steps from day to day.

Units are D, W, WE (weekend), M, Q, Y, E (decade) and C (century); seasons are SP, SU, FA and WI.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from counterclaim.model.time import Days, Precision

VALUE = re.compile(
    r"(?P<decade>\d{2,3})"
    r"|(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|W(?P<week>\d\d)(?P<weekend>-WE)?|(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<clock>T.+)?)?))?"
)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month that each season of the north begins with."""
MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
DAYS = {"D": 1, "W": 7, "WE": 7}
WEEK = 7
TEN_DAYS = 10
FIELDS = (
    ("clock", Precision.CLOCK),
    ("day", Precision.DAY),
    ("week", Precision.WEEK),
    ("month", Precision.MONTH),
    ("quarter", Precision.SEASON),
    ("half", Precision.SEASON),
    ("season", Precision.SEASON),
    ("year", Precision.YEAR),
)
PARTS = frozenset({"START", "MID", "END"})
COARSE = {"year": "Y", "quarter": "Q", "month": "M", "week": "W", "day": "D", "season": "SEASON"}


def days_of(value: str) -> Days | None:
    """Return the first and the last day of a value, or None where it names none."""
    match = VALUE.fullmatch(value)
    if match is None:
        return None
    try:
        return _days(match)
    except (ValueError, OverflowError):
        return None


def _days(match: re.Match[str]) -> Days:
    if match["decade"]:
        span = 10 ** (4 - len(match["decade"]))
        year = int(match["decade"]) * span
        return date(max(year, 1), 1, 1), date(year + span - 1, 12, 31)
    year = int(match["year"])
    if match["week"]:
        return _week(year, int(match["week"]), bool(match["weekend"]))
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    return _months(year, match)


def _week(year: int, week: int, weekend: bool) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(5 if weekend else 0), monday + timedelta(6)


def _months(year: int, match: re.Match[str]) -> Days:
    if match["month"]:
        return span_months(year, int(match["month"]), 1)
    if match["quarter"]:
        return span_months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return span_months(year, 6 * int(match["half"]) - 5, 6)
    if match["season"]:
        return span_months(year, SEASONS[match["season"]], 3)
    return span_months(year, 1, 12)


def span_months(year: int, month: int, count: int) -> Days:
    """Return the first and last day of some months. Raises ValueError outside the calendar."""
    first = date(year, month, 1)
    years, last = divmod(month + count - 2, 12)
    return first, date(year + years, last + 1, monthrange(year + years, last + 1)[1])


def precision_of(value: str) -> Precision:
    """Return the finest unit of a value."""
    match = VALUE.fullmatch(value)
    if match is None:
        return Precision.NONE
    if match["decade"]:
        return Precision.DECADE if len(match["decade"]) > 2 else Precision.CENTURY
    found = next(precision for name, precision in FIELDS if match[name])
    clocked = found is Precision.CLOCK and not match["clock"][1:2].isdigit()
    return Precision.PART_OF_DAY if clocked else found


def unit_of(value: str) -> str:
    """Return the unit that a value stands for: D for a day, Q for a quarter; "" for none."""
    match = VALUE.fullmatch(value)
    if match is None:
        return ""
    if match["decade"]:
        return "E" if len(match["decade"]) > 2 else "C"
    if match["weekend"]:
        return "WE"
    named = ("day", "week", "month", "quarter", "season", "year")
    return COARSE[next(name for name in named if match[name])]


def value_at(day: date, unit: str) -> str:
    """Return the value of the unit that a day lies in."""
    if unit in {"W", "WE"}:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "SEASON":
        return season_at(day)
    whole = day.isoformat()
    shown = {
        "M": whole[:7],
        "Q": f"{whole[:4]}-Q{(day.month + 2) // 3}",
        "Y": whole[:4],
        "E": whole[:3],
        "C": whole[:2],
    }
    return shown.get(unit, whole)


def season_at(day: date) -> str:
    """Return the season of the north that a day lies in; a winter has the year it began in."""
    year = day.year - (day.month < SEASONS["SP"])
    return f"{year:04}-" + ("WI", "SP", "SU", "FA")[day.month % 12 // 3]


def easter_day(year: int) -> date:
    """Return Easter Sunday of the Western churches (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (
        century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15
    ) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def step(day: date, count: int, unit: str) -> date | None:
    """Return the day some units on, or back; None outside the calendar."""
    try:
        if unit in DAYS:
            return day + timedelta(count * DAYS[unit])
        months = day.year * 12 + day.month - 1 + count * MONTHS[unit]
        year, month = months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError, KeyError, IndexError):
        return None


def narrowed(value: str, modifier: str, *, edge: bool = False) -> Days | None:
    """Return the days of a value that START, MID or END leave; less of them at its very edge.

    A third of a month is ten days, its edge a week; the early part of a year is three months, its
    start two.
    """
    days = days_of(value)
    if days is None or modifier not in PARTS or days[0] == days[1]:
        return days
    unit = unit_of(value)
    if unit == "Y":
        return _part_of_year(days[0].year, modifier, 2 if edge else 3)
    length = (days[1] - days[0]).days + 1
    part = (
        (WEEK if edge else TEN_DAYS) if unit == "M" else max(1, round(length / (4 if edge else 3)))
    )
    first, last = _part_of(length, part, modifier)
    end = days[1] if modifier == "END" else days[0] + timedelta(last)
    return days[0] + timedelta(first), end


def _part_of_year(year: int, modifier: str, months: int) -> Days:
    first = {"START": 1, "MID": 6, "END": 13 - months}[modifier]
    return span_months(year, first, 2 if modifier == "MID" else months)


def _part_of(length: int, part: int, modifier: str) -> tuple[int, int]:
    """Return the first and last place of a part in a row of so many days."""
    if modifier == "START":
        return 0, part - 1
    if modifier == "MID":
        first = round((length - part) / 2)
        return first, first + part - 1
    return (2 * TEN_DAYS if part == TEN_DAYS else length - part), length - 1

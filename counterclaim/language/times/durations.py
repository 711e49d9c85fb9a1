"""Rules that read how long, how often, and the times that are no day: "now", "the future"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from counterclaim.language.phrasing import Found
from counterclaim.language.times.calendar import step
from counterclaim.language.times.page import Page
from counterclaim.language.times.resolve import undated
from counterclaim.model.quantity import Number
from counterclaim.model.time import Days, Precision, Time, TimeBasis, TimeKind

MODIFIERS = frozenset({"START", "MID", "END"})
SHAPES = {
    "TS": "PT{}S",
    "TM": "PT{}M",
    "TH": "PT{}H",
    "F": "P{}W",
    "N": "P{}D",
    "WE": "P{}WE",
    "C": "P{}C",
}
COUNTED = re.compile(r"P(T?)(\d{1,6})([SMHDWQYEC])(?:(\d{1,6})([SMHDW]))?")
TIMES = {("Y", "M"): 12, ("W", "D"): 7, ("TH", "TM"): 60, ("TM", "TS"): 60}
"""How many of the finer unit a unit has, where that is always the same."""
COUNTED_IN = frozenset({"D", "W", "M", "Y"})
COUNTED_FROM = frozenset({TimeBasis.PUBLICATION, TimeBasis.CONTEXT})
DESCENDING = ("Y", "M", "W", "D", "TH", "TM", "TS")
"""Units that are named together, the larger first."""
WHOLE = {"WE": "XXXX-WXX-WE", "N": "XXXX-XX-XXTNI"}
"""What is every weekend, every night."""
HALVES = {"Y": ("M", 6), "TH": ("M", 30), "TM": ("S", 30)}
"""What half a unit is in the next finer one."""
PRECISION = {"W": Precision.WEEK, "M": Precision.MONTH, "Y": Precision.YEAR}
"""How fine the ends of a spell are that is counted in a unit."""
QUARTER = 3
LONG = {"F": 2, "E": 10, "C": 100}
"""Units that are counted in others: a fortnight in weeks, a decade and a century in years."""
MOST = 100_000


def lasting(number: Number | str, unit: str) -> Time:
    """Return a duration: "two weeks" is P2W, "weeks" PXW."""
    if unit == "Q" and not isinstance(number, str):
        number, unit = number * QUARTER, "M"
    if unit in LONG and not isinstance(number, str):
        number, unit = number * LONG[unit], "W" if unit == "F" else "Y"
    shape = SHAPES.get(unit, f"P{{}}{unit}")
    return undated(shape.format(number), TimeKind.DURATION)


def measure(value: str) -> tuple[int, str] | None:
    """Return the number and the unit of a duration, or None where it has no whole number."""
    match = COUNTED.fullmatch(value)
    if match is None:
        return None
    number, unit = int(match[2]), match[1] + match[3]
    if match[4] is None:
        return number, unit
    finer = match[1] + match[5]
    return (number * TIMES[unit, finer] + int(match[4]), finer) if (unit, finer) in TIMES else None


def duration(found: Found, _page: Page) -> Time | None:
    """Read so long: "two weeks", "a 30-day" truce, "several months"."""
    number = found.values.get("number2", found.values.get("number", found.phrase.value or "X"))
    if number == "X" and found.values.get("vague") == 2:
        number = 2
    unit = str(found.values.get("units") or found.values["unit"])
    if isinstance(number, str):
        number = int(number) if number.isdigit() else number
    elif number > MOST:
        return None
    return None if _is_share(found, number, unit) else lasting(number, unit)


def _is_share(found: Found, number: Number | str, unit: str) -> bool:
    """Whether the words tell a part, a place in a row, or hours and minutes of no number."""
    bare = number == "X" and len(found.words) == 1
    fine = unit.startswith("T") or unit in {"Q", "N", "WE"}
    article = found.phrase.value == "1" and unit in {"TS", "WE"}
    return (bare and fine) or article or (unit == "Q" and number in {1, 3})


def duration_and_a_half(found: Found, _page: Page) -> Time:
    """Read so many and a half: "two and a half years", "an hour and a half"."""
    number = 0 if found.phrase.value == "half" else found.values.get("number", 1)
    unit = str(found.values.get("units") or found.values["unit"])
    if unit not in HALVES:
        return lasting(number + 0.5, unit)
    finer, half = HALVES[unit]
    whole = lasting(number, unit).value if number else "PT" if unit.startswith("T") else "P"
    return undated(f"{whole}{half}{finer}", TimeKind.DURATION)


def duration_and_more(found: Found, _page: Page) -> Time | None:
    """Read a duration of two units, the larger first: "one hour and 30 minutes"."""
    units = [word.values.get("units", word.values.get("unit")) for word in found.words]
    larger, smaller = (str(unit) for unit in units if unit)
    return _joint(found, larger, smaller)


def _joint(found: Found, larger: str, smaller: str) -> Time | None:
    numbers = found.values["number"], found.values["number2"]
    order = list(DESCENDING)
    known = larger in order and smaller in order
    if not known or order.index(larger) >= order.index(smaller):
        return None
    first, second = lasting(numbers[0], larger).value, lasting(numbers[1], smaller).value
    both_clocked = first.startswith("PT")
    return undated(first + second.removeprefix("PT" if both_clocked else "P"), TimeKind.DURATION)


def spell(found: Found, page: Page) -> Time | None:
    """Read so long before or after the publication: "the past two months"."""
    time = duration(found, page)
    if time is None or page.published is None:
        return time
    counted = measure(time.value)
    passed = int(found.values.get("passed", found.phrase.value == "1"))
    sign = int(found.values.get("ahead", 0)) - passed
    if counted is None or sign == 0:
        return time
    end = step(page.published, sign * counted[0], counted[1])
    if end is None:
        return time
    days: Days = (end, page.published) if end < page.published else (page.published, end)
    return replace(
        time,
        days=days,
        basis=TimeBasis.PUBLICATION,
        precision=PRECISION.get(counted[1], Precision.DAY),
    )


def measured_span(found: Found, _page: Page) -> Time:
    """Read a duration with a bound: "nearly two years", "at least 30 days"."""
    modifier = str(found.phrase.value or found.values["approximate"])
    span: Time = found.values["span"]
    return replace(span, modifier=modifier)


def approximated(found: Found, _page: Page) -> Time | None:
    """Read about a time: "around noon"."""
    time: Time = found.values["time"]
    modifier = str(found.values["approximate"])
    if time.days is None or time.basis in COUNTED_FROM:
        return None
    return replace(time, modifier=modifier) if modifier == "APPROX" else None


def repeated(found: Found, _page: Page) -> Time | None:
    """Read again and again: "every day", "each July", "Fridays"."""
    values = found.values
    named = next((NAMED[name](values) for name in NAMED if values.get(name)), "")
    if named:
        return undated(named, TimeKind.SET)
    if values.get("unit") in WHOLE and "number" not in values and not found.phrase.value:
        return undated(WHOLE[values["unit"]], TimeKind.SET)
    number = values.get("number", int(found.phrase.value or 1))
    span = lasting(number, str(values.get("units") or values["unit"]))
    return replace(span, kind=TimeKind.SET)


NAMED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "part": lambda values: f"{_every_day(values)}T{values['part']}",
    "parts_of_days": lambda values: f"{_every_day(values)}T{values['parts_of_days']}",
    "month": lambda values: f"XXXX-{values['month']:02}",
    "season": lambda values: f"XXXX-{values['season']}",
    "nth": lambda values: f"XXXX-XX-{values['nth']:02}",
    "ordinal": lambda values: f"XXXX-XX-{values['ordinal']:02}",
    "weekday": lambda values: f"XXXX-WXX-{values['weekday']}",
    "weekdays": lambda values: f"XXXX-WXX-{values['weekdays']}",
}
"""What comes again, by the name that it goes by."""


def _every_day(values: Mapping[str, Any]) -> str:
    weekday = values.get("weekday", values.get("weekdays"))
    return f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"


def regularly(found: Found, _page: Page) -> Time:
    """Read as often as an adverb says: "daily"."""
    return undated(str(found.values["regularly"]), TimeKind.SET)


def reference(found: Found, _page: Page) -> Time | None:
    """Read the present, the past or the future, and no day of it."""
    return undated(str(found.phrase.value or found.values["reference"]))

"""Rules that count from a day: from the publication, or from the time spoken of before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counterclaim.language.phrasing import Found
from counterclaim.language.times.calendar import step, unit_of, value_at
from counterclaim.language.times.dates import is_name
from counterclaim.language.times.durations import MODIFIERS, measure
from counterclaim.language.times.page import Page
from counterclaim.language.times.resolve import (
    context_day,
    counted_from,
    dated,
    in_unit,
    on_day,
    open_value,
    shifted_day,
    undated,
    weekday_near,
)
from counterclaim.model.time import Precision, Time, TimeBasis, TimeKind

WEEK = 7
FINE = frozenset({"TS", "TM", "TH"})
FINER = {"D": "D", "N": "D", "F": "D", "W": "W", "M": "M", "Q": "Q", "Y": "Y", "E": "Y", "C": "Y"}
"""How fine a day is that is some units away: "two weeks ago" is a week."""
MOVES = {"F": "W", "N": "D"}
NIGHTS_AND_DAYS = frozenset({"N", "F", "D"})
WORKDAYS = 5
DAILY = frozenset({"D"})
"""Units that are counted from a day only, not from a month or a year."""
COUNTED_ON = frozenset({"ADP", "NOUN", "PROPN", "NUM"})
"""What comes after a week of something else: "week 3 of the war", "week 10 matches"."""
PUBLICATION = TimeBasis.PUBLICATION


def near_day(found: Found, page: Page) -> Time | None:
    """Read today, yesterday, tomorrow, with a part of the day or without."""
    distance = int(found.phrase.value or 0) + found.values.get("near_day", 0)
    time = counted_from(page.published, distance, "D", PUBLICATION)
    part = found.values.get("part", "")
    return time and at_part(time, part) if part else time


def at_part(day: Time, part: str) -> Time | None:
    """Return a part of a day."""
    value = f"{day.value}T{part}"
    if day.days is None:
        return undated(value, TimeKind.TIME)
    return dated(value, day.basis)


def tonight(found: Found, page: Page) -> Time | None:
    """Read the night that begins, or ended, with the day of publication."""
    time = counted_from(page.published, int(found.phrase.value), "D", PUBLICATION)
    return time and at_part(time, "NI")


def unit_off(found: Found, page: Page) -> Time | None:
    """Read the unit that holds the publication, or one beside it: "last month"."""
    unit = found.values["unit"]
    if unit == "WE":
        return weekend(found, page)
    if unit in FINE or unit in NIGHTS_AND_DAYS:
        return None
    return counted_from(page.published, found.values["direction"], unit, PUBLICATION)


def week_of_calendar(found: Found, page: Page) -> Time | None:
    """Read a week of the publication's year by its number: "week 31"."""
    number, after = found.values["day"], page.token(found.words[-1].end + 1)
    if after is not None and after.pos in COUNTED_ON and after.span.begin >= found.words[-1].end:
        return None
    if page.published is None:
        return undated(f"XXXX-W{number:02}")
    return dated(f"{page.published.year:04}-W{number:02}", TimeBasis.INFERRED)


def weekend(found: Found, page: Page) -> Time | None:
    """Read the weekend last passed, or to come where the tense says so."""
    if page.published is None:
        return undated(open_value("WE"))
    ahead = page.is_to_come(found.begin) or page.published.isoweekday() > WORKDAYS
    weeks = found.values.get("direction", 0 if ahead else -1)
    return counted_from(page.published, weeks, "WE", PUBLICATION)


def month_off(found: Found, page: Page) -> Time | None:
    """Read a month by name, before or after the publication: "last November"."""
    month, day = found.values["month"], found.values.get("day")
    if not is_name(found, page):
        return None
    rest = f"{month:02}" + (f"-{day:02}" if day else "")
    if page.published is None:
        return undated(f"XXXX-{rest}")
    passed = page.published.month - month
    direction = found.values["direction"]
    year = page.published.year
    if direction < 0 and passed <= 0:
        year -= 1
    elif direction > 0 and passed >= 0:
        year += 1
    return dated(f"{year:04}-{rest}", PUBLICATION)


def weekday_off(found: Found, page: Page) -> Time | None:
    """Read a weekday before or after the publication: "last Monday"."""
    if page.published is None:
        return undated(f"XXXX-WXX-{found.values['weekday']}")
    away = (found.values["weekday"] - page.published.isoweekday()) % WEEK
    direction = found.values.get("direction", int(found.phrase.value or 0))
    if direction == 0:
        return weekday_near(page, found.begin, found.values["weekday"])
    distance = (away or WEEK) if direction > 0 else away - WEEK
    day = shifted_day(page.published, distance)
    return on_day(day, PUBLICATION)


def whole_unit(found: Found, page: Page) -> Time | None:
    """Read the year of the publication, or the quarter before it, that the text is about."""
    unit = found.phrase.value
    return counted_from(page.published, -1 if unit == "Q" else 0, unit, PUBLICATION)


def year_end(_found: Found, page: Page) -> Time | None:
    """Read the end of the year of publication."""
    if page.published is None:
        return undated("XXXX", modifier="END")
    return dated(f"{page.published.year:04}", PUBLICATION, "END")


def same_unit(found: Found, page: Page) -> Time | None:
    """Read the unit of the time before: "the same day", "that year"."""
    unit = found.values.get("unit", "D")
    day, basis = context_day(page, found.begin, *(DAILY & {unit}))
    if unit in FINE or basis is PUBLICATION:
        return None
    time = counted_from(day, 0, "D" if unit == "N" else unit, basis)
    part = found.values.get("part", "")
    return time and at_part(time, part) if part else time


def neighbour_unit(found: Found, page: Page) -> Time | None:
    """Read the unit before or after that of the time before: "the next day", "the night before"."""
    unit, count = found.values.get("unit", "D"), int(found.phrase.value)
    day, basis = context_day(page, found.begin, *(DAILY & {unit}))
    if unit in FINE:
        return None
    if basis is PUBLICATION:
        return undated(open_value("D" if unit == "N" else unit))
    time = counted_from(day, count, "D" if unit == "N" else unit, basis)
    part = found.values.get("part", "NI" if unit == "N" else "")
    return time and at_part(time, part) if part else time


def neighbour_weekday(found: Found, page: Page) -> Time | None:
    """Read the weekday next before or after the time before: "the previous Friday"."""
    day, basis = context_day(page, found.begin, "D")
    if day is None:
        return undated(f"XXXX-WXX-{found.values['weekday']}")
    away = (found.values["weekday"] - day.isoweekday()) % WEEK
    distance = (away or WEEK) if int(found.phrase.value) > 0 else away - WEEK
    moved = shifted_day(day, distance)
    return on_day(moved, basis)


def ago(found: Found, page: Page) -> Time | None:
    """Read so many units before, or after, the publication: "two weeks ago"."""
    span: Time = found.values["span"]
    sign = int(found.phrase.value or -1)
    counted = measure(span.value)
    modifier = found.values.get("approximate", span.modifier)
    if counted is None:
        return undated("FUTURE_REF" if sign > 0 else "PAST_REF")
    if counted == (1, "Y") and sign < 0:
        return year_earlier(found, page)
    return _away(page.published, sign * counted[0], counted[1], PUBLICATION, str(modifier))


def within(found: Found, page: Page) -> Time | None:
    """Read so long from the publication, where the tense points there: "in two weeks".

    "Within two weeks" is all the days until then.
    """
    span: Time = found.values["span"]
    counted = measure(span.value)
    ahead = found.phrase.value == "time" or page.is_to_come(found.begin)
    if counted is None or page.published is None or not ahead:
        return None
    if found.phrase.value == "all" and counted[1] not in FINE:
        last = step(page.published, *counted)
        days = (page.published, last) if last else None
        return replace(span, days=days, basis=PUBLICATION, precision=Precision.DAY)
    return _away(page.published, counted[0], counted[1], PUBLICATION)


def shifted(found: Found, page: Page) -> Time | None:
    """Read so many units before or after the time before: "two days earlier", "a year later"."""
    span, sign = found.values["span"], int(found.phrase.value)
    counted = measure(span.value)
    if counted is None:
        return undated("FUTURE_REF" if sign > 0 else "PAST_REF")
    return _from_context(page, found.begin, sign * counted[0], counted[1])


def moments_off(found: Found, page: Page) -> Time | None:
    """Read some units before or after the time before: "hours later" is on that day."""
    unit, sign = found.values["units"], int(found.phrase.value)
    if unit in FINE and page.last(found.begin, "D") is not None:
        return on_day(*context_day(page, found.begin, "D"))
    return undated("FUTURE_REF" if sign > 0 else "PAST_REF")


def year_earlier(found: Found, page: Page) -> Time | None:
    """Read the year before the publication's, or the quarter of it that was spoken of last."""
    last = page.last(found.begin, "Q")
    if last is None or page.published is None:
        return counted_from(page.published, -1, "Y", PUBLICATION)
    return dated(f"{page.published.year - 1:04}{last.value[4:]}", PUBLICATION)


def shifted_from(found: Found, _page: Page) -> Time | None:
    """Read so many units before or after a day that is named: "two days after May 7"."""
    span, day = found.values["span"], found.values["date"]
    counted = measure(span.value)
    if counted is None or day.days is None:
        return None
    sign = int(found.phrase.value)
    return _away(day.days[0], sign * counted[0], counted[1], day.basis)


def _from_context(page: Page, begin: int, count: int, unit: str) -> Time | None:
    """Count from the time before; a year from a quarter or a month is a quarter or a month."""
    day, basis = context_day(page, begin, *(DAILY & {unit}))
    if basis is PUBLICATION:
        return undated(open_value(FINER.get(unit, "D")))
    last = page.last(begin)
    grain = unit_of(last.value) if last else ""
    if unit == "Y" and grain in {"Q", "M"} and day is not None:
        moved = step(day, count, "Y")
        return in_unit(moved, grain, basis)
    if unit == "W" and grain == "D" and last is not None and last.days is not None:
        return on_day(step(last.days[0], count, "W"), TimeBasis.CONTEXT)
    return _away(day, count, unit, basis)


def _away(
    day: date | None, count: int, unit: str, basis: TimeBasis, modifier: str = ""
) -> Time | None:
    if unit in FINE:
        value = value_at(day, "D") if day else open_value("D")
        return dated(value, basis) if day else undated(value)
    grain = FINER.get(unit, "D")
    if day is None:
        return undated(open_value(grain))
    moved = step(day, count * 2 if unit == "F" else count, MOVES.get(unit, unit))
    return in_unit(moved, grain, basis, modifier)


def modified(found: Found, _page: Page) -> Time | None:
    """Read the first, middle or last part of a time: "late May", "the end of the week"."""
    time: Time | None = found.values.get("period") or found.values.get("date")
    if time is None or time.modifier in MODIFIERS:
        return None
    modifier = str(found.phrase.value or found.values.get("modifier") or found.values["edge"])
    if time.days is None:
        return undated(time.value, modifier=modifier)
    return dated(time.value, time.basis, modifier, edge="edge" in found.values)


def edge_of_unit(found: Found, page: Page) -> Time | None:
    """Read a part of the unit that holds the publication: "the end of the month"."""
    unit, modifier = found.values["unit"], str(found.values["edge"])
    if unit in FINE or unit in NIGHTS_AND_DAYS:
        return None
    if page.published is None:
        return undated(open_value(unit), modifier=modifier)
    return dated(value_at(page.published, unit), PUBLICATION, modifier, edge=True)


def part_of_unit(found: Found, page: Page) -> Time | None:
    """Read early or late in the unit that is spoken of: "earlier in the day"."""
    unit = found.values["unit"]
    if unit == "D":
        day, basis = context_day(page, found.begin, "D")
        return counted_from(day, 0, "D", basis)
    if page.published is None:
        return undated(open_value(unit), modifier=found.phrase.value)
    return dated(value_at(page.published, unit), PUBLICATION, found.phrase.value)

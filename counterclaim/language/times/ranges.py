"""Rules that read ranges: from one day, month, year or hour to another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from counterclaim.language.phrasing import Found
from counterclaim.language.times.calendar import days_of, step, unit_of
from counterclaim.language.times.clock import HALF_DAYS
from counterclaim.language.times.dates import is_name, month_of
from counterclaim.language.times.durations import measure
from counterclaim.language.times.page import Page
from counterclaim.language.times.resolve import dated, undated, without_year
from counterclaim.model.time import Precision, Relation, Time, TimeBasis, TimeKind

CENTURY = 100
TWO_FIGURES = 10
DAYS = ("day", "ordinal")
NOON = 12
HOURS = 24
MINUTES = 60
CLOCKED = {"TH": MINUTES, "TM": 1}
ONE = timedelta(1)


def spanning(first: Time, last: Time) -> Time | None:
    """Return the range from one time to another, or None where they are in no order."""
    value = f"{first.value}/{last.value}"
    if first.days is None or last.days is None:
        return undated(value) if first.value.startswith("XX") else None
    if first.days[0] > last.days[1]:
        return None
    basis = last.basis if first.basis is TimeBasis.EXPLICIT else first.basis
    precision = max(first.precision, last.precision, key=list(Precision).index)
    return Time(value, TimeKind.DATE, (first.days[0], last.days[1]), precision, basis)


def days_of_month(found: Found, page: Page) -> Time | None:
    """Read two days of one month: "May 7-10"."""
    days = [word.values[name] for word in found.words for name in DAYS if name in word.values]
    rest = [f"{month_of(found):02}-{day:02}" for day in days]
    year = found.values.get("year")
    if year is not None:
        times = [dated(f"{year:04}-{one}") for one in rest]
    else:
        times = [without_year(page, found.begin, one) for one in rest]
    return spanning(times[0], times[1]) if times[0] and times[1] else None


def short_days(found: Found, page: Page) -> Time | None:
    """Read two days in figures: "between 10/1 and 11/7"; "1/2 to 3/4" may be shares of a whole."""
    numbers = [int(word.values["day"]) for word in found.words if "day" in word.values]
    year = found.values.get("year")
    if max(numbers) < TWO_FIGURES and year is None:
        return None
    rest = [f"{month:02}-{day:02}" for month, day in (numbers[:2], numbers[2:4])]
    if year is not None:
        first, last = (dated(f"{year:04}-{one}") for one in rest)
    else:
        first, last = (without_year(page, found.begin, one) for one in rest)
    return spanning(*_of_one_year(first, last)) if first and last else None


def months(found: Found, page: Page) -> Time | None:
    """Read two months of one year: "June-August 1992"; the first may lie in the year before."""
    first, last = (w.values for w in found.words if {"month", "short_month"} & w.values.keys())
    numbers = [int(one.get("month") or one["short_month"]) for one in (first, last)]
    year = found.values.get("year")
    end = dated(f"{year:04}-{numbers[1]:02}") if year else None
    if year is None:
        end = without_year(page, found.begin, f"{numbers[1]:02}")
    if end is None or end.days is None or not is_name(found, page):
        return None
    begun = end.days[0].year - (numbers[0] > numbers[1])
    begin = dated(f"{begun:04}-{numbers[0]:02}", end.basis)
    return begin and spanning(begin, end)


def two_years(found: Found, _page: Page) -> Time | None:
    """Read a season or a budget of two years: "2019-20"."""
    year, number = found.values["year"], found.values["number"]
    if len(found.words[-1].text) != 2 or number != year % CENTURY + 1:
        return None
    first, last = dated(f"{year:04}"), dated(f"{year + 1:04}")
    return spanning(first, last) if first and last else None


def ranged(found: Found, _page: Page) -> Time | None:
    """Read from one time to another; they share the year that one of them names."""
    if found.phrase.value == "hours":
        hour, day = found.values["hour"], found.values.get("date")
        hour = _moved(hour, day) if day else hour
        hours = _hours(found.values["number"], hour)
        return _within_part(hours, day) if hours and day else hours
    first, last = found.values["time"], found.values["time2"]
    if found.phrase.value == "tied" and not found.words[1].glued:
        return None
    alike = found.phrase.value or unit_of(first.value) == unit_of(last.value)
    if found.phrase.value == "explicit" and {first.basis, last.basis} != {TimeBasis.EXPLICIT}:
        return None
    if alike and first.kind is TimeKind.DATE and last.kind is TimeKind.DATE:
        return spanning(*_of_one_year(first, last))
    if first.kind is last.kind is TimeKind.TIME and first.days and last.days:
        first, last = _on_one_day(found, first, last)
        return spanning(_same_half(found, first, last), last)
    return None


def _on_one_day(found: Found, first: Time, last: Time) -> tuple[Time, Time]:
    """Put an hour without its day on that of the other: "3:00 to 4:00 tomorrow"."""
    bare = [word.rule == "clock_time" for word in found.words if "hour" in word.values]
    if bare == [True, False]:
        return _moved(first, last), last
    return (first, _moved(last, first)) if bare == [False, True] else (first, last)


def _moved(hour: Time, day: Time) -> Time:
    """Return an hour on the day of another."""
    value = f"{day.value.partition('T')[0]}T{hour.value.partition('T')[2]}"
    return replace(hour, value=value, days=day.days, basis=day.basis)


def _same_half(found: Found, first: Time, last: Time) -> Time:
    """Put the first of two hours into the afternoon of the last: "2:00 to 2:30 pm"."""
    begin, end = (time.value.partition("T")[2][:2] for time in (first, last))
    word = next(word for word in found.words if "hour" in word.values)
    if not (begin.isdigit() and end.isdigit() and word.text[-1].isdigit()):
        return first
    if not int(begin) < NOON <= int(begin) + NOON <= int(end):
        return first
    return replace(first, value=first.value.replace(f"T{begin}", f"T{int(begin) + NOON}"))


def until_now(found: Found, page: Page) -> Time | None:
    """Read from a time to the publication: "from 2019 until now"."""
    first, present = found.values["time"], found.values.get("reference", "PRESENT_REF")
    if page.published is None or present != "PRESENT_REF":
        return None
    last = dated(page.published.isoformat(), TimeBasis.PUBLICATION)
    return spanning(first, last) if last else None


def from_now(found: Found, page: Page) -> Time | None:
    """Read from the publication to a time: "between now and May 21"."""
    last: Time = found.values["time"]
    if page.published is None or found.values["reference"] != "PRESENT_REF":
        return None
    first = dated(page.published.isoformat(), TimeBasis.PUBLICATION)
    return spanning(first, last) if first else None


def lasting_from(found: Found, _page: Page) -> Time | None:
    """Read so long from a day or an hour on: "a three-day truce starting Monday"."""
    begin: Time = found.values.get("date") or found.values["hour"]
    counted = measure(found.values["span"].value)
    if counted is None or begin.days is None:
        return None
    if counted[1] in CLOCKED and "hour" in found.values:
        return _hours_from(begin, counted[0] * CLOCKED[counted[1]])
    end = step(begin.days[0], *counted)
    last = dated((end - ONE).isoformat(), begin.basis) if end else None
    return spanning(begin, last) if last and begin.kind is TimeKind.DATE else None


def _hours_from(begin: Time, minutes: int) -> Time | None:
    """Return the range of so many minutes from an hour on, on its day."""
    day, _, clock = begin.value.partition("T")
    hour, minute = (int(part) for part in clock.split(":")[:2])
    hour, minute = divmod(hour * MINUTES + minute + minutes, MINUTES)
    value = f"{begin.value}/{day}T{hour:02}:{minute:02}"
    return replace(begin, value=value) if hour <= HOURS else None


def bound_hour(found: Found, _page: Page) -> Time | None:
    """Read the part of a day up to an hour, or from it on: "Thursday before 5 pm"."""
    day: Time = found.values["date"]
    hour: Time = found.values["hour"]
    if day.kind is not TimeKind.DATE or day.days is None:
        return None
    return replace(_moved(hour, day), relation=Relation(found.phrase.value))


def day_and_hours(found: Found, _page: Page) -> Time | None:
    """Read a day and the hours on it: "Monday from 1 to 3 pm"."""
    day: Time = found.values["date"]
    hours: Time = found.values["hours"]
    ends = hours.value.split("/")
    clocks = [end.partition("T")[2] for end in ends]
    if not all(clocks):
        return None
    value = "/".join(f"{day.value.partition('T')[0]}T{clock}" for clock in clocks)
    return _within_part(replace(hours, value=value, days=day.days, basis=day.basis), day)


def _within_part(hours: Time, day: Time) -> Time | None:
    """Put hours into the half of the day that a part of it lies in: "tonight from 7 to 8"."""
    half = HALF_DAYS.get(day.value.partition("T")[2])
    ends = [end.partition("T") for end in hours.value.split("/")]
    if half is None or any(int(clock[:2]) > NOON for _, _, clock in ends):
        return hours if half is None or half == NOON else None
    moved = (f"{date}T{int(clock[:2]) % NOON + half:02}{clock[2:]}" for date, _, clock in ends)
    return replace(hours, value="/".join(moved))


def _hours(first: int, last: Time) -> Time | None:
    """Return a range of hours whose first is a bare number: "between 2 and 4 pm"."""
    day, _, clock = last.value.partition("T")
    hour = int(clock[:2])
    if not isinstance(first, int) or not 0 < first <= NOON or last.days is None:
        return None
    begin = first + NOON if first + NOON < hour else first
    value = f"{day}T{begin:02}:00/{last.value}"
    return replace(last, value=value) if f"{begin:02}:00" < clock else None


def _of_one_year(first: Time, last: Time) -> tuple[Time, Time]:
    """Give the first time the year of the last, or the year before, where it names none."""
    if first.basis is last.basis is TimeBasis.INFERRED and first.days is not None:
        return first, _same_year(first, last)
    guessed = first.basis is TimeBasis.INFERRED or first.value.startswith("XXXX-")
    if not guessed or last.days is None:
        return first, _same_year(first, last)
    for year in (last.days[1].year, last.days[1].year - 1):
        value = f"{year:04}{first.value[4:]}"
        days = days_of(value)
        if days and days[0] <= last.days[1]:
            return dated(value, TimeBasis.INFERRED) or first, last
    return first, last


def _same_year(first: Time, last: Time) -> Time:
    """Give the last time the year of the first, where it names none and would come before."""
    if first.days is None or last.basis is not TimeBasis.INFERRED:
        return last
    value = f"{first.days[0].year:04}{last.value[4:]}"
    days = days_of(value)
    return (dated(value, TimeBasis.INFERRED) or last) if days and days[0] >= first.days[0] else last

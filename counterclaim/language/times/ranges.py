"""Rules that read ranges: from one day, month, year or hour to another."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.language.phrasing import Found
from counterclaim.language.times.calendar import days_of, unit_of
from counterclaim.language.times.dates import is_name, month_of
from counterclaim.language.times.page import Page
from counterclaim.language.times.resolve import dated, undated, without_year
from counterclaim.model.time import Precision, Time, TimeBasis, TimeKind

CENTURY = 100
NOON = 12


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
    rest = [f"{month_of(found):02}-{found.values[name]:02}" for name in ("day", "day2")]
    year = found.values.get("year")
    if year is not None:
        times = [dated(f"{year:04}-{one}") for one in rest]
    else:
        times = [without_year(page, found.begin, one) for one in rest]
    return spanning(times[0], times[1]) if times[0] and times[1] else None


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
        return _hours(found.values["number"], found.values["hour"])
    first, last = found.values["time"], found.values["time2"]
    alike = found.phrase.value or unit_of(first.value) == unit_of(last.value)
    if alike and first.kind is TimeKind.DATE and last.kind is TimeKind.DATE:
        return spanning(*_of_one_year(first, last))
    if first.kind is last.kind is TimeKind.TIME and first.days and last.days:
        return spanning(_same_half(found, first, last), last)
    return None


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


def _hours(first: int, last: Time) -> Time | None:
    """Return a range of hours whose first is a bare number: "between 2 and 4 pm"."""
    day, _, clock = last.value.partition("T")
    hour = int(clock[:2])
    if not isinstance(first, int) or not 0 < first <= NOON or last.days is None:
        return None
    begin = first + NOON if first + NOON < hour else first
    value = f"{day}T{begin:02}:00/{last.value}"
    return replace(last, value=value) if begin < hour else None


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

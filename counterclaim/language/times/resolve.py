"""From what the words give to a time: which year, which week, counted from which day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from counterclaim.language.times.calendar import (
    PARTS,
    days_of,
    narrowed,
    precision_of,
    step,
    value_at,
)
from counterclaim.language.times.page import Page
from counterclaim.model.time import Precision, Time, TimeBasis, TimeKind

NARROWER = {Precision.MONTH: Precision.PART_OF_MONTH, Precision.YEAR: Precision.SEASON}
OPEN_YEAR = "XXXX"
WEEK = 7
LONG_AGO = 300
"""Days back from its publication in which a text leaves the year of a date away."""
NEAR = 120
"""Days ahead of its publication in which a text without a tense may speak of a date."""


def dated(
    value: str, basis: TimeBasis = TimeBasis.EXPLICIT, modifier: str = "", *, edge: bool = False
) -> Time | None:
    """Return the time of a value that stands in the calendar, None where it does not."""
    days = narrowed(value, modifier, edge=edge)
    if days is None:
        return None
    precision = precision_of(value)
    if modifier in PARTS:
        precision = NARROWER.get(precision, precision)
    kind = TimeKind.TIME if "T" in value else TimeKind.DATE
    return Time(value, kind, days, precision, basis, modifier)


def undated(value: str, kind: TimeKind = TimeKind.DATE, modifier: str = "") -> Time:
    """Return a time that no day of the calendar is known for."""
    basis = TimeBasis.OPEN if value.startswith("XX") else TimeBasis.EXPLICIT
    return Time(value, kind, None, Precision.NONE, basis, modifier)


def without_year(page: Page, begin: int, rest: str, weekday: int | None = None) -> Time | None:
    """Give "03" or "03-27" its year: the one nearest the publication that the tense allows.

    A weekday beside the day must fit it, where it can.
    """
    year = page.published.year if page.published else 0
    years = range(year - 1, year + 2) if year else range(0)
    candidates = [value for one in years if days_of(value := f"{one:04}-{rest}")]
    fitting = [value for value in candidates if _falls_on(value, weekday)]
    candidates = fitting or candidates
    if candidates:
        return dated(_chosen(page, begin, candidates), TimeBasis.INFERRED)
    leap_year = days_of(f"2000-{rest}")
    return undated(f"{OPEN_YEAR}-{rest}") if leap_year and page.published is None else None


def _falls_on(value: str, weekday: int | None) -> bool:
    days = days_of(value)
    return weekday is not None and days is not None and days[0].isoweekday() == weekday


def _chosen(page: Page, begin: int, values: Iterable[str]) -> str:
    """Choose the value by tense; without one the nearest, and the past before the future."""
    published = page.published or date.min
    distances = {value: _distance(published, value) for value in values}
    past = [value for value, days in distances.items() if days <= 0]
    future = [value for value, days in distances.items() if days >= 0]
    if future and (page.is_to_come(begin) or not past):
        return min(future, key=lambda value: distances[value])
    ahead = distances[future[0]] if future else NEAR + 1
    ago = -distances[past[-1]]
    told = page.points_back(begin) and not page.stands_ahead(begin)
    told = told and (ago <= LONG_AGO or page.stands_within(begin))
    return future[0] if ahead <= NEAR and ahead < ago and not told else past[-1]


def _distance(published: date, value: str) -> int:
    """Return the days from a publication to a value: 0 where it lies within."""
    days = days_of(value)
    if days is None or days[0] <= published <= days[1]:
        return 0
    nearest = days[0] if days[0] > published else days[1]
    return (nearest - published).days


def weekday_near(page: Page, begin: int, weekday: int) -> Time | None:
    """Return the last such day up to the publication, or the next one where the tense says so."""
    if page.published is None:
        return undated(f"{OPEN_YEAR}-WXX-{weekday}")
    back = (page.published.isoweekday() - weekday) % WEEK
    until = page.stands_ahead(begin) and not page.points_back(begin)
    ahead = back and (until or page.is_to_come(begin))
    day = shifted_day(page.published, (WEEK if ahead else 0) - back)
    return on_day(day, TimeBasis.PUBLICATION)


def on_day(day: date | None, basis: TimeBasis) -> Time | None:
    """Return a day as a time, or None of none."""
    return dated(day.isoformat(), basis) if day is not None else None


def in_unit(day: date | None, unit: str, basis: TimeBasis, modifier: str = "") -> Time | None:
    """Return the unit that a day lies in as a time, or None of none."""
    return dated(value_at(day, unit), basis, modifier) if day is not None else None


def shifted_day(day: date, days: int) -> date | None:
    """Return the day so many days on; None outside the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def counted_from(day: date | None, count: int, unit: str, basis: TimeBasis) -> Time | None:
    """Return the unit so many units from a day on, as coarse as the unit; open without a day."""
    if day is None:
        return undated(open_value(unit))
    return in_unit(step(day, count, unit), unit, basis)


def open_value(unit: str) -> str:
    """Return the value of some unit of which not even the year is known."""
    shapes = {
        "D": "XXXX-XX-XX",
        "W": "XXXX-WXX",
        "WE": "XXXX-WXX-WE",
        "M": "XXXX-XX",
        "Q": "XXXX-QX",
    }
    return shapes.get(unit, OPEN_YEAR)


def context_day(page: Page, begin: int, *units: str) -> tuple[date | None, TimeBasis]:
    """Return the first day of the last time before that is as fine, else the publication's."""
    last = page.last(begin, *units)
    if last is not None and last.days is not None:
        return last.days[0], TimeBasis.CONTEXT
    return page.published, TimeBasis.PUBLICATION

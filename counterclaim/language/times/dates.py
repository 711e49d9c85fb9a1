"""Rules that read days, weeks and months by their names and numbers."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.language.phrasing import Found
from counterclaim.language.times.calendar import days_of, step, unit_of, value_at
from counterclaim.language.times.page import Page
from counterclaim.language.times.resolve import (
    dated,
    on_day,
    shifted_day,
    undated,
    weekday_near,
    without_year,
)
from counterclaim.model.time import Precision, Time, TimeBasis, TimeKind

DAYS = ("day", "ordinal", "nth")
NAMES = frozenset({"month", "short_month", "weekday", "short_weekday"})
WEEK = 7
CENTURY = 100
YEARS_AHEAD = 10
"""Years from the publication to which one of two figures may point: "03/18/40" is long past."""
SHORT_YEARS = 2059
"""The year up to which one of two figures is of this century, where no publication is known."""
PAIR = 2
DAY_MONTH_YEAR = 3
MONTHS = 12
MONTHS_BACK = 13
MONTHS_AHEAD = 6
QUARTERS = 4
"""Up to here a number under another is rather a share: "from 1/2 to 3/4 of the men"."""
NOT_NAMES = frozenset({"VERB", "AUX", "ADP", "SCONJ"})


def iso_day(found: Found, _page: Page) -> Time | None:
    """Read a day in figures, the year first: "2024-03-27"."""
    return dated(found.values["iso"])


def iso_month(found: Found, page: Page) -> Time | None:
    """Read a month in figures, tied to its year: "2015-03"; "2015-16" are two years."""
    year, month = found.values["year"], found.values["day"]
    tied = page.figures_at(found.words[0].begin, found.words[0].end)
    return dated(f"{year:04}-{month:02}") if len(tied) == PAIR and month <= MONTHS else None


def slashed_day(found: Found, page: Page) -> Time | None:
    """Read a day in figures: "27/3/2024"; "3/4/2024" is in March, as American writers have it."""
    first, second, third = (int(part) for part in found.values["slashed"])
    if len(page.figures_at(found.words[-1].begin, found.words[-1].end)) > DAY_MONTH_YEAR:
        return None
    if first > 31:
        return dated(f"{first:04}-{second:02}-{third:02}")
    latest = (page.published.year if page.published else SHORT_YEARS) + YEARS_AHEAD
    year = third if third >= CENTURY else third + (2000 if third + 2000 <= latest else 1900)
    month, day = (second, first) if first > 12 else (first, second)
    return dated(f"{year:04}-{month:02}-{day:02}")


def calendar_day(found: Found, page: Page) -> Time | None:
    """Read a day and its month, with or without the year and the weekday."""
    day = next(found.values[name] for name in DAYS if name in found.values)
    month = month_of(found)
    if not is_name(found, page):
        return None
    rest = f"{month:02}-{day:02}"
    year = found.values.get("year", found.values.get("spelled_year"))
    if year is not None:
        return dated(f"{year:04}-{rest}")
    weekday = found.values.get("weekday", found.values.get("short_weekday"))
    return without_year(page, found.begin, rest, weekday)


def short_day(found: Found, page: Page) -> Time | None:
    """Read a day and a month in figures, where what stands before shows that it is one."""
    first, second = int(found.values["day"]), int(found.values["day2"])
    month, day = (second, first) if first > MONTHS else (first, second)
    bare = len(found.words) == len("1/2")
    if bare and (first < second <= QUARTERS or not page.stands_upon(found.begin)):
        return None
    return without_year(page, found.begin, f"{month:02}-{day:02}")


def calendar_month(found: Found, page: Page) -> Time | None:
    """Read a month, with or without its year."""
    if not is_name(found, page):
        return None
    month, year = month_of(found), found.values.get("year", found.values.get("spelled_year"))
    if year is not None:
        return dated(f"{year:04}-{month:02}")
    return without_year(page, found.begin, f"{month:02}")


def short_month(found: Found, page: Page) -> Time | None:
    """Read a month by its short name alone, where something happened in it: "in Feb"."""
    shown = found.words[0].capital and (
        page.stands_within(found.begin) or page.stands_bounded(found.begin)
    )
    return calendar_month(found, page) if shown else None


def month_of_year(found: Found, page: Page) -> Time | None:
    """Read a month of the year before, of, or after the publication: "June last year"."""
    rest = f"{month_of(found):02}"
    if page.published is None:
        return undated(f"XXXX-{rest}")
    year = page.published.year + found.values["direction"]
    return dated(f"{year:04}-{rest}", TimeBasis.PUBLICATION)


def day_of_month(found: Found, page: Page) -> Time | None:
    """Read a day by its number alone: "on the 18th", "Tuesday the 11th".

    It is the last that fits up to the publication; with a weekday, the nearest on which both fall.
    """
    number = found.values.get("nth", found.values.get("ordinal"))
    published = page.published
    if published is None:
        return undated(f"XXXX-XX-{number:02}")
    weekday = found.values.get("weekday", found.values.get("short_weekday"))
    ahead = MONTHS_AHEAD if weekday else 0
    months = (step(published, count, "M") for count in range(ahead, -MONTHS_BACK, -1))
    days = [days_of(f"{month:%Y-%m}-{number:02}") for month in months if month]
    fitting = [day[0] for day in days if day and weekday in {None, day[0].isoweekday()}]
    if not weekday:
        fitting = [day for day in fitting if day <= published]
    nearest = min(fitting, key=lambda day: (abs(day - published), day > published), default=None)
    return on_day(nearest, TimeBasis.PUBLICATION)


def day_of_month_off(found: Found, page: Page) -> Time | None:
    """Read a day of the month of the publication, or one beside it: "the 15th of next month"."""
    number = found.values.get("nth", found.values.get("ordinal"))
    if page.published is None:
        return undated(f"XXXX-XX-{number:02}")
    month = step(page.published, found.values.get("direction", 0), "M")
    return dated(f"{month:%Y-%m}-{number:02}", TimeBasis.PUBLICATION) if month else None


def month_by_number(found: Found, _page: Page) -> Time | None:
    """Read a month by its place in a year: "the ninth month of 2021"."""
    period: Time = found.values["period"]
    number = found.values.get("ordinal", found.values.get("nth"))
    whole = unit_of(period.value) == "Y" and not period.modifier
    return dated(f"{period.value}-{number:02}", period.basis) if whole else None


def week_of_year(found: Found, _page: Page) -> Time | None:
    """Read a week by its number: "week 12 of 2021"."""
    period: Time = found.values["period"]
    if unit_of(period.value) != "Y":
        return None
    return dated(f"{period.value}-W{found.values['day']:02}", period.basis)


def part_of_month(found: Found, _page: Page) -> Time | None:
    """Read a week of a month or a year, by its number: "the first week of March"."""
    period: Time | None = found.values.get("period", found.values.get("date"))
    if period is None or period.days is None or period.modifier:
        return None
    if found.phrase.value == "week":
        return dated(value_at(period.days[0], "W"), period.basis)
    weeks = found.values["week_of"] - 1
    if unit_of(period.value) == "Y":
        return _week_of_year(period, weeks)
    first = period.days[1] - timedelta(WEEK - 1)
    if weeks >= 0:
        first = period.days[0] + timedelta(WEEK * weeks)
    last = first + timedelta(WEEK - 1)
    value = f"{first.isoformat()}/{last.isoformat()}"
    return Time(value, TimeKind.DATE, (first, last), Precision.WEEK, period.basis)


def _week_of_year(year: Time, weeks: int) -> Time | None:
    """Return a week of a year as calendars count them; -1 for the last."""
    count = date(int(year.value), 12, 28).isocalendar().week
    return dated(f"{year.value}-W{weeks + 1 if weeks >= 0 else count:02}", year.basis)


def weekday(found: Found, page: Page) -> Time | None:
    """Read a day of the week, seen from the publication."""
    return weekday_near(page, found.begin, _weekday(found)) if is_name(found, page) else None


def weekday_of_week(found: Found, page: Page) -> Time | None:
    """Read a day of a week that is named: "Monday next week"."""
    if page.published is None:
        return undated(f"XXXX-WXX-{_weekday(found)}")
    monday = 1 - page.published.isoweekday() + WEEK * found.values["direction"]
    day = shifted_day(page.published, monday + _weekday(found) - 1)
    return on_day(day, TimeBasis.PUBLICATION)


def is_name(found: Found, page: Page) -> bool:
    """Whether a word is meant as a month or a weekday, not as "may", "march" or a newspaper."""
    named = [word for word in found.words if NAMES & word.values.keys()]
    capital = all(word.capital for word in named)
    if any("ambiguous" in word.values for word in named) and not capital:
        return False
    if len(found.words) > 1:
        return True
    token = page.token(found.begin)
    return not (token is not None and token.pos in NOT_NAMES)


def month_of(found: Found) -> int:
    """Return the number of the month that is named."""
    return int(found.values.get("month") or found.values["short_month"])


def _weekday(found: Found) -> int:
    return int(found.values.get("weekday") or found.values["short_weekday"])

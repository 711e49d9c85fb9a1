"""Rules that read days by the feast or the remembrance they are named for."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.language.phrasing import Found
from counterclaim.language.times.calendar import easter_day, span_months
from counterclaim.language.times.page import Page
from counterclaim.language.times.resolve import dated, on_day, undated, without_year
from counterclaim.model.time import Time, TimeBasis

WEEK = 7


def holiday(found: Found, page: Page) -> Time | None:
    """Read a holiday that is always on the same day."""
    year = found.values.get("year")
    rest = found.phrase.value
    return dated(f"{year:04}-{rest}") if year else without_year(page, found.begin, rest)


def easter(found: Found, page: Page) -> Time | None:
    """Read Easter of the Western churches, and the feasts counted from it: "Good Friday"."""
    year, published = found.values.get("year"), page.published
    if year is None and published is None:
        return undated("XXXX")
    years = (year,) if year else (published.year, published.year - 1) if published else ()
    days = [easter_day(one) + timedelta(int(found.phrase.value)) for one in years]
    told = [day for day in days if published is None or day <= published]
    ahead = published is not None and page.is_to_come(found.begin)
    day = days[0] if year or ahead or not told else told[0]
    return dated(day.isoformat(), TimeBasis.EXPLICIT if year else TimeBasis.INFERRED)


def weekday_of_month(found: Found, page: Page) -> Time | None:
    """Read a day that is kept on a weekday of a month: "Thanksgiving", the fourth Thursday.

    The value of the phrase is month, weekday, its place (-1 for the last), and days after it.
    """
    month, weekday, place, after = (int(part) for part in str(found.phrase.value).split())
    year, published = found.values.get("year"), page.published
    if year:
        return on_day(_placed(year, month, weekday, place, after), TimeBasis.EXPLICIT)
    if published is None:
        return undated(f"XXXX-{month:02}")
    near = range(published.year - 1, published.year + 2)
    days = [_placed(one, month, weekday, place, after) for one in near]
    ahead = page.is_to_come(found.begin)
    told = [day for day in days if (day >= published) == ahead]
    return on_day(min(told, key=lambda day: abs(day - published)), TimeBasis.INFERRED)


def _placed(year: int, month: int, weekday: int, place: int, after: int) -> date:
    """Return the day so long after a weekday of a month, by its place; after the last for -1."""
    first, last = span_months(year, month, 1)
    if place < 0:
        return last - timedelta((last.isoweekday() - weekday) % WEEK - after)
    return first + timedelta((weekday - first.isoweekday()) % WEEK + WEEK * (place - 1) + after)

"""Rules that read days, months, years, and the larger parts of the calendar by their names."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.language.phrasing import Found
from counterclaim.language.times.calendar import (
    SEASONS,
    days_of,
    easter_day,
    step,
    unit_of,
    value_at,
)
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
HALF = 6
MONTHS = 12
MONTHS_BACK = 13
RECENT = 1900
"""A bare number below this is a year only after a preposition or an article."""
NOT_NAMES = frozenset({"VERB", "AUX", "ADP", "SCONJ"})
PAST_DECADES = 20
"""A decade of two figures below this is of this century: "the '10s"."""


def iso_day(found: Found, _page: Page) -> Time | None:
    """Read a day in figures, the year first: "2024-03-27"."""
    return dated(found.values["iso"])


def slashed_day(found: Found, _page: Page) -> Time | None:
    """Read a day in figures: "27/3/2024"; "3/4/2024" is in March, as American writers have it."""
    first, second, third = (int(part) for part in found.values["slashed"])
    if first > 31:
        return dated(f"{first:04}-{second:02}-{third:02}")
    year = third if third >= CENTURY else third + (2000 if third < 70 else 1900)
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
    if len(found.words) == len("1/2") and not page.stands_upon(found.begin):
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


def month_of_year(found: Found, page: Page) -> Time | None:
    """Read a month of the year before, of, or after the publication: "June last year"."""
    rest = f"{month_of(found):02}"
    if page.published is None:
        return undated(f"XXXX-{rest}")
    year = page.published.year + found.values["direction"]
    return dated(f"{year:04}-{rest}", TimeBasis.PUBLICATION)


def quarter_of_year(found: Found, page: Page) -> Time | None:
    """Read a quarter of a year that is counted: "last year's third quarter"."""
    number = found.values.get("ordinal", found.values.get("day"))
    if number not in range(1, 5):
        return None
    if page.published is None:
        return undated(f"XXXX-Q{number}")
    year = page.published.year + found.values.get("direction", int(found.phrase.value or 0))
    return dated(f"{year:04}-Q{number}", TimeBasis.PUBLICATION)


def calendar_year(found: Found, page: Page) -> Time | None:
    """Read a year in figures, where it does not count anything."""
    token = page.token(found.words[-1].begin)
    counts = token is not None and token.dep == "nummod" and _is_plural(page, token.head)
    before = page.token(found.begin - 1)
    led = before is not None and before.pos in {"DET", "ADP", "PRON", "PROPN", "SCONJ"}
    if len(found.words) == 1 and not led and (counts or found.values["year"] < RECENT):
        return None
    return dated(f"{found.values['year']:04}")


def _is_plural(page: Page, at: int) -> bool:
    return page.parse.tokens[at].tag == "NNS"


def decade(found: Found, _page: Page) -> Time | None:
    """Read ten years: "the 1980s", "the '80s", "the nineties"."""
    figures = str(found.values["decade"])
    if len(figures) == 1:
        figures = ("20" if int(figures) * 10 < PAST_DECADES else "19") + figures
    return dated(figures)


def century(found: Found, _page: Page) -> Time | None:
    """Read a hundred years: "the 20th century"."""
    number = found.values.get("ordinal", found.values.get("day"))
    return dated(f"{number - 1:02}") if number else None


def day_of_month(found: Found, page: Page) -> Time | None:
    """Read a day by its number alone: "on the 18th", the last that fits up to the publication."""
    number = found.values.get("nth", found.values.get("ordinal"))
    if page.published is None:
        return undated(f"XXXX-XX-{number:02}")
    weekday = found.values.get("weekday", found.values.get("short_weekday"))
    for months in range(MONTHS_BACK):
        month = step(page.published, -months, "M")
        day = month and days_of(f"{month:%Y-%m}-{number:02}")
        if day and day[0] <= page.published and weekday in {None, day[0].isoweekday()}:
            return dated(day[0].isoformat(), TimeBasis.PUBLICATION)
    return None


def day_of_month_off(found: Found, page: Page) -> Time | None:
    """Read a day of the month of the publication, or one beside it: "the 15th of next month"."""
    number = found.values.get("nth", found.values.get("ordinal"))
    if page.published is None:
        return undated(f"XXXX-XX-{number:02}")
    month = step(page.published, found.values["direction"], "M")
    return dated(f"{month:%Y-%m}-{number:02}", TimeBasis.PUBLICATION) if month else None


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


def season(found: Found, page: Page) -> Time | None:
    """Read a season, by year, from the publication, or the one that the tense points to."""
    name = found.values["season"]
    if found.values.get("year"):
        return dated(f"{found.values['year']:04}-{name}")
    if page.published is None:
        return undated(f"XXXX-{name}")
    year = page.published.year + _season_step(found, page.published, name)
    return dated(f"{year:04}-{name}", TimeBasis.PUBLICATION)


def _season_step(found: Found, published: date, name: str) -> int:
    """Return how many years from the publication the season lies that is meant."""
    begun = published.month >= SEASONS[name]
    direction = found.values.get("direction", -1 if found.phrase.value == "past" else 0)
    if direction < 0:
        days = days_of(value_at(published, "SEASON"))
        within = days is not None and value_at(published, "SEASON").endswith(name)
        return 0 if begun and not within else -1
    if direction > 0:
        return 1 if begun else 0
    return 0 if begun or name != "WI" else -1


def quarter(found: Found, page: Page) -> Time | None:
    """Read a quarter of a year: the last that has begun, where no year is named."""
    number = found.values.get("ordinal", found.values.get("day"))
    if number not in range(1, 5):
        return None
    if found.values.get("year"):
        return dated(f"{found.values['year']:04}-Q{number}")
    if page.published is None:
        return undated(f"XXXX-Q{number}")
    begun = page.published.month > 3 * (number - 1) or page.is_to_come(found.begin)
    far = number == 4 and page.published.month > HALF
    year = page.published.year - (0 if begun or far else 1)
    return dated(f"{year:04}-Q{number}", TimeBasis.INFERRED)


def half_year(found: Found, page: Page) -> Time | None:
    """Read half a year: "the first half of 2023"."""
    number = int(found.phrase.value or found.values.get("ordinal") or found.values["day"])
    year = found.values.get("year") or (page.published and page.published.year)
    if number not in {1, 2}:
        return None
    return dated(f"{year:04}-H{number}") if year else undated(f"XXXX-H{number}")


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

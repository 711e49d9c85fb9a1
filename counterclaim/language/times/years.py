"""Rules that read years, their seasons, halves and quarters, decades and centuries."""

from __future__ import annotations

from datetime import date

from counterclaim.language.phrasing import Found
from counterclaim.language.times.calendar import SEASONS, days_of, value_at
from counterclaim.language.times.page import Page
from counterclaim.language.times.resolve import dated, undated
from counterclaim.model.time import Time, TimeBasis

HALF = 6
PAIR = 2
RECENT = 1900
"""A bare number below this is a year only after a preposition or an article."""
PAST_DECADES = 20
"""A decade of two figures below this is of this century: "the '10s"."""


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
    bare = len(found.words) == 1
    if bare and not led and (counts or found.values["year"] < RECENT):
        return None
    tied = page.figures_at(found.begin, found.words[-1].end)
    if bare and (len(tied) > PAIR or min(map(len, tied)) < len("2024")):
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

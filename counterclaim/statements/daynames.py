"""Days by their names, as a text gives them: a full date, a weekday, "last week", "a day earlier".

Each rule reads all words of a phrase or none: a word that it does not know leaves the day open.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.model.tree import Words
from counterclaim.statements.finding import Page

Days = tuple[date, date]
"""The first and the last day on which it may have been; the same where the day is known."""
ONE = timedelta(1)
WEEK = 7
RECENT = 183
"""Days before the publication within which a day without its year is taken to lie."""
REACH = 60
"""Words back to the day that "a day earlier" counts from."""
LONGEST = 6
"""Words of a day's name: "Tuesday , 5 March 2024"."""
SHORTEST = 3
"""Letters of a month that tell it: "Oct."."""
YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Moment:
    """A phrase that may name a day."""

    page: Page
    words: Words

    @property
    def published(self) -> date | None:
        """Return the day of publication, where it is known."""
        return self.page.tree.parse.document.published

    def texts(self) -> list[str]:
        """Return the words in small letters, without punctuation."""
        texts = (self.page.tree.lower(at).rstrip(".,") for at in self.words)
        return [text for text in texts if text]

    def telling(self) -> list[str]:
        """Return the words that tell a day: no articles, no hours."""
        return [text for text in self.texts() if text not in self.listed("hours")]

    def listed(self, name: str) -> tuple[str, ...]:
        """Return a list of words in its order."""
        return self.page.lexicon.attribution.words.get(name, ())


Rule = Callable[[Moment], "Days | None"]


def read_days(moment: Moment, rules: tuple[Rule, ...]) -> tuple[Days, str] | None:
    """Return the days that the first rule to know the words reads, and its name."""
    for rule in rules:
        try:
            days = rule(moment)
        except (ValueError, OverflowError):  # 31 February, a day before the year 1
            continue
        if days is not None and (moment.published is None or days[0] <= moment.published):
            return days, rule.__name__
    return None


def full_date(moment: Moment) -> Days | None:
    """Take the full date beside the cue: "27 March 2024"."""
    day, month, year = _parts(moment)
    return _one(date(year, month, day)) if day and month and year else None


def day_of_month(moment: Moment) -> Days | None:
    """Take a day without its year as the last one not after the publication: "27 March"."""
    (day, month, year), published = _parts(moment), moment.published
    if not day or not month or year or published is None:
        return None
    latest = date(published.year - ((month, day) > (published.month, published.day)), month, day)
    return _one(latest) if (published - latest).days <= RECENT else None


def month_or_year(moment: Moment) -> Days | None:
    """Take all days of a month or a year, up to the publication: "in March", "in 2023"."""
    (day, month, year), published = _parts(moment), moment.published
    if not day and month and not year and published is not None:
        year = published.year - (month > published.month)
    if day or not year:
        return None
    last = date(year, month or 12, monthrange(year, month or 12)[1])
    return date(year, month or 1, 1), min(last, published or last)


def weekday(moment: Moment) -> Days | None:
    """Take a weekday beside the cue as the last one not after the publication."""
    texts, names, published = moment.telling(), moment.listed("weekdays"), moment.published
    if published is None or len(texts) != 1 or texts[0] not in names or _goes_on(moment):
        return None
    return _one(published - timedelta((published.weekday() - names.index(texts[0])) % WEEK))


def _goes_on(moment: Moment) -> bool:
    """Whether a date stands right behind a weekday and tells which: "Tuesday, 5 March"."""
    tree, at = moment.page.tree, moment.words[-1] + 1
    behind = [tree.lower(one) for one in range(at, min(at + 2, len(tree.tokens)))]
    text = next((one for one in behind if one != ","), "")
    return text.isdigit() or text in moment.listed("months")


def near_day(moment: Moment) -> Days | None:
    """Take "today", "yesterday", "last night" by the day of publication."""
    text, published = " ".join(moment.texts()), moment.published
    ago = [days for days, name in enumerate(("today", "yesterday")) if text in moment.listed(name)]
    return _one(published - ago[0] * ONE) if published is not None and ago else None


def last_or_this(moment: Moment) -> Days | None:
    """Take all days of "last week", "this month", "earlier in the year", so far."""
    texts, published = moment.telling(), moment.published
    units = [text for text in texts if text in moment.listed("periods")]
    past = [text for text in texts if text in moment.listed("past")]
    present = [text for text in texts if text in moment.listed("present")]
    if published is None or len(units) != 1 or len(past) + len(present) != 1 or len(texts) > 2:
        return None
    begin = _BEGINNINGS[moment.listed("periods").index(units[0])]
    last = begin(published) - ONE
    return (begin(last), last) if past else (begin(published), published)


def days_away(moment: Moment) -> Days | None:
    """Count "two days ago" from the publication, "a day earlier" from the day named before it."""
    texts = moment.texts()
    rest = [text for text in texts if text not in moment.listed("day")]
    if len(texts) - len(rest) != 1 or len(rest) != len(("a", "earlier")):
        return None
    number, way = _number(moment, rest[0]), rest[1]
    from_here = way in moment.listed("ago")
    day = moment.published if from_here else _day_above(moment)
    known = from_here or way in moment.listed("earlier") or way in moment.listed("later")
    if number is None or day is None or not known:
        return None
    return _one(day + number * ONE if way in moment.listed("later") else day - number * ONE)


def _day_above(moment: Moment) -> date | None:
    """Find the last single day that the text names before a phrase."""
    tree, end = moment.page.tree, moment.words[0]
    for at in range(end - 1, max(-1, end - REACH), -1):
        name = tree.subtree(at) if tree.tokens[at].pos in {"PROPN", "NOUN"} else (at,)
        if len(name) <= LONGEST and name[-1] < end:
            found = read_days(Moment(moment.page, name), (full_date, day_of_month, weekday))
            if found is not None:
                return found[0][0]
    return None


def _parts(moment: Moment) -> tuple[int, int, int]:
    """Return day, month and year of a date, 0 for what is not there; all 0 if a word is unknown."""
    names, weekdays = moment.listed("months"), moment.listed("weekdays")
    found = {"day": 0, "month": 0, "year": 0}
    for text in moment.telling():
        part, value = _part(_plain(moment, text), names)
        if text in weekdays:
            continue
        if not part or found[part]:
            return 0, 0, 0
        found[part] = value
    return found["day"], found["month"], found["year"]


def _part(text: str, months: tuple[str, ...]) -> tuple[str, int]:
    """Return which part of a date a word is, and its number: "3", "Oct", "2024"."""
    if text.isascii() and text.isdigit() and len(text) <= len("2024"):
        number = int(text)
        return ("year", number) if number in YEARS else ("day", number)
    named = [number for number, name in enumerate(months, 1) if name.startswith(text)]
    return ("month", named[0]) if len(text) >= SHORTEST and named else ("", 0)


def _plain(moment: Moment, text: str) -> str:
    """Return a day's number without its ending: "3rd"."""
    ending = next((end for end in moment.listed("ordinals") if text.endswith(end)), "")
    return text.removesuffix(ending) if text[:1].isdigit() else text


def _number(moment: Moment, text: str) -> int | None:
    """Read how many: "a", "two", "3"."""
    counts = moment.listed("counts")
    if text.isascii() and text.isdigit() and len(text) <= SHORTEST:
        return int(text)
    if text in moment.listed("single"):
        return 1
    return counts.index(text) + 1 if text in counts else None


def _one(day: date) -> Days:
    return day, day


def _week(day: date) -> date:
    return day - day.weekday() * ONE


def _month(day: date) -> date:
    return day.replace(day=1)


def _year(day: date) -> date:
    return day.replace(month=1, day=1)


_BEGINNINGS: tuple[Callable[[date], date], ...] = (_week, _month, _year)

RULES: tuple[Rule, ...] = (
    full_date,
    day_of_month,
    month_or_year,
    weekday,
    near_day,
    last_or_this,
    days_away,
)

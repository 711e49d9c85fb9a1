"""On which day it was said: a full date beside the cue, or a weekday before the publication."""

from __future__ import annotations

from datetime import date, timedelta

from counterclaim.model.text import Cited
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.tree import Words

Day = Cited[tuple[date, date]]
WEEK = 7
SHORTEST = 3
"""Letters of a month that tell it: "Oct."."""


def day_said(page: Page, finding: Finding) -> Day | None:
    """Return the day that the clause of a cue names, with its words; None where it names none."""
    for words in _times(page, finding):
        for rule in (full_date, weekday):
            day = rule(page, words)
            if day is not None:
                return Cited((day, day), (page.tree.span(words),), rule.__name__)
    return None


def full_date(page: Page, words: Words) -> date | None:
    """Read a day with its month and year: "on 27 March 2024"."""
    tokens = page.tree.tokens
    texts = [tokens[at].text.lower().rstrip(".") for at in words]
    months = [found for text in texts if (found := _month(page, text))]
    numbers = [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 5]
    days = [number for number in numbers if number <= 31]
    years = [number for number in numbers if number >= 1000]
    if len(months) != 1 or len(days) != 1 or len(years) != 1:
        return None
    try:
        return date(years[0], months[0], days[0])
    except ValueError:
        return None


def weekday(page: Page, words: Words) -> date | None:
    """Read a bare weekday as the last such day that is not after the publication."""
    names = page.lexicon.attribution.words.get("weekdays", ())
    published = page.tree.parse.document.published
    word = page.tree.lower(words[-1])
    if published is None or len(words) > 1 or word not in names:
        return None
    passed = (published.weekday() - names.index(word)) % WEEK
    return published - timedelta(passed) if passed < published.toordinal() else None


def _times(page: Page, finding: Finding) -> list[Words]:
    """Return the phrases of time on the verb of a cue, outside the content."""
    tree = page.tree
    verbs = [at for at in finding.cue if tree.tokens[at].pos == "VERB"]
    heads = [at for verb in verbs for at in tree.under(verb, "npadvmod")]
    phrases = [at for verb in verbs for at in tree.under(verb, "prep")]
    heads += [
        at
        for phrase in phrases
        if page.lexicon.listed(tree, phrase, "on")
        for at in tree.under(phrase, "pobj")
    ]
    said = set(finding.content)
    times = [tree.subtree(at) for at in heads if tree.tokens[at].entity.endswith("DATE")]
    return [words for words in times if said.isdisjoint(words)]


def _month(page: Page, text: str) -> int | None:
    """Return the number of a month by its name, in full or cut short."""
    names = page.lexicon.attribution.words.get("months", ())
    long_enough = len(text) >= SHORTEST and text.isalpha()
    found = [number for number, name in enumerate(names, 1) if name.startswith(text)]
    return found[0] if long_enough and found else None

"""Stretches that have their days from what stands behind them: a longer time, or an event.

"The first three months of 2021" are its first quarter. "Two days after the raid" is two days on
from the day that the text gave to the raid, or the last day spoken of close before. Their value
stays that of a duration; only their days are known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from counterclaim.language.phrasing import Word
from counterclaim.language.times.calendar import step
from counterclaim.language.times.durations import COUNTED_IN, PRECISION, measure
from counterclaim.language.times.page import Page
from counterclaim.model.text import Span
from counterclaim.model.time import Precision, Time, TimeBasis

ONE = timedelta(1)
NEAR = 2
"""Sentences back in which a day may be spoken of that an event is dated by."""
NOUNS = frozenset({"NOUN", "PROPN"})
DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})
DESCRIBED = 5
"""Words from a preposition to the noun behind it, at most."""


def anchored(read: list[Word], page: Page) -> list[Word]:
    """Give stretches their days where what follows them tells which."""
    of, beside = page.lexicon.get("of_a_whole", {}), page.lexicon.get("beside_an_event", {})
    for at, (word, between) in enumerate(pairwise(read)):
        time = None
        if between.text in of and at + 2 < len(read):
            time = _of_a_whole(word, read[at + 2].values)
        elif between.text in beside and "span" in word.values:
            time = _beside_an_event(page, word, between, int(str(beside[between.text])))
        if time is not None:
            read[at] = replace(word, values={"read": time})
    return read


def _of_a_whole(word: Word, whole: Mapping[str, Time]) -> Time | None:
    """Return the days of a stretch within a longer time: "the first nine months of 2021"."""
    stretch = word.values.get("opening", word.values.get("closing"))
    counted = measure(stretch.value) if stretch is not None else None
    period = whole.get("period")
    if stretch is None or counted is None or counted[1] not in COUNTED_IN:
        return None
    if period is None or period.days is None:
        return None
    first, last = period.days
    if "opening" in word.values:
        last = (step(first, *counted) or date.max) - ONE
    else:
        first = step(last + ONE, -counted[0], counted[1]) or date.min
    within = period.days[0] <= first <= last <= period.days[1]
    precision = PRECISION.get(counted[1], Precision.DAY)
    timed: Time = replace(stretch, days=(first, last), basis=period.basis, precision=precision)
    return timed if within else None


def _beside_an_event(page: Page, word: Word, between: Word, sign: int) -> Time | None:
    """Return the day so long before or after an event: "two days after the raid"."""
    span: Time = word.values["span"]
    counted, day = measure(span.value), _day_of_event(page, word, between)
    if counted is None or day is None or counted[1] not in COUNTED_IN:
        return None
    moved = step(day, sign * counted[0], counted[1])
    if moved is None:
        return None
    precision = PRECISION.get(counted[1], Precision.DAY)
    return replace(span, days=(moved, moved), basis=TimeBasis.CONTEXT, precision=precision)


def _day_of_event(page: Page, word: Word, between: Word) -> date | None:
    """Return the day that the text gave to an event, or the last one spoken of close before."""
    noun = _noun(page, between.end)
    if noun is None:
        return None
    here = page.sentence_of(word.begin)
    named = [page.day_in(one) for one in _sentences_with(page, page.parse.tokens[noun].lemma, here)]
    near = page.parse.sentences[max(0, here - NEAR) : here + 1]
    close = [page.day_in(Span(near[0].begin, max(near[0].begin + 1, word.begin)))] if near else []
    return next((day for day in (*named, *close) if day is not None), None)


def _noun(page: Page, after: int) -> int | None:
    """Return the noun of the phrase behind a preposition: "the deadly raid"."""
    at = bisect_left(page.begins, after)
    noun = None
    for place in range(at, min(at + DESCRIBED, len(page.parse.tokens))):
        token = page.parse.tokens[place]
        if token.pos not in DESCRIBING:
            break
        noun = place if token.pos in NOUNS else noun
    return noun


def _sentences_with(page: Page, lemma: str, before: int) -> list[Span]:
    """Return the sentences before one that speak of the same thing, the nearest first."""
    found = {
        page.sentence_of(token.span.begin) for token in page.parse.tokens if token.lemma == lemma
    }
    return [page.parse.sentences[at] for at in sorted(found, reverse=True) if at < before]

"""When: the times that a text speaks of, each with its value, its days and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from typing import Any

from counterclaim.knowledge.numbers import NumberWords
from counterclaim.knowledge.times import TimeWords
from counterclaim.language.numbers.numerals import read_numerals
from counterclaim.language.phrasing import (
    Found,
    Node,
    Word,
    by_word,
    grow,
    read_phrases,
    split_words,
    whole,
)
from counterclaim.language.times.anchors import anchored
from counterclaim.language.times.calendar import unit_of
from counterclaim.language.times.figures import figured
from counterclaim.language.times.page import Page
from counterclaim.language.times.rules import RULES, WORDS
from counterclaim.model.text import Cited, Parse, Span
from counterclaim.model.time import Precision, Relation, Time, TimeKind


def find_times(text: Parse, words: TimeWords, numbers: NumberWords) -> tuple[Cited[Time], ...]:
    """Find the times of a text; those counted from its publication are open where it has none.

    The first span is the time's own words; a second is the word before it that says how things
    lie to it ("since").
    """
    begins = tuple(token.span.begin for token in text.tokens)
    page = Page(text, words.lexicon, begins)
    parts = text.paragraphs or ((Span(0, len(text.document.text)),) if text.document.text else ())
    return tuple(time for part in parts for time in _read(page, part, words, numbers))


def _read(page: Page, part: Span, words: TimeWords, numbers: NumberWords) -> Iterator[Cited[Time]]:
    split = split_words(page.parse.document.text, _lexicon(words, numbers), part)
    read = [figured(word) for word in read_numerals(split)]
    for tree in _trees(words):
        read = read_phrases(read, tree, partial(_value, page))
    read = anchored(read, page)
    for before, word in zip([None, *read], read, strict=False):
        if "read" in word.values and word.rule not in ONLY_WITHIN:
            yield _cited(words, before, word)


def _value(page: Page, found: Found) -> Word | None:
    if found.phrase.rule in WORDS:
        values = WORDS[found.phrase.rule](found)
        return None if values is None else whole(found, values)
    time = RULES[found.phrase.rule](found, page)
    if time is None:
        return None
    if time.days is not None and time.kind in {TimeKind.DATE, TimeKind.TIME}:
        page.tell(found.begin, time)
    return whole(found, _categories(found, time))


def _categories(found: Found, time: Time) -> dict[str, Any]:
    """Return what a time may be part of, as the forms of later steps name it."""
    values: dict[str, Any] = {"read": time}
    if found.phrase.rule in PARTS_OF_DAY:
        values["part"] = time.value[-2:]
    elif found.phrase.rule == "reference":
        values["reference"] = time.value
    elif time.kind is TimeKind.SET:
        values["set"] = time
    elif found.phrase.rule == "spell":
        values["opening" if "initial" in found.values else "closing"] = time
    elif time.kind is TimeKind.DURATION:
        values["span"] = time
    elif time.kind in {TimeKind.DATE, TimeKind.TIME}:
        values |= {"time": time, _grain(time): time}
        if time.kind is TimeKind.TIME and "/" in time.value:
            values = {"read": time, "hours": time}
    return values


def _grain(time: Time) -> str:
    if time.kind is TimeKind.TIME and time.precision is Precision.CLOCK:
        return "hour"
    return "date" if unit_of(time.value) == "D" or "WXX-" in time.value else "period"


def _cited(words: TimeWords, before: Word | None, word: Word) -> Cited[Time]:
    time: Time = word.values["read"]
    span = Span(word.begin, word.end)
    relation = words.lexicon.get("relation", {}).get(before.text) if before else None
    if not relation or before is None:
        return Cited(time, (span,), word.rule)
    spans = (span, Span(before.begin, before.end))
    return Cited(replace(time, relation=Relation(str(relation))), spans, word.rule)


@cache
def _lexicon(words: TimeWords, numbers: NumberWords) -> dict[str, dict[str, Any]]:
    numerals = {name: numbers.lexicon.get(name, {}) for name in NUMERALS}
    return by_word({**numerals, **words.lexicon})


@cache
def _trees(words: TimeWords) -> tuple[Node, ...]:
    return tuple(grow(words.phrases).values())


NUMERALS = ("article", "joiner", "cardinal", "magnitude", "ordinal", "suffix")
"""What the words for numbers lend to times."""

PARTS_OF_DAY = frozenset({"part_of_day", "part_within"})
ONLY_WITHIN = frozenset({"part_within"})
"""What is a time only as part of a longer one."""

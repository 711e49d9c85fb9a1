"""Times, numbers and sums of money as mentions, each with its value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from counterclaim.knowledge import Language
from counterclaim.language.numbers import amounts, find_numbers
from counterclaim.language.times import find_times
from counterclaim.language.times import rules as times
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Cited, Parse, Span, meets
from counterclaim.model.time import TimeKind


def find_values(text: Parse, language: Language) -> Iterator[Mention]:
    """Find when and how much: a number that is part of a time is none of its own."""
    told = find_times(text, language.times, language.numbers)
    for time in told:
        yield replace(_mention(text, MentionType.TIME, time), time=time)
    currencies = language.numbers.currencies
    for number in find_numbers(text, language.numbers, [time.spans[0] for time in told]):
        money = number.value.unit in currencies
        kind = MentionType.MONEY if money else MentionType.QUANTITY
        yield replace(_mention(text, kind, number), quantity=number)


def untimely(names: Iterable[Mention], found: Iterable[Mention]) -> Iterator[Mention]:
    """Leave out what is a name to the parser alone and lies in a time of several words.

    "Workers' Day" is nobody; "May" may be.
    """
    days = [one for one in found if one.time and one.time.value.kind is TimeKind.DATE]
    times = [one.span for one in days if WORDS.search(one.name)]
    return (one for one in names if one.rule != "named" or not _holds(times, one.span))


def outside_people(found: Iterable[Mention], marked: Iterable[Mention]) -> Iterator[Mention]:
    """Leave out times that are a word of a person's name: "Theresa May"."""
    people = [one.span for one in marked if one.type is MentionType.PERSON]
    return (
        one
        for one in found
        if one.time is None or WORDS.search(one.name) or not _holds(people, one.span)
    )


def _holds(spans: Sequence[Span], inner: Span) -> bool:
    return any(span.begin <= inner.begin and inner.end <= span.end for span in spans)


WORDS = re.compile(r"\w\W+\w")
"""Two words or more."""


def between(names: Sequence[Mention], found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Put values between the names of a text, in its order; one within a name is part of that."""
    spans = [name.span for name in names]
    apart = (value for value in found if not meets(value.span, spans))
    return tuple(sorted((*names, *apart), key=lambda one: one.span))


def rule_book() -> Mapping[str, str]:
    """Return the rules that read times and numbers, by name, each in a line."""
    rules = {**times.RULES, **amounts.RULES}
    return {name: (rule.__doc__ or "").partition("\n")[0] for name, rule in rules.items()}


def _mention(text: Parse, kind: MentionType, found: Cited[Any]) -> Mention:
    span = found.spans[0]
    name = " ".join(text.document.quote(span).split())
    return Mention(mention_id(text.document.id, span), span, kind, name, found.rule)

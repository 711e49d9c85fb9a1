"""What figures may stand for in a time: a year, a day of the month, a clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from counterclaim.language.phrasing import Word

FIGURES = "0123456789'’"
FIRST_YEAR, LAST_YEAR = 1000, 2100
LAST_DAY = 31


def figured(word: Word) -> Word:
    """Add to a word in figures what it may stand for."""
    if word.text[0] not in FIGURES:
        return word
    for form, meaning in MEANINGS:
        match = form.fullmatch(word.text)
        if match:
            return replace(word, values={**word.values, **meaning(match)})
    return word


def _year(match: re.Match[str]) -> Mapping[str, Any]:
    year = int(match[0])
    return {"year": year} if FIRST_YEAR <= year <= LAST_YEAR else {}


def _day(match: re.Match[str]) -> Mapping[str, Any]:
    day = int(match[1])
    if not 0 < day <= LAST_DAY:
        return {}
    return {"day": day, "nth": day} if match[2] else {"day": day}


MEANINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Mapping[str, Any]]], ...] = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), lambda match: {"iso": match[0]}),
    (
        re.compile(r"((?:19|20)\d{2})([01]\d)([0-3]\d)"),
        lambda match: {"iso": "-".join(match.groups())},
    ),
    (re.compile(r"\d{1,2}:\d{2}(?::\d{2})?"), lambda match: {"clock": match[0]}),
    (
        re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})"),
        lambda match: {"slashed": (match[1], match[3], match[4])},
    ),
    (re.compile(r"['’]?(\d{1,3})0s"), lambda match: {"decade": match[1]}),
    (re.compile(r"\d{4}"), _year),
    (re.compile(r"\d{1,2}\.\d{2}"), lambda match: {"dotted": match[0].replace(".", ":")}),
    (re.compile(r"(\d{1,2})(st|nd|rd|th)?"), _day),
)
"""The forms of figures and what each may stand for, by the category that phrases name it by."""

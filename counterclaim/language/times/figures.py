"""What figures may stand for in a time: a year, a day of the month, a clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from counterclaim.language.phrasing import Word

FIGURES = "0123456789'’"
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
SLASHED = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})")
CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
DECADE = re.compile(r"['’]?(\d{1,3})0s")
DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?")
DOTTED = re.compile(r"\d{1,2}\.\d{2}")
YEAR = re.compile(r"\d{4}")
FIRST_YEAR, LAST_YEAR = 1000, 2100
LAST_DAY = 31


def figured(word: Word) -> Word:
    """Add to a word in figures what it may stand for."""
    if word.text[0] not in FIGURES:
        return word
    added = dict(_meanings(word.text))
    return replace(word, values={**word.values, **added}) if added else word


def _meanings(text: str) -> Mapping[str, Any]:
    if ISO.fullmatch(text):
        return {"iso": text}
    if CLOCK.fullmatch(text):
        return {"clock": text}
    if match := SLASHED.fullmatch(text):
        return {"slashed": (match[1], match[3], match[4])}
    if match := DECADE.fullmatch(text):
        return {"decade": match[1]}
    if YEAR.fullmatch(text):
        return {"year": int(text)} if FIRST_YEAR <= int(text) <= LAST_YEAR else {}
    if DOTTED.fullmatch(text):
        return {"dotted": text.replace(".", ":")}
    match = DAY.fullmatch(text)
    if match is None or not 0 < int(match[1]) <= LAST_DAY:
        return {}
    return {"day": int(match[1]), "nth": int(match[1])} if match[2] else {"day": int(match[1])}

"""Numerals: figures and number words, each run of them as one word with its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import numeric

from counterclaim.language.phrasing import Word
from counterclaim.model.quantity import Number

FIGURES = re.compile(
    r"[0-9]*\.?[0-9]+|[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?"
)
BLANKS = str.maketrans("", "", ", \u00a0\u2009\u202f")
CONTINENTAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]{1,2}")
LONGEST = 18
"""Figures in a number at most: what is longer counts nothing."""
MOST = 10**LONGEST
HUNDRED = 100
TEN = 10
DIGITS = ".0123456789"  # how a numeral in figures begins
LEAST_TENS = 20


def figure(text: str) -> Number | None:
    """Return the value of a number in figures: "1,234", "0.5"; None for what is none."""
    if len(text) > LONGEST:
        return None
    if FIGURES.fullmatch(text):
        bare = text.translate(BLANKS)
    elif CONTINENTAL.fullmatch(text):
        bare = text.replace(".", "").replace(",", ".")
    else:
        return None
    return tidy(float(bare)) if "." in bare else int(bare)


def tidy(number: Number) -> Number:
    """Return a whole number as one."""
    return int(number) if float(number).is_integer() else number


@dataclass(slots=True)
class Sum:
    """A numeral as far as it is read: what stands fast, the group in hand, the last magnitude."""

    total: Number = 0
    group: Number | None = None
    scale: float = float("inf")
    in_figures: bool = False

    @property
    def last_scale(self) -> int:
        """The magnitude that the numeral ends on: 1,000,000 of "three million", else 1."""
        return int(self.scale) if self.total and self.group is None else 1

    @property
    def value(self) -> Number:
        """What the numeral is worth so far."""
        return tidy(self.total + (self.group or 0))

    def add(self, number: Number, *, in_figures: bool = False) -> bool:
        """Take a number that may follow: "twenty" then "one", "two hundred" then "five"."""
        if number >= self.scale or not self._fits(number, in_figures):
            return False
        self.group = (self.group or 0) + number
        self.in_figures = in_figures
        return True

    def _fits(self, number: Number, in_figures: bool) -> bool:
        if self.group is None:
            return True
        if in_figures or self.in_figures:
            return not self.in_figures and self.group % HUNDRED == 0 and number < HUNDRED
        if self.group == 0:
            return False
        tens = self.group % HUNDRED
        return (tens == 0 and 0 < number < HUNDRED) or (
            tens >= LEAST_TENS and tens % TEN == 0 and 0 < number < TEN
        )

    def multiply(self, magnitude: int) -> bool:
        """Take a magnitude: "hundred" within a group, "thousand" at its end."""
        if max(1, self.value) * magnitude > MOST:
            return False
        if magnitude == HUNDRED and (self.group or 0) < HUNDRED:
            self.group, self.in_figures = (1 if self.group is None else self.group) * HUNDRED, False
            return True
        if self.group is None and self.total:
            self.total *= magnitude
            return True
        if magnitude >= self.scale:
            return False
        self.total += (1 if self.group is None else self.group) * magnitude
        self.group, self.scale, self.in_figures = None, magnitude, False
        return True


def read_numerals(words: Sequence[Word]) -> list[Word]:
    """Replace each numeral by one word with its value under `number`."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        total, length = _numeral(words, at) if _may_begin(words[at]) else (Sum(), 0)
        found.append(_whole(words[at : at + length], total) if length else words[at])
        at += max(1, length)
    return found


def _may_begin(word: Word) -> bool:
    return bool(word.values) or word.text[0] in DIGITS or word.text.isnumeric()


def _whole(words: Sequence[Word], total: Sum) -> Word:
    kept = words[0].values if len(words) == 1 else {}
    values = {**kept, "number": total.value, "scale": total.last_scale}
    text = " ".join(word.text for word in words)
    return replace(words[0], end=words[-1].end, text=text, values=values)


def _numeral(words: Sequence[Word], at: int) -> tuple[Sum, int]:
    """Return the numeral that starts at a word, and how many words it has."""
    total = Sum()
    length = int("article" in words[at].values and _is(words, at + 1, "magnitude"))
    taken = 0
    while at + length < len(words):
        joined = taken and _is(words, at + length, "joiner") and _may_join(words, at + length)
        place = at + length + bool(joined)
        if place >= len(words) or not _take(total, words, place):
            break
        length = taken = place - at + 1
    return total, taken


def _take(total: Sum, words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if "cardinal" in word.values:
        return total.add(word.values["cardinal"])
    if "suffix" in word.values and total.in_figures and words[at - 1].end == word.begin:
        return total.multiply(word.values["suffix"])
    if "magnitude" in word.values:
        return total.multiply(word.values["magnitude"])
    value = _figure(word) if not word.glued or total.value == 0 else None
    return value is not None and total.add(value, in_figures=True)


def _figure(word: Word) -> Number | None:
    if len(word.text) == 1 and word.text.isnumeric():
        return tidy(numeric(word.text))
    return figure(word.text) if word.text[0] in DIGITS else None


def _may_join(words: Sequence[Word], at: int) -> bool:
    """Whether "and" stands inside a numeral: after a magnitude, before what is smaller."""
    before = words[at - 1].values.get("magnitude", 0)
    if before > HUNDRED and _is(words, at + 2, "part"):  # "two million and three fifths"
        return False
    after = words[at + 2].values.get("magnitude", 1) if at + 2 < len(words) else 1
    if before == HUNDRED and after == 1 and at + 1 < len(words) and _is_small(words[at + 1].text):
        return True
    smaller = before > after or (before == HUNDRED and after > HUNDRED)
    return _is(words, at + 1, "cardinal") and smaller


def _is_small(text: str) -> bool:
    return text.isdecimal() and len(text) <= len("99")


def _is(words: Sequence[Word], at: int, category: str) -> bool:
    return 0 <= at < len(words) and category in words[at].values

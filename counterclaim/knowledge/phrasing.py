"""Turns of phrase, as people write them down in the files of a language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """The forms of words that one rule reads, at its step of the reading.

    A form is a line of words and `{categories}`; `[...]` may be missing, `(a|b)` is one of several.
    `value` is what the forms stand for, where the rule reads several kinds.
    """

    rule: str
    forms: tuple[str, ...]
    step: int = 1
    value: str = ""

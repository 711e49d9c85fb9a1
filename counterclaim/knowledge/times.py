"""The words and turns of phrase of a language that tell the time."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.knowledge.phrasing import Phrase


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """`lexicon` gives words a value by category; `phrases` say which turns of phrase a rule reads.

    What each category and rule does stands beside it in `en/times.toml`.
    """

    lexicon: dict[str, dict[str, int | str]] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()

"""The words and turns of phrase of a language that tell how many."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.knowledge.phrasing import Phrase


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """`lexicon` gives words a value by category; `phrases` say which turns of phrase a rule reads.

    What each category and rule does stands beside it in `en/numbers.toml`.
    """

    lexicon: dict[str, dict[str, int | float | str]] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()

    @property
    def currencies(self) -> frozenset[str]:
        """The units that are money, by the sign before a sum or the name behind it."""
        signs, names = self.lexicon.get("currency", {}), self.lexicon.get("money", {})
        return frozenset(map(str, (*signs.values(), *names.values())))

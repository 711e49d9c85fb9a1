"""The words that say what a number measures of a party or an area, in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class EstimateWords:
    """Nouns that are counted, by measure; what each list of `words` does stands beside it.

    `shares` are the wholes of which a part is told, by measure; `sums` words beside a sum of money.
    """

    counted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shares: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sums: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

"""The words that tell whether the name of a place stands for a place, and what each sign weighs."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Metonymy:
    """Lemmas by group: what powers do, and what goes with powers, with teams, with places."""

    verbs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PowerWeights:
    """What each sign adds to the log odds that a power is meant; "start" is there for all."""

    signs: dict[str, float] = field(default_factory=dict)

"""The words that stand for a party of the text, and what each sign of sameness weighs."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """Pronouns by person, number and gender; articles; `kinds` are what parties are called.

    `armed` says no more of a group on record than that it is one: "the M23 rebel group".
    """

    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    neuter: tuple[str, ...] = ()
    men: tuple[str, ...] = ()
    women: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    armed: tuple[str, ...] = ()
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What each sign adds to the score of a party that a mention may stand for.

    Signs are named after the sort of mention: "pronoun: the last one named".
    """

    signs: dict[str, float] = field(default_factory=dict)

"""The words that tell what a denial is about, and what each sign weighs that it answers a claim."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.files import read_toml

FOLDER = Path(__file__).parent.parent / "data" / "claims"


@dataclass(frozen=True, slots=True)
class SlotWords:
    """A question that a dispute may be about, and the words that tell of it.

    `label` says that a claim with such a word is on nothing else, whatever its denial says;
    `both` that its words tell of it only where they stand on both sides; `beside` are words of
    which one must stand beside them.
    """

    slot: str
    words: tuple[str, ...] = ()
    label: bool = False
    both: bool = False
    beside: tuple[str, ...] = ()

    def stands_in(self, said: Set[str]) -> bool:
        """Whether words that are said tell of the question."""
        told = not said.isdisjoint(self.words)
        return told and (not self.beside or not said.isdisjoint(self.beside))


@dataclass(frozen=True, slots=True)
class DenialWords:
    """Words by what they tell of a denial; denials.toml explains each list."""

    empty: tuple[str, ...] = ()
    negation: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    hollow: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    linking: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    alike: tuple[tuple[str, ...], ...] = ()
    forces: tuple[str, ...] = ()
    slots: tuple[SlotWords, ...] = ()


@dataclass(frozen=True, slots=True)
class DenialWeights:
    """What each sign adds to the log odds that a denial answers a claim, or none that is told."""

    signs: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Denials:
    """What is known of denials in one language."""

    words: DenialWords
    weights: DenialWeights


@cache
def load_denials() -> Mapping[str, Denials]:
    """Read what is known of denials, by language. Raises KnowledgeError for a faulty file."""
    return {
        path.parent.name: Denials(
            read_toml(path, DenialWords, KnowledgeError),
            read_toml(path.with_name("weights.toml"), DenialWeights, KnowledgeError),
        )
        for path in sorted(FOLDER.glob("*/denials.toml"))
    }

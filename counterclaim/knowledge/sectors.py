"""How PLOVER and CAMEO code parties: bodies beyond any country, sectors of a society, leaders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.actor_files import first_and_last
from counterclaim.knowledge.actors import plain_form
from counterclaim.knowledge.files import read_toml

FOLDER = Path(__file__).parent.parent / "data" / "codebooks" / "parties"
LONGEST, SHORTEST = 4, 4
"""Words of a name, and letters of a surname that may stand alone: "Un" is no leader."""


@dataclass(frozen=True, slots=True, eq=False)
class PartyCodes:
    """Codes for parties on record: `beyond` any country by the first parts of their ids.

    `bodies` gives the sectors of the bodies of a state by the last part of theirs; `ground` the
    code of places that have no country of their own; `codes` turns our codes of countries into
    PLOVER's where they differ.
    """

    beyond: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ground: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    def code_beyond(self, *ids: str) -> str:
        """Return the code of a party that belongs to no country, by its id or one above it."""
        for id in ids:
            for code, listed in self.beyond.items():
                if any(id == one or id.startswith(f"{one}.") for one in listed):
                    return code
        return ""

    def sector_of_body(self, id: str) -> str:
        """Return the sector of a body of a state; GOV for one that no list has."""
        last = id.rpartition(".")[2]
        return next((sector for sector, listed in self.bodies.items() if last in listed), "GOV")


@dataclass(frozen=True, slots=True, eq=False)
class SectorWords:
    """The nouns of a language for sectors and for bodies beyond any country.

    `order` is that of precedence; `offices` are governmental whatever their words; what is `aside`
    of a country's name makes it another's ("pro-Iranian").
    """

    order: tuple[str, ...] = ()
    offices: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    beyond: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def sector(self, words: tuple[str, ...]) -> str:
        """Return the sector that the words of a name show, the first in order, if any does."""
        said = set(stretches(words))
        if said & self.offices:
            return "GOV"
        return next((one for one in self.order if said & self.words.get(one, frozenset())), "")

    def code_beyond(self, words: tuple[str, ...]) -> str:
        """Return the code of a body beyond any country that the words of a name show."""
        said = set(stretches(words))
        return next((code for code, listed in self.beyond.items() if said & listed), "")


def stretches(words: tuple[str, ...]) -> Iterator[str]:
    """Yield every few words that stand side by side."""
    for size in range(1, LONGEST + 1):
        for first in range(len(words) - size + 1):
            yield " ".join(words[first : first + size])


@dataclass(frozen=True, slots=True, eq=False)
class ContextWords:
    """The words of a language for what a deed is about, by PLOVER's contexts, in their order."""

    contexts: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """Where somebody governed, and from which year to which; None where it is open."""

    code: str
    since: int | None
    until: int | None

    def holds(self, year: int | None) -> bool:
        """Whether it covers a year; without a year, it may."""
        return year is None or (self.since or year) <= year <= (self.until or year)


@dataclass(frozen=True, slots=True)
class Leaders:
    """The file of leaders, by code."""

    leaders: Mapping[str, tuple[str, ...]]


@cache
def load_party_codes(file: Path = FOLDER / "plover.toml") -> PartyCodes:
    """Read the codes of parties. Raises KnowledgeError where the file is faulty."""
    return read_toml(file, PartyCodes, KnowledgeError)


@cache
def load_leaders(file: Path = FOLDER / "leaders.toml") -> Mapping[str, Term]:
    """Read leaders by their names in plain form, by surname too where only one has it.

    Raises KnowledgeError where the file is faulty.
    """
    found: dict[str, Term] = {}
    surnames: dict[str, Set[str]] = {}
    for code, listed in read_toml(file, Leaders, KnowledgeError).leaders.items():
        for entry in listed:
            name, _, years = entry.rpartition(" ")
            term = Term(code, *first_and_last(years))
            found[plain_form(name)] = term
            last = plain_form(name.split()[-1])
            if len(last) < SHORTEST:
                continue
            surnames[last] = {*surnames.get(last, set()), code}
            found.setdefault(last, term)
    return {name: term for name, term in found.items() if len(surnames.get(name, {""})) == 1}

"""Our own knowledge of places, beside the packages: data/places/*.toml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.actor_files import FOLDER as ACTORS
from counterclaim.knowledge.actor_files import ActorFile, StateFile
from counterclaim.knowledge.actors import parts
from counterclaim.knowledge.files import read_toml

FOLDER = Path(__file__).parent.parent / "data" / "places"
STATES, MEDIA = ACTORS / "states.toml", ACTORS / "media.toml"


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place that the packages lack; the keys are explained in regions.toml."""

    names: str
    feature: str
    country: str = ""
    within: str = ""
    claimed_by: str = ""
    at: tuple[float, float] | None = None
    towns: str = ""
    extent: float | None = None
    population: int = 0


@dataclass(frozen=True, slots=True)
class SupplementFile:
    """What a file of the folder may hold; each part is explained in the file that has it."""

    areas: dict[str, str] = field(default_factory=dict)
    towns: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    middle: dict[str, tuple[float, float]] = field(default_factory=dict)
    disputed: dict[str, str] = field(default_factory=dict)
    place: dict[str, OwnPlace] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """A place as the packages call it, and the ISO code of its country."""

    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Supplement:
    """All files together."""

    areas: Mapping[Known, tuple[str, ...]]
    towns: Mapping[Known, tuple[str, ...]]
    people: Mapping[Known, tuple[str, ...]]
    middles: Mapping[Known, tuple[float, float]]
    disputed: Mapping[Known, tuple[str, ...]]
    places: Mapping[str, OwnPlace]


@cache
def load_supplement(folder: Path = FOLDER) -> Supplement:
    """Read all files of the folder. Raises KnowledgeError for a faulty one."""
    paths = sorted(folder.glob("*.toml"))
    files = [read_toml(path, SupplementFile, KnowledgeError) for path in paths]
    return Supplement(
        areas=_lists(file.areas for file in files),
        towns=_lists(file.towns for file in files),
        people=_lists(file.people for file in files),
        middles={known(key): point for file in files for key, point in file.middle.items()},
        disputed=_lists(file.disputed for file in files),
        places=dict(_own_places(files)),
    )


def known(key: str) -> Known:
    """Read "Kyiv, UKR"; without a code at its end, any country is meant."""
    name, _, country = key.rpartition(", ")
    return Known(name, country) if name else Known(key, "")


def _lists(tables: Iterable[Mapping[str, str]]) -> dict[Known, tuple[str, ...]]:
    return {known(key): parts(value) for table in tables for key, value in table.items()}


def _own_places(files: list[SupplementFile]) -> Iterator[tuple[str, OwnPlace]]:
    seen: set[str] = set()
    for file in files:
        for key, place in file.place.items():
            if key in seen:
                raise KnowledgeError(f"data/places: '{key}' is there twice", "Rename one of them")
            seen.add(key)
            yield key, place


def demonyms() -> Iterator[tuple[Known, tuple[str, ...]]]:
    """Yield the states of data/actors with their adjectives and what their people are called.

    Adjectives that resemble neither belong to who rules there ("Taliban"), not to the country.
    """
    states = read_toml(STATES, StateFile, KnowledgeError).state
    for entry in states.values():
        names, people = parts(entry.names), parts(entry.people)
        stems = {word[:ALIKE] for word in names + people}
        adjectives = (word for word in parts(entry.adjectives) if word[:ALIKE] in stems)
        yield Known(names[0], entry.code or ""), (*people, *adjectives)


def newsrooms() -> Iterator[tuple[str, str]]:
    """Yield the outlets of data/actors by name, with the ISO code of where they are at home."""
    for outlet in read_toml(MEDIA, ActorFile, KnowledgeError).actor.values():
        home = parts(outlet.countries)
        yield from ((name, home[0]) for name in parts(outlet.names) if len(home) == 1)


ALIKE = 2  # letters with which "Spain", "Spanish" and "Spaniard" begin

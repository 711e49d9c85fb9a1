"""The files of parties: states, groups, organisations, outlets, roles, and the user's own rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.actor_index import ActorIndex, index_actors
from counterclaim.knowledge.actor_rows import add_rows
from counterclaim.knowledge.actors import (
    Actor,
    Alias,
    AliasKind,
    Roles,
    aliases,
    body_of,
    named,
    parts,
)
from counterclaim.knowledge.files import read_toml
from counterclaim.model.statement import MentionType

FOLDER = Path(__file__).parent.parent / "data" / "actors"
FILES = ("armed_groups.toml", "organisations.toml", "media.toml")


@dataclass(frozen=True, slots=True)
class StateEntry:
    """A state or region as it stands in states.toml, where each key is explained."""

    names: str
    code: str | None = None
    people: str = ""
    adjectives: str = ""
    capital: str = ""
    seats: dict[str, str] = field(default_factory=dict)
    claimed_by: str = ""
    part_of: str = ""
    years: str = ""
    valid: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """Any other party; the keys are explained in armed_groups.toml."""

    names: str
    type: MentionType | None = None
    short: str = ""
    metonyms: str = ""
    countries: str = ""
    years: str = ""
    valid: dict[str, str] = field(default_factory=dict)
    part_of: str = ""
    split_from: str = ""
    became: str = ""
    state_run: bool | None = None


@dataclass(frozen=True, slots=True)
class StateFile:
    """States by the last part of their id."""

    state: dict[str, StateEntry]


@dataclass(frozen=True, slots=True)
class ActorFile:
    """Parties by their id, and the type of those that give none."""

    type: MentionType
    actor: dict[str, ActorEntry]


@cache
def load_actors(dictionary: Path | None = None, digest: str = "") -> ActorIndex:
    """Read the built-in parties, then the rows of a case's own `actors.csv`.

    What was read is kept; a table of another digest is read anew.
    """
    del digest
    roles = read_toml(FOLDER / "roles.toml", Roles, KnowledgeError)
    actors = {actor.id: actor for actor in _built_in(roles)}
    if dictionary:
        add_rows(dictionary, actors)
    return index_actors(actors.values(), roles)


def _built_in(roles: Roles) -> Iterator[Actor]:
    states = read_toml(FOLDER / "states.toml", StateFile, KnowledgeError).state
    ids = {entry.code: f"government.{slug}" for slug, entry in states.items() if entry.code}
    for slug, entry in states.items():
        state = _state(f"government.{slug}", entry, ids)
        yield state
        yield from _bodies(state, entry, roles)
    for name in FILES:
        file = read_toml(FOLDER / name, ActorFile, KnowledgeError)
        yield from (_actor(id, entry, file.type) for id, entry in file.actor.items())


def _state(id: str, entry: StateEntry, ids: dict[str, str]) -> Actor:
    since, until = first_and_last(entry.years)
    home = entry.part_of or entry.code
    return Actor(
        id=id,
        name=parts(entry.names)[0],
        type=MentionType.GOVERNMENT,
        aliases=dated(_names_of_state(entry), entry.valid),
        code=entry.code,
        countries=(home,) if home and not entry.claimed_by else (),
        claimed_by=parts(entry.claimed_by),
        part_of=(ids[entry.part_of],) if entry.part_of else (),
        since=since,
        until=until,
    )


def _names_of_state(entry: StateEntry) -> Iterator[Alias]:
    people = parts(entry.people)
    yield from aliases(parts(entry.names), AliasKind.COUNTRY)
    yield from aliases(parts(entry.bodies.get("government", "")), AliasKind.FULL)
    yield from named(parts(entry.adjectives) or people[:1], AliasKind.ADJECTIVE)
    yield from named(people, AliasKind.DEMONYM)
    seats = entry.seats.get("government", "")
    yield from named(parts(entry.capital) + parts(seats), AliasKind.METONYM)


def _bodies(state: Actor, entry: StateEntry, roles: Roles) -> Iterator[Actor]:
    """Make those bodies of a state that have a name or a seat of their own."""
    for body in sorted({*entry.bodies, *entry.seats} - {"government"}):
        if body not in roles.body:
            raise KnowledgeError(f"{state.id}: unknown body '{body}'", "Add it to roles.toml")
        own = aliases(parts(entry.bodies.get(body, "")), AliasKind.FULL)
        seats = named(parts(entry.seats.get(body, "")), AliasKind.METONYM)
        yield body_of(state, body, roles, dated([*own, *seats], entry.valid))


def _actor(id: str, entry: ActorEntry, type: MentionType) -> Actor:
    since, until = first_and_last(entry.years)
    names = [
        *aliases(parts(entry.names), AliasKind.FULL),
        *aliases(parts(entry.short), AliasKind.SHORT),
        *named(parts(entry.metonyms), AliasKind.METONYM),
    ]
    return Actor(
        id=id,
        name=names[0].form,
        type=entry.type or type,
        aliases=dated(names, entry.valid),
        countries=parts(entry.countries),
        part_of=parts(entry.part_of),
        split_from=parts(entry.split_from),
        became=parts(entry.became),
        since=since,
        until=until,
        state_run=entry.state_run,
    )


def first_and_last(years: str) -> tuple[int | None, int | None]:
    """Read "1964-2017", "2007-" or "-2004"; an end that is left out is open."""
    first, _, last = years.partition("-")
    return int(first) if first else None, int(last) if last else None


def dated(names: Iterable[Alias], valid: dict[str, str]) -> tuple[Alias, ...]:
    """Give names the years in which they were in use."""
    if not valid:
        return tuple(names)
    return tuple(
        Alias(name.form, name.kind, *first_and_last(valid.get(name.form, ""))) for name in names
    )

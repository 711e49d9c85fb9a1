"""Event types, one file each: what each means, the words that tell of it, its codes elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.files import read_toml

Code = str | int


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """Words that tell of a type alike, by lemma.

    `verbs` may be followed by a particle, an object or a preposition, near by and not always next
    to them ("open fire"); the words of `nouns` stand side by side ("air strike"). One of `needs`
    must stand beside them in the tree, none of `bars` may; one of `objects` must be what it is
    done to. `weak` ones tell of an event of their own only where they can belong to no other.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    weak: bool = False


@dataclass(frozen=True, slots=True)
class EventType:
    """A type: its definition, the roles that its participants can have, its more general type.

    `triggers` are by language; `codes` by codebook and column, those of the parent where a type
    has none of its own. `follows` marks what comes after the violence that it is about. `detail` is
    how much of when, where, who, whom, what, with what and how many a text must say that speaks of
    such an event only once, else it tells nothing of it. `apart` marks what other violence is only
    where it hits the same sort of thing: a raid on a town is not the downing of a jet.
    """

    definition: str
    roles: tuple[str, ...]
    parent: str = ""
    detail: int | None = None
    follows: bool = False
    apart: bool = False
    triggers: Mapping[str, tuple[TriggerWords, ...]] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, Code]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class EventTypes:
    """All event types, by name. They are read once, and known by being the same."""

    types: Mapping[str, EventType] = field(default_factory=dict)

    def line(self, name: str) -> tuple[str, ...]:
        """Return a type and those above it, the nearest first."""
        return (name, *self.line(parent)) if (parent := self.types[name].parent) else (name,)

    def related(self, one: str, other: str) -> bool:
        """Whether one of two types is the other, or above it."""
        return one in self.line(other) or other in self.line(one)

    def kin(self, one: str, other: str) -> bool:
        """Whether two types have the same most general type."""
        return self.line(one)[-1] == self.line(other)[-1]

    def needs(self, name: str) -> frozenset[str]:
        """Return the words beside its triggers that make them tell of a type, in all languages."""
        groups = (group for each in self.types[name].triggers.values() for group in each)
        return frozenset(need for group in groups for need in group.needs)

    def detail(self, name: str) -> int:
        """Return the detail that a type asks for: its own, else that of one above it, else none."""
        asked = (self.types[one].detail for one in self.line(name))
        return next((detail for detail in asked if detail is not None), 0)

    def code(self, name: str, column: str) -> Code | None:
        """Return the code of a type in "codebook.column": its own, else that of one above it."""
        codebook, _, key = column.partition(".")
        codes = (self.types[one].codes.get(codebook, {}) for one in self.line(name))
        return next((found[key] for found in codes if key in found), None)

    def triggers(self, language: str) -> Iterator[tuple[str, TriggerWords]]:
        """Yield each type's groups of words in a language."""
        for name, known in self.types.items():
            for words in known.triggers.get(language, ()):
                yield name, words


def load_event_types(folders: Iterable[Path]) -> EventTypes:
    """Read the types of folders that hold `events`; the later file of a name wins.

    Raises KnowledgeError where a file is no event type, or names a parent that is none.
    """
    files = {path.stem: path for root in folders for path in sorted(root.glob("events/*.toml"))}
    types = {name: read_toml(path, EventType, KnowledgeError) for name, path in files.items()}
    for name, known in types.items():
        _check_parents(name, known, types)
    return EventTypes(types)


def _check_parents(name: str, known: EventType, types: Mapping[str, EventType]) -> None:
    above, seen = known.parent, {name}
    while above:
        if above not in types or above in seen:
            wrong = f"events/{name}.toml: '{above}' cannot be above it"
            raise KnowledgeError(wrong, f"Known types: {', '.join(sorted(set(types) - seen))}")
        seen.add(above)
        above = types[above].parent


@dataclass(frozen=True, slots=True, eq=False)
class EventWords:
    """The words of a language that bear on any event; entries are lemmas or lower-case words.

    What each list does stands beside it in `en/events.toml`.
    """

    effects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    general: frozenset[str] = frozenset()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

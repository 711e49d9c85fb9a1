"""A ledger for publication: the names of private persons are blotted out wherever they stand.

Public is who speaks for a known party or bears an office in the text. Everybody else who is named
is taken for private, a witness, a victim, a relative: too much is blotted out rather than too
little. Letters are blotted one by one, so that every span still fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.linking.offices import has_bare_office, is_office
from counterclaim.model.actor import Actor
from counterclaim.model.record import Ledger, Reading
from counterclaim.model.statement import Mention, MentionId, MentionType

BLOT = "█"
LEAST = 3
"""Letters of a part of a name that is looked for by itself: a surname, no initial."""
NAMED = frozenset({"known", "named", "titled", "called", "short", "described"})
LETTER = re.compile(r"\w")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’]s$")
BETWEEN = r"[\W_]{1,3}"
"""What stands between the words of a name: a blank, or what addresses have for one."""

OUTSIDE, END, NEVER = r"(?<![^\W_])", r"(?![^\W_])", r"(?!)"
"""Where a name may begin and end; what nothing is."""

Blotting = Callable[[str], str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class People:
    """The names of private persons, whole and in parts; whole names of public ones, and of places.

    A part of the former stays within the latter.
    """

    private: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()


def redacted(ledger: Ledger, index: ActorIndex) -> Ledger:
    """Return the ledger without the names of private persons; its ids stay what they were."""
    return blotted(ledger, people_in(ledger, index))


def blotted(value: T, people: People) -> T:
    """Return a value of dataclasses, tuples, mappings and strings with private names blotted out.

    A surname that a private person shares with a public one stays in the whole name of the latter.
    """
    found: T = _blotted(value, _blotting(people)) if people.private else value
    return found


def people_in(ledger: Ledger, index: ActorIndex) -> People:
    """Return whose names are blotted out, and whose are not."""
    spoken = {one.id: (one, reading) for reading in ledger.readings for one in reading.mentions}
    private, public = set[str](), set[str]()
    for actor in (each for each in ledger.actors if each.type is MentionType.PERSON):
        own = public if is_public(actor, spoken, index) else private
        own.update(name for name in _names(actor, spoken) if name[:1].isupper())
    known = {name for one in ledger.actors if one.known for name in (one.name, *one.aliases)}
    places = {one.place.name for one in ledger.places if one.place.country}
    taken = {word for name in known | places for word in _words(name)}
    kept = public | {one.place.name for one in ledger.places}
    whole = frozenset(name for name in kept if name.split()[1:])
    return People(frozenset({*private, *_parts(private, taken)}), whole)


def said_in(people: People, value: object) -> People:
    """Return those whose names may stand in a value: most of a large case do not."""
    said: set[str] = set()

    def note(text: str) -> str:
        """Take down the words of a string."""
        said.update(word.casefold() for word in _words(text))
        return text

    _blotted(value, note)
    both = (
        frozenset(name for name in names if {each.casefold() for each in _words(name)} <= said)
        for names in (people.private, people.public)
    )
    return People(*both)


def _names(actor: Actor, spoken: Mapping[MentionId, tuple[Mention, Reading]]) -> Iterator[str]:
    """Yield what an actor is called, nothing for one who has no name of its own."""
    named = [spoken[id][0].name for id in actor.mentions if id in spoken and _is_named(id, spoken)]
    if named:
        yield from (actor.name, *actor.aliases, *named)


def _is_named(id: MentionId, spoken: Mapping[MentionId, tuple[Mention, Reading]]) -> bool:
    return spoken[id][0].rule in NAMED


def _parts(names: Set[str], taken: Set[str]) -> Iterator[str]:
    for word in (word for name in names for word in _words(name)):
        if len(word) >= LEAST and word[0].isupper() and word not in taken:
            yield word


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text, without the ending of whose they are."""
    return (POSSESSIVE.sub("", word) for word in WORD.findall(text))


def is_public(
    actor: Actor, spoken: Mapping[MentionId, tuple[Mention, Reading]], index: ActorIndex
) -> bool:
    """Whether a person speaks for a known party, or bears an office by the words of the text."""
    if actor.known or actor.part_of:
        return True
    for mention, reading in (spoken[id] for id in actor.mentions if id in spoken):
        title = reading.document.quote(mention.span).removesuffix(mention.name).strip()
        if has_bare_office(mention, reading.document, index) or (title and is_office(title, index)):
            return True
    return False


def _blotting(people: People) -> Blotting:
    """Return what blots out names: whole ones in any case and address, single words as written."""
    whole = [name for name in people.private if name.split()[1:]]
    single = [name for name in people.private if not name.split()[1:]]
    patterns = [
        re.compile(rf"{OUTSIDE}(?:(?P<spared>{kept})|{_any(forms, joint)}){END}", flags)
        for forms, joint, kept, flags in (
            (whole, BETWEEN, NEVER, re.IGNORECASE),
            (single, " ", _any(people.public, " ") if people.public else NEVER, re.NOFLAG),
        )
        if forms
    ]

    def blot(text: str) -> str:
        """Put a blot for each letter of a name."""
        for pattern in patterns:
            text = pattern.sub(_blot_out, text)
        return text

    return blot


def _any(names: Iterable[str], between: str) -> str:
    """Return a pattern for any of some names, the longest first."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(between.join(map(re.escape, name.split())) for name in ordered)


def _blot_out(found: re.Match[str]) -> str:
    return found[0] if found["spared"] else LETTER.sub(BLOT, found[0])


def _blotted(value: Any, blot: Blotting) -> Any:
    """Blot out every string within a value, and keep all else."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else blot(value)
    if isinstance(value, (tuple, frozenset)):
        parts = [_blotted(each, blot) for each in value]
        return value._make(parts) if hasattr(value, "_make") else type(value)(parts)
    if isinstance(value, Mapping):
        return {_blotted(key, blot): _blotted(each, blot) for key, each in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        one.name: _blotted(getattr(value, one.name), blot) for one in fields(value) if one.init
    }
    return _with_its_id(replace(value, **changed), value)


def _with_its_id(new: Any, old: Any) -> Any:
    """Give a document the id of the text that it had: all links rest on it."""
    for one in (one for one in fields(old) if not one.init):
        object.__setattr__(new, one.name, getattr(old, one.name))
    return new

"""A ledger for publication: the names of private persons are blotted out wherever they stand.

Public is who speaks for a known party or bears an office in the text. Everybody else who is named
is taken for private, a witness, a victim, a relative: too much is blotted out rather than too
little. Letters are blotted one by one, so that every span still fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

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
BETWEEN = r"[\W_]{1,3}"
"""What stands between the words of a name: a blank, or what addresses have for one."""

Blotting = Callable[[str], str]


def redacted(ledger: Ledger, index: ActorIndex) -> Ledger:
    """Return the ledger without the names of private persons; its ids stay what they were."""
    names = private_names(ledger, index)
    return _blotted(ledger, _blotting(names)) if names else ledger


def private_names(ledger: Ledger, index: ActorIndex) -> frozenset[str]:
    """Return the names of private persons, whole and the words of each that are nobody else's."""
    spoken = {one.id: (one, reading) for reading in ledger.readings for one in reading.mentions}
    people = [actor for actor in ledger.actors if actor.type is MentionType.PERSON]
    private = {
        name
        for actor in people
        if not is_public(actor, spoken, index)
        for name in (actor.name, *actor.aliases, *_names(actor, spoken))
        if name[:1].isupper()
    }
    known = {name for one in ledger.actors if one.known for name in (one.name, *one.aliases)}
    places = {one.place.name for one in ledger.places if one.place.country}
    taken = {word for name in known | places for word in WORD.findall(name)}
    return frozenset({*private, *_parts(private, taken)})


def _names(actor: Actor, spoken: Mapping[MentionId, tuple[Mention, Reading]]) -> Iterator[str]:
    for mention, _ in (spoken[id] for id in actor.mentions if id in spoken):
        if mention.rule in NAMED:
            yield mention.name


def _parts(names: Set[str], taken: Set[str]) -> Iterator[str]:
    for word in (word for name in names for word in WORD.findall(name)):
        if len(word) >= LEAST and word[0].isupper() and word not in taken:
            yield word


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


def _blotting(names: Set[str]) -> Blotting:
    """Return what blots out names: whole ones in any case and address, single words as written."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    whole = [BETWEEN.join(map(re.escape, parts)) for name in longest if (parts := name.split())[1:]]
    single = [re.escape(name) for name in longest if not name.split()[1:]]
    patterns = [
        re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])", flags)
        for forms, flags in ((whole, re.IGNORECASE), (single, re.NOFLAG))
        if forms
    ]

    def blot(text: str) -> str:
        """Put a blot for each letter of a name."""
        for pattern in patterns:
            text = pattern.sub(lambda found: LETTER.sub(BLOT, found[0]), text)
        return text

    return blot


def _blotted(value: Any, blot: Blotting) -> Any:
    """Blot out every string within a value, and keep all else."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else blot(value)
    if isinstance(value, (tuple, frozenset)):
        return type(value)(_blotted(each, blot) for each in value)
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

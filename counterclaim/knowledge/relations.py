"""The words that say how two parties stand to each other, in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RelationFrame:
    """Words that state a relation, and how its two ends hang on them.

    `verbs` and `adjectives` have the subject as theirs, `nouns` as the one that they are said of
    ("its leader"), participles in `tied` as what they describe, the object before their hyphen
    ("Iran-backed"); `deeds` have it as their owner ("Rwanda's support for the rebels"). A `bare`
    frame needs no word of its own: "N. N. of the front". The object is that of the verb, or stands
    behind a preposition in `to`. Of verbs, one of `carrying` must be their object ("pledge
    allegiance"), or what they call it ("declare it a terrorist group"). What two do with each other
    is `mutual`: "A and B signed it", "talks between A and B". `turned` swaps the ends. `subjects`
    and `objects` are the types of mention that may stand there; none for any party.
    """

    predicate: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    tied: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    carrying: frozenset[str] = frozenset()
    bare: bool = False
    turned: bool = False
    mutual: bool = False
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class RelationWords:
    """Frames, the first that can be read wins; what each list of `words` does stands beside it."""

    frames: tuple[RelationFrame, ...] = ()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

"""The words of a language that carry attribution, stance and doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class CueGroup:
    """Words that attribute alike.

    `sort` is the class of the cue (statement, belief, ...). `takes` says where the content stands:
    `clause`, `infinitive`, `object`, `predicate` ("called it a lie"), `complement` (of the
    preposition in a two-word cue), or a preposition after the object. One of `needs` must be there.
    """

    sort: str
    words: tuple[str, ...]
    takes: tuple[str, ...] = ("clause",)
    needs: tuple[str, ...] = ()
    act: str = ""
    polarity: str = "+"
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words of doubt, the certainty they leave, and their band of likelihood (ICD 203), 0 to 1.

    `negated` says what a negation leaves of the doubt: `kept` the same, `lifted` none, `mirrored`
    the opposite band, `open` doubt without a band.
    """

    certainty: str
    words: tuple[str, ...]
    band: tuple[float, float] | None = None
    negated: Literal["kept", "lifted", "mirrored", "open"] = "kept"


@dataclass(frozen=True, slots=True)
class Signal:
    """Words in a content that show what its source does by saying it."""

    act: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words for one kind of evidence: by lemma, alone or after what makes them such evidence."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """Cues of speech and thought, by what they do; words of doubt, by how strong it is.

    `verbs`, `nouns` and `adjectives` are looked up by lemma; a second word is a particle, a
    preposition or an object ("point out", "cast doubt"). `according` are phrases whose complement
    is the source; `hearsay` adverbs name none. `evidence` is what a source may point to. `roles`
    are what people and bodies on record are called, by type of mention; `media` mark the name of a
    relay.
    """

    verbs: tuple[CueGroup, ...] = ()
    nouns: tuple[CueGroup, ...] = ()
    adjectives: tuple[CueGroup, ...] = ()
    according: tuple[str, ...] = ()
    hearsay: tuple[str, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    signals: tuple[Signal, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    media: tuple[str, ...] = ()
    lemmas: dict[str, str] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

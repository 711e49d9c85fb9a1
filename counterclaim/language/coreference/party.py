"""The mentions of one party as far as a text has been read, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.language.coreference.forms import Form, Scene
from counterclaim.language.coreference.vocabulary import Sort
from counterclaim.model.statement import MentionType

STEM = 4
"""Letters that a country and what is of it have in common at least: "Zaire", "Zairean"."""


@dataclass(slots=True)
class Party:
    """The mentions that are one party so far, and what they have in common."""

    number: int
    forms: list[Form] = field(default_factory=list)
    names: set[tuple[str, ...]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    types: set[MentionType] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    known: list[frozenset[str]] = field(default_factory=list)

    @property
    def last(self) -> Form:
        """The mention of it nearest before."""
        return self.forms[-1]

    def add(self, one: Form) -> None:
        """Take in a mention."""
        self.forms.append(one)
        if one.name:
            self.names.add(one.name)
            self.words.update(one.name)
            self.stems.update(word[:STEM] for word in one.name if len(word) >= STEM)
            self.initials.add(one.initials)
        if one.known:
            self.known.append(one.known)
        if one.sort is not Sort.SPEAKER and one.sort is not Sort.PRONOUN:
            self.lemmas.add(one.lemma)
            self.modifiers |= one.modifiers
            self.types.add(one.mention.type)
        self.wholes.add(one.whole)
        self.numbers.add(one.number)
        self.genders.add(one.gender)


@dataclass(frozen=True, slots=True)
class Pair:
    """A mention, and a party of the text that it may stand for."""

    one: Form
    party: Party
    scene: Scene

"""What people, bodies and things are called that reports of armed conflict speak of."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.model.statement import MentionType

Words = dict[MentionType, tuple[str, ...]]
"""Nouns by the type of what they name."""


@dataclass(frozen=True, slots=True, eq=False)
class MentionWords:
    """Nouns by which a noun phrase shows its type: in the singular, of one word or two.

    `people` are by the type of several of them: one soldier is a person, soldiers are military.
    `areas` are kinds of places. `named` are words within a name that show its type ("Brigade"),
    `first` those that begin one ("Lashkar"); `links` join its words, `articles` follow its first.
    `unless` lists words before a noun that make it a different thing ("think tank"), `several`
    nouns that stand for many in the singular. `measures` only count what follows. `before` is what
    stands before a name, in capitals too, and is no part of it. `makes` are what the name of a make
    begins with ("MiG-29"), `makers` are whose aircraft have numbers ("Boeing 737"), `ships` what
    stands before the name of a ship. `marks` maps labels of
    the learned reader to types, `sure` says from which score on its mark of a name or of a
    description counts. By `speakers` one or several speak of themselves; with `nobody` before it, a
    noun names none.
    """

    people: Words = field(default_factory=dict)
    bodies: Words = field(default_factory=dict)
    things: Words = field(default_factory=dict)
    named: Words = field(default_factory=dict)
    first: Words = field(default_factory=dict)
    makes: Words = field(default_factory=dict)
    before: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    speakers: Words = field(default_factory=dict)
    nobody: tuple[str, ...] = ()
    ships: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    unless: dict[str, tuple[str, ...]] = field(default_factory=dict)
    marks: dict[str, MentionType] = field(default_factory=dict)
    sure: dict[str, float] = field(default_factory=dict)

"""Whose act it is that somebody is held responsible for, and when that is their own word.

A document alone cannot know that a ministry and the jets it speaks of are of one state.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import AliasKind, is_state
from counterclaim.linking.actors import parties_behind
from counterclaim.model.event import Degree, Responsibility
from counterclaim.model.record import Actor, ActorId, Event, Reading
from counterclaim.model.statement import (
    Act,
    Mention,
    MentionId,
    MentionType,
    Statement,
    StatementId,
)
from counterclaim.model.text import DocumentId

LAID = frozenset({Degree.ACCUSED, Degree.ACCUSED_BY_AUTHORITIES, Degree.SUSPECTED})


@dataclass(frozen=True, slots=True)
class Court:
    """What is known of those who lay charges, and of those on whom they are laid."""

    index: ActorIndex
    mentions: Mapping[MentionId, Mention]
    statements: Mapping[StatementId, Statement]
    names: Mapping[tuple[ActorId, DocumentId], str]
    actors: Mapping[MentionId, Actor]
    behind: Mapping[ActorId, str]

    def power(self, mention: MentionId | None) -> str:
        """Return the state or known body behind a mention; empty where none is known."""
        if mention is None or mention not in self.mentions:
            return ""
        if actor := self.actors.get(mention):
            return self.behind.get(actor.id, "")
        one = self.mentions[mention]
        return self._people(one.name) if one.type in PEOPLES else ""

    def _people(self, name: str) -> str:
        """Return the state of a people: "Turkish"."""
        kinds = {AliasKind.ADJECTIVE, AliasKind.DEMONYM, AliasKind.COUNTRY}
        found = {one.actor.id for one in self.index.candidates(name) if one.alias.kind in kinds}
        return found.pop() if len(found) == 1 else ""


PEOPLES = frozenset({MentionType.NATIONALITY, MentionType.PLACE})


def settle_charges(
    events: Sequence[Event], readings: Sequence[Reading], actors: Sequence[Actor], index: ActorIndex
) -> tuple[Event, ...]:
    """Say for each charge whose act it is, and take what a party says of its own as its word."""
    actor_of = {mention: actor for actor in actors for mention in actor.mentions}
    court = Court(
        index=index,
        mentions={one.id: one for reading in readings for one in reading.mentions},
        statements={one.id: one for reading in readings for one in reading.statements},
        names=_names(readings, actor_of),
        actors=actor_of,
        behind=parties_behind(actors, index),
    )
    return tuple(_settled(event, court) for event in events)


def _names(
    readings: Sequence[Reading], actors: Mapping[MentionId, Actor]
) -> Mapping[tuple[ActorId, DocumentId], str]:
    """Return the fullest name that each document gives each party."""
    names: dict[tuple[ActorId, DocumentId], str] = {}
    for reading in readings:
        for one in reading.mentions:
            actor = actors.get(one.id)
            if actor is not None and one.rule in NAMES:
                key = actor.id, reading.document.id
                names[key] = _fuller(names.get(key, ""), " ".join(one.name.split()))
    return names


NAMES = frozenset({"known", "named", "short"})


def _fuller(*names: str) -> str:
    return max(names, key=lambda name: (len(name), name))


def _settled(event: Event, court: Court) -> Event:
    documents = tuple(dict.fromkeys(one.document for one in event.mentions))
    told = tuple(
        replace(one, value=_named(_owned_up(one.value, court), documents, court))
        for one in event.responsibility
        if not _may_be_own(one.value, court)
    )
    return replace(event, responsibility=told)


def _may_be_own(charge: Responsibility, court: Court) -> bool:
    """Whether it may be a confession: a command of no known state on the forces of one."""
    if not charge.degree.rule.endswith(".perhaps_own"):
        return False
    statement = court.statements.get(charge.statement or StatementId(""))
    return statement is None or not court.power(statement.source.mention)


def _owned_up(charge: Responsibility, court: Court) -> Responsibility:
    """Take for a claim what a state says of its own forces, or a group of its own people."""
    statement = court.statements.get(charge.statement or StatementId(""))
    mine = court.power(charge.mention)
    if statement is None or not mine or charge.degree.value not in LAID:
        return charge
    if court.power(statement.source.mention) != mine:
        return charge
    denies = statement.act.value in {Act.DENY, Act.DENY_RESPONSIBILITY}
    word = Degree.DENIED if denies else Degree.CLAIMED
    return replace(charge, degree=replace(charge.degree, value=word, rule=OWN))


OWN = "of_its_own_side"


def _named(charge: Responsibility, documents: Sequence[DocumentId], court: Court) -> Responsibility:
    """Name the party: the state that an organ acts for, a person's body, else itself.

    A party that the documents of the event know by its initials alone goes by them.
    """
    power = court.power(charge.mention)
    actor = court.actors.get(charge.mention) if charge.mention else None
    person = actor is not None and actor.type is MentionType.PERSON
    arms = actor is not None and actor.known != power and actor.type is MentionType.MILITARY
    if power and (person or (is_state(power) and not arms)):
        return replace(charge, whose=court.index.actor(power).name)
    if actor is None or not actor.known:
        return charge
    names = {court.names.get((actor.id, each), "") for each in documents} - {""}
    short = bool(names) and all(name.isupper() and " " not in name for name in names)
    return replace(charge, whose=_fuller(*names) if short else actor.name)

"""Whose voice a statement is: the party behind it, the office it is spoken from, who relayed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.linking.actors import parties_behind
from counterclaim.linking.naming import plain_name
from counterclaim.linking.offices import has_bare_office, is_office, state_named
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.record import Reading
from counterclaim.model.statement import (
    MentionId,
    MentionType,
    SourceType,
    Statement,
    StatementId,
)

UNNAMED = frozenset({SourceType.DESCRIBED, SourceType.UNNAMED})


@dataclass(frozen=True, slots=True)
class Voice:
    """What the words for a source tell of whose voice it is.

    `party` is the known party behind it; `office` says that it speaks from an office which any
    state has, and no more; `relay` names who passed on what somebody without a name said.
    """

    party: str = ""
    office: bool = False
    relay: str = ""


NO_VOICE = Voice()


@dataclass(frozen=True, slots=True)
class Voices:
    """The voice of each statement, and the known party behind each actor that has one."""

    of: Mapping[StatementId, Voice] = field(default_factory=dict)
    parties: Mapping[ActorId, str] = field(default_factory=dict)


def voices_of(readings: Sequence[Reading], actors: Sequence[Actor], index: ActorIndex) -> Voices:
    """Say for each statement whose voice it is, as far as its words and its document tell."""
    parties = parties_behind(actors, index)
    owners = {mention: actor.id for actor in actors for mention in actor.mentions}
    known = {mention: parties[owner] for mention, owner in owners.items() if owner in parties}
    found: dict[StatementId, Voice] = {}
    for reading in readings:
        officers = {owners[id] for id in _officers(reading, known, index) if id in owners}
        parties_named = _parties_named(reading, known)
        for statement in reading.statements:
            source = statement.source
            party = known.get(source.mention) if source.mention else None
            office = source.mention is not None and owners.get(source.mention) in officers
            found[statement.id] = _voice(
                statement, party or parties_named.get(source.name, ""), office, index
            )
    return Voices(found, parties)


def _voice(statement: Statement, party: str, office: bool, index: ActorIndex) -> Voice:
    if party:
        return Voice(party)
    if statement.source.type not in UNNAMED:
        return Voice(office=office)
    relay = plain_name(statement.via.name) if statement.via else ""
    described = is_office(statement.source.name, index)
    state = state_named(statement.source.name, index) if described else ""
    return Voice(state, office or described, relay)


def _parties_named(reading: Reading, known: Mapping[MentionId, str]) -> Mapping[str, str]:
    """Say of which one known party the words for people without a name speak: "a UN inquiry"."""
    named = [(each.span, known[each.id]) for each in reading.mentions if each.id in known]
    found: dict[str, str] = {}
    for source in (statement.source for statement in reading.statements):
        span = source.span if source.type in UNNAMED else None
        spoken_of = {party for each, party in named if span and each in span}
        if len(spoken_of) == 1:
            found.setdefault(source.name, spoken_of.pop())
    return found


def _officers(
    reading: Reading, known: Mapping[MentionId, str], index: ActorIndex
) -> Iterator[MentionId]:
    """Yield people beside whose name stands an office of a state, and nothing says of which."""
    for mention in reading.mentions:
        person = mention.type is MentionType.PERSON and mention.id not in known
        if person and has_bare_office(mention, reading.document, index):
            yield mention.id

"""What is known of those who lay charges, and of those on whom they are laid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import AliasKind
from counterclaim.linking.actors import parties_behind
from counterclaim.linking.known import is_bare_body
from counterclaim.linking.reports import PRONOUN
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.record import Reading
from counterclaim.model.statement import (
    Kind,
    Mention,
    MentionId,
    MentionType,
    Statement,
    StatementId,
)
from counterclaim.model.text import DocumentId, PassageKind


@dataclass(frozen=True, slots=True)
class Court:
    """What is known of those who lay charges, and of those on whom they are laid."""

    index: ActorIndex
    mentions: Mapping[MentionId, Mention]
    words: Mapping[MentionId, str]
    statements: Mapping[StatementId, Statement]
    names: Mapping[tuple[ActorId, DocumentId], str]
    actors: Mapping[MentionId, Actor]
    behind: Mapping[ActorId, str]
    filed: Mapping[MentionId, str]
    spoken: Mapping[MentionId, frozenset[str]]
    owners: Mapping[StatementId, MentionId]
    inside: Mapping[MentionId, Sequence[MentionId]]

    def power(self, mention: MentionId | None, country: str = "") -> str:
        """Return the state or known body behind a mention; empty where none is known.

        A body that every state has is that of the `country` in which it all happened.
        """
        one = self.mentions.get(mention) if mention else None
        if one is None:
            return ""
        actor = self.actors.get(one.id)
        known = self.behind.get(actor.id, "") if actor else ""
        if known or (actor and actor.type is MentionType.PERSON):
            return known
        if one.type in POWERS and not is_bare_body(one.name, self.index):
            return self._people(one.name)
        return self.body(one, country)

    def body(self, mention: Mention, country: str) -> str:
        """Return the state whose body is called by what every state has: "the government".

        "Its army" is the army of whoever it is, and no more; no report that never speaks of a
        country means a body of it, and one filed from another that it speaks of may mean either's.
        """
        told, filed = self.spoken.get(mention.id, frozenset()), self.filed.get(mention.id, country)
        either = filed != country and filed in told
        if country not in told or either or not is_bare_body(self.words[mention.id], self.index):
            return ""
        found = {one.actor.id for one in self.index.candidates(mention.name, None, country)}
        return self.index.head(found.pop()) if len(found) == 1 else ""

    def branch(self, mention: MentionId | None) -> str:
        """Return the name of the one branch that a group has in a country: "its Afghan wing"."""
        inside = self.inside.get(mention, ()) if mention else ()
        groups = {actor.known for one in inside if (actor := self.actors.get(one)) and actor.known}
        lands = {self.land(one) for one in inside} - {""}
        if not (groups and lands):
            return ""
        found = [
            each.name
            for each in self.index.actors.values()
            if not groups.isdisjoint(each.part_of) and not lands.isdisjoint(each.countries)
        ]
        return found[0] if len(found) == 1 else ""

    def land(self, mention: MentionId) -> str:
        """Return the country whose name or people a mention is."""
        power = self._people(self.mentions[mention].name)
        return (self.index.actor(power).code or "") if power else ""

    def _people(self, name: str) -> str:
        """Return the state of a people or of a seat: "Turkish", "Ankara"."""
        found = {one.actor.id for one in self.index.candidates(name) if one.alias.kind in STANDING}
        return self.index.head(found.pop()) if len(found) == 1 else ""


STANDING = frozenset({AliasKind.ADJECTIVE, AliasKind.DEMONYM, AliasKind.COUNTRY, AliasKind.METONYM})
POWERS = frozenset({MentionType.NATIONALITY, MentionType.PLACE, MentionType.GOVERNMENT})


def open_court(readings: Sequence[Reading], actors: Sequence[Actor], index: ActorIndex) -> Court:
    """Gather what is known of the parties of a case."""
    mentions = [one for reading in readings for one in reading.mentions]
    actor_of = {mention: actor for actor in actors for mention in actor.mentions}
    return Court(
        index=index,
        mentions={one.id: one for one in mentions},
        words={m.id: each.document.quote(m.span) for each in readings for m in each.mentions},
        statements={one.id: one for reading in readings for one in reading.statements},
        names=_names(readings, actor_of),
        actors=actor_of,
        behind=parties_behind(actors, index),
        inside=dict(pair for reading in readings for pair in _inside(reading)),
        owners=dict(pair for reading in readings for pair in _owners(reading)),
        filed={id: country for each in readings for id, country in _filed(each)},
        spoken=dict(pair for reading in readings for pair in _spoken(reading)),
    )


def _spoken(reading: Reading) -> Iterator[tuple[MentionId, frozenset[str]]]:
    """Yield the mentions of a report with the countries that it speaks of, or of places there."""
    lines = reading.document.passages(PassageKind.DATELINE)
    named = (each for each in reading.mentions if each.place)
    told = frozenset(
        one.place.value.country
        for one in named
        if one.place and not any(one.span.overlaps(line) for line in lines)
    ) - {""}
    yield from ((one.id, told) for one in reading.mentions)


def _filed(reading: Reading) -> Iterator[tuple[MentionId, str]]:
    """Yield the mentions of a report with the country that it was filed from."""
    lines = reading.document.passages(PassageKind.DATELINE)
    found = {
        one.place.value.country
        for one in reading.mentions
        if one.place and any(one.span.overlaps(line) for line in lines)
    }
    if len(found) == 1:
        [country] = found
        yield from ((one.id, country) for one in reading.mentions)


def _owners(reading: Reading) -> Iterator[tuple[StatementId, MentionId]]:
    """Yield the statements of people who are somebody's: "its chief", "their spokesman"."""
    meant = [one for one in reading.mentions if one.rule == PRONOUN and one.refers_to]
    told = [one for one in reading.statements if one.kind is Kind.INDIRECT]
    for statement in told:
        for one in meant:
            span = statement.source.span
            if one.refers_to and span and one.span != span and one.span in span:
                yield statement.id, one.refers_to


def _inside(reading: Reading) -> Iterator[tuple[MentionId, list[MentionId]]]:
    """Yield the mentions of bodies that have names within them: "its Afghan affiliate"."""
    wide = [one for one in reading.mentions if one.type in GROUPS and one.rule not in NAMES]
    for one in wide:
        found = [each.id for each in reading.mentions if each.span in one.span and each != one]
        if len(found) > 1:
            yield one.id, found


GROUPS = frozenset({MentionType.ORGANISATION, MentionType.ARMED_GROUP})


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
                names[key] = fuller(names.get(key, ""), " ".join(one.name.split()))
    return names


NAMES = frozenset({"known", "named", "short"})


def fuller(*names: str) -> str:
    """Return the longest of some names."""
    return max(names, key=lambda name: (len(name), name))

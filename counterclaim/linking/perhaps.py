"""Actors that may be one, each pair with the reason: for a person to decide, never joined here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.linking.naming import plain_name
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.record import Reading
from counterclaim.model.statement import Mention, MentionId, MentionType

LEAST_ACRONYM = 3
"""Letters of an acronym that may be made of a name's initials; shorter ones fit too many."""


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Two actors that may be one: the rules that say so, and a chance where one was measured."""

    one: ActorId
    other: ActorId
    reasons: tuple[str, ...]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """All actors of a case, where their mentions stand, and the known parties."""

    actors: Sequence[Actor]
    mentions: Mapping[MentionId, Mention]
    owners: Mapping[MentionId, Actor]
    index: ActorIndex


Found = Iterator[tuple[Actor, Actor, float | None]]
"""Two actors, and how likely they are one where that was measured."""


def perhaps_same(
    readings: Sequence[Reading], actors: Sequence[Actor], index: ActorIndex
) -> tuple[Perhaps, ...]:
    """Return the pairs of actors that may be one, with every reason, in the order of their ids."""
    company = Company(
        actors=actors,
        mentions={one.id: one for reading in readings for one in reading.mentions},
        owners={id: actor for actor in actors for id in actor.mentions},
        index=index,
    )
    reasons: dict[tuple[ActorId, ActorId], set[str]] = defaultdict(set)
    scores: dict[tuple[ActorId, ActorId], list[float]] = defaultdict(list)
    for rule in RULES:
        for one, other, score in rule(company):
            first, second = sorted((one.id, other.id))
            if first != second and not (one.known and other.known):
                reasons[first, second].add(rule.__name__)
                scores[first, second] += [score] if score is not None else []
    return tuple(
        Perhaps(*pair, tuple(sorted(told)), max(scores[pair], default=None))
        for pair, told in sorted(reasons.items())
    )


def stands_for_it_perhaps(company: Company) -> Found:
    """Take a mention that may stand for another, where that was left open."""
    for actor in company.actors:
        for mention in _mentions(actor, company):
            meant = mention.reference
            other = company.owners.get(meant.value) if meant and not mention.refers_to else None
            if meant and other:
                yield actor, other, meant.score


def same_surname(company: Company) -> Found:
    """Take a person of one word, and one whose full name ends with it."""
    people = [actor for actor in company.actors if actor.type is MentionType.PERSON]
    full = _by(people, lambda name: name.split()[-1:] if " " in name else [])
    for actor in people:
        if " " not in plain_name(actor.name):
            yield from _pairs(actor, full.get(plain_name(actor.name), ()))


def same_initials(company: Company) -> Found:
    """Take an acronym, and a name with these initials."""
    bodies = [actor for actor in company.actors if actor.type is not MentionType.PERSON]
    small = company.index.roles.small
    named = _by(bodies, lambda name: [_initials(name, small)] if " " in name else [])
    for actor in bodies:
        word = actor.name.replace(".", "")
        if word.isupper() and word.isalpha() and len(word) >= LEAST_ACRONYM:
            yield from _pairs(actor, named.get(word.casefold(), ()))


def shared_alias(company: Company) -> Found:
    """Take a name that known parties share, and each of those that the case speaks of."""
    known = {actor.known: actor for actor in company.actors if actor.known}
    for actor in company.actors:
        person = actor.type is MentionType.PERSON
        found = () if actor.known or person else company.index.candidates(actor.name)
        ids = dict.fromkeys(each.actor.id for each in found)
        yield from _pairs(actor, [known[id] for id in ids if id in known])


def longer_name(company: Company) -> Found:
    """Take a name, and a longer one that begins with it: a branch, or the same in full."""
    bodies = [actor for actor in company.actors if actor.type is not MentionType.PERSON]
    begun = _by(bodies, _beginnings)
    for actor in bodies:
        if " " in actor.name:
            yield from _pairs(actor, begun.get(plain_name(actor.name), ()))


RULES: tuple[Callable[[Company], Found], ...] = (
    stands_for_it_perhaps,
    same_surname,
    same_initials,
    shared_alias,
    longer_name,
)


def _mentions(actor: Actor, company: Company) -> Iterator[Mention]:
    return (company.mentions[id] for id in actor.mentions if id in company.mentions)


def _pairs(actor: Actor, others: Iterable[Actor]) -> Found:
    return ((actor, other, None) for other in others)


def _by(
    actors: Iterable[Actor], keys: Callable[[str], Sequence[str]]
) -> Mapping[str, Sequence[Actor]]:
    found: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        for key in dict.fromkeys(keys(plain_name(actor.name))):
            found[key].append(actor)
    return found


def _initials(name: str, small: Container[str]) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word not in small)


def _beginnings(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[:end]) for end in range(2, len(words))]

"""One party under the same name, or under names that one known party alone goes by.

Other parties of unlike names stay apart until a person joins them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import Actor as KnownActor
from counterclaim.linking.decisions import regrouped
from counterclaim.linking.naming import POSSESSIVE, Naming, namings_of
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.record import Reading, Review
from counterclaim.model.statement import MentionType
from counterclaim.model.text import digest

DESCRIPTIONS = frozenset({"role", "pronoun"})
"""Rules that find what somebody is called by, and no name: "his Pakistani driver"."""
ALONE = "stands_alone"
"""The rule of a mention that a reviewer has set apart."""


@dataclass(frozen=True, slots=True)
class Party:
    """What mentions of one actor have in common: an id, and the rule that put them together."""

    id: ActorId
    rule: str = field(compare=False)


def link_actors(
    readings: Sequence[Reading], reviews: Sequence[Review], index: ActorIndex | None = None
) -> tuple[Actor, ...]:
    """Bring the mentions of each party together: same type, same full name, or one's reference.

    With an index of known parties, all names of a known party are that party, where nothing
    speaks against it.
    """
    namings = {naming.mention.id: naming for naming in namings_of(readings, index)}
    parties = {id: _party(naming) for id, naming in namings.items()}
    alone = {id: Party(_alone(naming), ALONE) for id, naming in namings.items()}
    groups: dict[Party, list[Naming]] = defaultdict(list)
    for id, party in regrouped(parties, alone, reviews).items():
        groups[party].append(namings[id])
    actors = [_actor(party, members) for party, members in groups.items()]
    if index:
        actors = [_introduced(actor, groups[Party(actor.id, "")], index) for actor in actors]
    return tuple(sorted(actors, key=lambda actor: actor.id))


def parties_behind(actors: Sequence[Actor], index: ActorIndex) -> Mapping[ActorId, str]:
    """Return the known party whose voice each actor is, where there is one.

    A party of a case's own table, which the index may be without, is its own voice.
    """
    behind = {actor.id: actor.known or next(iter(actor.part_of), "") for actor in actors}
    return {
        id: index.head(known) if index.has(known) else known
        for id, known in behind.items()
        if known
    }


def known_alias(naming: Naming) -> ActorId | None:
    """Take a name that one known party alone goes by for that party."""
    return _known(naming, "known_alias")


def known_body(naming: Naming) -> ActorId | None:
    """Take the name of a body beside that of its state for the body of that state."""
    return _known(naming, "known_body")


def known_seat(naming: Naming) -> ActorId | None:
    """Take a capital or seat that makes a statement for the government that sits there."""
    return _known(naming, "known_seat")


def known_here(naming: Naming) -> ActorId | None:
    """Take a name that several known parties share for the one of which the document speaks."""
    return _known(naming, "known_here")


def described(naming: Naming) -> ActorId | None:
    """Take a description ("the ministry") for one party within its document only."""
    told = naming.common or naming.bare or naming.root.rule in DESCRIPTIONS
    return _in_document(naming) if told else None


def bare_surname(naming: Naming) -> ActorId | None:
    """Take a person of one word for one within its document only: many share a surname."""
    is_surname = naming.root.type is MentionType.PERSON and " " not in naming.name
    return _in_document(naming) if is_surname else None


def full_name(naming: Naming) -> ActorId:
    """Take the same full name and type for one party in all documents."""
    return ActorId(digest("actor", naming.root.type, naming.name))


RULES: tuple[Callable[[Naming], ActorId | None], ...] = (
    known_alias,
    known_body,
    known_seat,
    known_here,
    described,
    bare_surname,
    full_name,
)


def _party(naming: Naming) -> Party:
    return next(Party(id, rule.__name__) for rule in RULES if (id := rule(naming)))


def _known(naming: Naming, rule: str) -> ActorId | None:
    known = naming.known
    return ActorId(digest("actor", known.id)) if known and known.rule == rule else None


def _in_document(naming: Naming) -> ActorId:
    return ActorId(digest("actor", naming.document, naming.root.type, naming.name))


def _alone(naming: Naming) -> ActorId:
    return ActorId(digest("actor", naming.mention.id))


def _actor(party: Party, members: Sequence[Naming]) -> Actor:
    names = Counter(POSSESSIVE.sub("", " ".join(member.root.name.split())) for member in members)
    best = min(names, key=lambda name: (name.isupper(), -names[name], name))
    types = Counter(member.root.type for member in members)
    return Actor(
        id=party.id,
        name=best,
        type=min(types, key=lambda type: (-types[type], type)),
        aliases=tuple(sorted(names.keys() - {best})),
        mentions=tuple(member.mention.id for member in members),
        rule=party.rule,
    )


def _introduced(actor: Actor, members: Sequence[Naming], index: ActorIndex) -> Actor:
    """Add what is known of a party beforehand, or of those that a person speaks for."""
    known = {member.known.id: member.known for member in members if member.known}
    if actor.rule == ALONE:
        return actor
    if len(known) == 1:
        [id] = known
        return _as_known(actor, index.actor(id), members, index)
    offices = sorted({member.office for member in members if member.office})
    if len(offices) == 1:
        return replace(actor, part_of=_chain(offices[0], index))
    heads = {index.head(office) for office in offices}
    return replace(actor, part_of=tuple(heads)) if len(heads) == 1 else actor


def _as_known(
    actor: Actor, known: KnownActor, members: Sequence[Naming], index: ActorIndex
) -> Actor:
    rules = {member.known.rule for member in members if member.known}
    return replace(
        actor,
        name=known.name,
        type=known.type,
        aliases=tuple(sorted({actor.name, *actor.aliases} - {known.name})),
        rule=next(rule.__name__ for rule in RULES if rule.__name__ in rules),
        known=known.id,
        countries=known.countries,
        part_of=_chain(known.id, index)[1:],
    )


def _chain(id: str, index: ActorIndex) -> tuple[str, ...]:
    return tuple(actor.id for actor in index.chain(id))

"""One party under the same name; parties of unlike names stay apart until a person joins them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.linking.decisions import regrouped
from counterclaim.model.record import Actor, ActorId, Reading, Review
from counterclaim.model.statement import Mention, MentionId, MentionType
from counterclaim.model.text import DocumentId, digest

PARTIES = frozenset(
    {
        MentionType.PERSON,
        MentionType.ORGANISATION,
        MentionType.ARMED_GROUP,
        MentionType.GOVERNMENT,
        MentionType.MILITARY,
        MentionType.MEDIA,
    }
)
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention, and the mention of the same document whose name it goes by (often itself).

    `common` says that some document of the case writes the name without a capital.
    """

    document: DocumentId
    mention: Mention
    root: Mention
    common: bool

    @property
    def name(self) -> str:
        """The name that counts: in one case, with one blank, without a possessive."""
        return plain_name(self.root.name)


@dataclass(frozen=True, slots=True)
class Party:
    """What mentions of one actor have in common: an id, and the rule that put them together."""

    id: ActorId
    rule: str


def link_actors(readings: Sequence[Reading], reviews: Sequence[Review]) -> tuple[Actor, ...]:
    """Bring the mentions of each party together: same type, same full name, or one's reference."""
    namings = {naming.mention.id: naming for naming in _namings(readings)}
    parties = {id: _party(naming) for id, naming in namings.items()}
    alone = {id: Party(_alone(naming), "stands_alone") for id, naming in namings.items()}
    groups: dict[Party, list[Naming]] = defaultdict(list)
    for id, party in regrouped(parties, alone, reviews).items():
        groups[party].append(namings[id])
    actors = [_actor(party, members) for party, members in groups.items()]
    return tuple(sorted(actors, key=lambda actor: actor.id))


def plain_name(name: str) -> str:
    """Bring a name to the form in which equal names are equal."""
    return POSSESSIVE.sub("", " ".join(name.split()).casefold())


def _namings(readings: Sequence[Reading]) -> Iterable[Naming]:
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    common = {
        plain_name(mention.name)
        for reading in ordered
        for mention in _parties(reading)
        if mention.name.islower()
    }
    for reading in ordered:
        known = {mention.id: mention for mention in reading.mentions}
        for mention in _parties(reading):
            root = _root(mention, known)
            yield Naming(reading.document.id, mention, root, plain_name(root.name) in common)


def _parties(reading: Reading) -> list[Mention]:
    parties = [mention for mention in reading.mentions if mention.type in PARTIES]
    return sorted(parties, key=lambda mention: (mention.span, mention.id))


def _root(mention: Mention, known: Mapping[MentionId, Mention]) -> Mention:
    """Follow references to the mention that carries the name; a ring ends before it closes."""
    seen = {mention.id}
    while mention.refers_to and mention.refers_to in known and mention.refers_to not in seen:
        mention = known[mention.refers_to]
        seen.add(mention.id)
    return mention


def described(naming: Naming) -> ActorId | None:
    """Take a description ("the ministry") for one party within its document only."""
    return _in_document(naming) if naming.common else None


def bare_surname(naming: Naming) -> ActorId | None:
    """Take a person of one word for one within its document only: many share a surname."""
    is_surname = naming.root.type is MentionType.PERSON and " " not in naming.name
    return _in_document(naming) if is_surname else None


def full_name(naming: Naming) -> ActorId:
    """Take the same full name and type for one party in all documents."""
    return ActorId(digest("actor", naming.root.type, naming.name))


RULES: tuple[Callable[[Naming], ActorId | None], ...] = (described, bare_surname, full_name)


def _party(naming: Naming) -> Party:
    return next(Party(id, rule.__name__) for rule in RULES if (id := rule(naming)))


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

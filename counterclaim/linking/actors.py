"""One party under the same name, or under names that one known party alone goes by.

Other parties of unlike names stay apart until a person joins them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import Actor as KnownActor
from counterclaim.linking.decisions import regrouped
from counterclaim.linking.known import Known, is_bare_body, known_party, only_bearer
from counterclaim.linking.offices import office
from counterclaim.linking.settings import Setting, setting_of
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
ALONE = "stands_alone"
"""The rule of a mention that a reviewer has set apart."""
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention, and the mention of the same document whose name it goes by (often itself).

    `common` says that some document of the case writes the name without a capital, `bare` that
    every state has a body of that name. `known` is the known party it is, `office` the one that
    a person speaks for; `open` holds the one that it may be, where no other has the name.
    """

    document: DocumentId
    mention: Mention
    root: Mention
    common: bool
    bare: bool = False
    known: Known | None = None
    office: str | None = None
    open: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name that counts: in one case, with one blank, without a possessive."""
        return plain_name(self.root.name)


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
    namings = {naming.mention.id: naming for naming in _agreed([*_namings(readings, index)])}
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
    """Return the known party whose voice each actor is, where there is one."""
    behind = {actor.id: actor.known or next(iter(actor.part_of), "") for actor in actors}
    return {id: index.head(known) for id, known in behind.items() if known}


def plain_name(name: str) -> str:
    """Bring a name to the form in which equal names are equal."""
    return POSSESSIVE.sub("", " ".join(name.split()).casefold())


def _namings(readings: Sequence[Reading], index: ActorIndex | None) -> Iterable[Naming]:
    ordered = sorted(readings, key=lambda reading: reading.document.id)
    common = {
        plain_name(mention.name)
        for reading in ordered
        for mention in _parties(reading)
        if mention.name.islower()
    }
    for reading in ordered:
        known = {mention.id: mention for mention in reading.mentions}
        setting = setting_of(reading, index) if index else None
        for mention in _mentions(reading, setting):
            root = _root(mention, known)
            naming = Naming(reading.document.id, mention, root, plain_name(root.name) in common)
            naming = _recognised(naming, setting, index) if setting and index else naming
            if mention.type in PARTIES or naming.known:
                yield naming


def _agreed(namings: Sequence[Naming]) -> Iterable[Naming]:
    """Take a name left open in one document for the one known party it is in all others.

    Names of one party stay one actor so, where one document says less of it than another.
    """
    known: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for naming in namings:
        if naming.known:
            known[naming.name, naming.root.type is MentionType.PERSON].add(naming.known.id)
    for naming in namings:
        ids = known[naming.name, naming.root.type is MentionType.PERSON]
        left_open = not (naming.known or naming.bare or naming.common)
        if left_open and len(ids) == 1 and ids <= naming.open:
            yield replace(naming, known=Known(min(ids), "known_here"))
        else:
            yield naming


def _recognised(naming: Naming, setting: Setting, index: ActorIndex) -> Naming:
    """Say which known party a name stands for, or which one its bearer speaks for."""
    mention, root = naming.mention, naming.root
    known = known_party(mention, setting, index)
    if known is None and root.id != mention.id:
        known = known_party(root, setting, index)
    bare = is_bare_body(root.name, index)
    if naming.common and not (bare or root.name.isupper() or root.name.islower()):
        known = None
    person = known is None and mention.type is MentionType.PERSON
    return replace(
        naming,
        known=known,
        bare=bare,
        office=office(mention, setting, index) if person else None,
        open=only_bearer(root, setting, index),
    )


def _mentions(reading: Reading, setting: Setting | None) -> Iterable[Mention]:
    """Yield the parties of a document, then what is none unless it speaks: "Kabul said"."""
    yield from _parties(reading)
    for mention in reading.mentions if setting else ():
        if setting and mention.type not in PARTIES and mention.id in setting.voices:
            yield mention


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
    return _in_document(naming) if naming.common or naming.bare else None


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

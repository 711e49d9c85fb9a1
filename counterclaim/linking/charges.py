"""Whose act it is that somebody is held responsible for, and when that is their own word.

A document alone cannot know that a ministry and the jets it speaks of are of one state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import Actor as KnownActor
from counterclaim.knowledge.actors import AliasKind, is_state
from counterclaim.linking.actors import parties_behind
from counterclaim.linking.known import is_bare_body
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.event import Degree, Responsibility
from counterclaim.model.place import PlaceId, PlacePrecision
from counterclaim.model.record import Event, Reading, Told
from counterclaim.model.statement import (
    Act,
    Kind,
    Mention,
    MentionId,
    MentionType,
    Statement,
    StatementId,
)
from counterclaim.model.text import DocumentId, PassageKind

LAID = frozenset({Degree.ACCUSED, Degree.ACCUSED_BY_AUTHORITIES, Degree.SUSPECTED})


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
    countries: Mapping[PlaceId, str]
    filed: Mapping[MentionId, str]
    owners: Mapping[StatementId, MentionId]

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

        "Its army" is the army of whoever it is, and no more.
        """
        if not country or not is_bare_body(self.words[mention.id], self.index):
            return ""
        found = {one.actor.id for one in self.index.candidates(mention.name, None, country)}
        return self.index.head(found.pop()) if len(found) == 1 else ""

    def _people(self, name: str) -> str:
        """Return the state of a people or of a seat: "Turkish", "Ankara"."""
        found = {one.actor.id for one in self.index.candidates(name) if one.alias.kind in STANDING}
        return self.index.head(found.pop()) if len(found) == 1 else ""


STANDING = frozenset({AliasKind.ADJECTIVE, AliasKind.DEMONYM, AliasKind.COUNTRY, AliasKind.METONYM})
POWERS = frozenset({MentionType.NATIONALITY, MentionType.PLACE, MentionType.GOVERNMENT})


def settle_charges(
    events: Sequence[Event], readings: Sequence[Reading], actors: Sequence[Actor], index: ActorIndex
) -> tuple[Event, ...]:
    """Say for each charge whose act it is, and take what a party says of its own as its word."""
    mentions = [one for reading in readings for one in reading.mentions]
    actor_of = {mention: actor for actor in actors for mention in actor.mentions}
    court = Court(
        index=index,
        mentions={one.id: one for one in mentions},
        words={m.id: each.document.quote(m.span) for each in readings for m in each.mentions},
        statements={one.id: one for reading in readings for one in reading.statements},
        names=_names(readings, actor_of),
        actors=actor_of,
        behind=parties_behind(actors, index),
        owners=dict(pair for reading in readings for pair in _owners(reading)),
        filed={id: country for each in readings for id, country in _filed(each)},
        countries={one.place.value.id: one.place.value.country for one in mentions if one.place},
    )
    return tuple(_settled(event, court) for event in events)


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
    country = court.countries.get(event.place, "") if event.place else ""
    heard = [
        replace(one, value=of_its_own_side(one.value, court, country))
        for one in event.responsibility
        if not _may_be_own(one.value, court, country) and _acts(one.value, court)
    ]
    laid = {_identity(one, court, country) for one in heard if _is_laid(one.value)}
    told = tuple(
        replace(one, value=_named(one.value, documents, court, country))
        for one in heard
        if one.value.degree.rule != REJECTS or _identity(one, court, country) in laid
    )
    return replace(event, responsibility=told)


LEARNED = "learned"
PRONOUN = "pronoun"
REJECTS = "rejects_a_charge"
"""The rule by which a source rejects what may have been laid on somebody else."""


def _identity(told: Told[Responsibility], court: Court, country: str) -> str:
    """Return what charges against one party have in common."""
    power = court.power(told.value.mention, country)
    return power or told.actor or told.value.party.casefold()


def _is_laid(charge: Responsibility) -> bool:
    return charge.degree.value in LAID | {Degree.FACT, Degree.POSSIBLE}


def _acts(charge: Responsibility, court: Court) -> bool:
    """Whether a party is one that acts: a town does where it is the seat of a power.

    Of people who speak for nobody known, the learned reader cannot tell what is their own deed.
    """
    one = court.mentions.get(charge.mention) if charge.mention else None
    if charge.degree.rule == LEARNED and one and one.type is MentionType.PERSON:
        return bool(court.power(charge.mention))
    located = one.place if one and one.type is MentionType.PLACE else None
    place = located.value.precision if located else None
    return place in {None, PlacePrecision.COUNTRY} or bool(court.power(charge.mention))


def _may_be_own(charge: Responsibility, court: Court, country: str) -> bool:
    """Whether it may be a confession: a command of no known state on the forces of one."""
    if not charge.degree.rule.endswith(".perhaps_own"):
        return False
    statement = court.statements.get(charge.statement or StatementId(""))
    return statement is None or not court.power(statement.source.mention, country)


def of_its_own_side(charge: Responsibility, court: Court, country: str) -> Responsibility:
    """Take for a claim what a state says of its own forces, or a group of its own people."""
    statement = court.statements.get(charge.statement or StatementId(""))
    mine = court.power(charge.mention, country)
    if statement is None or not mine or charge.degree.value not in LAID:
        return charge
    source = statement.source.mention
    filed = court.filed.get(source, "") if source else ""
    whose = court.owners.get(statement.id)
    theirs = (court.power(each, here) for each in (source, whose) for here in (country, filed))
    if mine not in theirs:
        return charge
    denies = statement.act.value in {Act.DENY, Act.DENY_RESPONSIBILITY}
    word = Degree.DENIED if denies else Degree.CLAIMED
    return replace(charge, degree=replace(charge.degree, value=word, rule=of_its_own_side.__name__))


def _is_organ(actor: Actor | None) -> bool:
    """Whether a body of a state acts by itself, as armies and intelligence services do."""
    if actor is None:
        return False
    body = actor.known.rpartition(".")[2]
    if body in BRANCHES:
        return False
    return actor.type is MentionType.MILITARY or body in ORGANS


BRANCHES = frozenset({"air-force", "navy", "general-staff", "security-forces"})
"""Bodies of a state that act by its orders: what they do, it does."""
ORGANS = frozenset({"intelligence", "police"})


def _named(
    charge: Responsibility, documents: Sequence[DocumentId], court: Court, country: str
) -> Responsibility:
    """Name the party: the state that an organ acts for, a person's body, else itself.

    A party that the documents of the event know by its initials alone goes by them.
    """
    power = court.power(charge.mention, country)
    actor = court.actors.get(charge.mention) if charge.mention else None
    person = actor is not None and actor.type is MentionType.PERSON
    if power and (person or (is_state(power) and not _is_organ(actor))):
        return replace(charge, whose=court.index.actor(power).name)
    if actor is None or not actor.known:
        return charge
    names = {court.names.get((actor.id, each), "") for each in documents} - {""}
    own = [found for name in names if (found := _own_name(name, court.index.actor(actor.known)))]
    short = bool(names) and all(name.isupper() and " " not in name for name in names)
    if own or short:
        return replace(charge, whose=_fuller(*(own or names)))
    return replace(charge, whose=actor.name)


def _own_name(name: str, body: KnownActor) -> str:
    """Return the name that a service of a state does not share with those of others: "the ISI"."""
    if not body.id.startswith("government.") or body.type is MentionType.MILITARY:
        return ""
    full = [alias.form for alias in body.aliases if alias.kind is AliasKind.FULL]
    return next((each for each in full if name in {each, _initials(each)}), "")


def _initials(name: str) -> str:
    return "".join(letter for letter in name if letter.isupper())

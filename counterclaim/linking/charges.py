"""Whose act it is that somebody is held responsible for, and when that is their own word.

A document alone cannot know that a ministry and the jets it speaks of are of one state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import Actor as KnownActor
from counterclaim.knowledge.actors import AliasKind, is_state
from counterclaim.linking.court import Court, fuller, open_court
from counterclaim.model.actor import Actor
from counterclaim.model.event import Basis, Degree, Responsibility
from counterclaim.model.place import PlacePrecision
from counterclaim.model.record import Event, Reading, Told
from counterclaim.model.statement import Act, MentionType, StatementId
from counterclaim.model.text import DocumentId

LAID = frozenset({Degree.ACCUSED, Degree.ACCUSED_BY_AUTHORITIES, Degree.SUSPECTED})


def settle_charges(
    events: Sequence[Event], readings: Sequence[Reading], actors: Sequence[Actor], index: ActorIndex
) -> tuple[Event, ...]:
    """Say for each charge whose act it is, and take what a party says of its own as its word."""
    court = open_court(readings, actors, index)
    return tuple(_settled(event, court) for event in events)


def _settled(event: Event, court: Court) -> Event:
    documents = tuple(dict.fromkeys(one.document for one in event.mentions))
    country = _told_country(event)
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


def _told_country(event: Event) -> str:
    """Return the country that words place an event in; what the rest implies ties no body to it."""
    told = event.country is not None and event.country.basis is Basis.EXPLICIT
    return event.country.code if event.country and told else ""


LEARNED = "learned"
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
    owned = Degree.ADMITTED if statement.act.value is Act.CONCEDE else Degree.CLAIMED
    word = Degree.DENIED if denies else owned
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
    if branch := court.branch(charge.mention):
        return replace(charge, whose=branch)
    if actor is None or not actor.known:
        return charge
    names = {court.names.get((actor.id, each), "") for each in documents} - {""}
    own = [found for name in names if (found := _own_name(name, court.index.actor(actor.known)))]
    short = bool(names) and all(name.isupper() and " " not in name for name in names)
    if own or short:
        return replace(charge, whose=fuller(*(own or names)))
    return replace(charge, whose=actor.name)


def _own_name(name: str, body: KnownActor) -> str:
    """Return the name that a service of a state does not share with those of others: "the ISI"."""
    if not body.id.startswith("government.") or body.type is MentionType.MILITARY:
        return ""
    full = [alias.form for alias in body.aliases if alias.kind is AliasKind.FULL]
    return next((each for each in full if name in {each, _initials(each)}), "")


def _initials(name: str) -> str:
    return "".join(letter for letter in name if letter.isupper())

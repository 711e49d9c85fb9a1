"""One actor as a card: its names, what it says, and who speaks of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking.perhaps import perhaps_same
from counterclaim.model.record import Actor, ActorId
from counterclaim.model.statement import MentionType, StatementId
from counterclaim.model.text import DocumentId
from counterclaim.views.entries import Entries
from counterclaim.views.texts import is_spoken


@dataclass(frozen=True, slots=True)
class Likely:
    """Another actor that may be the same, the rules that say so, and a chance where measured."""

    id: ActorId
    name: str
    reasons: tuple[str, ...]
    score: float | None


@dataclass(frozen=True, slots=True)
class ActorCard:
    """An actor: the forms that documents use for it, and the statements it is the source of.

    `perhaps` are the actors that may be the same, for a person to decide.
    """

    id: ActorId
    name: str
    type: MentionType
    aliases: tuple[str, ...]
    forms: tuple[tuple[str, int], ...]
    documents: tuple[DocumentId, ...]
    says: tuple[StatementId, ...]
    rule: str
    known: str = ""
    part_of: tuple[str, ...] = ()
    perhaps: tuple[Likely, ...] = ()


def actor_card(actor: Actor, entries: Entries) -> ActorCard:
    """Arrange one actor. Forms are counted, the most frequent first."""
    found = [entries.mentions[id] for id in actor.mentions if id in entries.mentions]
    forms = Counter(reading.document.quote(mention.span) for mention, reading in found)
    return ActorCard(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        aliases=tuple(sorted(actor.aliases)),
        forms=tuple(sorted(forms.items(), key=lambda each: (-each[1], each[0]))),
        documents=tuple(dict.fromkeys(reading.document.id for _, reading in found)),
        says=says(actor, entries),
        rule=actor.rule,
        known=actor.known,
        part_of=actor.part_of,
        perhaps=perhaps(actor, entries),
    )


def perhaps(actor: Actor, entries: Entries) -> tuple[Likely, ...]:
    """Return the actors that may be the same, the likeliest first."""
    ledger = entries.ledger
    found = perhaps_same(ledger.readings, ledger.actors, load_actors())
    pairs = [each for each in found if actor.id in {each.one, each.other}]
    likely = (
        Likely(id, entries.actors[id].name, each.reasons, each.score)
        for each in pairs
        for id in {each.one, each.other} - {actor.id}
    )
    return tuple(sorted(likely, key=lambda one: (-(one.score or 0.0), one.name, one.id)))


def says(actor: Actor, entries: Entries) -> tuple[StatementId, ...]:
    """Return the statements that an actor is the source of, but for attitudes and intentions."""
    own = frozenset(actor.mentions)
    return tuple(
        statement.id
        for statement, _ in entries.statements.values()
        if statement.source.mention in own and is_spoken(statement)
    )

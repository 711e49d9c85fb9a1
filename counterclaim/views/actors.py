"""One actor as a card: its names, what it says, and who speaks of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from counterclaim.errors import UnknownId
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.statement import MentionType, StatementId
from counterclaim.model.text import DocumentId
from counterclaim.views.entries import Entries
from counterclaim.views.texts import is_spoken

LEAST_ID = 4
"""Letters of an id that are enough to mean it: fewer are as likely a name."""
NAMED = 5
"""How many actors are named that a name may mean."""
PRONOUN = "pronoun"
"""The rule of mentions that stand for a name: "it", "their"."""


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

    `pronouns` counts the words like "it" that stand for it. `perhaps` are the actors that may be
    the same, for a person to decide.
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
    pronouns: int = 0


def actor_card(actor: Actor, entries: Entries) -> ActorCard:
    """Arrange one actor. Forms are counted, the most frequent first."""
    found = [entries.mentions[id] for id in actor.mentions if id in entries.mentions]
    named = [(mention, reading) for mention, reading in found if mention.rule != PRONOUN]
    forms = Counter(reading.document.quote(mention.span) for mention, reading in named)
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
        pronouns=len(found) - len(named),
    )


def find_actor(name: str, actors: Sequence[Actor]) -> Actor:
    """Return the actor of a name, an id or the beginning of one.

    Raises UnknownId where the name is of none or of several, and names the nearest.
    """
    ways: tuple[Callable[[str, Sequence[Actor]], list[Actor]], ...]
    ways = (_of_id, _of_name, _known_by, _with_words)
    for way in ways:
        found = way(name.strip(), actors)
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownId(
                f"'{name}' may mean {_listed(found)}", "Give the id, or more of the name"
            )
    near = nearest_actors(name, actors)
    next_step = f"The nearest: {_listed(near)}" if near else "`counterclaim search` finds words"
    raise UnknownId(f"no actor here is called '{name}'", next_step)


def nearest_actors(name: str, actors: Iterable[Actor]) -> list[Actor]:
    """Return the actors whose names are spelled most like this one."""
    from difflib import get_close_matches

    named: dict[str, Actor] = {}
    for actor in actors:
        for each in _names(actor):
            named.setdefault(each, actor)
    near = get_close_matches(_plain(name), named, NAMED)
    return list({named[each].id: named[each] for each in near}.values())


def _names(actor: Actor) -> set[str]:
    return {_plain(each) for each in (actor.name, *actor.aliases)}


def _plain(name: str) -> str:
    from counterclaim.knowledge.actors import without_article
    from counterclaim.linking.naming import plain_name

    return plain_name(without_article(name))


def _of_id(name: str, actors: Sequence[Actor]) -> list[Actor]:
    id = name.lstrip("'").lower()
    exact = [actor for actor in actors if actor.id == id]
    begun = [actor for actor in actors if actor.id.startswith(id)]
    return exact or (begun if len(id) >= LEAST_ID and len(begun) == 1 else [])


def _of_name(name: str, actors: Sequence[Actor]) -> list[Actor]:
    plain = _plain(name)
    own = [actor for actor in actors if _plain(actor.name) == plain]
    return own or [actor for actor in actors if plain in _names(actor)]


def _known_by(name: str, actors: Sequence[Actor]) -> list[Actor]:
    """Take a name that a known party has, also where no document here calls it so."""
    from counterclaim.knowledge.actor_files import load_actors

    known = {each.actor.id for each in load_actors().candidates(name)}
    return [actor for actor in actors if actor.known and actor.known in known]


def _with_words(name: str, actors: Sequence[Actor]) -> list[Actor]:
    words = set(_plain(name).split())
    if not words:
        return []
    return [actor for actor in actors if any(words <= {*each.split()} for each in _names(actor))]


def _listed(actors: Sequence[Actor]) -> str:
    often = sorted(actors, key=lambda actor: (-len(actor.mentions), actor.name, actor.id))
    named = ", ".join(f"{actor.name} ({actor.type.value}, {actor.id})" for actor in often[:NAMED])
    return f"{named} and {len(actors) - NAMED} more" if len(actors) > NAMED else named


def perhaps(actor: Actor, entries: Entries) -> tuple[Likely, ...]:
    """Return the actors that may be the same, the likeliest first."""
    from counterclaim.knowledge.actor_files import load_actors
    from counterclaim.linking.perhaps import perhaps_same

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

"""Whose voice a statement is: the party behind it, the office it is spoken from, who relayed it.

What a party passes on is its word: "a statement, carried by its news agency".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import plain_form
from counterclaim.knowledge.denials import DenialWords, load_denials
from counterclaim.linking.actors import parties_behind
from counterclaim.linking.naming import POSSESSIVE, plain_name
from counterclaim.linking.offices import has_bare_office, is_office, state_named
from counterclaim.linking.reports import PRONOUN
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.record import Reading
from counterclaim.model.statement import (
    Mention,
    MentionId,
    MentionType,
    SourceType,
    Statement,
    StatementId,
)
from counterclaim.model.text import Span

UNNAMED = frozenset({SourceType.DESCRIBED, SourceType.UNNAMED})


@dataclass(frozen=True, slots=True)
class Voice:
    """What the words for a source tell of whose voice it is.

    `party` is the known party behind it; `office` says that it speaks from an office which any
    state has, and no more, `paper` that it is something written; `relay` names who passed on what
    somebody without a name said, or whose people they are; `body` is a body of an unknown state:
    "the Health Ministry".
    """

    party: str = ""
    office: bool = False
    paper: bool = False
    relay: str = ""
    body: str = ""

    @property
    def name(self) -> str:
        """A name for it that is surer than the words for the source; often none."""
        return self.relay or self.body


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
        papers = _papers(reading)
        whose, soldiers = dict(_owners(reading)), dict(_soldiers(reading, known))
        for statement in reading.statements:
            source = statement.source
            owner = whose.get(source.span) if source.span else None
            own = known.get(source.mention) if source.mention else None
            party = own or parties_named.get(source.name) or (known.get(owner.id) if owner else "")
            party = party or soldiers.get(source.name, "")
            office = source.mention is not None and owners.get(source.mention) in officers
            voice = _voice(statement, party or "", office, index)
            found[statement.id] = _less_known(voice, statement, owner, papers, known)
    return Voices(found, parties)


def _voice(statement: Statement, party: str, office: bool, index: ActorIndex) -> Voice:
    name = statement.source.name
    if party:
        return Voice(party)
    if statement.source.type not in UNNAMED:
        return Voice(office=office, body=_body(name, index))
    described = is_office(name, index)
    state = state_named(name, index) if described else ""
    return Voice(state, office or described, body=_body(name, index))


def _less_known(
    voice: Voice,
    statement: Statement,
    owner: Mention | None,
    papers: frozenset[str],
    known: Mapping[MentionId, str],
) -> Voice:
    """Say of a source without a name or a party who passed it on, or whose it is."""
    source, via = statement.source, statement.via
    if voice.party or source.type not in UNNAMED:
        return voice
    party = known.get(via.mention, "") if via and via.mention else ""
    relay = via.name if via else owner.name if owner else ""
    paper = not relay and not papers.isdisjoint(source.name.casefold().split())
    return replace(voice, party=party, relay=plain_name(relay), paper=paper)


def _papers(reading: Reading) -> frozenset[str]:
    """Return what is written and has no voice of its own: "a document", "the statement"."""
    return frozenset(_denial_words(reading).papers)


def _denial_words(reading: Reading) -> DenialWords:
    denials = load_denials().get(reading.document.language)
    return denials.words if denials else DenialWords()


def _owners(reading: Reading) -> Iterator[tuple[Span, Mention]]:
    """Yield the words for sources that begin with whose they are: "its spokesman"."""
    named, text = {one.id: one for one in reading.mentions}, reading.document.text
    meant = [one for one in reading.mentions if one.refers_to in named]
    owning = (each for each in meant if each.rule == PRONOUN or _owns(each, text))
    first = {one.span.begin: one for one in owning}
    for span in (statement.source.span for statement in reading.statements):
        one = first.get(span.begin) if span else None
        if span and one and one.refers_to and one.span != span:
            yield span, named[one.refers_to]


def _owns(mention: Mention, text: str) -> bool:
    """Whether words for a body are in the genitive: "the group's leader"."""
    return text[mention.span.end : mention.span.end + 2] in {"'s", "’s"}


def _body(name: str, index: ActorIndex) -> str:
    """Return the body of a state that a name is of, and not whose: "rebels' Health Ministry"."""
    words = name.split()
    begin = max((at + 1 for at, word in enumerate(words) if POSSESSIVE.search(word)), default=0)
    ends = range(len(words), begin, -1)
    forms = (plain_form(" ".join(words[begin:end])) for end in ends)
    found = next((index.bodies[form] for form in forms if form in index.bodies), "")
    return found if found != GOVERNMENT else ""


GOVERNMENT = "government"
"""Where two fight over a state, each has one of its own."""


def _soldiers(reading: Reading, known: Mapping[MentionId, str]) -> Iterator[tuple[str, str]]:
    """Yield people of rank, "Major N. N.", with the one army of which their report tells."""
    armies = {
        known[each.id]
        for each in reading.mentions
        if each.type is MentionType.MILITARY and each.id in known
    }
    ranks = frozenset(_denial_words(reading).ranks)
    for each in reading.mentions if len(armies) == 1 else ():
        words = reading.document.quote(each.span).casefold().split()
        if each.type is MentionType.PERSON and words[0].rstrip(".") in ranks:
            yield each.name, min(armies)


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

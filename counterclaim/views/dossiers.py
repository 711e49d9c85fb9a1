"""All that a case holds on one actor: its names, its words, what is said of it, what it did.

Of people no timeline is drawn (coding practice, safety); of those who hold no known office, nothing
is gathered but what they say on record themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from counterclaim.model.actor import Actor
from counterclaim.model.event import Estimate, Tie
from counterclaim.model.quantity import Number
from counterclaim.model.record import Event, Reading
from counterclaim.model.statement import Mention, MentionId, MentionType, Statement, StatementId
from counterclaim.model.text import DocumentId, Span, meets
from counterclaim.model.time import Days
from counterclaim.views.actors import ActorCard, actor_card
from counterclaim.views.entries import Entries
from counterclaim.views.events import ChargeCard, EventCard, charge_card, event_card, number
from counterclaim.views.statements import StatementCard, card, own_voice, speaker
from counterclaim.views.texts import is_spoken

OF_A_PERSON = "no timeline is drawn of a person: relations and events are left out"
OF_A_PRIVATE_PERSON = (
    "a person without a known office: only what is said on record is shown, nothing is gathered"
)


@dataclass(frozen=True, slots=True)
class NameUse:
    """One form of a name, how often it is written, and by which outlets."""

    form: str
    times: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationCard:
    """A relation to another party, whose word that is, and the words it was read from."""

    subject: str
    predicate: str
    object: str
    when: Days | None
    said_by: str
    statement: StatementId | None
    document: DocumentId
    outlet: str
    published: date | None
    words: str


@dataclass(frozen=True, slots=True)
class EstimateCard:
    """One number about an actor, whose word that is, and the words it was read from."""

    number: str
    said_by: str
    as_of: Days | None
    statement: StatementId | None
    document: DocumentId
    outlet: str
    published: date | None
    words: str


@dataclass(frozen=True, slots=True)
class EstimateRange:
    """What is measured of an actor, from the lowest to the highest number given for it.

    An end is None where a number leaves it open.
    """

    measure: str
    unit: str
    low: Number | None
    high: Number | None
    told: tuple[EstimateCard, ...]


@dataclass(frozen=True, slots=True)
class Involvement:
    """An event that an actor is told to have had a part in, the parts, and who charges it."""

    event: EventCard
    parts: tuple[str, ...]
    charges: tuple[ChargeCard, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything on one actor, each entry with its passage; `withheld` says what is left out."""

    actor: ActorCard
    names: tuple[NameUse, ...]
    says: tuple[StatementCard, ...]
    said_about: tuple[StatementCard, ...]
    relations: tuple[RelationCard, ...]
    estimates: tuple[EstimateRange, ...]
    events: tuple[Involvement, ...]
    withheld: str = ""


def dossier(actor: Actor, entries: Entries) -> Dossier:
    """Gather all on one actor, the oldest report first. The documents behind it must be entered."""
    shown = actor_card(actor, entries)
    person = actor.type is MentionType.PERSON
    private = person and not (actor.known or actor.part_of)
    own = {id: entries.mentions[id] for id in actor.mentions if id in entries.mentions}
    return Dossier(
        actor=shown,
        names=_names(own),
        says=_cards(shown.says, entries),
        said_about=() if private else _cards(_about(actor, entries), entries),
        relations=() if person else _relations(own, entries),
        estimates=() if private else _ranges(own, entries),
        events=() if person else _events(actor, entries),
        withheld=_withheld(person=person, private=private),
    )


def _withheld(*, person: bool, private: bool) -> str:
    if private:
        return OF_A_PRIVATE_PERSON
    return OF_A_PERSON if person else ""


def _names(own: Mapping[MentionId, tuple[Mention, Reading]]) -> tuple[NameUse, ...]:
    """Count each form, but not pronouns: those say nothing of who calls whom what."""
    outlets: dict[str, list[str]] = defaultdict(list)
    for mention, reading in own.values():
        if mention.rule != "pronoun":
            document = reading.document
            whose = own_voice(document)
            outlets[document.quote(mention.span)].append(whose)
    uses = (NameUse(form, len(by), tuple(sorted(set(by)))) for form, by in outlets.items())
    return tuple(sorted(uses, key=lambda use: (-use.times, use.form)))


def _about(actor: Actor, entries: Entries) -> Iterator[StatementId]:
    """Yield what others say with the actor named, or stood for, in their words."""
    own = frozenset(actor.mentions)
    spans = defaultdict[DocumentId, list[Mention]](list)
    for id in actor.mentions:
        if id in entries.mentions:
            mention, reading = entries.mentions[id]
            spans[reading.document.id].append(mention)
    for document, mentions in spans.items():
        for statement in entries.readings[document].statements:
            others = statement.source.mention not in own and is_spoken(statement)
            if others and _holds(statement, mentions):
                yield statement.id


def _holds(statement: Statement, mentions: Iterable[Mention]) -> bool:
    content = sorted(statement.content)
    return any(meets(mention.span, content) for mention in mentions)


def _cards(ids: Iterable[StatementId], entries: Entries) -> tuple[StatementCard, ...]:
    found = {id: entries.statements[id] for id in ids if id in entries.statements}
    return tuple(card(id, entries) for id in sorted(found, key=lambda id: _place(*found[id])))


def _place(statement: Statement, reading: Reading) -> tuple[date, str, str, Span]:
    """Order by day of publication, then as the text goes."""
    document = reading.document
    day = document.published or date.max
    return day, document.outlet, document.id, statement.content[0]


Own = Mapping[MentionId, tuple[Mention, Reading]]


def _readings(own: Own) -> Iterator[Reading]:
    yield from {reading.document.id: reading for _, reading in own.values()}.values()


def _relations(own: Own, entries: Entries) -> tuple[RelationCard, ...]:
    found = (
        _relation(tie, reading, entries)
        for reading in _readings(own)
        for tie in reading.ties
        if tie.subject in own or tie.object in own
    )
    return tuple(sorted(found, key=_when))


def _when(relation: RelationCard) -> tuple[date, date, str, str, str]:
    told = relation.published or date.max
    day = relation.when[0] if relation.when else told
    return day, told, relation.predicate, relation.document, relation.words


def _relation(tie: Tie, reading: Reading, entries: Entries) -> RelationCard:
    document = reading.document
    return RelationCard(
        subject=_party(tie.subject, entries),
        predicate=tie.predicate.value,
        object=_party(tie.object, entries),
        when=tie.when.value.days if tie.when else None,
        said_by=_said_by(tie.statement, reading, entries),
        statement=tie.statement,
        document=document.id,
        outlet=own_voice(document),
        published=document.published,
        words=" … ".join(document.quote(span) for span in tie.predicate.spans),
    )


def _party(id: MentionId, entries: Entries) -> str:
    actor = entries.actor_of.get(id)
    if actor:
        return actor.name
    return entries.mentions[id][0].name if id in entries.mentions else ""


def _said_by(id: StatementId | None, reading: Reading, entries: Entries) -> str:
    """Name who says it; what no source says is the outlet's own voice."""
    document = reading.document
    if id and id in entries.statements:
        return speaker(entries.statements[id][0], document)
    return own_voice(document)


def _ranges(own: Own, entries: Entries) -> tuple[EstimateRange, ...]:
    """Bring numbers of one measure and unit together, never their mean: each keeps its voice."""
    found: dict[tuple[str, str], list[tuple[Estimate, Reading]]] = defaultdict(list)
    for reading in _readings(own):
        for estimate in reading.estimates:
            if estimate.mention in own:
                key = estimate.measure, estimate.count.value.unit
                found[key].append((estimate, reading))
    return tuple(_range(*key, found[key], entries) for key in sorted(found))


def _range(
    measure: str, unit: str, found: list[tuple[Estimate, Reading]], entries: Entries
) -> EstimateRange:
    told = (_estimate(estimate, reading, entries) for estimate, reading in found)
    lows = [each.count.value.low for each, _ in found]
    highs = [each.count.value.high for each, _ in found]
    return EstimateRange(
        measure,
        unit,
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
        tuple(sorted(told, key=lambda each: (each.published or date.max, each.document))),
    )


def _estimate(estimate: Estimate, reading: Reading, entries: Entries) -> EstimateCard:
    document = reading.document
    return EstimateCard(
        number=number(estimate.count.value),
        said_by=_said_by(estimate.statement, reading, entries),
        as_of=estimate.as_of.value if estimate.as_of else None,
        statement=estimate.statement,
        document=document.id,
        outlet=own_voice(document),
        published=document.published,
        words=document.quote(estimate.span),
    )


def _events(actor: Actor, entries: Entries) -> tuple[Involvement, ...]:
    found = (_involvement(actor, event, entries) for event in entries.events.values())
    involved = [each for each in found if each.parts or each.charges]
    return tuple(sorted(involved, key=lambda each: (_day(each.event), each.event.id)))


def _day(card: EventCard) -> date:
    return card.when[0] if card.when else date.max


def _involvement(actor: Actor, event: Event, entries: Entries) -> Involvement:
    parts = {each.value.part.value for each in event.participants if each.actor == actor.id}
    charges = [
        charge_card(each, entries)
        for each in event.responsibility
        if each.actor == actor.id and each.telling in entries.tellings
    ]
    distinct = {(each.share, each.degree, each.held_by): each for each in reversed(charges)}
    kept = tuple(each for each in charges if each in distinct.values())
    return Involvement(event_card(event, entries), tuple(sorted(parts)), kept)

"""What a statement holds, ready to be held against others: its words, parties, numbers, event."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from counterclaim.knowledge.actors import plain_form
from counterclaim.knowledge.denials import Denials
from counterclaim.linking.claims import DENYING
from counterclaim.linking.speakers import Parties
from counterclaim.linking.voices import Voices
from counterclaim.linking.wording import Wording
from counterclaim.model.actor import Actor
from counterclaim.model.event import Degree, EventId
from counterclaim.model.quantity import Bound, Effect, Number
from counterclaim.model.record import Event, Reading
from counterclaim.model.statement import (
    Act,
    CueClass,
    Kind,
    Mention,
    MentionType,
    Polarity,
    Statement,
    StatementId,
)
from counterclaim.model.text import Document, Span
from counterclaim.model.time import Days

Keys = frozenset[str]
"""Names under which a party is known: its actor, the known party behind it, its plain name."""

Counted = tuple[Effect, Number, Number]
"""How many something befell, from the lowest to the highest."""

NOT_CHARGED = frozenset({Degree.UNCLAIMED, Degree.ACQUITTED})
WORD = re.compile(r"\w+(?:['’]\w+)*")
ENDLESS = float("inf")


@dataclass(frozen=True, slots=True, eq=False)
class Position:
    """A statement with all that may tell whether another one is on the same thing.

    `at` is the number of its sentence. `words` are those that tell of something, in a plain form;
    `hollow` says that none do ("the charge"), `points` that all only point to what was said before,
    `shows` that they begin by doing so ("this report"), `retells` that they speak of something said
    ("Tarn's version"). `voice` holds the names of its source, `home` its countries; `named`,
    `lands` and `charged` those that its content speaks of and holds responsible; `party` is the
    known party that speaks. `events` are told in its content, `beside` in its sentence or before.
    """

    document: Document
    statement: Statement
    at: int
    words: Keys
    hollow: bool
    points: bool
    shows: bool
    retells: bool
    negated: bool
    voice: Keys
    home: Keys
    named: Keys
    lands: Keys
    charged: Keys
    events: frozenset[EventId]
    beside: frozenset[EventId]
    counts: tuple[Counted, ...] = ()
    days: frozenset[Days] = frozenset()
    places: Keys = frozenset()
    party: str = ""

    @property
    def id(self) -> StatementId:
        """The statement's own id."""
        return self.statement.id

    @property
    def act(self) -> Act:
        """What the source does in saying it."""
        return self.statement.act.value

    @property
    def denies(self) -> bool:
        """Whether it denies something, by its polarity or its act."""
        return self.statement.polarity.value is Polarity.FALSE or self.act in DENYING

    @property
    def open(self) -> bool:
        """Whether the source says neither yes nor no."""
        return self.statement.polarity.value is Polarity.OPEN

    @property
    def begin(self) -> int:
        """Where its content begins."""
        return self.statement.content[0].begin

    @property
    def content(self) -> str:
        """The words said, as they stand."""
        return " ".join(self.document.quote(span) for span in self.statement.content)

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Where it stands among all: by day, document and place in the text."""
        return self.document.published or date.max, self.document.id, self.begin, self.id


@dataclass(slots=True)
class Told:
    """What events hold of each statement and document."""

    charged: dict[StatementId, set[str]] = field(default_factory=lambda: defaultdict(set))
    counts: dict[StatementId, set[Counted]] = field(default_factory=lambda: defaultdict(set))
    events: dict[str, list[tuple[int, EventId]]] = field(default_factory=lambda: defaultdict(list))


def positions_of(
    readings: Sequence[Reading],
    events: Sequence[Event],
    actors: Sequence[Actor],
    voices: Voices,
    known: Mapping[str, Denials],
) -> tuple[Position, ...]:
    """Return what every source holds or leaves open, as far as it was told."""
    homes = {each.known: each.countries[0] for each in actors if each.known and each.countries}
    meant = {id: actor for actor in actors for id in actor.mentions}
    parties = Parties(meant, voices, homes)
    told = _told(events, parties)
    found = []
    for reading in readings:
        if denials := known.get(reading.document.language):
            wording = Wording.of(denials.words)
            found += [*_positions(reading, parties, told, wording)]
    return tuple(sorted(found, key=lambda each: each.order))


def _told(events: Sequence[Event], parties: Parties) -> Told:
    told = Told()
    for event in events:
        for mention in event.mentions:
            told.events[mention.document].append((mention.trigger.span.begin, event.id))
        for charge in (each for each in event.responsibility if each.value.statement):
            value = charge.value
            if value.statement and value.degree.value not in NOT_CHARGED | {Degree.DENIED}:
                named = plain_form(value.party), plain_form(value.whose)
                names = {*named, *parties.keys(value.mention)}
                told.charged[value.statement] |= names - {""}
        for toll in (each.value for each in event.tolls):
            count = toll.count.value
            if toll.statement and count.bound is not Bound.UNQUANTIFIED:
                told.counts[toll.statement].add(_counted(toll.effect, count.low, count.high))
    for places in told.events.values():
        places.sort()
    return told


def _counted(effect: Effect, low: Number | None, high: Number | None) -> Counted:
    return effect, low or 0, ENDLESS if high is None else high


def _positions(
    reading: Reading, parties: Parties, told: Told, wording: Wording
) -> Iterator[Position]:
    begins = [account.span.begin for account in reading.accounts]
    reading = replace(reading, mentions=tuple(sorted(reading.mentions, key=_begin)))
    for statement in reading.statements:
        if not _holds(statement):
            continue
        at = bisect_right(begins, statement.content[0].begin) - 1
        sentence = reading.accounts[at].span if at >= 0 else statement.content[0]
        yield _position(reading, statement, (at, sentence), parties, told, wording)


def _holds(statement: Statement) -> bool:
    told = statement.kind is not Kind.NARRATION and statement.cue_class is not CueClass.ATTITUDE
    return told and bool(statement.content)


def _position(
    reading: Reading,
    statement: Statement,
    place: tuple[int, Span],
    parties: Parties,
    told: Told,
    wording: Wording,
) -> Position:
    document, content = reading.document, statement.content
    told_so = [word for span in content for word in WORD.findall(document.quote(span).casefold())]
    said = wording.without_verdict(told_so) if statement.act.value in DENYING else told_so
    inside = [each for span in content for each in _begun_in(reading.mentions, span)]
    counts = {*told.counts.get(statement.id, ()), *_counts(inside)}
    here = told.events.get(document.id, [])
    events = {id for begin, id in here if _within(begin, content)}
    return Position(
        document=document,
        statement=statement,
        at=place[0],
        words=wording.plain(said),
        hollow=wording.hollow(said),
        points=wording.points(said),
        shows=wording.shows(said),
        retells=wording.retells(said),
        negated=wording.negated(said),
        voice=_voice(statement, parties),
        home=_home(statement, reading, parties),
        named=frozenset(key for each in inside for key in _keys(each, parties)),
        lands=frozenset(land for each in inside for land in parties.lands(each)),
        charged=frozenset(told.charged.get(statement.id, ())),
        events=frozenset(events),
        beside=frozenset(events | _beside(here, place[1], content[0].begin)),
        counts=tuple(sorted(counts)),
        days=frozenset(
            each.time.value.days for each in inside if each.time and each.time.value.days
        ),
        places=frozenset(_place(each) for each in inside if each.type is MentionType.PLACE),
        party=_party(statement, parties),
    )


def _begin(mention: Mention) -> int:
    return mention.span.begin


def _begun_in(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Return the mentions, given in the order of the text, that begin in a span."""
    first, end = (bisect_left(mentions, at, key=_begin) for at in (span.begin, span.end))
    return mentions[first:end]


def _within(at: int, spans: Sequence[Span]) -> bool:
    return any(span.begin <= at < span.end for span in spans)


def _place(mention: Mention) -> str:
    return mention.place.value.id if mention.place else plain_form(mention.name)


def _counts(mentions: Sequence[Mention]) -> Iterator[Counted]:
    for number in (each.quantity.value for each in mentions if each.quantity):
        if number.effect and number.low is not None:
            yield _counted(number.effect, number.low, number.high)


def _keys(mention: Mention, parties: Parties) -> Iterator[str]:
    yield from parties.keys(mention.id)
    yield from parties.keys(mention.refers_to)


def _party(statement: Statement, parties: Parties) -> str:
    voice = parties.voices.of.get(statement.id)
    return voice.party if voice else ""


def _voice(statement: Statement, parties: Parties) -> Keys:
    source = statement.source
    names = {plain_form(source.name), *parties.keys(source.mention), _party(statement, parties)}
    return frozenset(names - {""})


def _home(statement: Statement, reading: Reading, parties: Parties) -> Keys:
    """Return the countries that the words for a source name, and that of the party itself."""
    span, mention = statement.source.span, statement.source.mention
    actor = parties.actors.get(mention) if mention else None
    voice = parties.voices.of.get(statement.id)
    own = {*actor.countries[:1]} if actor else set()
    if voice and voice.party in parties.homes:
        own.add(parties.homes[voice.party])
    near = _begun_in(reading.mentions, span) if span else ()
    named = [each for each in near if span and each.span in span]
    return frozenset(own.union(*(parties.lands(each) for each in named)))


def _beside(here: Sequence[tuple[int, EventId]], sentence: Span, begin: int) -> set[EventId]:
    """Return the events told in a sentence, or else the last one told before it."""
    found = {id for at, id in here if sentence.begin <= at < sentence.end}
    before = [id for at, id in here if at < begin]
    return found or set(before[-1:])

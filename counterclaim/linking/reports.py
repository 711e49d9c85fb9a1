"""A telling with what the linking of events looks at: whose, when, where, of whom, beside whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from counterclaim.linking.naming import plain_name
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import Claim, ClaimId
from counterclaim.model.event import Part, Telling, TellingId
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.quantity import Quantity
from counterclaim.model.record import Reading
from counterclaim.model.statement import (
    Kind,
    Mention,
    MentionId,
    MentionType,
    SourceType,
    Statement,
    StatementId,
)
from counterclaim.model.text import Document, Span, meets
from counterclaim.model.time import Days, Precision, Relation, Time

PRONOUN = "pronoun"
"""The rule of mentions that are pronouns: they are as many as the style of a report has it."""

MAKE = "make"
"""The rule of makes and ships, "Boeing 777", whose names tell what a text is about as well."""
NAMED = frozenset(
    {
        *(MentionType.PERSON, MentionType.ORGANISATION, MentionType.ARMED_GROUP),
        *(MentionType.GOVERNMENT, MentionType.MILITARY, MentionType.PLACE),
    }
)
"""Mentions whose names tell what a text is about."""

Marks = frozenset[str]
"""What may tell one happening from another: names, days, numbers of dead and injured."""

WORD = re.compile(r"[^\W\d_]+")
LONG = 4
"""Letters of a word that may tell what a text is about."""

LEAST_NUMBER = 3
"""Smaller tolls are much the same everywhere."""
FIRM = frozenset({"time_of_trigger", "place_of_trigger", "time_in_sentence"})
"""Rules of reading that leave no doubt of which event a day or a place is told."""
DRAWN = frozenset(
    {
        *("country_of_who_acts", "place_of_what_it_follows"),
        *("only_country_told", "country_of_rescuers", "only_country_named"),
        *("place_of_dateline", "since_what_it_follows"),
    }
)
"""Rules that draw a place or days from the rest of a text: they join no tellings."""
TO_THE_DAY = frozenset({Precision.CLOCK, Precision.PART_OF_DAY, Precision.DAY})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is on record, by one name for each party; empty for the outlets' own words."""

    name: str
    named: bool


NARRATION = Voice("", named=True)
BODIES = frozenset({MentionType.MILITARY, MentionType.GOVERNMENT, MentionType.ARMED_GROUP})
"""Mentions of parties, which speak as such: "the army"."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the ledger says: whom a mention means, a statement's claim and voice.

    `countries` are the countries that are named, each by its code, as places.
    """

    parties: Mapping[MentionId, ActorId]
    claims: Mapping[StatementId, ClaimId]
    voices: Mapping[StatementId, Voice]
    countries: Mapping[str, Place]

    def voice(self, statement: StatementId | None) -> Voice:
        """Return who says what a statement holds; what no statement holds the outlet says."""
        return self.voices.get(statement, NARRATION) if statement else NARRATION

    def party(self, mention: MentionId | None) -> ActorId | None:
        """Return the party that a mention means, where it is known."""
        return self.parties.get(mention) if mention else None


@dataclass(frozen=True, slots=True)
class Report:
    """A telling in its document.

    `place` is where the event itself lies, as far as that is known; `drawn` where it lies by what
    else its document says. `beside` holds the marks in the sentences that speak of it, `about`
    those of the whole document, `named` its places, `lands` their countries; `told_in` and `words`
    hold the words of both, `victims` and `targets` those for who and what was hit. `foremost`
    says that its document tells of nothing else so often.
    """

    document: Document
    telling: Telling
    place: Place | None
    beside: Marks
    about: Marks
    named: frozenset[PlaceId]
    lands: frozenset[str]
    told_in: Marks
    words: Marks
    victims: Marks
    targets: Marks
    foremost: bool
    drawn: Place | None = None

    @property
    def id(self) -> TellingId:
        """The telling's own id, to which reviews point."""
        return self.telling.id

    @property
    def days(self) -> Days | None:
        """The first and the last day on which it can have happened, where both are told."""
        when = self.telling.when
        return self.drawn_days if when and when.rule not in DRAWN else None

    @property
    def drawn_days(self) -> Days | None:
        """Its days, also where they are only drawn from what it follows."""
        when = self.telling.when
        return when.value.days if when and when.value.relation is Relation.IN else None

    @property
    def firm_days(self) -> Days | None:
        """Its days, where the words for them hang on those that speak of the event."""
        when = self.telling.when
        return self.days if when and when.rule in FIRM else None

    @property
    def firm_place(self) -> Place | None:
        """Its place, where the words for it hang on those that speak of the event."""
        place = self.telling.place
        return self.place if place and place.rule in FIRM else None

    @property
    def order(self) -> tuple[date, str, int, str]:
        """Where the telling stands among all: by day of publication, document, place in it."""
        begin = min(trigger.span.begin for trigger in self.telling.triggers)
        return self.document.published or date.max, self.document.id, begin, self.id


def surroundings_of(
    readings: Sequence[Reading], actors: Sequence[Actor], claims: Sequence[Claim]
) -> Surroundings:
    """Look up what the linking of parties and claims has found."""
    parties = {mention: actor.id for actor in actors for mention in actor.mentions}
    mentions = [one for reading in readings for one in reading.mentions]
    places = {one.place.value.id: one.place.value for one in mentions if one.place}
    lands = (places[id] for id in sorted(places) if places[id].precision is PlacePrecision.COUNTRY)
    bodies = {one.id for one in mentions if one.type in BODIES}
    return Surroundings(
        parties=parties,
        countries={at.country: at for at in lands},
        claims={stance.statement: claim.id for claim in claims for stance in claim.stances},
        voices={
            statement.id: _voice(statement, parties, bodies)
            for reading in readings
            for statement in reading.statements
        },
    )


def _voice(
    statement: Statement, parties: Mapping[MentionId, ActorId], bodies: Set[MentionId]
) -> Voice:
    """Return who is on record: a body is named also where it goes by what every country has."""
    source = statement.source
    if statement.kind is Kind.NARRATION:
        return NARRATION
    party = parties.get(source.mention) if source.mention else None
    named = source.type is SourceType.NAMED or source.mention in bodies
    return Voice(party or plain_name(source.name), named)


def reports_of(reading: Reading, around: Surroundings) -> Iterator[Report]:
    """Yield the tellings of a reading, each with the place of its event and what is beside it."""
    mentions = {each.id: each for each in reading.mentions}
    published = reading.document.published
    told = (each for each in reading.mentions if each.rule != PRONOUN)
    found = ((each, _mark(each, around, published)) for each in told)
    marks = [(mention.span, mark) for mention, mark in found if mark]
    places = [each.place.value for each in reading.mentions if each.place]
    named = frozenset(place.id for place in places)
    lands = frozenset(place.country for place in places if place.country)
    words = _words(reading.document.text) if reading.tellings else frozenset()
    most = max((len(each.triggers) for each in reading.tellings), default=0)
    for telling in reading.tellings:
        place = mentions[telling.place.value].place if telling.place else None
        drawn = telling.place is not None and telling.place.rule in DRAWN
        sentences = _sentences(reading, telling)
        yield Report(
            document=reading.document,
            telling=telling,
            place=place.value if place and not drawn else None,
            drawn=place.value if place and drawn else None,
            beside=frozenset(mark for span, mark in marks if meets(span, sentences)),
            about=frozenset(mark for _, mark in marks),
            named=named,
            lands=lands,
            told_in=_words(*(reading.document.quote(span) for span in sentences)),
            words=words,
            victims=_words(*_named(telling, Part.VICTIM)),
            targets=_words(*_named(telling, Part.TARGET)),
            foremost=len(telling.triggers) == most,
        )


def _words(*texts: str) -> Marks:
    """Return the words that may tell what a text is about: short ones and numbers tell little."""
    found = (word for text in texts for word in WORD.findall(text.casefold()))
    return frozenset(word for word in found if len(word) >= LONG)


def _named(telling: Telling, part: Part) -> Iterator[str]:
    return (each.text for each in telling.participants if each.part is part)


def _mark(mention: Mention, around: Surroundings, published: date | None) -> str:
    """Return what equal names, days and numbers have in common; empty for what tells little."""
    if mention.type in NAMED:
        return _name(mention, around)
    if mention.rule == MAKE:
        return _maker(mention)
    if mention.time:
        return _day(mention.time.value, published)
    return _number(mention.quantity.value) if mention.quantity else ""


def _name(mention: Mention, around: Surroundings) -> str:
    if party := around.parties.get(mention.id):
        return party
    place = mention.place.value if mention.place else None
    return place.id if place and place.geonameid else plain_name(mention.name)


def _maker(mention: Mention) -> str:
    """Name a make as far as reports agree on it: "the Boeing", "the Boeing 777"."""
    words = plain_name(mention.name).split()
    return " ".join(word for word in words if word.isalpha()) or " ".join(words)


def _day(time: Time, published: date | None) -> str:
    """Name a day, but for that of the report itself."""
    if time.precision not in TO_THE_DAY or time.days is None or time.days[0] == published:
        return ""
    return time.days[0].isoformat()


def _number(number: Quantity) -> str:
    if number.effect is None or number.low is None or number.low < LEAST_NUMBER:
        return ""
    return f"{number.low} {number.effect}"


def _sentences(reading: Reading, telling: Telling) -> Sequence[Span]:
    spans = sorted(trigger.span for trigger in telling.triggers)
    return [each.span for each in reading.accounts if meets(each.span, spans)]

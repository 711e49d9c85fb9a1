"""Made-up readings in any number, and what it takes to link them: `python -m evaluation.load 5000`.

One seed always gives the same readings. A report tells of an incident that some others of its week
tell of too, of a famous one long past, and of one that is its own, amid statements of its sources.
The words say nothing of how well anything is linked.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from time import perf_counter

from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.model.event import Status, Telling, Trigger, telling_id
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.record import Reading
from counterclaim.model.statement import (
    Account,
    Mention,
    MentionType,
    Treatment,
    mention_id,
)
from counterclaim.model.text import Cited, Document, Span, digest
from counterclaim.model.time import Precision, Time, TimeKind
from counterclaim.pipeline import link_readings
from evaluation.said import named, statement_of

STATEMENTS = 13
"""Statements of a report; triggers are about half as many, as in the news that we read."""
TOLD_TOGETHER = 4
FAMOUS = 40
TRIGGERS = 3
FIRST_DAY = date(2031, 1, 1)
TYPES = ("bombing", "air_strike", "battle", "abduction", "arrest", "armed_attack", "protest")


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened: its type, its day, its place, and who was in it."""

    type: str
    day: date
    place: Place
    parties: tuple[str, ...]


@dataclass(slots=True)
class Page:
    """A report while it is being written."""

    text: str = ""
    marks: list[tuple[Span, MentionType, Incident | None]] = field(default_factory=list)
    said: list[tuple[Span, Span]] = field(default_factory=list)
    told: list[tuple[Incident, list[Span]]] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)

    def write(self, words: str) -> Span:
        """Add words, and return where they stand."""
        begin = len(self.text)
        self.text += words + " "
        return Span(begin, begin + len(words))


def made_up(statements: int, seed: int = 7) -> Iterator[Reading]:
    """Yield readings that hold about so many statements."""
    random = Random(seed)
    number = -(-statements // STATEMENTS)
    famous = [_incident(random, 0) for _ in range(FAMOUS)]
    shared = [_incident(random, n // TOLD_TOGETHER) for n in range(number // TOLD_TOGETHER + 1)]
    for n in range(number):
        own = _incident(random, n // TOLD_TOGETHER)
        told = (shared[n // TOLD_TOGETHER], random.choice(famous), own)
        yield _reading(random, n, told)


def _incident(random: Random, day: int) -> Incident:
    north, east = random.uniform(-50, 50), random.uniform(-170, 170)
    name = _word(random, 30_000).capitalize()
    place = Place(
        PlaceId(digest("place", name)),
        name,
        PlacePrecision.TOWN,
        latitude=north,
        longitude=east,
        geonameid=int(digest(name)[:6], 16),
    )
    parties = tuple(f"{_word(random, 3_000).capitalize()} {_word(random, 300)}" for _ in range(3))
    when = FIRST_DAY + timedelta(days=day % 1000)
    return Incident(random.choice(TYPES), when, place, parties)


def _word(random: Random, rank: int) -> str:
    """Make up a word: few of them are in most texts, and most in few."""
    number, letters = int(rank ** random.random() * 7), "kartelmovisunda"
    word = ""
    while number or len(word) < len("word"):
        number, at = divmod(number, len(letters))
        word += letters[at]
    return word


def _reading(random: Random, number: int, told: Sequence[Incident]) -> Reading:
    page = Page()
    spoken: list[tuple[Incident, list[Span]]] = [(incident, []) for incident in told]
    for at in range(STATEMENTS):
        incident, triggers = spoken[at % len(spoken)]
        begin = len(page.text)
        _say(random, page, incident, triggers)
        page.sentences.append(Span(begin, len(page.text) - 1))
    page.told = spoken
    day = told[0].day + timedelta(days=number % 3)
    outlet = f"Paper {number}"
    document = Document(page.text, key=outlet, outlet=outlet, published=day, language="en")
    return _as_reading(document, page)


def _say(random: Random, page: Page, incident: Incident, triggers: list[Span]) -> None:
    """Write a sentence: a source says that something happened, in some place, to some."""
    source = page.write(f"{_word(random, 2_000).capitalize()} {_word(random, 20_000).capitalize()}")
    page.marks.append((source, MentionType.PERSON, None))
    page.write("said that")
    begin = len(page.text)
    page.write(" ".join(_word(random, 20_000) for _ in range(12)))
    page.marks.append((page.write(random.choice(incident.parties)), MentionType.ARMED_GROUP, None))
    if len(triggers) < TRIGGERS:
        triggers.append(page.write("attack"))
    page.marks.append((page.write(incident.place.name), MentionType.PLACE, incident))
    page.marks.append((page.write(f"{incident.day:%d %B %Y}"), MentionType.TIME, incident))
    page.said.append((source, Span(begin, len(page.text) - 1)))


def _as_reading(document: Document, page: Page) -> Reading:
    mentions = [_mention(document, *mark) for mark in page.marks]
    said = [statement_of(document, named(document, who), None, what) for who, what in page.said]
    accounts = [
        Account(span, Treatment.STATED, "", (statement.id,))
        for span, statement in zip(page.sentences, said, strict=True)
    ]
    tellings = [_telling(document, mentions, *each) for each in page.told]
    return Reading(document, tuple(mentions), tuple(said), tuple(accounts), tuple(tellings))


def _mention(
    document: Document, span: Span, type: MentionType, incident: Incident | None
) -> Mention:
    time = place = None
    if incident and type is MentionType.TIME:
        days = incident.day, incident.day
        value = Time(incident.day.isoformat(), TimeKind.DATE, days, Precision.DAY)
        time = Cited(value, (span,), "made up")
    if incident and type is MentionType.PLACE:
        place = Cited(incident.place, (span,), "made up")
    name, id = document.quote(span), mention_id(document.id, span)
    return Mention(id, span, type, name, "made up", time=time, place=place)


def _telling(
    document: Document, mentions: Sequence[Mention], incident: Incident, triggers: Sequence[Span]
) -> Telling:
    days, place = (
        next(
            each
            for each in mentions
            if each.type is type and each.name in {incident.place.name, f"{incident.day:%d %B %Y}"}
        )
        for type in (MentionType.TIME, MentionType.PLACE)
    )
    return Telling(
        id=telling_id(document.id, triggers[0]),
        document=document.id,
        type=Cited(incident.type, (triggers[0],), "made up"),
        triggers=tuple(Trigger(span) for span in triggers),
        status=Cited(Status.OCCURRED, (triggers[0],), "made up"),
        when=Cited(days.time.value, (days.span,), "time_of_trigger") if days.time else None,
        place=Cited(place.id, (place.span,), "place_of_trigger"),
    )


def main(statements: int) -> None:
    """Link made-up readings, and print what there was of each, the seconds and the megabytes."""
    readings = list(made_up(statements))
    index, types = load_actors(), load_knowledge().events
    begin = perf_counter()
    ledger = link_readings(readings, (), index, types)
    seconds = perf_counter() - begin
    told = sum(len(reading.statements) for reading in readings)
    mentions = sum(len(event.mentions) for event in ledger.events)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(told, mentions, len(ledger.events), f"{seconds:.1f}", f"{memory:.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]))

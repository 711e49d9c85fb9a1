"""Readings with tellings, written as marked sentences: one sentence, one telling.

`bombing | A [event bomb] tore through [place:Karsk@34,71 Karsk] on [day:2031-05-03 Saturday],
killing [killed:12 twelve people], [by:Tarn Tarn's ministry] said.` The name of a `[party ...]` is a
mention; a place may say its country (`Karsk@34,71/VEL`). `by` is who says it; without one the
outlet does; `hit` is a victim. A line without a type tells nothing.
"""

from datetime import date

from counterclaim.knowledge import BUILT_IN
from counterclaim.knowledge.events import load_event_types
from counterclaim.linking import link_actors, link_claims, link_events
from counterclaim.model.event import (
    EventKind,
    Part,
    Participant,
    Status,
    Telling,
    Toll,
    Trigger,
    telling_id,
)
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.model.record import Event, Reading, Review
from counterclaim.model.statement import (
    Account,
    Mention,
    MentionType,
    Statement,
    Treatment,
    mention_id,
)
from counterclaim.model.text import Cited, Document, Span, digest
from counterclaim.model.time import Precision, Time, TimeKind
from evaluation.said import named, statement_of
from tests.marked import Mark, read_marked

TYPES = load_event_types([BUILT_IN])


def report(*lines: str, outlet: str = "Herald", day: int = 4) -> Reading:
    """Read marked sentences as one document of a day in May 2031."""
    text, parts = "", []
    for line in lines:
        type, _, sentence = line.rpartition(" | ")
        bare, marks = read_marked(sentence, len(text))
        parts.append((type, Span(len(text), len(text) + len(bare)), marks))
        text += f"{bare}\n"
    document = Document(text, key=outlet, outlet=outlet, published=date(2031, 5, day))
    mentions = [_mention(document, *mark) for _, _, marks in parts for mark in marks]
    said = [_statement(document, span, marks) for _, span, marks in parts]
    told = [
        _telling(document, part[0], part[2], said[at]) for at, part in enumerate(parts) if part[0]
    ]
    return Reading(
        document,
        tuple(each for each in mentions if each),
        tuple(each for each in said if each),
        tuple(Account(span, Treatment.NARRATED) for _, span, _ in parts),
        tuple(told),
    )


def linked(*readings: Reading, reviews: tuple[Review, ...] = ()) -> tuple[Event, ...]:
    """Link the events of readings."""
    actors, claims = link_actors(readings, []), link_claims(readings, [], [])
    return link_events(readings, actors, claims, reviews, TYPES)


def _mention(document: Document, label: str, key: str, span: Span) -> Mention | None:
    known = {
        "place": MentionType.PLACE,
        "party": MentionType.ARMED_GROUP,
        "by": MentionType.GOVERNMENT,
        "day": MentionType.TIME,
    }
    if label not in known:
        return None
    name = key.partition("@")[0].replace("_", " ") or document.quote(span)
    return Mention(
        mention_id(document.id, span),
        span,
        known[label],
        name,
        "by hand",
        time=_time(key, span) if label == "day" else None,
        place=_place(key, span) if label == "place" else None,
    )


def _time(key: str, span: Span) -> Cited[Time]:
    first, _, last = key.partition("/")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    return Cited(Time(key, TimeKind.DATE, days, Precision.DAY), (span,), "time_of_trigger")


def _place(key: str, span: Span) -> Cited[Place]:
    name, _, point = key.partition("@")
    point, _, country = point.partition("/")
    north, east = (float(part) for part in point.split(","))
    number = int(digest(name)[:6], 16)
    place = Place(
        PlaceId(digest("place", name)),
        name,
        PlacePrecision.TOWN,
        country=country,
        latitude=north,
        longitude=east,
        geonameid=number,
    )
    return Cited(place, (span,), "by hand")


def _statement(document: Document, span: Span, marks: list[Mark]) -> Statement | None:
    sources = [(key, where) for label, key, where in marks if label == "by"]
    if not sources:
        return None
    key, source = sources[0]
    return statement_of(
        document, named(document, source, key), None, Span(span.begin, source.begin)
    )


def _telling(document: Document, type: str, marks: list[Mark], said: Statement | None) -> Telling:
    def of(label: str) -> list[tuple[str, Span]]:
        return [(key, span) for mark, key, span in marks if mark == label]

    triggers = tuple(Trigger(span, said.id if said else None) for _, span in of("event"))
    name, _, status = type.partition(" ")
    place = [mention_id(document.id, span) for _, span in of("place")]
    return Telling(
        id=telling_id(document.id, triggers[0].span),
        document=document.id,
        type=Cited(name, (triggers[0].span,), "by hand"),
        triggers=triggers,
        status=Cited(Status(status or "occurred"), (), "by hand"),
        kind=EventKind.INCIDENT,
        when=next((_time(key, span) for key, span in of("day")), None),
        place=Cited(place[0], (), "place_of_trigger") if place else None,
        participants=tuple(
            Participant(Part.VICTIM, document.quote(span), span, "by hand") for _, span in of("hit")
        ),
        tolls=tuple(
            Toll(effect, Cited(_number(key, effect), (span,), "by hand"), said.id if said else None)
            for effect in (Effect.KILLED, Effect.INJURED)
            for key, span in of(effect)
        ),
    )


def _number(key: str, effect: Effect) -> Quantity:
    """Read `12` as exact, `12+` as at least, `-12` as at most."""
    number = int(key.strip("+-"))
    if key.endswith("+"):
        return Quantity(number, None, Bound.AT_LEAST, "people", effect=effect)
    if key.startswith("-"):
        return Quantity(None, number, Bound.AT_MOST, "people", effect=effect)
    return Quantity(number, number, Bound.EXACT, "people", effect=effect)

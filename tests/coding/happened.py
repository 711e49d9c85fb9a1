"""Reports with their events marked, linked to a ledger.

`happened("bombing", "A [trigger bomb] killed [killed:7 seven] in [place:PAK:Karsin Karsin]")`
is one report that tells of one event. Marks: trigger, `when:first/last`, `place:ISO3:name`, killed
and injured with `low-high`, the parts of an event, and degrees of responsibility with the party.
"""

from datetime import date

from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.model.event import (
    Degree,
    EventKind,
    Part,
    Participant,
    PartyType,
    Responsibility,
    Share,
    Status,
    Telling,
    Toll,
    Trigger,
    telling_id,
)
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.model.record import Ledger, Reading
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Cited, Document, Span
from counterclaim.model.time import Precision, Time, TimeKind
from counterclaim.pipeline import link_readings
from tests.marked import read_marked

PARTS = {part.value: part for part in Part}
DEGREES = {degree.value: degree for degree in Degree}


def happened(
    type: str, marked: str, outlet: str = "Herald", day: int = 5, kind: str = "incident"
) -> Reading:
    """Read one marked report, published on a day in May 2031."""
    text, marks = read_marked(marked)
    document = Document(text, key=outlet, outlet=outlet, published=date(2031, 5, day))
    spans = {label: (worth, span) for label, worth, span in marks}
    place = _place(document, *spans["place"]) if "place" in spans else None
    trigger = spans["trigger"][1]
    telling = Telling(
        id=telling_id(document.id, trigger),
        document=document.id,
        type=Cited(type, (trigger,), "marked"),
        triggers=(Trigger(trigger),),
        status=Cited(Status.OCCURRED, (trigger,), "marked"),
        kind=EventKind(kind),
        when=_time(*spans["when"]) if "when" in spans else None,
        place=Cited(place.id, (place.span,), "marked") if place else None,
        participants=tuple(
            Participant(PARTS[label], text[span.begin : span.end], span, "marked")
            for label, _, span in marks
            if label in PARTS
        ),
        tolls=tuple(_toll(label, worth, span) for label, worth, span in marks if label in TOLLS),
        responsibility=tuple(
            _charge(label, text[span.begin : span.end], span)
            for label, _, span in marks
            if label in DEGREES
        ),
    )
    mentions = (place,) if place else ()
    return Reading(document, mentions, tellings=(telling,))


def ledger_of(*readings: Reading) -> Ledger:
    """Link reports to a ledger."""
    return link_readings(readings, (), load_actors(), load_knowledge().events)


def _place(document: Document, worth: str, span: Span) -> Mention:
    code, name, *rest = worth.split(":")
    claimants = tuple(code.split("/")) if "/" in code else ()
    place = Place(
        PlaceId(f"own:{name}"),
        name,
        PlacePrecision(rest[0] if rest else "town"),
        country="" if claimants else code,
        claimed_by=claimants,
        admin1="Upper Vale",
        latitude=34.9,
        longitude=72.8,
        feature="PPL",
    )
    cited = Cited(place, (span,), "marked")
    found = mention_id(document.id, span)
    return Mention(found, span, MentionType.PLACE, name, "marked", place=cited)


def _time(worth: str, span: Span) -> Cited[Time]:
    first, _, last = worth.partition("/")
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    precision = Precision.DAY if days[0] == days[1] else Precision.MONTH
    return Cited(Time(first, TimeKind.DATE, days, precision), (span,), "marked")


TOLLS = {"killed": Effect.KILLED, "injured": Effect.INJURED}


def _toll(label: str, worth: str, span: Span) -> Toll:
    low, _, high = worth.partition("-")
    if not low.isdigit():
        count = Quantity(None, None, Bound.UNQUANTIFIED, effect=TOLLS[label])
    else:
        count = Quantity(int(low), int(high or low), unit="people", effect=TOLLS[label])
    return Toll(TOLLS[label], Cited(count, (span,), "marked"))


def _charge(label: str, party: str, span: Span) -> Responsibility:
    nobody = label == "unclaimed"
    return Responsibility(
        "" if nobody else party,
        PartyType.NONE if nobody else PartyType.ORGANISATION,
        Share.PERPETRATOR,
        Cited(DEGREES[label], (span,), "marked"),
    )

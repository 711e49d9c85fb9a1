"""An attack that two of the hand-built reports tell of, with all that an event can hold."""

from dataclasses import replace
from datetime import date

from counterclaim.model.actor import ActorId
from counterclaim.model.claim import ClaimId
from counterclaim.model.event import (
    Basis,
    Blank,
    Degree,
    Estimate,
    EventId,
    EventKind,
    Land,
    Part,
    Participant,
    PartyType,
    Responsibility,
    Share,
    Status,
    Telling,
    Tie,
    Toll,
    Trigger,
    telling_id,
)
from counterclaim.model.interaction import Interactant, Interaction, interaction_id
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.quantity import Effect, Quantity
from counterclaim.model.record import Event, EventMention, Field, Join, Reading, Told
from counterclaim.model.statement import StatementId
from counterclaim.model.text import Cited, Span
from counterclaim.model.time import Precision, Time, TimeKind

DAM = Place(
    PlaceId("9a7e00000000abcd"),
    "Vell Dam",
    PlacePrecision.SITE,
    "TRN",
    (),
    "Upper Tarn",
    34.5,
    71.0,
)
SIX = Cited(Quantity(6, 6, unit="people", effect=Effect.KILLED), (Span(0, 7),), "by hand")
DAY = Time("2024-03-26", TimeKind.DATE, (date(2024, 3, 26),) * 2, Precision.DAY)


def with_event(
    reading: Reading, words: str, statement: StatementId, *, with_all: bool = False
) -> Reading:
    """Let a document tell of the attack in these words."""
    begin = reading.document.text.index(words)
    span = Span(begin, begin + len(words))
    here = replace(reading.mentions[0], place=Cited(DAM, (span,), "by hand"))
    telling = Telling(
        id=telling_id(reading.document.id, span),
        document=reading.document.id,
        type=Cited("bombing", (span,), "noun_of_event"),
        triggers=(Trigger(span, statement),),
        status=Cited(Status.OCCURRED, (span,), "told"),
    )
    reading = replace(reading, mentions=(here, *reading.mentions[1:]), tellings=(telling,))
    return _filled(reading, statement) if with_all else reading


def _filled(reading: Reading, statement: StatementId) -> Reading:
    [telling], here = reading.tellings, reading.mentions[0].id
    span = telling.triggers[0].span
    degree = Cited(Degree.ACCUSED, (span,), "by hand")
    charge = Responsibility("Osteria", PartyType.STATE, Share.HOST, degree, statement, here)
    telling = replace(
        telling,
        when=Cited(DAY, (span,), "time_of_trigger"),
        place=Cited(here, (span,), "place_of_trigger"),
        participants=(Participant(Part.TARGET, "bus", span, "by hand"),),
        tolls=(Toll(Effect.KILLED, SIX),),
        responsibility=(charge,),
    )
    party = Interactant("Osteria", span, "by hand", here)
    accused = Cited("accuse", (span,), "by hand")
    deed = interaction_id(reading.document.id, "accuse", span)
    return replace(
        reading,
        tellings=(telling,),
        interactions=(Interaction(deed, reading.document.id, accused, None, party, statement),),
        estimates=(Estimate("fighters", "members", SIX, span, statement=statement),),
        ties=(Tie(here, Cited("accuses", (span,), "by hand"), here),),
    )


def attack(first: Reading, second: Reading, claim: ClaimId, actor: ActorId) -> Event:
    """Make one event of what two documents tell."""
    [one], [other] = first.tellings, second.tellings
    return Event(
        id=EventId("e7e47000000000ab"),
        type="bombing",
        status=Status.OCCURRED,
        kind=EventKind.INCIDENT,
        tellings=(one.id, other.id),
        mentions=tuple(EventMention(t.document, t.id, t.triggers[0]) for t in (one, other)),
        fields=(
            Field("type", "most_told_type", (one.id, other.id)),
            Field("when", "narrowest_days", (one.id,)),
            Field("killed", "lowest_to_highest", (one.id,), (claim,)),
            Field("injured", "lowest_to_highest", reason=Blank.NOT_FOUND),
        ),
        when=DAY.days,
        place=DAM.id,
        country=Land(DAM.country, Basis.EXPLICIT),
        killed=SIX.value,
        tolls=(Told(one.tolls[0], one.id),),
        participants=(Told(one.participants[0], one.id, actor),),
        responsibility=(Told(one.responsibility[0], one.id),),
        joins=(
            Join(
                *(one.id, other.id, "alike_in_most", 2.5),
                (("same_type", 1.5), ("same_subject", 1.0)),
            ),
        ),
    )

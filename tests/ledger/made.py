"""Readings made by hand: no parser is needed to test what is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from counterclaim.ledger import intake
from counterclaim.ledger.audit import record
from counterclaim.ledger.entries import make_entry
from counterclaim.ledger.readings import keep_reading
from counterclaim.ledger.store import Store
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import (
    Claim,
    ClaimId,
    Corroboration,
    Dispute,
    DisputeId,
    DisputeState,
    Side,
    Stance,
)
from counterclaim.model.event import (
    Degree,
    Estimate,
    EventId,
    EventKind,
    Part,
    Participant,
    PartyType,
    Responsibility,
    Share,
    Status,
    Tie,
    Trigger,
    telling_id,
)
from counterclaim.model.intake import Original
from counterclaim.model.interaction import Interactant, Interaction, interaction_id
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.quantity import Bound, Quantity
from counterclaim.model.record import (
    Copy,
    Event,
    EventMention,
    Field,
    Join,
    Ledger,
    Location,
    Reading,
    Told,
)
from counterclaim.model.statement import (
    Account,
    Act,
    Certainty,
    Mention,
    MentionType,
    Polarity,
    Source,
    SourceType,
    Treatment,
    mention_id,
)
from counterclaim.model.text import Cited, Document, Span
from evaluation.said import statement_of

KABUL = "Kabul said it was not involved in Bisham."
BISHAM = Place(PlaceId("p1"), "Bisham", PlacePrecision.TOWN, "PAK", (), "KP", 34.93, 72.88)


def document(text: str = KABUL, path: str = "wire.txt", **more: Any) -> Document:
    given = {"key": path, "path": path, "outlet": "Wire", "language": "en"} | more
    return Document(text, **given)


def find(text: str, words: str) -> Span:
    begin = text.index(words)
    return Span(begin, begin + len(words))


def reading(text: Document | None = None) -> Reading:
    """Read 'SOURCE said CONTENT.'"""
    text = text or document()
    source = Span(0, text.text.index(" said"))
    cue = find(text.text, "said")
    content = (Span(cue.end + 1, len(text.text) - 1),)
    mention = Mention(
        mention_id(text.id, source), source, MentionType.GOVERNMENT, text.quote(source), "made"
    )
    statement = statement_of(
        text,
        Source(text.quote(source), source, SourceType.NAMED, mention.id, "made"),
        cue,
        *content,
        stance=(Act.DENY_RESPONSIBILITY, Polarity.FALSE),
        rule="made",
    )
    done = Cited("deny_responsibility", (cue,), "made")
    deed = interaction_id(text.id, done.value, cue, source, None)
    party = Interactant(text.quote(source), source, "made", mention.id)
    count = Cited(Quantity(5, None, Bound.AT_LEAST, "people"), (source,), "made")
    whole = Account(Span(0, len(text.text)), Treatment.STATED, "", (statement.id,))
    return Reading(
        text,
        (mention,),
        (statement,),
        (whole,),
        estimates=(Estimate("Kabul", "members", count, source, mention.id, statement.id),),
        ties=(Tie(mention.id, Cited("accuses", (cue,), "made"), mention.id, statement.id),),
        interactions=(Interaction(deed, text.id, done, party, None, statement.id),),
    )


def original(text: Document) -> Original:
    return Original(text.path, text.text.encode(), ".txt")


def taken(store: Store, text: Document) -> Document:
    """Take a document in from a file of its own."""
    file = original(text)
    text = replace(text, original=file.digest)
    run = record(store, "read begun", text.path)
    intake.take_original(store, file)
    intake.take_document(store, text, file, run)
    intake.finish_file(store, file, run, "made")
    return text


def kept(store: Store, text: Document | None = None) -> Reading:
    """Take a document in, read it and keep the reading."""
    made = reading(taken(store, text or document()))
    keep_reading(store, made.document, make_entry(made), "made")
    return made


def dated(text: str = KABUL, day: int = 1, **more: Any) -> Document:
    return document(text, published=date(2024, 4, day), **more)


def linked(*readings: Reading) -> Ledger:
    """Link readings of one statement each: all speak of one claim, the last denies it."""
    said = [one.statements[0] for one in readings]
    stances = tuple(
        Stance(ActorId("a1"), each.source.name, each.polarity.value, Certainty.CERTAIN, each.id)
        for each in said
    )
    names = tuple(each.source.name for each in said)
    side = Side(ClaimId("c1"), Polarity.FALSE, "not it", names, tuple(s.id for s in said), 1)
    mentions = tuple(mention.id for one in readings for mention in one.mentions)
    return Ledger(
        readings=readings,
        copies=(Copy(readings[-1].document.id, readings[0].document.id, 0.9),),
        actors=(
            Actor(
                ActorId("a1"), "Afghanistan", MentionType.GOVERNMENT, ("Kabul",), mentions, "made"
            ),
        ),
        claims=(Claim(ClaimId("c1"), "origin", "it", stances, True, "made", EventId("e1")),),
        disputes=(
            Dispute(
                *(DisputeId("d1"), "origin", "Who?", DisputeState.POSSIBLE, (side,), "made"),
                event=EventId("e1"),
                score=0.5,
            ),
        ),
        corroboration=(Corroboration(ClaimId("c1"), len(readings), 1, 1),),
        places=(Location(BISHAM, mentions),),
        events=(happening(*readings),),
    )


def happening(*readings: Reading) -> Event:
    """Let readings of one statement each tell of one event, by the last word of it."""
    told = [(one.document, one.statements[0].content[0].end) for one in readings]
    words = [(text.id, Span(end - 6, end)) for text, end in told]
    tellings = tuple(telling_id(id, span) for id, span in words)
    army = Participant(Part.PERPETRATOR, "Kabul", Span(0, 5), "made", nationality="AFG")
    charge = Responsibility(
        "Kabul",
        PartyType.STATE,
        Share.HOST,
        Cited(Degree.DENIED, (), "made"),
        readings[0].statements[0].id,
    )
    return Event(
        id=EventId("e1"),
        type="bombing",
        status=Status.OCCURRED,
        kind=EventKind.INCIDENT,
        tellings=tellings,
        mentions=tuple(
            EventMention(id, telling, Trigger(span))
            for telling, (id, span) in zip(tellings, words, strict=True)
        ),
        fields=(Field("type", "made", tellings),),
        when=(date(2024, 3, 26), date(2024, 3, 26)),
        place=BISHAM.id,
        killed=Quantity(5, 6, unit="people"),
        participants=(Told(army, tellings[0], ActorId("a1")),),
        responsibility=(Told(charge, tellings[0]),),
        joins=tuple(
            Join(tellings[0], other, "made", 1.5, (("same_day", 1.5),)) for other in tellings[1:]
        ),
    )

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
from counterclaim.model.intake import Original
from counterclaim.model.record import (
    Actor,
    ActorId,
    Claim,
    ClaimId,
    Copy,
    Corroboration,
    Dispute,
    DisputeId,
    DisputeState,
    Ledger,
    Reading,
    Side,
    Stance,
)
from counterclaim.model.statement import (
    Account,
    Act,
    Certainty,
    CueClass,
    Kind,
    Mention,
    MentionType,
    Polarity,
    Source,
    SourceType,
    Statement,
    Treatment,
    mention_id,
    statement_id,
)
from counterclaim.model.text import Cited, Document, Span

KABUL = "Kabul said it was not involved in Bisham."


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
    statement = Statement(
        id=statement_id(text.id, source, cue, content),
        source=Source(text.quote(source), source, SourceType.NAMED, mention.id, "made"),
        cue=cue,
        content=content,
        kind=Kind.INDIRECT,
        cue_class=CueClass.STATEMENT,
        act=Cited(Act.DENY_RESPONSIBILITY, content, "made"),
        polarity=Cited(Polarity.FALSE, (), "made"),
        certainty=Cited(Certainty.CERTAIN, (cue,), "made"),
        rule="made",
    )
    whole = Account(Span(0, len(text.text)), Treatment.STATED, "", (statement.id,))
    return Reading(text, (mention,), (statement,), (whole,))


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
        claims=(Claim(ClaimId("c1"), "origin", "it", stances, True, "made"),),
        disputes=(
            Dispute(DisputeId("d1"), "origin", "Who?", DisputeState.POSSIBLE, (side,), "made"),
        ),
        corroboration=(Corroboration(ClaimId("c1"), len(readings), 1, 1),),
    )

"""A large case, made without reading: as many claims, disputes and events as a year of a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from counterclaim.case import LEDGER, Case
from counterclaim.case.linking import made_from
from counterclaim.ledger import intake
from counterclaim.ledger.audit import record
from counterclaim.ledger.entries import make_entry
from counterclaim.ledger.linked import keep_links
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
    EventId,
    EventKind,
    Status,
    Telling,
    Trigger,
    telling_id,
)
from counterclaim.model.intake import Original
from counterclaim.model.record import Event, EventMention, Field, Ledger, Reading
from counterclaim.model.statement import (
    Account,
    Act,
    Certainty,
    Extraction,
    Mention,
    MentionId,
    MentionType,
    Polarity,
    Statement,
    Treatment,
    mention_id,
)
from counterclaim.model.text import Cited, Document, Span, digest
from evaluation.said import named, statement_of

SENTENCES = 25  # statements of a document
PARTIES = 400
DENIED = 20  # one statement in so many denies what the one before it says
FIRST = date(2024, 1, 1)
MADE = "made"


def make_large_case(folder: Path, claims: int) -> None:
    """Make a case with so many claims, one event for each document, and the disputes among them."""
    Case.create(folder).close()
    number = max(1, claims // SENTENCES)
    with closing(Store.create(folder / LEDGER)) as store:
        readings = (_reading(each) for each in range(number))
        kept = list[Reading]()
        while some := list(islice(readings, 500)):
            with store.transaction():
                for reading in some:
                    _keep(store, reading)
            kept += some
        keep_links(store, _linked(kept), made_from(store))


def _keep(store: Store, reading: Reading) -> None:
    document = reading.document
    file = Original(document.path, document.path.encode(), ".txt")
    run = record(store, "read begun", document.path)
    intake.take_original(store, file)
    intake.take_document(store, document, file, run)
    keep_reading(store, document, make_entry(reading), MADE)


def _reading(number: int) -> Reading:
    parts = [_sentence(number * SENTENCES + place) for place in range(SENTENCES)]
    document = Document(
        " ".join(f"{who} {cue} {what}." for who, cue, what in parts),
        key=f"{number}.txt",
        path=f"reports/{number}.txt",
        outlet=f"Outlet {number % 60}",
        title=f"Report {number} on the road to Vell",
        language="en",
        published=FIRST + timedelta(days=number % 365),
    )
    found = list(_statements(document, parts))
    trigger = Trigger(found[0][1].content[0], found[0][1].id)
    telling = Telling(
        telling_id(document.id, trigger.span),
        document.id,
        Cited("bombing", (trigger.span,), MADE),
        (trigger,),
        Cited(Status.OCCURRED, (), MADE),
    )
    return Reading(
        document,
        tuple(mention for mention, _ in found),
        tuple(statement for _, statement in found),
        tuple(
            Account(statement.content[0], Treatment.STATED, "", (statement.id,))
            for _, statement in found
        ),
        (telling,),
    )


def _sentence(number: int) -> tuple[str, str, str]:
    denies = number % DENIED == 1
    what = f"the bridge number {number - denies} near the town of Vell was closed to the convoy"
    return f"The ministry {number % PARTIES}", "denied" if denies else "said", what


def _statements(
    document: Document, parts: list[tuple[str, str, str]]
) -> Iterator[tuple[Mention, Statement]]:
    begin = 0
    for who, cue, what in parts:
        source = Span(begin, begin + len(who))
        verb = Span(source.end + 1, source.end + 1 + len(cue))
        content = Span(verb.end + 1, verb.end + 1 + len(what))
        mention = Mention(
            mention_id(document.id, source), source, MentionType.GOVERNMENT, who, MADE
        )
        polarity = Polarity.FALSE if cue == "denied" else Polarity.TRUE
        yield (
            mention,
            statement_of(
                document,
                named(document, source),
                verb,
                content,
                stance=(Act.ASSERT, polarity),
                extraction=Extraction(0.9, ("rules",)),
            ),
        )
        begin = content.end + 2


def _linked(readings: list[Reading]) -> Ledger:
    claims = [claim for number, each in enumerate(readings) for claim in _claims(number, each)]
    disputes = tuple(_dispute(claim) for claim in claims if claim.contested)
    return Ledger(
        (),
        actors=tuple(_actors(readings)),
        claims=tuple(claims),
        disputes=disputes,
        corroboration=tuple(Corroboration(each.claim, 1, 1, 2) for each in _sides(disputes)),
        events=tuple(_event(number, each) for number, each in enumerate(readings)),
    )


def _claims(number: int, reading: Reading) -> Iterator[Claim]:
    event = EventId(digest("event", str(number)))
    stances: list[Stance] = []
    for place, said in enumerate(reading.statements):
        held = Stance(
            _actor_id(number * SENTENCES + place),
            said.source.name,
            said.polarity.value,
            Certainty.CERTAIN,
            said.id,
        )
        denies = said.polarity.value is Polarity.FALSE
        stances = [*stances, held] if denies else [held]
        value = reading.document.quote(said.content[0])
        id = ClaimId(digest("claim", said.id))
        yield Claim(id, None, value, tuple(stances), False, MADE, event)


def _dispute(claim: Claim) -> Dispute:
    sides = tuple(
        Side(claim.id, stance.polarity, claim.value, (stance.name,), (stance.statement,), 1)
        for stance in claim.stances
    )
    question = f"Is it true that {claim.value}?"
    id = DisputeId(digest("dispute", claim.id))
    return Dispute(id, None, question, DisputeState.CONTESTED, sides, MADE, claim.event)


def _sides(disputes: tuple[Dispute, ...]) -> Iterator[Side]:
    return (dispute.sides[0] for dispute in disputes)


def _actors(readings: list[Reading]) -> Iterator[Actor]:
    mentions: list[list[str]] = [[] for _ in range(PARTIES)]
    for number, reading in enumerate(readings):
        for place, mention in enumerate(reading.mentions):
            mentions[(number * SENTENCES + place) % PARTIES].append(mention.id)
    for number, own in enumerate(mentions):
        if own:
            name = f"The ministry {number}"
            found = tuple(MentionId(id) for id in own)
            yield Actor(_actor_id(number), name, MentionType.GOVERNMENT, (name,), found, MADE)


def _actor_id(number: int) -> ActorId:
    return ActorId(digest("actor", str(number % PARTIES)))


def _event(number: int, reading: Reading) -> Event:
    telling = reading.tellings[0]
    day = FIRST + timedelta(days=number % 365)
    return Event(
        id=EventId(digest("event", str(number))),
        type="bombing",
        status=Status.OCCURRED,
        kind=EventKind.INCIDENT,
        tellings=(telling.id,),
        mentions=(EventMention(reading.document.id, telling.id, telling.triggers[0]),),
        fields=(Field("type", MADE, (telling.id,)),),
        when=(day, day),
    )

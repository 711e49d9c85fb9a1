"""Ledgers built by hand from marked text, without a parser.

`[source:1 Kabul] [cue:1 denied] [content:1 the plan] [mention:government:Kabul ...]`: marks of
one number are one statement; `+`, `-`, `?` after the number give its polarity.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime

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
from counterclaim.model.record import Copy, Ledger, Location, Reading, Review, Verdict
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
)
from counterclaim.model.text import Document, Genre, Passage, PassageKind, Span
from evaluation.said import named, statement_of
from tests.marked import Mark, read_marked
from tests.views.attack import DAM, attack, with_event

DENIALS = {"denied", "rejected"}


def read(marked: str, **about) -> Reading:
    """Build a reading: every mark with a key is part of the statement of that key."""
    text, marks = read_marked(marked)
    document = Document(text=text, **about)
    groups: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.key].append(mark)
    mentions = {
        mark.span: Mention(
            mention_id(document.id, mark.span),
            mark.span,
            MentionType.GOVERNMENT,
            document.quote(mark.span),
            "named_party",
        )
        for mark in marks
        if mark.label == "source"
    }
    told = [_statement(document, groups[key]) for key in sorted(groups)]
    return Reading(document, tuple(mentions.values()), tuple(told), _accounts(document, told))


def _statement(document, marks) -> Statement:
    def first(label):
        return next((mark.span for mark in marks if mark.label == label), None)

    source, cue = first("source"), first("cue")
    content = tuple(sorted(mark.span for mark in marks if mark.label == "content"))
    denied = cue is not None and document.quote(cue) in DENIALS
    voice = Source(document.outlet, None, SourceType.OUTLET, None, "voice_of_outlet")
    return statement_of(
        document,
        replace(named(document, source), rule="subject_of_cue") if source else voice,
        cue,
        *content,
        stance=(Act.DENY, Polarity.FALSE) if denied else (Act.ASSERT, Polarity.TRUE),
        kind=Kind.INDIRECT if cue else Kind.NARRATION,
        cue_class=CueClass.STATEMENT if cue else CueClass.REPORT,
        rule="clause_of_cue" if cue else "narration",
    )


def _accounts(document, told) -> tuple[Account, ...]:
    at, out = 0, []
    for sentence in document.text.split("\n"):
        if not sentence:
            at += 1
            continue
        span = Span(at, at + len(sentence))
        here = tuple(each.id for each in told if any(part in span for part in each.content))
        spoken = any(each.cue and each.cue in span for each in told)
        treatment = Treatment.STATED if spoken else Treatment.NARRATED
        if not here:
            out.append(Account(span, Treatment.SET_ASIDE, "question", ()))
        else:
            out.append(Account(span, treatment, "", here))
        at = span.end + 1
    return tuple(out)


ARMY = read(
    "[content:9 A blast hit a bus near the dam.]\n"
    "[source:1 The army] [cue:1 said] that [content:1 the attack was planned across the border]."
    "\nWho was to blame?",
    key="a.txt",
    path="reports/a.txt",
    outlet="Hill Courier",
    title="Bus hit near dam",
    author="R. Marsh",
    published=date(2024, 3, 27),
    language="en",
    genre=Genre.NEWS,
)
MINISTRY = read(
    "[source:1 The ministry] [cue:1 denied] that "
    "[content:1 the attack was planned across the border].",
    key="b.txt",
    path="reports/b.txt",
    outlet="Valley Post",
    title="Ministry rejects charge",
    published=date(2024, 3, 28),
    language="en",
    layout=(Passage(PassageKind.REPEATED, Span(0, 12), Span(13, 19)),),
)
COPY = read(
    "[content:9 A blast hit a bus near the dam.]\n"
    "[source:1 The army] [cue:1 said] that [content:1 the attack was planned across the border].",
    key="c.txt",
    path="reports/c.txt",
    outlet="Plain Wire",
    title="Blast hits bus",
    published=date(2024, 3, 27),
    language="en",
)
FOREIGN = Reading(
    Document("Ein Anschlag traf einen Bus.", key="d.txt", path="reports/d.txt", language="de"),
    unread="language: no reader for 'de', only for en",
)


def spoken(reading: Reading) -> Statement:
    """Return the first statement of a reading that is not narration."""
    return next(each for each in reading.statements if each.kind is not Kind.NARRATION)


def _actor(name: str, *readings: Reading) -> Actor:
    mentions = tuple(each.id for reading in readings for each in reading.mentions)
    return Actor(
        ActorId(name.replace(" ", "")[:4].lower() + "0" * 12),
        name,
        MentionType.GOVERNMENT,
        (name.removeprefix("The "),),
        mentions,
        "same_name",
    )


THE_ARMY = _actor("The army", ARMY, COPY)
THE_MINISTRY = _actor("The ministry", MINISTRY)
PLAN = Claim(
    ClaimId("c1a100000000abcd"),
    "origin",
    "the attack was planned across the border",
    tuple(
        Stance(
            actor.id,
            actor.name,
            spoken(reading).polarity.value,
            Certainty.CERTAIN,
            spoken(reading).id,
        )
        for actor, reading in ((THE_ARMY, ARMY), (THE_MINISTRY, MINISTRY), (THE_ARMY, COPY))
    ),
    False,
    "same_words",
)
QUESTION = Dispute(
    DisputeId("d15b00000000abcd"),
    "origin",
    "Was the attack planned across the border?",
    DisputeState.CONTESTED,
    (
        Side(
            PLAN.id,
            Polarity.TRUE,
            PLAN.value,
            ("The army",),
            (spoken(ARMY).id, spoken(COPY).id),
            1,
        ),
        Side(
            PLAN.id,
            Polarity.FALSE,
            f"not: {PLAN.value}",
            ("The ministry",),
            (spoken(MINISTRY).id,),
            1,
        ),
    ),
    "affirmed_and_denied",
)
ARMY = with_event(ARMY, "blast", spoken(ARMY).id, with_all=True)
MINISTRY = with_event(MINISTRY, "attack", spoken(MINISTRY).id)
ATTACK = attack(ARMY, MINISTRY, PLAN.id, THE_ARMY.id)
REVIEW = Review(
    spoken(ARMY).id,
    Verdict.CONFIRM,
    "R. Coder",
    datetime(2024, 5, 1, tzinfo=UTC),
    note="read twice",
)
LEDGER = Ledger(
    readings=(ARMY, MINISTRY, COPY, FOREIGN),
    reviews=(REVIEW,),
    copies=(Copy(COPY.document.id, ARMY.document.id, 0.94),),
    actors=(THE_ARMY, THE_MINISTRY),
    claims=(PLAN,),
    disputes=(QUESTION,),
    corroboration=(Corroboration(PLAN.id, 3, 2, 2),),
    places=(Location(DAM, (ARMY.mentions[0].id, MINISTRY.mentions[0].id)),),
    events=(ATTACK,),
)
EMPTY = Ledger(())

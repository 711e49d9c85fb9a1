"""A claim in time: said, printed again, denied, changed, and passed over in silence."""

from dataclasses import replace
from datetime import date

from counterclaim.linking.histories import history_of
from counterclaim.model.claim import Stance
from counterclaim.model.derived import Move
from counterclaim.model.event import Trigger
from counterclaim.model.record import EventMention
from counterclaim.model.statement import Certainty, Polarity
from tests.views.built import ATTACK, LEDGER, PLAN, THE_ARMY, read, spoken

LATER = read(
    "[source:1 The army] [cue:1 said] that [content:1 the attack was swift].",
    key="l.txt",
    outlet="Hill Courier",
    published=date(2024, 4, 2),
)


def moves(claim, ledger=LEDGER) -> list[tuple[Move, str]]:
    return [(step.move, step.holder) for step in history_of(claim, ledger)]


def test_a_claim_is_said_printed_again_and_denied():
    assert moves(PLAN) == [
        (Move.SAID, "The army"),
        (Move.PRINTED, "The army"),
        (Move.DENIED, "The ministry"),
    ]


def test_without_a_copy_it_is_repeated():
    assert moves(PLAN, replace(LEDGER, copies=()))[1] == (Move.REPEATED, "The army")


def with_later(polarity: Polarity | None):
    """Let the army speak of the event once more, on the claim or not."""
    ledger = replace(LEDGER, readings=(*LEDGER.readings, LATER))
    if polarity is not None:
        own = Stance(THE_ARMY.id, "The army", polarity, Certainty.CERTAIN, spoken(LATER).id)
        return replace(PLAN, stances=(*PLAN.stances, own), event=ATTACK.id), ledger
    told = EventMention(
        LATER.document.id,
        ATTACK.tellings[0],
        Trigger(LATER.statements[0].content[0], spoken(LATER).id),
    )
    army = replace(THE_ARMY, mentions=(*THE_ARMY.mentions, LATER.mentions[0].id))
    event = replace(ATTACK, mentions=(*ATTACK.mentions, told))
    ledger = replace(ledger, events=(event,), actors=(army, *LEDGER.actors[1:]))
    return replace(PLAN, event=ATTACK.id), ledger


def test_who_turns_round_has_changed():
    claim, ledger = with_later(Polarity.FALSE)
    assert moves(claim, ledger)[-1] == (Move.CHANGED, "The army")
    claim, ledger = with_later(Polarity.TRUE)
    assert moves(claim, ledger)[-1] == (Move.REPEATED, "The army")


def test_who_speaks_of_the_event_later_and_leaves_it_out_fell_silent():
    claim, ledger = with_later(None)
    last = history_of(claim, ledger)[-1]
    assert (last.move, last.holder, last.day) == (Move.SILENT, "The army", date(2024, 4, 2))
    assert last.statement == spoken(LATER).id


def test_nobody_falls_silent_on_what_belongs_to_no_event():
    claim, ledger = with_later(None)
    assert Move.SILENT not in [move for move, _ in moves(replace(claim, event=None), ledger)]

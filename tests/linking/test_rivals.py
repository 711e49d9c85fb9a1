"""Answers to what an event raises: who did it, how many were hurt; and where they exclude."""

from dataclasses import replace
from datetime import date

import pytest

from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking.answers import link_answers
from counterclaim.linking.origins import count_origins
from counterclaim.linking.rivals import find_rivals
from counterclaim.model.claim import Dispute
from counterclaim.model.event import (
    Degree,
    EventId,
    EventKind,
    PartyType,
    Responsibility,
    Share,
    Status,
    TellingId,
    Toll,
)
from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.model.record import Event, Reading, Told
from counterclaim.model.statement import Account, Polarity, Statement, Treatment
from counterclaim.model.text import Cited, Document, Span
from counterclaim.pipeline import link_readings, read_document
from tests.linking.told import decided, told

KNOWLEDGE = load_knowledge()
ACCUSED = "accuse + | [source Karvania] [cue blamed] [content the Red Column]"
DENIED = "deny_responsibility - | The [source Red Column] [cue denied] [content any part in it]"
SEVEN = "assert + | [source Police] [cue said] [content seven people had died]"
TEN = "assert + | The [source hospital] [cue counted] [content ten dead]"


def charged(party: str, degree: Degree, statement: Statement) -> Told[Responsibility]:
    spans = statement.content
    charge = Responsibility(
        party, PartyType.ORGANISATION, Share.PERPETRATOR, Cited(degree, spans, "x"), statement.id
    )
    return Told(charge, TellingId("t"))


def counted(low: int | None, statement: Statement, of: str = "", high: int | None = None):
    bound = Bound.EXACT if low is not None else Bound.UNQUANTIFIED
    count = Quantity(low, high or low, bound, unit="people", of=of, effect=Effect.KILLED)
    toll = Toll(Effect.KILLED, Cited(count, statement.content, "x"), statement.id)
    return Told(toll, TellingId("t"))


def event(charges=(), tolls=()) -> Event:
    return Event(
        EventId("e"),
        "bombing",
        Status.OCCURRED,
        EventKind.INCIDENT,
        (TellingId("t"),),
        (),
        (),
        tolls=tuple(tolls),
        responsibility=tuple(charges),
    )


def disputes(happening: Event, *readings: Reading, reviews=()) -> tuple[Dispute, ...]:
    claims = link_answers([happening], readings, (), {}, reviews)
    return find_rivals(readings, claims, count_origins(readings, claims, ()))


def only(reading: Reading) -> Statement:
    (statement,) = reading.statements
    return statement


def test_who_denies_what_is_laid_on_him_may_contest_it():
    accusing, denying = told(ACCUSED), told(DENIED, outlet="Post")
    charges = [
        charged("Red Column", Degree.ACCUSED_BY_AUTHORITIES, only(accusing)),
        charged("the Red Column", Degree.DENIED, only(denying)),
    ]
    (dispute,) = disputes(event(charges), accusing, denying)
    assert (dispute.slot, dispute.state, dispute.event) == ("responsibility", "possible", "e")
    assert [side.polarity for side in dispute.sides] == [Polarity.TRUE, Polarity.FALSE]
    assert [side.held_by for side in dispute.sides] == [("Karvania",), ("Red Column",)]


def test_who_takes_back_his_own_word_is_no_dispute():
    claiming = told("claim_responsibility + | The [source Red Column] [cue claimed] [content it]")
    denying = told(DENIED, outlet="Post", day=2)
    charges = [
        charged("Red Column", Degree.CLAIMED, only(claiming)),
        charged("Red Column", Degree.DENIED, only(denying)),
    ]
    assert not disputes(event(charges), claiming, denying)


def test_two_parties_charged_by_two_sources_may_be_rivals():
    one = told(ACCUSED)
    other = told("accuse + | [source Osmar] [cue blamed] [content the Blue Column]", outlet="Post")
    charges = [
        charged("Red Column", Degree.ACCUSED, only(one)),
        charged("Blue Column", Degree.ACCUSED, only(other)),
    ]
    (dispute,) = disputes(event(charges), one, other)
    assert (dispute.question, dispute.state) == ("Who did it?", "possible")


def test_who_blames_two_parties_at_once_sets_up_no_rivals():
    one = told("accuse + | [source Karvania] [cue blamed] [content the Red and Blue Columns]")
    charges = [charged(name, Degree.ACCUSED, only(one)) for name in ("Red Column", "Blue Column")]
    assert not disputes(event(charges), one)


def test_numbers_that_exclude_each_other_are_rivals():
    seven, ten = told(SEVEN), told(TEN, outlet="Post")
    tolls = [counted(7, only(seven)), counted(10, only(ten))]
    (dispute,) = disputes(event(tolls=tolls), seven, ten)
    assert (dispute.slot, dispute.state) == ("killed", "possible")
    assert [side.position for side in dispute.sides] == ["7 killed", "10 killed"]


@pytest.mark.parametrize(("between", "state"), [(0, "contested"), (3, "possible")])
def test_numbers_that_a_report_sets_side_by_side_are_contested(between: int, state: str):
    both = lined(told(SEVEN, *["| It rained."] * between, TEN))
    seven, ten = both.statements
    (dispute,) = disputes(event(tolls=[counted(7, seven), counted(10, ten)]), both)
    assert dispute.state == state


def test_numbers_that_one_party_gives_side_by_side_are_only_possible():
    both = lined(told(SEVEN, SEVEN.replace("seven", "ten").replace("Police", "Army")))
    seven, ten = both.statements
    happening = event(tolls=[counted(7, seven), counted(10, ten)])
    claims = link_answers([happening], [both], (), {}, ())
    origins = count_origins([both], claims, ())
    one = replace(origins, parties=dict.fromkeys((seven.id, ten.id), "state:KRV"))
    assert [each.state for each in find_rivals([both], claims, one)] == ["possible"]


def lined(reading: Reading) -> Reading:
    """Account for each line of a reading as a sentence."""
    begin, lines = 0, []
    for line in reading.document.text.splitlines():
        lines.append(Account(Span(begin, begin + len(line)), Treatment.STATED))
        begin += len(line) + 1
    return replace(reading, accounts=tuple(lines))


def test_a_toll_that_rises_in_one_mouth_is_an_update():
    first, then = told(SEVEN), told(SEVEN.replace("seven", "ten"), outlet="Post", day=2)
    tolls = [counted(7, only(first)), counted(10, only(then))]
    assert not disputes(event(tolls=tolls), first, then)


def test_a_number_that_is_open_above_is_no_bridge_between_two_that_exclude_each_other():
    text = (
        "A bomb went off at the market of Ostrel on Monday. The governor said that at least 23 "
        "people had died. The mayor, Dana Fell, put the dead at 27. The police counted 30."
    )
    read = read_document(Document(text, language="en", published=date(2031, 5, 3)), KNOWLEDGE)
    (dispute,) = link_readings([read], (), load_actors(), KNOWLEDGE.events).disputes
    assert [side.position for side in dispute.sides] == ["27 killed", "30 killed"]
    assert dispute.state == "contested"


def test_what_a_source_said_earlier_gives_way_to_what_it_says_now():
    text = (
        "A bomb went off at the market of Ostrel on Monday. The police said that nine people had "
        "died. The hospital counted 24. It had earlier put the number at nine."
    )
    read = read_document(Document(text, language="en", published=date(2031, 5, 3)), KNOWLEDGE)
    ledger = link_readings([read], (), load_actors(), KNOWLEDGE.events)
    (dispute,) = ledger.disputes
    assert [side.position for side in dispute.sides] == ["9 killed", "24 killed"]
    assert [side.held_by for side in dispute.sides] == [("police",), ("hospital",)]


def test_a_toll_that_is_revised_is_no_rival_of_the_one_before():
    text = (
        "A bomb went off at the market of Ostrel on Monday. The police spoke of 39 dead. The "
        "ministry said that the toll had risen to 50 dead."
    )
    read = read_document(Document(text, language="en", published=date(2031, 5, 3)), KNOWLEDGE)
    ledger = link_readings([read], (), load_actors(), KNOWLEDGE.events)
    assert [dispute.state for dispute in ledger.disputes] == ["possible"]


def test_soldiers_and_villagers_are_counted_apart():
    seven, ten = told(SEVEN), told(TEN, outlet="Post")
    tolls = [counted(7, only(seven), "soldiers"), counted(10, only(ten), "villagers")]
    assert not disputes(event(tolls=tolls), seven, ten)


def test_dozens_exclude_nothing():
    some, ten = told(SEVEN), told(TEN, outlet="Post")
    assert not disputes(event(tolls=[counted(None, only(some)), counted(10, only(ten))]), some, ten)


def test_what_a_reviewer_rejected_answers_nothing():
    seven, ten = told(SEVEN), told(TEN, outlet="Post")
    tolls = [counted(7, only(seven)), counted(10, only(ten))]
    gone = decided(only(ten).id, "reject")
    assert not disputes(event(tolls=tolls), seven, ten, reviews=(gone,))


def test_the_same_number_from_two_sources_is_one_claim():
    one, other = told(SEVEN), told(TEN.replace("ten dead", "seven dead"), outlet="Post")
    tolls = [counted(7, only(one)), counted(7, only(other))]
    (claim,) = link_answers([event(tolls=tolls)], [one, other], (), {}, ())
    assert [stance.name for stance in claim.stances if stance.polarity is Polarity.TRUE]
    assert len(claim.stances) == 2

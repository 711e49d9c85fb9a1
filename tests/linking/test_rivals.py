"""Answers to what an event raises: who did it, how many were hurt; and where they exclude."""

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
from counterclaim.model.statement import Polarity, Statement
from counterclaim.model.text import Cited
from tests.linking.told import decided, told

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


def test_a_toll_that_rises_in_one_mouth_is_an_update():
    first, then = told(SEVEN), told(SEVEN.replace("seven", "ten"), outlet="Post", day=2)
    tolls = [counted(7, only(first)), counted(10, only(then))]
    assert not disputes(event(tolls=tolls), first, then)


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

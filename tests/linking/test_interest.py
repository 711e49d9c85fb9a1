"""What holders have at stake: who denies its own part, who admits it, who takes no side."""

from dataclasses import replace

import pytest

from counterclaim.linking.interest import NOT_TOLD, find_stakes
from counterclaim.model.actor import Actor
from counterclaim.model.derived import Interest, Stake
from counterclaim.model.event import (
    Degree,
    Part,
    Participant,
    PartyType,
    Responsibility,
    Share,
    Toll,
)
from counterclaim.model.record import Told
from counterclaim.model.statement import Act, MentionId, MentionType, Polarity, Statement
from counterclaim.model.text import Cited, Span
from tests.views.attack import SIX
from tests.views.built import ARMY, ATTACK, LEDGER, MINISTRY, THE_ARMY, THE_MINISTRY, spoken


def charge(actor: Actor | None, degree: Degree, statement: Statement) -> Told[Responsibility]:
    held = Responsibility(
        "party",
        PartyType.STATE,
        Share.PERPETRATOR,
        Cited(degree, (), "by hand"),
        statement.id,
    )
    return Told(held, ATTACK.tellings[0], actor.id if actor else None)


def stake(statement: Statement, event=ATTACK, actors=(THE_ARMY, THE_MINISTRY)) -> Stake:
    readings = tuple(
        replace(each, statements=tuple(statement if s.id == statement.id else s for s in told))
        for each in LEDGER.readings
        for told in [each.statements]
    )
    ledger = replace(LEDGER, readings=readings, events=(event,), actors=actors)
    return find_stakes(ledger)[statement.id]


@pytest.mark.parametrize(
    ("degree", "interest", "rule"),
    [
        (Degree.DENIED, Interest.SERVES, "denies_its_own_part"),
        (Degree.ADMITTED, Interest.AGAINST, "admits_its_own_part"),
        (Degree.CLAIMED, Interest.UNKNOWN, "claims_the_deed"),
    ],
)
def test_a_party_on_its_own_part(degree: Degree, interest: Interest, rule: str):
    denial = spoken(MINISTRY)
    event = replace(ATTACK, responsibility=(charge(THE_MINISTRY, degree, denial),))
    assert stake(denial, event) == Stake(interest, rule)


def test_who_is_charged_and_charges_another_serves_itself():
    own, other = spoken(ARMY), spoken(MINISTRY)
    charges = (charge(THE_MINISTRY, Degree.ACCUSED, own), charge(THE_ARMY, Degree.ACCUSED, other))
    event = replace(ATTACK, responsibility=charges)
    assert stake(own, event) == Stake(Interest.SERVES, "turns_it_on_another")
    alone = replace(ATTACK, responsibility=charges[:1])
    assert stake(own, alone) == NOT_TOLD


def test_who_concedes_speaks_against_its_interest():
    conceding = replace(spoken(ARMY), act=Cited(Act.CONCEDE, (), "by hand"))
    assert stake(conceding) == Stake(Interest.AGAINST, "concedes")


@pytest.mark.parametrize(
    ("polarity", "interest"),
    [(Polarity.TRUE, Interest.AGAINST), (Polarity.FALSE, Interest.SERVES)],
)
def test_a_force_on_its_own_dead(polarity: Polarity, interest: Interest):
    told = replace(spoken(ARMY), polarity=Cited(polarity, (), "by hand"))
    mention = ARMY.mentions[0].id
    [telling] = ARMY.tellings
    dead = Participant(Part.VICTIM, "soldiers", Span(0, 1), "by hand", mention)
    reading = replace(ARMY, tellings=(replace(telling, participants=(dead,)),), statements=(told,))
    assert SIX.value.effect
    toll = Told(Toll(SIX.value.effect, SIX, told.id), telling.id)
    army = replace(THE_ARMY, type=MentionType.MILITARY)
    event = replace(ATTACK, tolls=(toll,), responsibility=())
    ledger = replace(LEDGER, readings=(reading,), events=(event,), actors=(army,))
    assert find_stakes(ledger)[told.id] == Stake(interest, "tells_of_its_own_losses")


def test_a_body_of_no_country_takes_no_side_where_it_is_charged_with_nothing():
    statement = spoken(ARMY)
    body = replace(THE_ARMY, known="organisation.un", type=MentionType.ORGANISATION)
    event = replace(ATTACK, responsibility=())
    assert stake(statement, event, (body,)) == Stake(Interest.NONE, "takes_no_side")
    charged = replace(ATTACK, responsibility=(charge(body, Degree.ACCUSED, spoken(MINISTRY)),))
    assert stake(statement, charged, (body,)) == NOT_TOLD


def test_what_is_denied_of_the_holder_itself_serves_it():
    denial = spoken(MINISTRY)
    named = replace(MINISTRY.mentions[0], id=MentionId("m0000000000000cd"), span=denial.content[0])
    reading = replace(MINISTRY, mentions=(*MINISTRY.mentions, named))
    whose = replace(THE_MINISTRY, mentions=(*THE_MINISTRY.mentions, named.id))
    ledger = replace(LEDGER, readings=(reading,), events=(), actors=(whose,))
    assert find_stakes(ledger)[denial.id] == Stake(Interest.SERVES, "denies_what_is_said_of_it")


def test_narration_and_unknown_holders_have_no_stake():
    found = find_stakes(replace(LEDGER, events=()))
    assert set(found.values()) == {NOT_TOLD}
    assert not {s.id for s in ARMY.statements if s.cue is None} & found.keys()
    assert find_stakes(replace(LEDGER, actors=())) == {}

"""All on one actor: which names mean it, who says what of it, and what is left out of people."""

from dataclasses import replace
from datetime import date

import pytest

from counterclaim.errors import UnknownId
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.event import Estimate, Tie
from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import MentionId, MentionType
from counterclaim.model.text import Cited
from counterclaim.views.actors import find_actor
from counterclaim.views.dossiers import OF_A_PRIVATE_PERSON, dossier
from counterclaim.views.entries import enter
from tests.views.built import ARMY, LEDGER, THE_ARMY, THE_MINISTRY, read, spoken

KNOWN = Actor(
    ActorId("face000000000001"),
    "Khorasan branch",
    MentionType.ARMED_GROUP,
    ("the branch",),
    (),
    "known_party",
    "group.islamic-state.khorasan",
)
ACTORS = (THE_ARMY, THE_MINISTRY, KNOWN)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("The army", THE_ARMY),
        ("ARMY", THE_ARMY),
        ("the Army", THE_ARMY),
        ("the Khorasan branch", KNOWN),
        (THE_ARMY.id[:6], THE_ARMY),
        ("branch", KNOWN),
        ("ISIS-K", KNOWN),
        ("Khorasan", KNOWN),
    ],
)
def test_any_of_its_names_means_an_actor(name: str, meant: Actor):
    assert find_actor(name, ACTORS) is meant


def test_a_name_of_several_says_whom_it_may_mean():
    other = replace(THE_ARMY, id=ActorId("beef000000000001"))
    with pytest.raises(UnknownId, match=r"may mean The army .*beef.*Give the id"):
        find_actor("army", (THE_ARMY, other))


@pytest.mark.parametrize(("name", "hint"), [("the minstry", "The ministry"), ("xyzzy", "search")])
def test_an_unknown_name_offers_the_nearest(name: str, hint: str):
    with pytest.raises(UnknownId) as caught:
        find_actor(name, ACTORS)
    assert hint in caught.value.next_step


def test_no_name_means_nobody():
    with pytest.raises(UnknownId):
        find_actor(" ", ACTORS)


def test_a_dossier_says_who_uses_which_name_and_holds_the_events():
    found = dossier(THE_ARMY, enter(LEDGER))
    assert [(use.form, use.times, use.outlets) for use in found.names] == [
        ("The army", 2, ("Hill Courier", "Plain Wire"))
    ]
    assert [each.outlet for each in found.says] == ["Hill Courier", "Plain Wire"]
    [involved] = found.events
    assert (involved.event.type, involved.parts) == ("bombing", ("target",))


REBELS = read(
    "[source:1 The rebels] [cue:1 said] that [content:1 it rained].\n"
    "[source:2 The governor] [cue:2 said] that [content:2 The rebels have 40 fighters].",
    key="r.txt",
    outlet="Hill Courier",
    published=date(2024, 4, 1),
)


def told_of(actor: Actor, low: int, *, reading=REBELS):
    """Let a report give a number of members, and a relation to the governor."""
    subject, governor = (each.id for each in reading.mentions[:2])
    span = reading.statements[1].content[0]
    count = Cited(Quantity(low, low, unit="people"), (span,), "by hand")
    statement = reading.statements[1].id
    estimate = Estimate("The rebels", "members", count, span, subject, statement)
    tie = Tie(subject, Cited("fights", (span,), "by hand"), governor, statement)
    reading = replace(reading, estimates=(estimate,), ties=(tie,))
    named = replace(actor, mentions=(subject,))
    return named, replace(LEDGER, readings=(reading,), actors=(named,), events=())


def test_estimates_and_relations_keep_whose_word_they_are():
    actor, ledger = told_of(KNOWN, 40)
    found = dossier(actor, enter(ledger))
    [members] = found.estimates
    assert (members.measure, members.low, members.high) == ("members", 40, 40)
    assert members.told[0].said_by == "The governor"
    [relation] = found.relations
    assert (relation.predicate, relation.said_by) == ("fights", "The governor")
    assert relation.published == date(2024, 4, 1)


def test_an_open_end_leaves_the_range_open():
    actor, ledger = told_of(KNOWN, 40)
    [reading] = ledger.readings
    [estimate] = reading.estimates
    count = Cited(Quantity(60, None), estimate.count.spans, "by hand")
    more = replace(reading, estimates=(estimate, replace(estimate, count=count)))
    found = dossier(actor, enter(replace(ledger, readings=(more,)))).estimates
    assert [(each.low, each.high) for each in found] == [(60, None), (40, 40)]


def test_others_speak_of_it_but_not_it_itself():
    mention = ARMY.mentions[0]
    content = spoken(ARMY).content[0]
    named = replace(mention, id=MentionId("m0000000000000ab"), span=content)
    reading = replace(ARMY, mentions=(*ARMY.mentions, named))
    other = replace(KNOWN, mentions=(named.id,))
    entries = enter(replace(LEDGER, readings=(reading,), actors=(THE_ARMY, other)))
    assert [each.speaker for each in dossier(other, entries).said_about] == ["The army"]
    same = replace(THE_ARMY, mentions=(*THE_ARMY.mentions, named.id))
    assert dossier(same, entries).said_about == ()


def test_of_a_private_person_nothing_is_gathered():
    actor, ledger = told_of(replace(KNOWN, type=MentionType.PERSON, known=""), 40)
    found = dossier(actor, enter(ledger))
    assert found.withheld == OF_A_PRIVATE_PERSON
    assert [each.said for each in found.says] == ["it rained"]
    assert (found.said_about, found.relations, found.estimates, found.events) == ((), (), (), ())


def test_of_a_person_in_office_no_timeline_is_drawn():
    actor, ledger = told_of(replace(KNOWN, type=MentionType.PERSON, part_of=("government.x",)), 40)
    found = dossier(actor, enter(ledger))
    assert "no timeline" in found.withheld
    assert (found.relations, found.events) == ((), ())

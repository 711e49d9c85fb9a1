"""Which words are of one event and which of another, and whose places and days they bring."""

import pytest

from counterclaim.documents.description import describe
from counterclaim.knowledge import load_knowledge
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document
from tests.content.told import only, reading, tellings


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # What hits the jet is its downing; what the jet hits is not.
        ("A missile hit the airliner over Kunduz on Monday. Rebels had shot it down.", 1),
        ("The airliner crashed on Monday. A missile had struck the plane, officials said.", 1),
        ("Jets struck a camp near Kunduz on Monday. Rebels shot down two aircraft on Monday.", 2),
        ("The raid on Kunduz came on Monday. The army shot down a helicopter on Monday.", 2),
    ],
)
def test_the_downing_of_an_aircraft_is_no_raid(text: str, types: int):
    told = tellings(text)
    assert len(told) == types
    assert "shoot_down" in {one.type.value for one in told}


def test_nobody_is_killed_by_what_is_shot_down_without_a_crew():
    told = tellings(
        "Missiles hit the port of Kunduz on Monday. Air defences intercepted nine missiles. Four "
        "people were killed."
    )
    killed = {one.type.value for one in told if one.tolls}
    assert killed == {"air_strike"}


@pytest.mark.parametrize(
    "text",
    [
        "An attack helicopter was flying to Kunduz on Monday.",
        "Soldiers with assault rifles stood at the gate in Kunduz on Monday.",
        "A cruise missile has a range of 700 kilometres, the engineer said on Monday.",
    ],
)
def test_what_an_arm_is_made_for_is_no_event(text: str):
    assert not [one for one in tellings(text) if one.place or one.when]


def place_of(text: str, kind: str) -> str:
    read = reading(text)
    named = {mention.id: mention.name for mention in read.mentions}
    [place] = [one.place for one in read.tellings if one.type.value == kind]
    return named[place.value] if place else ""


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "The missile that hit a bus in Kunduz on Monday was fired from Kabul.",
            "air_strike",
            "Kunduz",
        ),
        ("The armed forces of Germany bombed a depot in Mosul on Monday.", "bombing", "Mosul"),
        ("Troops arrested nine men on Monday during an operation at Kunduz.", "arrest", "Kunduz"),
    ],
)
def test_a_place_is_where_it_happened_not_where_it_came_from(text: str, kind: str, place: str):
    assert place_of(text, kind) == place


def test_a_named_day_says_more_than_any_night():
    told = only("Jets bombed a depot in Kunduz overnight to Monday. The raid killed nine guards.")
    assert told.when is not None
    assert told.when.value.edtf == "2024-04-08"


def test_those_aboard_die_in_the_downing_by_a_missile():
    told = only("A helicopter was shot down by a missile near Kunduz on Monday. Two men died.")
    assert (told.type.value, len(told.tolls)) == ("shoot_down", 1)


def test_what_a_report_brings_in_again_is_what_its_headline_told():
    text = (
        "Bus blast in Kunduz kills 17\n\nSeventeen people were killed on Monday when a bomb tore"
        " apart a bus in Kunduz, police said. A witness spoke of 19 dead."
    )
    document = describe(Document(text, language="en"), load_knowledge())
    (one,) = read_document(document, load_knowledge()).tellings
    assert [toll.count.value.low for toll in one.tolls] == [17, 17, 19]


def test_an_attack_that_is_brought_in_is_another_whoever_it_killed():
    text = (
        "A bomb killed 17 people on a bus in Kunduz. The front said it had planted the device. Some"
        " time ago the group killed 11 people in an attack on the courthouse."
    )
    assert [[toll.count.value.low for toll in one.tolls] for one in tellings(text)] == [[17], [11]]


def test_what_the_evidence_points_to_is_the_event_spoken_of():
    text = (
        "Shells hit a bus stop in Kunduz on Monday. The evidence points to a rebel attack, he said."
    )
    assert len(tellings(text)) == 1


def test_to_bomb_is_from_the_air_where_aircraft_did_it():
    text = (
        "Jets struck a hideout near Kunduz on Monday, killing 30 fighters. The army bombed a tent"
        " where women sat, a farmer said. The mayor spoke of 46 dead."
    )
    (one,) = tellings(text)
    assert (one.type.value, len(one.tolls)) == ("air_strike", 2)


def test_where_a_group_has_its_seat_nothing_has_happened_for_that():
    text = "A bomb hit a tanker on Monday. The Ridge Movement in Kunduz denied any part in it."
    assert only(text).place is None


def test_a_toll_before_the_stop_is_not_that_of_the_raid_behind_it():
    text = (
        "Shells hit a market in Kunduz on Monday. The lawyers said that 54 had died and blamed the"
        " Ridge Front; army strikes in the east had killed two people, they said."
    )
    told = {one.type.value: one for one in tellings(text)}
    assert [toll.count.value.low for toll in told["shelling"].tolls] == [54]
    assert [toll.count.value.low for toll in told["air_strike"].tolls] == [2]
    assert [one.party for one in told["shelling"].responsibility] == ["Ridge Front"]


def test_a_country_that_speaks_is_no_place_of_what_it_speaks_of():
    text = "A truck bomb hit the bridge in October. According to Russia, five people were killed."
    assert only(text).place is None

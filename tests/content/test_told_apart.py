"""Which words are of one event and which of another, and whose places and days they bring."""

import pytest

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

"""Places that are told by others: their own words, and an area as wide as they leave it."""

import pytest

from counterclaim.knowledge.geography import distance
from counterclaim.model.place import PlacePrecision

KUNDUZ = (36.73, 68.86)


@pytest.mark.parametrize(
    ("text", "name", "km"),
    [
        ("They were hit 20 km north of Kunduz, Afghanistan.", "20 km north of Kunduz", 20),
        ("They were hit 10 miles south of Kunduz, Afghanistan.", "10 miles south of Kunduz", 16),
        ("It fell 20 km from Kunduz, Afghanistan.", "20 km from Kunduz", 0),
        ("Villages near Kunduz, Afghanistan, were shelled.", "near Kunduz", 0),
        ("A post north of Kunduz, Afghanistan, was shelled.", "north of Kunduz", 0),
    ],
)
def test_it_lies_as_far_as_is_told(places, text, name, km):
    place = places(text)[name]
    assert place.precision is PlacePrecision.NEAR
    assert distance((place.latitude, place.longitude), KUNDUZ) == pytest.approx(km, abs=2)
    assert place.extent >= 5
    assert (place.country, place.geonameid) == ("AFG", None)


def test_the_place_itself_stays_where_it_is(places):
    kunduz = places("They were hit 20 km north of Kunduz, Afghanistan.")["Kunduz"]
    assert (kunduz.latitude, kunduz.longitude) == KUNDUZ
    assert kunduz.precision is PlacePrecision.TOWN


def test_between_two_places_is_the_way_between_them(places):
    found = places("The bus was stopped between Kabul and Kunduz in Afghanistan.")
    between = found["between Kabul and Kunduz"]
    assert 34.5 < between.latitude < 36.8
    assert between.extent == pytest.approx(distance((34.53, 69.17), KUNDUZ) / 2, abs=1)


def test_a_border_is_a_line_between_two_states(places):
    for text in (
        "Troops fired across the Afghan-Pakistani border.",
        "Troops fired across the border between Afghanistan and Pakistan.",
    ):
        [line] = [place for place in places(text).values() if place.feature == "LINE"]
        assert line.claimed_by == ("AFG", "PAK")
        assert (line.latitude, line.country) == (None, "")


def test_a_part_is_an_area_of_its_own_and_never_a_point_in_disguise(places):
    found = places("Floods struck southern Pakistan and its neighbours.")
    part = found["southern Pakistan"]
    assert part.precision is PlacePrecision.REGION
    assert part.latitude < found["Pakistan"].latitude
    assert part.extent == found["Pakistan"].extent

"""One place for all mentions that are located there, and how places lie to each other."""

from dataclasses import replace

import pytest

from counterclaim.linking import link_places
from counterclaim.linking.distances import is_apart, is_within
from counterclaim.model.event import Basis, Land
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.text import Cited
from tests.linking.happened import linked, report

KARSK = Place(PlaceId("k"), "Karsk", PlacePrecision.TOWN, "TRN", (), "", 34.0, 71.0, 5.0)
VILLAGE = Place(PlaceId("v"), "Vell", PlacePrecision.TOWN, "TRN", (), "", 34.2, 71.0, 3.0)
PROVINCE = Place(PlaceId("p"), "Upper Tarn", PlacePrecision.PROVINCE, "TRN", (), "", 34.5, 71, 90)
COUNTRY = Place(PlaceId("c"), "Tarn", PlacePrecision.COUNTRY, "TRN")
ABROAD = Place(PlaceId("o"), "Osterburg", PlacePrecision.TOWN, "OST", (), "", 34.0, 71.2, 5.0)
FAR = replace(KARSK, id=PlaceId("f"), latitude=38.0)
LINE = Place(PlaceId("l"), "Line", PlacePrecision.LINE, "", ("OST", "TRN"))


def test_mentions_of_one_place_are_together_in_any_order():
    one = report("bombing | A [event bomb] in [place:Karsk@34,71 Karsk].")
    other = report("bombing | A [event bomb] in [place:Karsk@34,71 Karsk city].", outlet="Daily")
    [place] = link_places([one, other])
    assert (place.place.name, len(place.mentions)) == ("Karsk", 2)
    assert link_places([other, one]) == (place,)


@pytest.mark.parametrize(
    ("told", "name"),
    [("Mekkelle", "Mekkelle"), ("MEKKELLE", "Mek'kele"), ("the town", "Mek'kele")],
)
def test_a_place_is_spelt_as_its_reports_spell_it(told: str, name: str):
    read = report(f"bombing | A [event bomb] in [place:Mekkele@34,71 {told}].")
    [mention] = [each for each in read.mentions if each.place]
    assert mention.place is not None
    mapped = replace(mention.place.value, name="Mek'kele", geonameid=1)
    located = replace(mention, name=told, place=replace(mention.place, value=mapped))
    [place] = link_places([replace(read, mentions=(located,))])
    assert place.place.name == name


def test_a_place_that_no_map_has_lies_where_its_event_is_told_to_lie():
    read = report("bombing | A [event bomb] in [place:Vell@34,71 Vell].")
    [mention] = [each for each in read.mentions if each.place]
    [telling] = read.tellings
    assert mention.place is not None
    bare = replace(mention.place.value, precision=PlacePrecision.UNKNOWN, country="")
    land = Cited(Land("TRN", Basis.INFERRED), (mention.span,), "only_country_named")
    unmapped = replace(
        read,
        mentions=(replace(mention, place=replace(mention.place, value=bare)),),
        tellings=(replace(telling, country=land),),
    )
    [place] = link_places([unmapped], linked(unmapped))
    assert (place.place.country, place.place.precision) == ("TRN", PlacePrecision.UNKNOWN)
    assert link_places([unmapped])[0].place.country == ""


@pytest.mark.parametrize(
    ("one", "other", "within", "apart"),
    [
        (KARSK, KARSK, True, False),
        (KARSK, PROVINCE, True, False),
        (KARSK, COUNTRY, True, False),
        (KARSK, VILLAGE, False, False),
        (KARSK, ABROAD, False, True),
        (KARSK, FAR, False, True),
        (COUNTRY, ABROAD, False, True),
        (LINE, KARSK, False, False),
        (LINE, COUNTRY, False, False),
    ],
)
def test_places_lie_within_each_other_or_apart(one, other, within, apart):
    assert (is_within(one, other), is_within(other, one)) == (within, within)
    assert (is_apart(one, other), is_apart(other, one)) == (apart, apart)

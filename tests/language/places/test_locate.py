"""Which words are places, and where they lie."""

from dataclasses import replace

import pytest

from counterclaim.knowledge.place_words import PlaceWords
from counterclaim.language import find_mentions, parse
from counterclaim.language.places import locate, rule_book
from counterclaim.model.place import PlacePrecision
from counterclaim.model.statement import MentionType
from counterclaim.model.text import Document

AMBIGUOUS = """
Georgia accused its neighbour of shelling villages near Gori. | Georgia | GEO
The governor spoke in Atlanta, Georgia, on Monday. | Georgia | USA
Soldiers in Niger returned to Niamey after the raid. | Niger | NER
Gunmen struck in Nigeria, killing nine in Abuja. | Nigeria | NGA
Clashes broke out in Tripoli, Libya, and in Misrata. | Tripoli | LBY
Clashes broke out in Tripoli, Lebanon, and in Beirut. | Tripoli | LBN
A blast killed nine in Hyderabad and three in Karachi, Pakistan. | Hyderabad | PAK
Police in Hyderabad, the capital of Telangana in India, arrested two. | Hyderabad | IND
The couple from Paris, Texas, drove to Dallas. | Paris | USA
The ministers met in Paris on Monday. | Paris | FRA
Aid came to Goma and Bukavu in DR Congo. | Goma | COD
The bus was attacked in the city of Bisham in Khyber Pakhtunkhwa, Pakistan. | Bisham | PAK
Officials in Mexico met their counterparts from the United States. | Mexico | MEX
"""


@pytest.mark.parametrize("line", AMBIGUOUS.strip().splitlines())
def test_a_name_is_the_place_that_the_text_means(places, line):
    text, name, country = line.split(" | ")
    assert places(text)[name].country == country


def test_one_name_is_one_place_throughout_a_text(mentions):
    text = "Shells fell on Tripoli, Lebanon, on Monday. By evening Tripoli was quiet again."
    found = [one.place.value for one in mentions(text) if one.name == "Tripoli"]
    assert len(found) == 2
    assert {place.country for place in found} == {"LBN"}


def test_a_place_has_what_the_gazetteer_knows(places):
    kunduz = places("The convoy was hit in Kunduz, Afghanistan.")["Kunduz"]
    assert (kunduz.country, kunduz.feature, kunduz.geonameid) == ("AFG", "PPL", 1135689)
    assert (kunduz.latitude, kunduz.longitude) == (36.73, 68.86)
    assert kunduz.precision is PlacePrecision.TOWN


def test_a_country_is_no_finer_than_a_country(places):
    sudan = places("Fighting goes on in Sudan.")["Sudan"]
    assert sudan.precision is PlacePrecision.COUNTRY
    assert sudan.extent is None or sudan.extent > 0


def test_disputed_land_is_nobodys_and_says_whose_it_may_be(places):
    found = places("Shells fell near Muzaffarabad in Pakistan and near Srinagar in India.")
    for name in ("Muzaffarabad", "Srinagar"):
        assert found[name].country == ""
        assert set(found[name].claimed_by) == {"IND", "PAK"}


def test_a_line_has_no_point(places):
    line = places("Troops of India and Pakistan met at the Line of Control.")["Line of Control"]
    assert line.precision is PlacePrecision.LINE
    assert (line.latitude, line.longitude, line.country) == (None, None, "")


def test_a_people_is_no_place_but_has_its_country(mentions):
    [mention] = [one for one in mentions("Afghan soldiers left.") if one.name == "Afghan"]
    assert mention.type is MentionType.NATIONALITY
    assert (mention.place.value.country, mention.place.rule) == ("AFG", "people")


def test_people_named_like_places_stay_people(mentions):
    found = mentions("Paris Hilton met Jordan Henderson, and Mr. Georgia laughed.")
    assert not [one for one in found if one.type is MentionType.PLACE]


def test_a_name_that_nobody_lists_stays_open_with_its_reason(mentions):
    text = "Nine villagers were killed in Qarabulbul district, officials in Kabul said."
    found = [one.place for one in mentions(text) if "Qarabulbul" in one.name and one.place]
    assert {place.rule for place in found} == {"unlisted"}
    assert {place.value.precision for place in found} == {PlacePrecision.UNKNOWN}
    assert {place.value.latitude for place in found} == {None}


def test_a_small_town_far_from_all_that_is_named_stays_open(mentions):
    [ravel] = [one.place for one in mentions("Police in Ravel arrested two men.") if one.place]
    assert (ravel.rule, ravel.value.country, ravel.value.latitude) == ("out of the way", "", None)
    assert [rival.value.country for rival in ravel.rivals] == ["FRA"]


def test_a_small_town_lies_where_the_text_names_its_country(places):
    found = places("Nine people were killed in Ravel, France, officials said.")
    assert found["Ravel"].country == "FRA"


def test_another_name_of_a_town_is_not_taken_for_it_alone(mentions, places):
    [open_] = [one.place for one in mentions("Police in Ossabra arrested two men.") if one.place]
    assert (open_.rule, open_.value.latitude) == ("out of the way", None)
    assert [rival.value.country for rival in open_.rivals] == ["USA"]
    assert places("Police in Savannah arrested two men.")["Savannah"].country == "USA"
    assert places("Police in Ossabra, Georgia, and in Atlanta met.")["Ossabra"].country == "USA"


def test_a_sea_is_no_place_of_the_country_in_its_name(places):
    text = "A ship sank in the Gulf of Oman, officials in Oman said. Its crew was taken to Oman."
    found = places(text)
    assert found["Gulf of Oman"].country == ""
    assert found["Oman"].country == "OMN"


def test_an_outlet_speaks_of_its_own_country(english, world):
    text = "Police in Hyderabad arrested two men."
    for outlet, country in (("Dawn", "PAK"), ("The Hindu", "IND"), ("Karachi Morning Post", "PAK")):
        parsed = parse(Document(text, outlet=outlet, language="en"), english)
        [place] = [one.place.value for one in locate(parsed, (), english, world) if one.place]
        assert place.country == country, outlet


def test_without_a_gazetteer_every_place_says_so(parsed, english):
    text = parsed("Shells fell on Kunduz in Afghanistan.")
    found = locate(text, find_mentions(text, english), english, None)
    located = [one.place for one in found if one.type is MentionType.PLACE]
    assert located
    assert {place and place.rule for place in located} == {"no gazetteer"}
    assert {place and place.value.precision for place in located} == {PlacePrecision.UNKNOWN}


def test_every_rule_is_in_the_book_and_every_value_cited(mentions):
    for text in (line.split(" | ")[0] for line in AMBIGUOUS.strip().splitlines()):
        for one in mentions(text):
            if one.place:
                assert one.place.rule in rule_book()
                assert one.place.spans[0] in one.span or one.span in one.place.spans[0]
                assert one.place.score is None or 0 <= one.place.score <= 1


def test_mentions_stay_in_order_and_each_has_its_own_words(mentions):
    text = AMBIGUOUS.replace("\n", " ").replace("|", ".")
    found = mentions(text)
    assert list(found) == sorted(found, key=lambda one: (one.span, one.id))
    assert len({one.id for one in found}) == len(found)
    assert all(
        one.name == " ".join(text[one.span.begin : one.span.end].split())
        for one in found
        if one.rule == "place"
    )


@pytest.mark.parametrize(
    "text",
    [
        ".",
        "A " * 500,
        "PARIS " * 300,
        "north of " * 200,
        "Deir ez-" * 100,
        "Line of Control " * 50,
        "١٢٣ Парижに行く 🌍 In",
        "'; DROP TABLE place; -- in Kabul",
        "between between and and Kabul and",
        "9e999 km north of Kabul",
    ],
)
def test_no_text_breaks_it(mentions, text):
    assert all(one.span.end <= len(text) for one in mentions(text))


def test_a_language_without_words_for_places_finds_what_the_gazetteer_has(parsed, english, world):
    bare = replace(english, places=PlaceWords())
    text = parsed("Shells fell on Kunduz in Afghanistan.")
    found = locate(text, (), bare, world)
    assert "Afghanistan" in {one.name for one in found}

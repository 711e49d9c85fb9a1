"""Where an event lies that is told without a place, or at one that no map has."""

from datetime import date

import pytest

from counterclaim.documents.description import describe
from counterclaim.knowledge import load_knowledge
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document
from tests.content.told import reading, tellings

COUNTRIES = """
country_of_rescuers | AFG | A suicide bombing killed nine recruits, Afghan health officials said.
country_of_rescuers | KEN | Gunmen shot dead three miners before dawn, according to Kenyan police.
only_country_named | IRN | A missile hit the Ukrainian jet. Iranian envoys went home to Tehran.
"""


@pytest.mark.parametrize("line", COUNTRIES.strip().splitlines())
def test_an_event_without_a_place_lies_where_the_text_leaves_no_choice(line: str):
    rule, country, text = line.split(" | ")
    telling = tellings(text)[0]
    assert telling.place is not None
    found = {one.id: one.place for one in reading(text).mentions}[telling.place.value]
    assert found is not None
    assert (telling.place.rule, found.value.country) == (rule, country)


LANDS = """
explicit | KEN | Gunmen shot dead three miners in Nairobi on Monday.
inferred | AFG | A suicide bombing killed nine recruits, Afghan health officials said.
inferred | KEN | Gunmen shot nine people dead in Vellimbar, according to Kenyan police.
"""


SHELLED = "{} (Wire) — Shells hit the market of Vellimbar on Monday and killed nine people."


@pytest.mark.parametrize(("city", "country"), [("KISUMU", "KEN"), ("NEW YORK", None)])
def test_from_where_the_world_s_news_is_filed_nothing_follows(city, country):
    document = Document(SHELLED.format(city), language="en")
    [telling] = read_document(describe(document, load_knowledge()), load_knowledge()).tellings
    assert (telling.country.value.code if telling.country else None) == country


@pytest.mark.parametrize("line", LANDS.strip().splitlines())
def test_the_country_may_be_known_where_no_map_has_the_place(line: str):
    basis, country, text = line.split(" | ")
    land = tellings(text)[0].country
    assert land is not None
    assert (land.value.code, land.value.basis) == (country, basis)
    assert land.spans


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead three miners in Vellim market.",
        "Gunmen shot dead three miners near the Line of Control.",
        "Gunmen shot dead three miners in Vellim market. A bomb went off in Mali and one in Chad.",
    ],
)
def test_what_may_lie_in_several_countries_or_in_none_lies_in_none(text: str):
    assert tellings(text)[0].country is None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead nine Chinese engineers and their driver on Monday.",
        "Gunmen shot dead three miners, Kenyan police and Somali police said.",
        "A missile hit the jet, Canada's prime minister said. London and Paris wept.",
    ],
)
def test_an_event_lies_in_no_country_of_who_speaks_or_suffers(text: str):
    assert tellings(text)[0].place is None


FILED = """
COD | GOMA, Democratic Republic of Congo, March 4 (Lake Wire) - Shells hit a camp on Sunday, killing
none | NAIROBI, Kenya, March 4 (Lake Wire) - Shells hit a camp on Sunday, killing
"""


@pytest.mark.parametrize("line", FILED.strip().splitlines())
def test_a_report_from_a_town_tells_of_its_country_if_others_only_act(line: str):
    country, text = line.split(" | ")
    whole = f"{text} four people. Congo's army blamed rebels. Rwanda, which arms them, was silent."
    document = Document(whole, language="en", published=date(2024, 3, 5))
    telling = read_document(describe(document, load_knowledge()), load_knowledge()).tellings[0]
    assert (telling.country.value.code if telling.country else "none") == country


def test_an_inquiry_is_not_where_others_travel():
    told = tellings(
        "A bomb killed five engineers in Karachi on Monday. They were travelling to Quetta. In"
        " response, Islamabad announced a swift inquiry, and the inquiry began."
    )
    inquiry = next(one for one in told if one.type.value == "investigation")
    assert inquiry.place is not None
    assert inquiry.place.rule == "place_of_what_it_follows"

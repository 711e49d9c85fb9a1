"""Where an event lies that is told without a place, or at one that no map has."""

import pytest

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

"""Whom a coder's own table means: parties in a codebook's style, countries by old names."""

import pytest

from counterclaim.coding.own_parties import Party, Registry, Sort, names_somebody, same_party
from counterclaim.knowledge.actor_files import load_actors

REGISTRY = Registry(load_actors())


def party(name: str) -> Party:
    (only,) = REGISTRY.parties(name)
    return only


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Military Forces of Pakistan (2024-)", "Government of Pakistan", True),
        ("TTP: Tehreek-i-Taliban Pakistan", "TTP", True),
        ("Islamic State (Iraq)", "Islamic State Khorasan Province (ISKP)", True),
        ("Hill Front", "hill front", True),
        ("TTP militants", "Tehreek-i-Taliban Pakistan", True),
        ("Egyptian security forces", "Military Forces of Egypt (2014-)", True),
        ("TTP", "Military Forces of Pakistan (2024-)", False),
        ("Islamic State (Pakistan)", "Government of Pakistan", False),
        ("Hill Front", "TTP", None),
        ("Hill Front", "River Front", None),
    ],
)
def test_two_names_are_of_one_party_of_two_or_not_known(one, other, same):
    assert same_party(party(one), party(other)) is same


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Unidentified Armed Group (Pakistan)", Sort.UNNAMED),
        ("Civilians (China)", Sort.CIVILIANS),
        ("Protesters (Pakistan)", Sort.CIVILIANS),
        ("Police Forces of Pakistan (2018-2024)", Sort.PARTY),
    ],
)
def test_nobody_in_particular_is_no_party(name, sort):
    assert party(name).sort is sort


@pytest.mark.parametrize(
    ("name", "somebody"),
    [
        ("Terrorists", False),
        ("two armed men", False),
        ("Armed groups", False),
        ("Hill Front", True),
    ],
)
def test_common_words_name_nobody(name, somebody):
    assert names_somebody(name) is somebody


def test_a_country_beside_civilians_is_no_party():
    assert same_party(party("Civilians (Pakistan)"), party("Government of Pakistan")) is None


def test_a_cell_may_name_several():
    assert [each.name for each in REGISTRY.parties("TTP; Hill Front")] == ["TTP", "Hill Front"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "PAK"),
        ("DR Congo (Zaire)", "COD"),
        ("Myanmar (Burma)", "MMR"),
        ("Russia (Soviet Union)", "RUS"),
        ("Bosnia-Herzegovina", "BIH"),
        ("Osteria", ""),
    ],
)
def test_countries_are_known_by_the_names_of_codebooks(name, code):
    assert REGISTRY.country(name) == code

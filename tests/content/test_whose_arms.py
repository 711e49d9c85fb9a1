"""Whose arms did it: a confession is made of one's own arms alone."""

import pytest

HIT = "Shells hit Tarn on Monday. "

CHARGES = [
    (
        "The army of Varan shelled a market in Tarn on 13 May, Osk's interior minister, Pavo Reck,"
        " said on Thursday.",
        ("army of Varan", "accused_by_authorities"),
    ),
    (
        HIT + "The army shelled the town, rebel spokesman Omar Vell said.",
        ("army", "accused"),
    ),
    (
        HIT + "Osteria's Foreign Ministry said that the militia had shelled the town.",
        ("militia", "accused_by_authorities"),
    ),
    (
        HIT + "The army of Osteria bombed the town, the Karvanian defence minister said.",
        ("army of Osteria", "accused_by_authorities"),
    ),
    (
        HIT + "The army fired on the town, the Health Minister of the breakaway region said.",
        ("army", "accused_by_authorities"),
    ),
    (
        "A market in Tarn was shelled on Monday. “We shelled nobody,” Colonel Ilan Dree of the"
        " Varan general staff said.",
        ("Varan general staff", "denied"),
    ),
    (
        "A bomb killed nine people in Tarn on Monday. “Our fighters attacked no village,” the"
        " Ridge Front said.",
        ("Ridge Front", "denied"),
    ),
]


@pytest.mark.parametrize(("text", "charge"), CHARGES)
def test_whose_deed_it_is_said_to_be(ruled, text, charge):
    found = [one for each in ruled(text) for one in each.responsibility]
    assert charge in [(one.party, one.degree.value.value) for one in found]


@pytest.mark.parametrize("text", [text for text, _ in CHARGES])
def test_nobody_owns_up_to_it(ruled, text):
    degrees = {one.degree.value.value for each in ruled(text) for one in each.responsibility}
    assert degrees.isdisjoint({"claimed", "admitted"})

"""On whom an event is laid, by which words; and who is laid nothing on."""

import pytest

UNCLAIMED = [
    "So far neither the Ridge Front nor any other group has claimed responsibility for the attack.",
    "The Ridge Front has yet to claim responsibility.",
    "The Ridge Front stopped short of claiming the attack.",
    "Neither side claimed responsibility for the bombing.",
    "None of the rebel groups has admitted the attack.",
]


@pytest.mark.parametrize("text", UNCLAIMED)
def test_who_has_claimed_nothing_is_no_claimant_and_has_denied_nothing(ruled, text):
    told = ruled(f"A bomb killed a minister in Tarn on Monday. {text}")
    degrees = {one.degree.value.value for each in told for one in each.responsibility}
    assert degrees <= {"unclaimed"}


OTHERS = [
    (
        "The Dawn Brigades carried out the 3 May raid on a police post in Tarn, in which five"
        " officers died.",
        ("Dawn Brigades", "fact", "perpetrator"),
    ),
    (
        "A car bomb killed a judge in Tarn on Sunday. A court convicted two men of the bombing.",
        ("men", "accused_by_authorities", "perpetrator"),
    ),
    (
        "Gunmen ambushed a convoy near Tarn on Monday. The attack was first attributed to the Lake"
        " Brigade.",
        ("Lake Brigade", "suspected", "perpetrator"),
    ),
    (
        'An air strike hit a school in Tarn on Friday. "The Karvanian air force is committing war'
        " crimes,\" said Osteria's foreign minister, Lena Orst.",
        ("Karvanian air force", "accused_by_authorities", "perpetrator"),
    ),
    (
        "A bomb killed nine people in Tarn on Monday. The attack was presumably carried out by"
        " Ridge Front guerrillas.",
        ("Ridge Front", "suspected", "perpetrator"),
    ),
    (
        "A bomb killed nine people in Tarn on Monday. The attack was not carried out by the Ridge"
        " Front, the minister said.",
        ("Ridge Front", "denied", "perpetrator"),
    ),
    (
        "A shell killed nine people at a school in Tarn on Monday. The attack was a crude manoeuvre"
        " by the Karvanian army, the envoy said.",
        ("Karvanian army", "accused", "perpetrator"),
    ),
    (
        "A bomb killed nine people in Tarn on Monday. Telmar said it had proof of Karvania's"
        " involvement in the attack.",
        ("Karvania", "suspected", "perpetrator"),
    ),
    (
        "A bomb killed nine people in Tarn on Monday. The opposition blamed the government for"
        " failing to prevent the attack.",
        ("government", "accused", "negligent"),
    ),
    (
        "Militants from the Lake Brigade shot dead two teachers in Tarn on Sunday.",
        ("Lake Brigade", "fact", "perpetrator"),
    ),
    (
        "A bomb killed four soldiers in Tarn on Tuesday. The Sons of Telmar claimed responsibility"
        " for the attack.",
        ("Sons of Telmar", "claimed", "perpetrator"),
    ),
    (
        "Gunmen killed four guards in Tarn on Monday. Ridge Front, in a statement by its"
        " spokesman, Ilan Per, claimed responsibility for the attack.",
        ("Ridge Front", "claimed", "perpetrator"),
    ),
]


@pytest.mark.parametrize(("text", "charge"), OTHERS)
def test_whose_part_it_is_said_to_be(ruled, text, charge):
    found = [one for each in ruled(text) for one in each.responsibility]
    assert charge in [(one.party, one.degree.value.value, one.share.value) for one in found]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Northern Front (NF bombed the ministry on Monday.", "Northern Front"),
        ("Narco-terrorists bombed the ministry on Monday.", "Narco"),
        ("A Pilatus aircraft bombed the ministry on Monday.", "Pilatus"),
    ],
)
def test_no_part_of_a_word_is_a_party(ruled, text, party):
    names = {one.party for each in ruled(text) for one in each.responsibility}
    assert names <= ({party} if party == "Northern Front" else names - {party})


WRONGLY = [
    "A bomb killed nine people in Tarn on Monday. The Ridge Front said it had been falsely accused"
    " of the bombing.",
    "A bomb killed nine people in Tarn on Monday. The Ridge Front said that the government was"
    " wrongly blaming it for the bombing.",
]


@pytest.mark.parametrize("text", WRONGLY)
def test_who_says_that_he_is_accused_accuses_nobody(ruled, text):
    charges = [
        (one.party, one.degree.value.value) for each in ruled(text) for one in each.responsibility
    ]
    assert {degree for _, degree in charges} <= {"denied"}


def test_who_confirms_that_it_happened_has_not_claimed_it(ruled):
    text = "A bomb went off in Tarn on Monday. The Ridge Front confirmed the attack on its channel."
    degrees = {one.degree.value.value for each in ruled(text) for one in each.responsibility}
    assert "claimed" not in degrees

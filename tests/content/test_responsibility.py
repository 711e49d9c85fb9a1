"""Who is held responsible: never without the one who says so, never in another's mouth."""

import pytest

HELD = [
    (
        "The Northern Front bombed the ministry on Monday.",
        {("Northern Front", "fact")},
    ),
    (
        "The Northern Front claimed responsibility for the bombing of the ministry.",
        {("Northern Front", "claimed")},
    ),
    (
        "Police said the Northern Front had bombed the ministry.",
        {("Northern Front", "accused_by_authorities")},
    ),
    (
        "The archbishop said the army had murdered the priests.",
        {("army", "accused")},
    ),
    (
        "Suspected members of the Northern Front bombed the ministry.",
        {("Northern Front", "suspected")},
    ),
    (
        "The bombing of the ministry was attributed to the Northern Front.",
        {("Northern Front", "suspected")},
    ),
    (
        "The interior minister accused the Northern Front of bombing the ministry.",
        {("Northern Front", "accused_by_authorities")},
    ),
    (
        "The Northern Front denied responsibility for the bombing of the ministry.",
        {("Northern Front", "denied")},
    ),
    (
        "A bomb exploded at the ministry. No group has claimed responsibility for the bombing.",
        {("none", "unclaimed")},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), HELD)
def test_who_is_held_responsible(told, text, wanted):
    found = {
        (one.party.removeprefix("The ").removeprefix("the "), one.degree.value.value)
        for telling in told(text)
        for one in telling.responsibility
        if one.party_type.value != "person"
    }
    assert found == wanted


SILENT = [
    "The attack on the bus was planned in Ravel, the minister said.",
    "A bomb exploded at the ministry on Monday.",
    "Police arrested two men after the bombing of the ministry.",
    "The Northern Front condemned the bombing of the ministry.",
    "The Northern Front did not bomb the ministry.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_is_held_responsible(told, text):
    assert not [one for each in told(text) for one in each.responsibility]


def test_a_charge_keeps_its_holder(told, read):
    text = "Police said the Northern Front had bombed the ministry."
    [charge] = [one for each in told(text) for one in each.responsibility]
    [statement] = [one for one in read(text).statements if one.id == charge.statement]
    assert statement.source.name.lower() == "police"


def test_planning_is_no_deed(told):
    text = "The envoy said the bombing of the bus had been planned by the Ravel Network."
    shares = {one.share.value for each in told(text) for one in each.responsibility}
    assert shares == {"planner"}

"""Who is held responsible: never without the one who says so, never in another's mouth."""

import pytest

from counterclaim.model.event import Degree

HELD = [
    (
        "Gunmen killed ten people in Tarn. Karvania accuses the Red Column, an outlawed group, of"
        " the killings; it has denied responsibility.",
        {("Red Column", "accused")},
    ),
    (
        "A man told a broadcaster that the Tarn National Resistance (TNR) stood behind the bombing"
        " of the market. The TNR has denied it.",
        {("Tarn National Resistance", "accused"), ("Tarn National Resistance", "denied")},
    ),
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
        "The Northern Front said its fighters had bombed the ministry on Monday.",
        {("Northern Front", "claimed")},
    ),
    (
        "The governor accused Ankara of shelling the market in Zakho on Monday.",
        {("Ankara", "accused_by_authorities")},
    ),
    (
        "The governor blamed Turkey for the shelling of the market on Monday.",
        {("Turkey", "accused_by_authorities")},
    ),
    (
        "The archbishop said Turkish aircraft had bombed the market on Monday.",
        {("Turkish aircraft", "accused")},
    ),
    (
        "The archbishop said an Israeli air strike had killed four people on Monday.",
        {("Israeli air strike", "accused")},
    ),
    (
        "The archbishop said Afghan and American forces had bombed the hospital on Monday.",
        {("Afghan", "accused"), ("American", "accused")},
    ),
    (
        "The mayor of Lima said the Northern Front had been involved in the bombing on Monday.",
        {("Northern Front", "accused_by_authorities")},
    ),
    (
        "The governor said Aircraft of the Tarn-led alliance had bombed the bridge on Monday.",
        {("Tarn-led alliance", "accused_by_authorities")},
    ),
    (
        "The governor said he saw the hand of the Northern Front in the bombing of the ministry.",
        {("Northern Front", "accused_by_authorities")},
    ),
    (
        "A bomb exploded at the ministry on Monday. Two guards fell. Shops closed. Buses stopped."
        " Schools emptied. It rained. People wept. Trade slowed. Banks shut. Guards came. Night"
        " fell. The Northern Front has denied involvement.",
        {("Northern Front", "denied")},
    ),
    (
        "The Northern Front's coastal wing claimed the bombing of the ministry on Monday.",
        {("Northern Front's coastal wing", "claimed")},
    ),
    (
        "A bomb exploded at the ministry. No group has claimed responsibility for the bombing.",
        {("none", "unclaimed")},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), HELD)
def test_who_is_held_responsible(ruled, text, wanted):
    found = {
        (one.party.removeprefix("The ").removeprefix("the "), one.degree.value.value)
        for telling in ruled(text)
        for one in telling.responsibility
        if one.party_type.value != "person"
    }
    assert found == wanted


CONFESSIONS = [
    "The Pakistani army said Pakistani forces had bombed the ministry on Monday.",
    "The defence minister said the air force had bombed the ministry on Monday.",
]


@pytest.mark.parametrize("text", CONFESSIONS)
def test_no_command_accuses_its_own_forces(ruled, text):
    degrees = {one.degree.value.value for each in ruled(text) for one in each.responsibility}
    assert not [degree for degree in degrees if degree.startswith(("accused", "suspected"))]


def test_a_spokesman_speaks_for_his_body(ruled):
    text = (
        "Northern Front spokesman Arne Solvik met reporters in Lima. "
        "Solvik claimed responsibility for the bombing of the ministry on Monday."
    )
    [claim] = [one for each in ruled(text) for one in each.responsibility]
    assert (claim.party, claim.degree.value.value) == ("Northern Front", "claimed")


def test_a_fight_of_armed_sides_is_nobodys_deed(ruled):
    text = (
        "On Monday soldiers attacked rebels of the Northern Front near Lima, killing three rebels."
    )
    assert not [one for each in ruled(text) for one in each.responsibility]


SILENT = [
    "If the Northern Front bombed the bridge on Monday, it will be punished, the minister said.",
    "There is no evidence that the Northern Front was behind the bombing of the bridge, he said.",
    "A bomb killed four people on Monday. The army is responsible for public order, he said.",
    "Istanbul suffered a bombing on Monday.",
    "A bomb killed four people on Monday. The minister accused Tarn of arming the bandits.",
    "A bomb killed four people on Monday. The governor accused Ankara of seeking a pretext.",
    "A bomb killed four people on Monday. Islamabad vowed to hold the perpetrators accountable.",
    "A bomb killed four people on Monday. The Northern Front was involved in a conspiracy.",
    "The attack on the bus was planned in Ravel, the minister said.",
    "A bomb exploded at the ministry on Monday.",
    "Police arrested two men after the bombing of the ministry.",
    "The Northern Front condemned the bombing of the ministry.",
    "The Northern Front did not bomb the ministry.",
    "Police ordered the deployment of 800 men in Tarn as a result of the murder of a colonel.",
    "The defence ministry told of operations it has carried out after two judges were murdered.",
    "The charge links the First Brigade with smugglers, a month after the bombing of the bus.",
    "Business groups blamed the state for its inability to keep order after the bombing of a bus.",
    "A rocket hit a clinic on Monday. The ministry said it was asking whether its forces did it.",
    "A rocket hit a clinic. The army was investigating whether its forces were responsible.",
    "Shelling hit a bus in Tarn on Monday, killing eight, each side blaming the other.",
    "A bomb killed a judge in Tarn on Monday. Press groups said the army was behind a string of"
    " other killings.",
    "Car bombing kills two. The murder by machinegun fire of two nurses shocked Lima on Monday.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_is_held_responsible(ruled, text):
    assert not [one for each in ruled(text) for one in each.responsibility]


def test_a_charge_keeps_its_holder(ruled, by_rules):
    text = "Police said the Northern Front had bombed the ministry."
    [charge] = [one for each in ruled(text) for one in each.responsibility]
    [statement] = [one for one in by_rules(text).statements if one.id == charge.statement]
    assert statement.source.name.lower() == "police"


def test_planning_is_no_deed(ruled):
    text = "The envoy said the bombing of the bus had been planned by the Ravel Network."
    shares = {one.share.value for each in ruled(text) for one in each.responsibility}
    assert shares == {"planner"}


def test_the_rebels_are_those_of_the_one_group_named(ruled):
    text = (
        "The FARC threatened the mayor of Lima last week. "
        "On Monday the guerrillas bombed the town hall."
    )
    assert {one.party for each in ruled(text) for one in each.responsibility} == {"FARC"}


def test_terrorists_are_nobody_known(ruled):
    text = (
        "The FARC threatened the mayor of Lima last week. "
        "On Monday terrorists bombed the town hall."
    )
    charges = [one for each in ruled(text) for one in each.responsibility]
    assert all(one.party_type.value == "person" for one in charges)


def test_who_confirms_a_death_owns_up_to_nothing(ruled):
    text = "A bomb exploded in Lima on Monday. The Red Crescent confirmed the death of its driver."
    degrees = {one.degree.value.value for each in ruled(text) for one in each.responsibility}
    assert not degrees & {"claimed", "admitted"}


def test_who_denies_that_his_men_took_part_has_claimed_nothing(ruled):
    text = (
        "The Ridge Front's commander, Ilya Dren, denied that his men had taken part in the massacre"
        " at Tarn on 2 May, and blamed criminals."
    )
    held = {
        (one.party, one.degree.value.value) for each in ruled(text) for one in each.responsibility
    }
    assert held <= {("Ridge Front", "denied"), ("criminals", "accused")}
    assert ("Ridge Front", "denied") in held


def test_a_person_denies_for_whom_he_names(ruled):
    text = (
        "Gunmen attacked the hotel in Karsin on Monday. President Omar Halim denied that Jordan was"
        " behind the attack in Karsin."
    )
    denied = [
        charge.party
        for telling in ruled(text)
        for charge in telling.responsibility
        if charge.degree.value is Degree.DENIED
    ]
    assert denied == ["Jordan"]

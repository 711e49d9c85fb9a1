"""Ground that changes hands, fights in which somebody fell, and what is no violence at all."""

import pytest

from counterclaim.knowledge import load_knowledge
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document

TYPES = [
    ("In August the Kolang force of the alliance took the town of Lasho.", {"battle"}),
    ("In December the Owl Army seized a second command, at Annel.", {"battle"}),
    ("His predecessor was killed in clashes with the Ridge Front in Idren.", {"battle"}),
    ("A mine exploded under a truck near Tarn, killing its driver.", {"mine"}),
    ("The navy intercepted a ship off Tarn and seized weapons.", set()),
]


@pytest.mark.parametrize(("text", "types"), TYPES)
def test_what_is_told_is_what_happened(ruled, text, types):
    assert {one.type.value for one in ruled(text)} == types


@pytest.mark.parametrize(
    "text",
    [
        "In August the Kolang force of the alliance took the town of Lasho.",
        "Thousands marched through Tarn on Sunday against the junta.",
    ],
)
def test_neither_ground_nor_whom_one_marches_against_is_a_victim(ruled, text):
    parts = {one.part.value for telling in ruled(text) for one in telling.participants}
    assert "victim" not in parts


def test_people_taken_by_armed_men_are_abducted_not_conquered(ruled):
    text = "Four staff members had been taken by armed men at a checkpoint in Lisk on 3 May 2024."
    assert {one.type.value for one in ruled(text)} == {"abduction"}


def test_who_foils_a_plot_did_not_hatch_it(ruled):
    text = (
        "The authorities foiled a plot to blow up a gas pipeline in Dorn on Monday and arrested"
        " four suspects, the ministry said."
    )
    told = {one.type.value: one for one in ruled(text)}
    assert told["arrest"].status.value.value == "occurred"
    assert not any(one.responsibility for one in told.values())


def test_what_a_group_did_before_is_not_what_it_did_now(ruled):
    text = (
        "Four aid workers were abducted in Lisk on Monday. Officials suspect the Brask Front, which"
        " has kidnapped aid staff before."
    )
    degrees = {x.degree.value.value for one in ruled(text) for x in one.responsibility}
    assert "fact" not in degrees
    assert "accused_by_authorities" not in degrees or len(degrees) == 1


def test_two_bombs_in_two_towns_in_two_months_are_two():
    text = (
        "Your fighters are accused of killing 23 villagers in Tarn on 4 April 2023. Do you take"
        " responsibility for the bomb in Lisk in March?"
    )
    assert len(read_document(Document(text, language="en"), load_knowledge()).tellings) == 2


def test_the_bombing_is_the_one_that_was_told_by_that_name(ruled):
    text = (
        "A court jailed Sefu Arlan for the 2019 bombing of the Grand Hotel. He was cleared of the"
        " murder of a police officer in 2017. The Ridge Front claimed the bombing at the time."
    )
    claimed = [
        one for one in ruled(text) for x in one.responsibility if x.degree.value.value == "claimed"
    ]
    assert {one.type.value for one in claimed} == {"bombing"}


def test_the_attack_is_the_bombing_that_was_told_last(ruled):
    text = (
        "The front praised the terrorist attack in Karvania in March 2024. "
        + "It has many foes in the north, a scholar said. " * 6
        + "On Monday five welders"
        " were killed in a suicide bombing in Lisk. The attack prompted Osteria to call back its"
        " staff. No group has claimed responsibility for the deadly attack on the welders."
    )
    told = {one.type.value: one for one in ruled(text)}
    unclaimed = [each.degree.value.value for each in told["suicide_bombing"].responsibility]
    assert unclaimed == ["unclaimed"]
    assert not any(one.responsibility for name, one in told.items() if name != "suicide_bombing")


def test_what_was_said_in_spring_is_not_of_the_raid_in_summer(told):
    text = (
        "Gunmen killed eight soldiers near Lisk on 12 August 2025. Rights Now said in May 2025 that"
        " soldiers had executed dozens of villagers in the hamlet of Tavren."
    )
    assert {one.type.value for one in told(text)} == {"armed_attack", "execution"}


def test_who_is_shot_dead_in_a_headline_has_shot_nobody(ruled):
    parts = {
        (one.part.value, one.text)
        for telling in ruled("Eleven miners shot dead in Tolma province")
        for one in telling.participants
    }
    assert ("perpetrator", "miners") not in parts

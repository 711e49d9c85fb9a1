"""Who does what to whom: what a deed is, who does it, to whom, and what is no deed."""

from datetime import date
from functools import cache

import pytest

from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.deeds import load_deeds
from counterclaim.model.interaction import Interaction
from counterclaim.model.record import Reading
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document

PUBLISHED = date(2025, 3, 28)


@cache
def reading(text: str) -> Reading:
    return read_document(Document(text, language="en", published=PUBLISHED), load_knowledge())


def interactions(text: str) -> tuple[Interaction, ...]:
    return reading(text).interactions


def deeds(text: str) -> list[str]:
    return [one.deed.value for one in interactions(text)]


def ends(text: str) -> list[tuple[str, str]]:
    """Name who does it and to whom, of each deed; a dash for nobody."""
    return [
        (one.source.text if one.source else "-", one.target.text if one.target else "-")
        for one in interactions(text)
    ]


TOLD = [
    ("Kenya praised Uganda on Monday.", "praise"),
    ("Kenya condemned Uganda on Monday.", "criticise"),
    ("Kenya called on Uganda to release the fishermen.", "appeal"),
    ("Kenya called off talks with Uganda.", "stop_talks"),
    ("The foreign minister of Kenya telephoned his Ugandan counterpart.", "phone"),
    ("Kenya held talks with Uganda in Geneva.", "meet"),
    ("Kenya signed a trade treaty with Uganda.", "sign"),
    ("Kenya sent food and medicine to Uganda.", "aid_relief"),
    ("Kenya withdrew its troops from Uganda.", "withdraw"),
    ("Kenya expelled two Ugandan diplomats.", "expel"),
    ("Kenya imposed sanctions on Uganda.", "embargo"),
    ("Kenya lifted sanctions on Uganda.", "lift_sanctions"),
    ("Kenyan police arrested two Ugandan students.", "arrest"),
    ("Kenyan farmers staged a demonstration against the government of Uganda.", "protest"),
    ("Kenyan jets bombed a Ugandan base.", "air_strike"),
    ("Kenyan troops shelled Ugandan villages.", "shell"),
]


@pytest.mark.parametrize(("text", "deed"), TOLD)
def test_a_verb_tells_a_deed_with_its_particle_and_its_object(text, deed):
    assert deeds(text) == [deed]
    assert all(one.source and one.target for one in interactions(text))


TURNED = [
    ("Kenya agreed to send food to Uganda.", "promise_aid"),
    ("Kenya will send food to Uganda.", "promise_aid"),
    ("Kenya refused to send food to Uganda.", "refuse_assistance"),
    ("Kenya threatened to bomb Uganda.", "threaten_violence"),
    ("Kenya will bomb Uganda.", "threaten_violence"),
    ("Kenya demanded that Uganda withdraw its troops.", "demand_yielding"),
    ("Kenya suspended military aid to Uganda.", "stop_aid"),
    ("Kenya began to shell Uganda.", "shell"),
    ("Kenya did not meet Uganda.", "refuse_talks"),
    ("Kenya denied that its army shelled Uganda.", "disown"),
    ("Kenya accused Uganda of shelling two villages.", "accuse"),
    ("Kenyan officials said that Uganda must release the fishermen.", "demand_yielding"),
]


@pytest.mark.parametrize(("text", "deed"), TURNED)
def test_words_that_govern_a_deed_make_another_of_it(text, deed):
    assert deeds(text) == [deed]


NO_DEED = [
    "Kenya did not bomb Uganda.",
    "Neither Kenya nor Rwanda bombed Uganda.",
    "Reporters asked whether Kenya bombed Uganda.",
    "The ministry of Kenya released figures on Uganda.",
    "It rained in Kenya and in Uganda.",
    "Bombed and shelled.",
    "",
]


@pytest.mark.parametrize("text", NO_DEED)
def test_what_was_not_done_and_what_names_nobody_is_no_deed(text):
    assert deeds(text) == []


def test_what_is_told_in_passing_is_background():
    text = "Kenya condemned Uganda, which had expelled two diplomats after rebels shelled a town."
    assert deeds(text) == ["criticise"]


def test_what_a_source_holds_to_be_untrue_was_not_done():
    text = "The Kenyan army dismissed reports that its jets had bombed a Ugandan village."
    assert "bomb" not in deeds(text)
    assert "air_strike" not in deeds(text)


def test_two_who_do_the_same_do_it_to_nobody_in_particular():
    assert ends("Kenya and Uganda condemned the bombing.") == [("Kenya", "-"), ("Uganda", "-")]


def test_whom_another_deed_of_the_sentence_is_done_to_is_no_target():
    text = "Kenya condemned the bombing and demanded that Uganda find the bombers."
    assert ends(text) == [("Kenya", "-"), ("Kenya", "Uganda")]


def test_the_agent_of_a_passive_does_it():
    assert ends("The Ugandan minister was expelled by Kenya.") == [
        ("Kenya", "The Ugandan minister")
    ]


def test_nobody_is_put_in_where_the_words_name_nobody():
    assert ends("Two Kenyan soldiers were killed.") == [("-", "Two Kenyan soldiers")]


def test_two_who_meet_each_other_are_both_ends():
    assert ends("Kenya and Uganda held talks.") == [("Kenya", "Uganda")]


def test_all_who_do_it_are_paired_with_all_to_whom_it_is_done():
    found = ends("Kenya and Uganda condemned Rwanda and Burundi.")
    assert sorted(found) == [
        ("Kenya", "Burundi"),
        ("Kenya", "Rwanda"),
        ("Uganda", "Burundi"),
        ("Uganda", "Rwanda"),
    ]


def test_those_of_two_countries_are_told_apart():
    found = ends("Kenyan and Ugandan officials condemned Rwanda.")
    assert found == [("Kenyan officials", "Rwanda"), ("Ugandan officials", "Rwanda")]


def test_a_party_s_own_troops_are_no_target():
    assert ends("Kenya sent troops to Uganda.") == [("Kenya", "Uganda")]


def test_who_only_tells_of_it_is_no_target():
    found = ends("Rebels shelled a village, according to the Kenyan army.")
    assert all("army" not in target for _, target in found)


def test_we_are_those_who_speak():
    found = ends('"We condemn Uganda," the Kenyan foreign ministry said.')
    assert [source for source, _ in found] == ["the Kenyan foreign ministry"]


def test_a_deed_in_what_somebody_says_rests_on_that_word():
    (one,) = interactions("The Kenyan army said that rebels had shelled a Ugandan village.")
    said = {statement.id: statement for statement in reading_statements(one)}
    assert one.statement in said


def reading_statements(one: Interaction):
    text = "The Kenyan army said that rebels had shelled a Ugandan village."
    assert one.document == reading(text).document.id
    return reading(text).statements


def test_every_word_of_a_deed_is_cited():
    text = "Kenya agreed to send food to Uganda."
    (one,) = interactions(text)
    assert [text[at.begin : at.end] for at in one.deed.spans] == ["agreed", "send", "food"]
    assert one.deed.rule == "verb_of_commit"


def test_every_deed_that_words_tell_is_known():
    known = load_deeds().deed
    for frame in load_knowledge().languages["en"].deeds.frames:
        assert not frame.deed or frame.deed in known
        assert not frame.turn or frame.turn in load_deeds().turn

"""What is asked in a dispute: of a sentence whether it is true, else by its slot."""

from dataclasses import replace

import pytest

from counterclaim.knowledge.questions import load_questions
from counterclaim.linking import link_actors, link_claims
from counterclaim.linking.asking import Asking, names_in
from counterclaim.linking.claims import Proposal
from counterclaim.linking.reports import PRONOUN
from counterclaim.model.record import Reading
from counterclaim.model.text import Span
from tests.linking.told import told


def asked(reading: Reading, slot: str) -> str:
    said = {each.id: Proposal(reading.document, each) for each in reading.statements}
    claims = link_claims([reading], link_actors([reading], []), [])
    claim = next(each for each in claims if each.stances[0].name == "Tarn")
    return Asking(said, names_in([reading])).of(replace(claim, slot=slot))


@pytest.mark.parametrize(
    ("act", "content", "slot", "question"),
    [
        (
            *("assert", "The bridge at Osten had fallen", "occurrence"),
            "Is it true that the bridge at Osten had fallen?",
        ),
        (
            *("accuse", "the Red Column of shelling the mill", "responsibility"),
            "Is the Red Column responsible for shelling the mill?",
        ),
        (
            *("accuse", "the Red Column for the raid on Osten", "perpetrator"),
            "Is the Red Column responsible for the raid on Osten?",
        ),
        ("accuse", "the Owl faction", "responsibility", "Is the Owl faction responsible?"),
        (
            *("accuse", "bandits who raid the hills for ransom", "responsibility"),
            "Who is responsible?",
        ),
        ("accuse", "the Owls an arm of the Rooks", "membership", "Who is part of whom?"),
        (
            *("claim_responsibility", "the raid on Osten", "perpetrator"),
            "Who is responsible for the raid on Osten?",
        ),
        ("deny", "the results hinted at the army", "responsibility", "Who is responsible?"),
        (
            *("deny", "the results pointed to the army", "responsibility"),
            "Is it true that the results pointed to the army?",
        ),
        (
            "assert",
            "a battle for Osten in May",
            "occurrence",
            "Was there a battle for Osten in May?",
        ),
        ("estimate", "40 dead in the old town", "killed", "Were there 40 dead in the old town?"),
        ("assert", "they had crossed the river at Osten", "origin", "Where did it come from?"),
        ("assert", "some of the (six men had fallen", "occurrence", "Did it happen?"),
        ("assert", "the only man to have been seen there", "location", "Where was it?"),
    ],
)
def test_a_question_is_plain_english(act, content, slot, question):
    reading = told(f"{act} + | [source Tarn] [cue said] [content {content}].")
    assert asked(reading, slot) == question


def test_who_speaks_of_himself_is_asked_about_by_name():
    reading = told(
        "assert + | [source Tarn] [cue said] that [content [government:Tarn it] had taken Osten]."
    )
    named, meant = reading.mentions[0], reading.mentions[1]
    pronoun = replace(meant, rule=PRONOUN, refers_to=named.id)
    known = replace(reading, mentions=(named, pronoun))
    assert asked(known, "occurrence") == "Is it true that Tarn had taken Osten?"


def test_a_charge_in_the_passive_is_asked_of_whom_it_is_laid_on():
    reading = told(
        "accuse + | [content [government:Osten Osten] has been [cue accused] by [source Tarn]"
        " of shelling mills]."
    )
    asked_of = "Is Osten responsible for shelling mills?"
    assert asked(reading, "responsibility") == asked_of


def test_of_a_quotation_no_marks_are_left():
    reading = told("assert + | [source Tarn] [cue said] [content the “whole bridge” had fallen].")
    assert asked(reading, "occurrence") == "Is it true that the whole bridge had fallen?"


def test_what_is_too_long_is_asked_by_its_slot():
    long = "the bridge had fallen and " + "so had the next one and " * 8 + "the mill"
    reading = told(f"assert + | [source Tarn] [cue said] [content {long}].")
    assert asked(reading, "cause") == "What caused it?"


def test_every_slot_has_a_question():
    known = load_questions()["en"]
    assert all(question.endswith("?") for question in known.open.values())
    assert {"killed", "origin", "legality", "weapon"} <= set(known.open)


def test_a_name_is_told_where_it_stands():
    reading = told("assert + | [source Tarn] [cue said] [content the bridge had fallen].")
    [mention] = reading.mentions
    assert mention.span == Span(0, 4)
    assert names_in([reading]) == {(reading.document.id, 0): ""}

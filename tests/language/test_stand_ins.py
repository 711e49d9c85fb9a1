"""Acronyms that spell a word, and nouns that look like verbs: what the parser is helped with."""

import pytest

from counterclaim.knowledge import load_knowledge
from counterclaim.language import parse
from counterclaim.model.text import Document

ENGLISH = load_knowledge().languages["en"]


def tokens(text):
    return {one.text: one for one in parse(Document(text, language="en"), ENGLISH).tokens}


@pytest.mark.parametrize(
    "text",
    [
        "IS claimed responsibility for the attack.",
        "Police said that IS had carried out the raid.",
        "Fighters loyal to IS left the town.",
    ],
)
def test_a_group_is_no_verb_and_its_words_stay_its_own(text):
    found = tokens(text)
    assert (found["IS"].pos, found["IS"].lemma) == ("PROPN", "is")
    assert "EU" not in found


@pytest.mark.parametrize("text", ["This IS the truth, he said.", "It IS our land, they said."])
def test_a_stressed_verb_is_no_group(text):
    assert tokens(text)["IS"].pos in {"AUX", "VERB"}


def test_a_text_in_capitals_has_its_verbs():
    text = "THE ARMY IS IN CONTROL OF THE TOWN OF TARN AND THE REBELS HAVE FLED, IT SAID ON MONDAY."
    found = tokens(text)
    assert all(one.pos != "PROPN" for word, one in found.items() if word.upper() == "IS")


@pytest.mark.parametrize(
    "text",
    [
        "Telmar's defence ministry denies Karvanian claims that its drones attacked a depot.",
        "The army rejects Karvanian claims that it shelled the town.",
    ],
)
def test_a_claim_that_is_denied_is_a_noun(text):
    assert tokens(text)["claims"].pos == "NOUN"


def test_a_claim_that_is_made_is_a_verb():
    assert tokens("The ministry claims that drones attacked a depot.")["claims"].pos == "VERB"

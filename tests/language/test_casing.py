"""Text in capitals is parsed as it would be written, and no span shifts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.knowledge import load_knowledge
from counterclaim.language import parser
from counterclaim.language.casing import Spelling, in_capitals, recase
from counterclaim.model.text import Document

WORDS = frozenset(
    {
        "the",
        "bomb",
        "was",
        "found",
        "in",
        "it",
        "exploded",
        "march",
        "lima",
        "talks",
        "front",
        "and",
    }
)
SPELLING = Spelling(WORDS.__contains__, frozenset({"lima", "u"}))

WRITTEN = [
    ("THE BOMB WAS FOUND IN LIMA.", "The bomb was found in Lima."),
    ("IT EXPLODED. THE MARCH WAS FOUND.", "It exploded. The march was found."),
    ("THE U.S. TALKS, GEN. OVANDO'S TALKS", "The U.S. talks, Gen. Ovando's talks"),
    ("LIMA'S BOMB, O'HIGGINS", "Lima's bomb, O'Higgins"),
    ("THE FRONT (FPLA) AND THE MRTK", "The front (FPLA) and the MRTK"),
]


@pytest.mark.parametrize(("text", "written"), WRITTEN)
def test_what_was_in_capitals_reads_as_written(text, written):
    assert recase(text, SPELLING) == written


@pytest.mark.parametrize(
    "text", ["FMLN", "BBC NEWS", "The BOMB EXPLODED IN THE NORTH OF LIMA", "1 234"]
)
def test_labels_and_text_in_both_letters_are_left_alone(text):
    assert not in_capitals(text)


@given(st.text(st.characters(exclude_categories=["Ll", "Cs"])))
def test_no_letter_is_added_or_lost(text):
    assert len(recase(text, SPELLING)) == len(text)


def test_spans_rest_on_the_text_as_published():
    text = "GUERRILLAS OF THE FMLN ATTACKED THE BARRACKS IN USULUTAN. THREE SOLDIERS WERE KILLED."
    parse = parser.parse(Document(text), load_knowledge().languages["en"].parser)
    assert [token.text.upper() for token in parse.tokens] == [
        text[token.span.begin : token.span.end] for token in parse.tokens
    ]
    heads = {token.text: parse.tokens[token.head].text for token in parse.tokens}
    assert heads["Guerrillas"] == "attacked"
    assert heads["soldiers"] == "killed"
    assert len(parse.sentences) == 2


def test_a_car_is_no_country_in_capitals():
    text = "A CAR BOMB KILLED TWO PEOPLE IN BANGUI. IT IS A FACT THAT THE FARC WAS NOT THERE."
    parse = parser.parse(Document(text), load_knowledge().languages["en"].parser)
    written = {token.text for token in parse.tokens}
    assert {"car", "fact", "FARC"} <= written

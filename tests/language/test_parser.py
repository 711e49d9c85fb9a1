"""Words, sentences and paragraphs rest on the characters of the text, whatever the text."""

from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.knowledge import load_knowledge
from counterclaim.language import parser
from counterclaim.language.paragraphs import find_paragraphs
from counterclaim.language.parser import PIECE
from counterclaim.model.text import Document, Passage, PassageKind, Span

PARAGRAPHS = [
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\r\n\r\nTwo.", ["One.", "Two."]),
    ("A heading\nOne. Two.", ["A heading", "One. Two."]),
    ("One.\n \n\n  Two.  ", ["One.", "Two."]),
    ("", []),
    (" \n ", []),
]


@pytest.mark.parametrize(("text", "paragraphs"), PARAGRAPHS)
def test_paragraphs(text, paragraphs):
    document = Document(text)
    assert [document.quote(part) for part in find_paragraphs(document)] == paragraphs


def test_lines_of_a_set_width_are_one_paragraph():
    line = "The road to the north was closed on Monday after the bridge had"
    text = f"{line}\n{line}\n{line}\nbeen blown up."
    assert len(find_paragraphs(Document(text))) == 1


def test_two_lines_are_one_paragraph_where_others_were_broken_too():
    line = "The road to the north was closed on Monday after the bridge had"
    text = f"{line}\n{line}\n{line}\nbeen blown up.\n\n{line}\nbeen repaired."
    assert len(find_paragraphs(Document(text))) == 2
    assert len(find_paragraphs(Document(f"{line}\nbeen repaired."))) == 2


def test_the_parts_of_a_page_are_paragraphs_of_their_own():
    dateline = Passage(PassageKind.DATELINE, Span(0, 8))
    document = Document("KABUL — The road was closed.", layout=(dateline,))
    assert [document.quote(part) for part in find_paragraphs(document)] == [
        "KABUL —",
        "The road was closed.",
    ]


def test_sentences_end_at_end_marks(parsed):
    text = "Mr. Daud met Gen. Nuri at 5 p.m. on Monday. They spoke of the U.S. plan."
    assert [text[one.begin : one.end] for one in parsed(text).sentences] == [
        "Mr. Daud met Gen. Nuri at 5 p.m. on Monday.",
        "They spoke of the U.S. plan.",
    ]


def test_heads_stand_in_the_sentence_of_their_word(parsed):
    parse = parsed("The road was closed.  \n\n \tIt was mined,\u00a0he said. 🙂 Nobody came.")
    for token in parse.tokens:
        [home] = [part for part in parse.sentences if token.span in part]
        assert parse.tokens[token.head].span in home


MESS = st.text(
    st.sampled_from("ab AB \n\n.,?!:;\"“”‘’'«»„()—-\u00a0\u200f\u202e🙂é\r\t0’s`\u2028\ufeff"),
    max_size=200,
)
WORDS = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "said",
            "The army",
            "denied",
            "that",
            "he",
            ".",
            ",",
            "\n\n",
            "according to",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=MESS | WORDS)
def test_every_span_rests_on_the_text(text, read, parsed):
    parse = parsed(text)
    for token in parse.tokens:
        assert text[token.span.begin : token.span.end] == token.text
        assert not token.text.isspace()
    reading = read(text)
    assert [one.span for one in reading.accounts] == list(parse.sentences)
    for one in reading.statements:
        for span in (*one.content, *filter(None, (one.cue, one.source.span))):
            assert reading.document.quote(span).strip()


HARD = [
    "THE ARMY SAID THE ROAD WAS CLOSED. IT DENIED FIRING. " * 40,
    "The army said the road was closed and " * 1500,
    "a" * 100_000,
    "“" * 2000,
    "\"'“‘«" * 500,
    "rock 'n roll " * 8000,
    "said said said said. " * 1000,
    "\u202eThe army said\u202c the road 🙂 was closed. " * 200,
    "Tlie arrny sa1d tlie r0ad w as cl osed . " * 200,
    "(" * 3000 + ")" * 3000,
    "\n" * 10_000,
    ", he said, " * 2000,
]


@pytest.mark.parametrize("text", HARD, ids=lambda text: repr(text[:20]))
def test_no_mess_raises_or_stalls(text, read):
    began = perf_counter()
    reading = read(text)
    assert perf_counter() - began < 25
    assert len(reading.accounts) == len({one.span for one in reading.accounts})


def test_a_long_sentence_is_cut(parsed):
    parse = parsed("The army said the road was closed and " * 400)
    assert max(one.end - one.begin for one in parse.sentences) <= PIECE


def test_time_grows_with_the_length_and_no_faster(read):
    text = "“We held the bridge,” General Omar Daud said. He denied that it was mined. "
    read(text * 5)
    short, long = (_seconds(read, text * times + "\n") for times in (60, 480))
    assert long < 8 * short * 2.5


def _seconds(read, text):
    began = perf_counter()
    read(text)
    return perf_counter() - began


SPOKEN = [
    ('Jets hit a school. "We saw it," said Ana Dren.', ["Jets hit a school.", '"We saw it,"']),
    ('He said: "We won." She left. "No." It ended.', ['He said: "We won."', '"No."']),
    ("``We won,'' he said. ``They lost.'' It ended.", ["``They lost.''", "It ended."]),
]


@pytest.mark.parametrize(("text", "begins"), SPOKEN)
def test_a_quotation_begins_its_sentence_with_its_mark(text, begins):
    parse = parser.parse(Document(text), load_knowledge().languages["en"].parser)
    sentences = [text[one.begin : one.end] for one in parse.sentences]
    assert all(any(each.startswith(begin) for each in sentences) for begin in begins)
    assert not [each for each in sentences if not any(map(str.isalnum, each))]

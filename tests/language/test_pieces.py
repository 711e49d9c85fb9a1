"""Word pieces rest on the characters of the text; windows hold all of them."""

import re
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.language.pieces import PARAGRAPH, ROOM, Piece, cut, windows_of
from counterclaim.language.tagger import vocabulary

MESS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(" .?!\n”)"), max_size=200)
HARD = [
    "." * 100_000,
    ("." * 50 + "”") * 2000,
    "a" * 200_000,
    "e" + "\u0301" * 50_000,
    "．" * 50_000,
    "\n" * 100_000,
    "word " * 10_000,
]


def letters(text):
    """Split a text into words, one piece each: a vocabulary that is small enough to see."""
    return [Piece(9, word.start(), word.end()) for word in re.finditer(r"\w+", text)]


def words(text):
    """Return the pieces of a text as its words, the break between paragraphs as ¶."""
    pieces, _ = cut(text, letters)
    return ["¶" if id == PARAGRAPH else text[begin:end] for id, begin, end in pieces]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \t ", []),
        ("\n\n\n", []),
        ("The army said so.", ["The", "army", "said", "so"]),
        ("One.\n\nTwo.", ["One", "¶", "Two"]),
        ("One.\r\n\r\nTwo.", ["One", "¶", "Two"]),
        ("\nOne.\n  \nTwo\n", ["One", "¶", "Two"]),
    ],
)
def test_a_line_after_a_line_is_a_piece_of_its_own(text, pieces):
    assert words(text) == pieces


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One two. Three.", [0, 2]),
        ("“One two.” Three? Four", [0, 2, 3]),
        ("One ... two", [0, 1]),
        ("One.two", [0]),
        ("One\nTwo. Three", [0, 2, 3]),
    ],
)
def test_a_window_may_end_where_a_sentence_seems_to(text, sentences):
    _, breaks = cut(text, letters)
    assert list(breaks) == sentences


def test_a_vocabulary_keeps_to_the_characters_of_the_text():
    text = "İstanbul’s ﬁre: ｆｕｌｌ e\u0301clair 한국 \u202bsaid\u202c ß"
    pieces, _ = cut(text, vocabulary())
    found = [text[piece.begin : piece.end] for piece in pieces]
    assert found[:5] == ["İstanbul", "’", "s", "ﬁ", "re"]
    assert {"ｆｕｌｌ", "한", "국", "ß"} <= set(found)


@settings(max_examples=200, deadline=None)
@given(text=MESS)
def test_pieces_stand_in_order_and_within_the_text(text):
    pieces, breaks = cut(text, vocabulary())
    places = [(piece.begin, piece.end) for piece in pieces]
    assert places == sorted(places)
    assert all(0 <= begin < end <= len(text) for begin, end in places)
    assert all(text[piece.begin] == "\n" for piece in pieces if piece.id == PARAGRAPH)
    assert list(breaks) == sorted(breaks)


@pytest.mark.parametrize("text", HARD, ids=lambda text: repr(text[:10]))
def test_no_mess_stalls(text):
    began = perf_counter()
    pieces, breaks = cut(text, vocabulary())
    assert all(0 < end - begin <= ROOM for begin, end in windows_of(pieces, breaks))
    assert perf_counter() - began < 10


@st.composite
def cuts(draw):
    """A number of pieces, and the breaks among them."""
    length = draw(st.integers(1, 2000))
    breaks = draw(st.sets(st.integers(0, length), max_size=60))
    return length, sorted({0, *breaks})


@given(cuts(), st.sampled_from([0, 64]), st.integers(0, ROOM))
def test_windows_cover_every_piece(cut_text, overlap, start):
    length, breaks = cut_text
    windows = list(windows_of([Piece(9, 0, 1)] * length, breaks, overlap, start))
    assert {at for begin, end in windows for at in range(begin, end)} == set(range(length))
    assert all(end - begin <= ROOM for begin, end in windows)
    shared = [end - begin for (_, end), (begin, _) in pairwise(windows)]
    assert all(0 <= one <= overlap for one in shared)


def test_windows_end_at_sentences_and_share_whole_ones():
    breaks = range(0, 600, 20)
    windows = list(windows_of([Piece(9, 0, 1)] * 600, breaks))
    assert windows == [(0, 240), (220, 460), (440, 600)]


def test_a_long_sentence_is_not_read_twice():
    breaks = range(0, 600, 40)
    windows = list(windows_of([Piece(9, 0, 1)] * 600, breaks))
    assert windows == [(0, 240), (240, 480), (480, 600)]


def test_a_sentence_longer_than_a_window_is_cut_inside():
    assert list(windows_of([Piece(9, 0, 1)] * 600, [0])) == [(0, 254), (254, 508), (508, 600)]

"""Words and the pieces that stand for them; windows put together to one text."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.language.encoding import CONSTANT, PER_PIECE, encode
from counterclaim.language.pieces import ROOM, Piece, cut
from counterclaim.language.tagger import vocabulary
from counterclaim.model.text import Document, Parse, Span, Token

MESS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("ab .\n\r“”\u202e\u0301İﬁ🙂\x00"),
    max_size=120,
)


def parsed(text, pattern=r"\S+"):
    """Split a text into words and lines, without a parser."""
    words = [Span(*word.span()) for word in re.finditer(pattern, text)]
    tokens = [
        Token(word, text[word.begin : word.end], "", "X", "X", "dep", at)
        for at, word in enumerate(words)
    ]
    lines = tuple(Span(*line.span()) for line in re.finditer(r"[^\n]+", text))
    return Parse(Document(text), tuple(tokens), lines)


def letters(text):
    """Cut every letter and mark into a piece of its own, numbered by its character."""
    return [Piece(ord(one[0]), one.start(), one.end()) for one in re.finditer(r"\S", text)]


class Encoder:
    """Gives for each piece its number, its place in the window, and the number of the window."""

    def __init__(self):
        self.windows = []

    def __call__(self, ids):
        self.windows.append(list(ids))
        rows = [(id, at, len(self.windows)) for at, id in enumerate(ids)]
        found = dict.fromkeys(PER_PIECE, np.array(rows, dtype=np.float32))
        return found | dict.fromkeys(CONSTANT, np.array([len(self.windows)], dtype=np.float32))


def encoded_by(encoder, text):
    """Encode a text of which each letter is a piece."""
    encoded = encode(parsed(text), letters, encoder)
    assert encoded is not None
    return encoded


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200f \ufffd", "\x00"])
def test_a_text_without_words_is_not_encoded(text):
    encoder = Encoder()
    assert encode(parsed(text), vocabulary(), encoder) is None
    assert encoder.windows == []


def test_each_word_knows_its_pieces():
    encoded = encoded_by(Encoder(), "We held.\n\nThey fled.")
    pieces = encoded.outputs["tags"][:, 0]
    words = zip(encoded.first, encoded.last, strict=True)
    assert ["".join(map(chr, map(int, pieces[a:b]))) for a, b in words] == [
        "We",
        "held.",
        "They",
        "fled.",
    ]


def test_breaks_and_sentences_are_counted():
    encoded = encoded_by(Encoder(), "We\nheld on\n\nthere")
    assert list(encoded.breaks) == [0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
    assert list(encoded.sentence) == [1, 2, 2, 3]


def test_a_short_text_is_one_window():
    encoder = Encoder()
    encoded = encoded_by(encoder, "It fell.")
    assert len(encoder.windows) == 1
    assert encoded.outputs["spans"][:, 1].tolist() == list(range(7))


def test_a_piece_is_taken_from_the_window_that_shows_most_around_it():
    encoder = Encoder()
    encoded = encoded_by(encoder, "It stood there. " * 60)
    outputs = encoded.outputs["tags"]
    assert len(encoder.windows) > 2
    assert outputs[:, 2].tolist() == sorted(outputs[:, 2].tolist())
    turns = [at for at in range(1, len(outputs)) if outputs[at, 2] > outputs[at - 1, 2]]
    assert len(turns) == len(encoder.windows) - 1
    for at in turns:
        after = outputs[at, 1]
        before = len(encoder.windows[int(outputs[at - 1, 2]) - 1]) - 1 - outputs[at - 1, 1]
        assert abs(after - before) <= 1


def test_the_pieces_of_all_windows_are_those_of_the_text():
    text = "It stood there. " * 300
    encoder = Encoder()
    encoded = encoded_by(encoder, text)
    pieces, _ = cut(text, letters)
    assert encoded.outputs["tags"][:, 0].tolist() == [piece.id for piece in pieces]
    assert max(map(len, encoder.windows)) <= ROOM


@settings(max_examples=150, deadline=None)
@given(MESS, st.sampled_from([r"\S+", r"\S", r"\w+|[^\w\s]"]))
def test_pieces_of_a_word_share_its_characters(text, pattern):
    parse = parsed(text, pattern)
    encoded = encode(parse, vocabulary(), Encoder())
    if encoded is None:
        return
    pieces, _ = cut(text, vocabulary())
    for token, first, last in zip(parse.tokens, encoded.first, encoded.last, strict=True):
        word = token.span
        assert 0 <= first < last <= len(pieces)
        sharing = [
            at
            for at, piece in enumerate(pieces)
            if piece.begin < word.end and word.begin < piece.end
        ]
        assert not sharing or list(range(first, last)) == sharing
    assert list(encoded.first) == sorted(encoded.first)
    assert list(encoded.last) == sorted(encoded.last)

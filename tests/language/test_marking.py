"""Scores of the head of marks, made by hand, into marks."""

import numpy as np
import pytest

from counterclaim.language.encoding import Encoded
from counterclaim.language.marking import marks
from counterclaim.model.tags import Mark

LAYERS = {"party": 0.5, "party/within": 0.5, "place": 0.5}
PARTY = {"party": 0.5}
ANSWERS = ".BI"


def heard(*rows, liking=20.0, pieces=1):
    """Return what the head gives for words, each of so many pieces; a row of answers per layer.

    Answers are "." none, "B" begins, "I" continues. Only the first piece of a word has a say.
    """
    length = len(rows[0])
    scores = np.zeros((length, len(rows), 3), dtype=np.float32)
    for layer, row in enumerate(rows):
        scores[range(length), layer, [ANSWERS.index(letter) for letter in row]] = liking
    logits = np.zeros((length * pieces, 3 * len(rows)), dtype=np.float32)
    logits[::pieces] = scores.reshape(length, -1)
    first = list(range(0, length * pieces, pieces))
    last = [at + pieces for at in first]
    return Encoded({"marks": logits}, first, last, np.zeros(length, dtype=np.int64), [0] * length)


def read(*rows, layers=PARTY, **given):
    found = marks(heard(*rows, **given), layers)
    return [(mark.label, "".join(str(word) for word in mark.words)) for mark in found]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ("...", []),
        ("BII", ["012"]),
        (".B.", ["1"]),
        ("BIB", ["01", "2"]),
        ("BB.", ["0", "1"]),
        ("B.I", ["0", "2"]),
        ("II.", ["01"]),
    ],
)
def test_answers_become_stretches_of_words(answers, words):
    assert read(answers) == [("party", one) for one in words]


def test_marks_of_different_labels_overlap_and_the_longest_comes_first():
    found = read("BII.", "..B.", ".BIB", layers=LAYERS)
    assert found == [("party", "012"), ("place", "12"), ("party", "2"), ("place", "3")]


def test_the_same_stretch_is_marked_once_for_each_label():
    assert read("B.", "B.", "B.", layers=LAYERS) == [("party", "0"), ("place", "0")]


def test_of_two_layers_that_mark_the_same_stretch_the_surer_counts():
    encoded = heard("B", "B", liking=1.0)
    encoded.outputs["marks"][0, 3:] += [0, 2, 0]
    [mark] = marks(encoded, PARTY | {"party/within": 0.5})
    assert mark == Mark("party", (0,), 0.955)


def test_a_word_of_many_pieces_is_marked_whole():
    assert read(".BI", pieces=3) == [("party", "12")]


def test_the_score_is_the_mean_probability_of_the_words():
    encoded = heard("BI")
    encoded.outputs["marks"][0] = [0, 20, 0]
    encoded.outputs["marks"][1] = [0, -20, np.log(3)]
    assert marks(encoded, PARTY) == (Mark("party", (0, 1), 0.875),)


def test_what_is_as_likely_as_not_is_no_mark():
    encoded = heard(".")
    encoded.outputs["marks"][0] = [np.log(2), 0, 0]
    assert marks(encoded, PARTY) == ()


def test_a_layer_may_ask_for_less():
    encoded = heard(".")
    encoded.outputs["marks"][0] = [np.log(2), 0, np.log(0.5)]
    assert marks(encoded, {"party": 0.5}) == ()
    assert marks(encoded, {"party": 0.4}) == (Mark("party", (0,), 0.429),)


def test_weights_without_layers_mark_nothing():
    encoded = heard("...")
    encoded.outputs["marks"] = np.zeros((3, 0), dtype=np.float32)
    assert marks(encoded, {}) == ()

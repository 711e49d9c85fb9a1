"""What the head of marks is asked, piece by piece: what a set marks, and nothing else."""

import re

import pytest

from counterclaim.language.pieces import Piece
from counterclaim.model.text import Span
from training.marks import LAYERS, UNKNOWN, Lesson, joined, outermost, targets

TEXT = "The 3rd Tarn Brigade shelled Tarn"
PIECES = [Piece(1, *word.span()) for word in re.finditer(r"\S+", TEXT)]


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def column(lesson, layer):
    """Return what is asked in a layer, a sign for each word: . none, B begins, I, ? nothing."""
    signs = {0: ".", 1: "B", 2: "I", UNKNOWN: "?"}
    return "".join(signs[int(one)] for one in targets(lesson, PIECES)[:, LAYERS.index(layer)])


def test_a_layer_that_a_set_marks_is_asked_of_all_words():
    lesson = Lesson({"organisation": (span("3rd Tarn Brigade"),), "weapon": ()})
    assert column(lesson, "organisation") == ".BII.."
    assert column(lesson, "weapon") == "......"


def test_what_a_set_does_not_mark_it_does_not_teach():
    assert column(Lesson({"weapon": ()}), "place") == "??????"
    assert column(None, "place") == "??????"


def test_what_is_left_open_is_not_asked():
    lesson = Lesson({"place": (span("Tarn Brigade"),)}, silent={"place": (span("shelled Tarn"),)})
    assert column(lesson, "place") == "..BI??"


def test_a_lesson_may_be_about_a_few_words_only():
    verb = (span("shelled"),)
    lesson = Lesson({"place": (), "place_power": ()}, only={"place_power": verb})
    assert column(lesson, "place_power") == "????.?"
    assert column(lesson, "place") == "......"


def test_a_mark_is_asked_though_it_lies_in_what_is_left_open():
    spoken = (span("Tarn"),)
    lesson = Lesson({"place": spoken}, silent={"place": (span("Tarn Brigade"),)}, only={})
    assert column(lesson, "place") == "..B?.."


def test_a_text_without_pieces_asks_nothing():
    assert targets(Lesson({"place": ()}), []).shape == (0, len(LAYERS))


def test_lessons_of_two_sets_are_joined():
    lesson = joined(Lesson({"weapon": ()}), Lesson({"place": (span("Tarn"),)}))
    assert column(lesson, "weapon") == "......"
    assert column(lesson, "place").count("B") == 1


@pytest.mark.parametrize(
    ("spans", "whole", "within"),
    [
        ([(0, 9), (4, 9)], [(0, 9)], [(4, 9)]),
        ([(4, 9), (0, 9), (0, 2), (5, 8)], [(0, 9)], [(0, 2), (4, 9)]),
        ([(0, 3), (3, 5), (3, 5)], [(0, 3), (3, 5)], []),
        ([(0, 5), (3, 8)], [(0, 5)], []),
        ([], [], []),
    ],
)
def test_spans_are_parted_into_outer_and_inner(spans, whole, within):
    found = outermost([Span(*one) for one in spans])
    assert [[(s.begin, s.end) for s in part] for part in found] == [whole, within]

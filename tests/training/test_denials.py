"""Weights for the signs that a denial answers a claim, learnt from marked disputes."""

from counterclaim.knowledge.denials import load_denials
from counterclaim.linking import link_actors
from counterclaim.linking.positions import positions_of
from counterclaim.linking.voices import Voices
from tests.linking.test_denials import DENIAL, FELL, HELD, RAIN, read
from training.denials import Lesson, fit, lessons, rivals_in


def positions(*lines: str):
    reading = read(*lines)
    return positions_of([reading], [], link_actors([reading], []), Voices(), load_denials())


def test_statements_on_other_sides_of_a_dispute_are_rivals():
    dossier = {
        "id": "K1",
        "disputes": [{"sides": [{"statements": ["a", "b"]}, {"statements": ["c"]}]}],
    }
    assert rivals_in([dossier]) == {"K1/a": {"K1/c"}, "K1/b": {"K1/c"}, "K1/c": {"K1/a", "K1/b"}}


def test_a_lesson_holds_every_claim_near_a_denial_and_none_of_them_last():
    rain, fell, held = positions(RAIN, FELL, HELD)
    marks = {rain.id: "rain", fell.id: "fell", held.id: "held"}
    (lesson,) = lessons((rain, fell, held), marks, {"held": {"fell"}})
    assert lesson.right == {1}
    assert len(lesson.options) == 3
    assert "none" in lesson.options[-1]


def test_a_denial_that_is_in_no_dispute_answers_none():
    found = positions(RAIN, DENIAL)
    (lesson,) = lessons(found, {}, {})
    assert lesson.right == {len(lesson.options) - 1}


def test_what_stands_beside_right_answers_weighs_more():
    taught = [Lesson((("near",), ("far",), ("none",)), frozenset({0}))] * 6
    weights = fit(taught)
    assert weights["near"] > 0 > weights["far"]


def test_the_same_lessons_give_the_same_weights():
    taught = [Lesson((("near", "alike"), ("far",), ("none",)), frozenset({0, 1}))] * 5
    assert fit(taught) == fit(taught)

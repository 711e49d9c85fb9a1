"""Weights of signs are those under which the right answers are likeliest."""

import pytest

from training.weighing import Choosing, fit, write


def test_a_sign_that_tells_weighs_and_one_that_does_not_is_left_out():
    lessons = [Choosing((("new",), ("same", "often")), 1)] * 9
    lessons += [Choosing((("new",), ("other", "often")), 0)] * 9
    weights = fit(lessons)
    assert weights["same"] > 1 > -1 > weights["other"]


def test_a_sign_that_is_right_half_of_the_time_weighs_nothing():
    lessons = [Choosing(((), ("even",)), 0), Choosing(((), ("even",)), 1)] * 5
    assert fit(lessons) == {}


def test_more_lessons_make_surer_weights():
    few, many = ([Choosing(((), ("same",)), 1)] * number for number in (2, 20))
    assert fit(many)["same"] > fit(few)["same"]


def test_weights_are_written_in_the_order_of_their_names():
    assert write({"b": 0.5, "a: x": -1.0}) == '"a: x" = -1.0\n"b" = 0.5\n'


def test_a_spread_near_nothing_holds_weights_at_nothing():
    lessons = [Choosing(((), ("same",)), 1)] * 5
    assert fit(lessons, spread=1e-6).get("same", 0.0) == pytest.approx(0.0, abs=0.01)

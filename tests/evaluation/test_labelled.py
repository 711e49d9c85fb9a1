"""What is evaluated, what is taken from the scorer, and what is said of what is absent."""

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.labelled import SETS, as_figures


def test_one_figure_is_taken_of_each_measure():
    scored = {
        "cue": {"P": 50.0, "R": 40.0, "F1": 44.4, "n_gold": 10},
        "act": {"accuracy": 70.0, "n": 10},
        "events": {"R": 3.0, "n_gold": 10},
        "sides": 62.5,
        "distance": None,
    }
    assert as_figures(scored) == {
        "cue F1": 44.4,
        "act accuracy": 70.0,
        "events R": 3.0,
        "sides": 62.5,
    }


def test_our_reports_are_read_with_what_is_known_of_them():
    small = SETS["small"]
    assert small.inputs is not None
    lines = list(small.inputs(small.gold))
    assert len({line["id"] for line in lines}) == len(lines) == 19
    assert all(line["text"] and line["outlet"] and line["published"] for line in lines)


def test_an_absent_set_is_no_failure(tmp_path: Path):
    assert not replace(SETS["small"], gold=(tmp_path / "gone.json",)).at_hand
    assert not replace(SETS["small"], gold=()).at_hand
    assert not replace(SETS["small"], scorer=(tmp_path / "gone.py",)).at_hand


def test_a_set_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]):
    assert main(["smal"]) == 2
    assert (
        "no set named smal; the sets are small, polnear, dossiers, times" in capsys.readouterr().err
    )

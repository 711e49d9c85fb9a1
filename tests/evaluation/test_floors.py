"""Floors hold, and only rise."""

import subprocess
from pathlib import Path

import pytest

from evaluation.floors import FLOORS, below, load_floors, lowered
from evaluation.labelled import REPORTS, SETS

ROOT = Path(__file__).parent.parent.parent
MISPLACED = ("58a7141", "ca856af", "f38decb", "14c9137", "d8bcd7a", "91dcbf2", "9b88a79")
"""Revisions with floors of events or disputes under a set that does not measure them, or twice."""


def git(*arguments: str) -> str:
    run = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    return run.stdout


def test_a_figure_under_its_floor_is_named():
    floors = {"cue F1": 50.0, "source F1": 40.0, "act accuracy": 70.0}
    assert list(below({"cue F1": 49.9, "source F1": 40.0}, floors)) == [
        "cue F1 is 49.9, under its floor of 50.0",
        "act accuracy was not measured; its floor is 70.0",
    ]


@pytest.mark.parametrize("now", [{"small": {"cue F1": 49.0}}, {"small": {}}, {}])
def test_a_floor_that_sank_or_went_is_named(now: dict[str, dict[str, float]]):
    assert len(list(lowered({"small": {"cue F1": 50.0}}, now))) == 1
    assert not list(lowered(now, {"small": {"cue F1": 50.0}}))


def test_no_floor_was_ever_lowered():
    name = FLOORS.relative_to(ROOT).as_posix()
    commits = git("log", "--format=%H", "--", name).split()
    for commit in (each for each in commits if not each.startswith(MISPLACED)):
        before = load_floors(git("show", f"{commit}:{name}"))
        assert not list(lowered(before, load_floors())), f"lowered since {commit[:7]}"


def test_every_floor_is_of_a_known_set():
    assert load_floors().keys() <= SETS.keys()


def test_our_own_set_is_always_at_hand():
    assert len(REPORTS) == 5
    assert SETS["small"].at_hand

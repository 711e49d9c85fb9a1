"""A run that was killed at any moment, and run again, ends in the same ledger."""

import sys

import pytest

from evaluation.kills import KILLS_OF_ONE_CASE, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
SOUND = {"lost": 0, "doubled": 0, "different": 0, "unsound": 0, "orphans": 0}


@pytest.mark.parametrize(("jobs", "seed"), [(1, 20240331), (2, 20240401)])
def test_ten_killed_runs_end_as_if_nothing_had_happened(jobs, seed):
    found = run(10, seed, jobs)
    assert {name: found[name] for name in SOUND} == SOUND
    assert (found["kills"], found["cases"]) == (10, -(-10 // KILLS_OF_ONE_CASE))
    assert found["cut"] >= 3, "most runs were over before they were killed"

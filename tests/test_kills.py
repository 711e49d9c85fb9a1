"""A run that was killed at any moment, and run again, ends in the same ledger."""

import sys

import pytest

from evaluation.kills import KILLS_OF_ONE_CASE, run


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_twenty_killed_runs_end_as_if_nothing_had_happened():
    found = run(20, seed=20240331)
    assert (found["kills"], found["cases"]) == (20, 20 // KILLS_OF_ONE_CASE)
    assert found["cut"] >= 8, "most runs were over before they were killed"
    for harm in ("lost", "doubled", "different", "unsound", "orphans"):
        assert found[harm] == 0, found

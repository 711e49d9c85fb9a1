"""What was on record on a day, and what came between two days."""

import json

import pytest

from tests.cli.conftest import BOMBING, read_rows


def test_on_the_first_day_nobody_had_denied_it(command, bombing):
    early = command("disputes", "--as-of", "2031-05-05", "--case", bombing)
    assert (early.code, early.out) == (0, "")
    assert "As of 2031-05-05: 1 report published by then" in early.err
    late = command("disputes", "--as-of", "2031-05-06", "--case", bombing)
    assert "○ denied by Red Dawn Brigade" in late.out


def test_events_and_their_pages_have_a_day_too(command, bombing):
    early = command("events", "--as-of", "2031-05-04", "--case", bombing).out
    assert "12 killed" in early
    assert "15" not in early.split("·")[0]
    [event] = json.loads(
        command(
            "events", "--as-of", "2031-05-04", "--type", "bombing", "--json", "--case", bombing
        ).out
    )["events"]
    page = command("show", event["id"], "--as-of", "2031-05-04", "--case", bombing).out
    assert "Hill Courier" not in page


def test_before_all_reports_nothing_was_on_record(command, bombing):
    ended = command("events", "--as-of", "1999-01-01", "--case", bombing)
    assert "the case holds no documents" in ended.err


def test_a_diff_of_two_days_shows_the_toll_and_the_denial(command, bombing):
    out = " ".join(command("diff", "2031-05-04", "2031-05-06", "--case", bombing).out.split())
    assert "1 document new" in out
    assert "New dispute:" in out
    assert "killed: 12 → 12 to 15" in out
    assert "denied, says Red Dawn Brigade" in out
    assert "Karvan police said" in out


def test_a_diff_of_a_day_with_itself_says_so(command, bombing):
    ended = command("diff", f"{bombing}@2031-05-06", "2031-05-06", "--case", bombing)
    assert (ended.code, ended.out) == (0, "")
    assert "the same on record" in ended.err


def test_a_diff_of_two_cases_for_programs(command, bombing, tmp_path):
    early = read_rows(BOMBING[:1], tmp_path)
    written = json.loads(command("diff", early, bombing, "--json").out)
    assert written["schema"] == "counterclaim/diff/1"
    assert len(written["documents_added"]) == 2
    [changed] = written["events_changed"]
    assert "killed" in [each["field"] for each in changed["changes"]]
    back = json.loads(command("diff", bombing, early, "--json").out)
    assert len(back["disputes_gone"]) == 1


@pytest.mark.parametrize("side", ["nowhere", "nowhere@2031-05-04", "2031-05-44"])
def test_a_side_that_is_not_there_is_one_line(command, bombing, side):
    ended = command("diff", side, bombing, "--case", bombing)
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1

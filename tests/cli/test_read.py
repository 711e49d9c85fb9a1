"""`read`: the contract on standard output, failures on standard error, ten lines at the end."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command


class Typed:
    """Standard input with bytes waiting in it."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_json_keeps_nothing(command: Command, reports: Path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTERCLAIM_CASE", str(tmp_path / "unwanted"))
    ended = command("read", str(reports), "--json")
    assert (ended.code, ended.err) == (0, "")
    assert len(json.loads(ended.out)["documents"]) == 3
    assert list(tmp_path.iterdir()) == []


def test_text_is_kept_code_point_for_code_point(command, reports):
    ledger = json.loads(command("read", str(reports / "name with blank é.txt"), "--json").out)
    assert (
        ledger["documents"][0]["text"]
        == "The mayor said that the \x1b[31mbridge\x1b[0m was closed."
    )


def test_standard_input_is_read(command, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Typed(b"The army said that it fired."))
    ledger = json.loads(command("read", "-", "--json").out)
    assert len(ledger["statements"]) == 1


def test_what_is_given_is_in_the_documents(command, reports):
    given = [
        "--published",
        "2024-03-31",
        "--outlet",
        "Vell",
        "--author",
        "R. Marsh",
        "--title",
        "Dam",
    ]
    ledger = json.loads(command("read", str(reports / "army.txt"), "--json", *given).out)
    [document] = ledger["documents"]
    found = {name: document[name] for name in ("published", "outlet", "author", "title")}
    assert found == {
        "published": "2024-03-31",
        "outlet": "Vell",
        "author": "R. Marsh",
        "title": "Dam",
    }


def test_one_bad_file_stops_nothing(command, reports, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    ended = command("read", str(reports / "army.txt"), str(tmp_path / "empty.txt"), "--json")
    assert ended.code == 3
    assert len(json.loads(ended.out)["documents"]) == 1
    assert "empty.txt" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_a_file_that_is_not_there_is_a_failure_beside_others(command, reports, tmp_path):
    ended = command("read", str(tmp_path / "nowhere.txt"), str(reports / "army.txt"), "--json")
    assert ended.code == 3
    assert "nowhere.txt" in ended.err


def test_names_alone_make_no_case(command, reports, tmp_path):
    case = tmp_path / "case"
    ended = command(
        "read", str(tmp_path / "nowhere"), str(reports / "arm.txt"), "--into", str(case)
    )
    assert (ended.code, ended.out, len(ended.err.splitlines())) == (2, "", 1)
    assert f"Did you mean '{reports / 'army.txt'}'?" in ended.err
    assert not case.exists()
    assert command("read", str(reports / "army.txt" / "inside"), "--json").code == 2


def test_a_run_ends_in_ten_lines_and_is_resumed(command, reports, tmp_path):
    folder = str(tmp_path / "case")
    first = command("read", str(reports), "--into", folder)
    assert first.code == 0
    assert len(first.out.splitlines()) <= 10
    assert "3 new, 0 as before" in first.out
    assert "counterclaim disputes --case" in first.out
    again = command("read", str(reports), "--into", folder)
    assert "0 new, 3 as before" in again.out
    quiet = command("read", str(reports), "--into", folder, "-q")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")


def test_failures_of_a_case_are_listed_in_its_folder(command, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    folder = tmp_path / "case"
    ended = command("read", str(tmp_path / "empty.txt"), "--into", str(folder))
    assert ended.code == 3
    assert str(folder / "failures.csv") in ended.out
    assert (folder / "failures.csv").exists()


def test_into_and_json_together_print_the_ledger_of_the_case(command, reports, tmp_path):
    folder = str(tmp_path / "case")
    ended = command("read", str(reports / "army.txt"), "--into", folder, "--json")
    assert len(json.loads(ended.out)["documents"]) == 1
    assert "documents" in ended.err
    assert command("export", "json", "--case", folder).out == ended.out


def test_the_case_may_be_named_by_the_environment(command, reports, tmp_path, monkeypatch):
    monkeypatch.setenv("COUNTERCLAIM_CASE", str(tmp_path / "named"))
    assert command("read", str(reports / "army.txt")).code == 0
    assert (tmp_path / "named" / "ledger.db").exists()
    assert command("search", "dam").out


def test_the_text_column_of_a_table_may_be_named(command, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("nr,body\n1,The army said that it fired.\n", "utf-8")
    ledger = json.loads(command("read", str(table), "--text-col", "body", "--json").out)
    assert ledger["documents"][0]["text"] == "The army said that it fired."


@pytest.mark.parametrize("day", ["31.3.2024", "2024-13-01", "2024-03", "soon"])
def test_a_wrong_day_is_refused(command, reports, day):
    ended = command("read", str(reports), "--published", day)
    assert ended.code == 2
    assert f"'{day}' is no day. Write YYYY-MM-DD, as 2024-03-31" in ended.err
    assert len(ended.err.splitlines()) == 1


def test_a_folder_of_other_things_becomes_no_case(command, reports):
    ended = command("read", str(reports / "army.txt"), "--into", str(reports))
    assert ended.code == 2
    assert "no case" in ended.err


def test_without_a_case_every_failure_is_listed(command, tmp_path):
    for number in range(25):
        (tmp_path / f"{number}.txt").write_bytes(b"")
    listed = command("read", str(tmp_path), "--json").err.splitlines()
    assert len(listed) == 25
    capped = command("read", str(tmp_path), "--into", str(tmp_path / "case")).err.splitlines()
    assert len(capped) == 21
    assert "and 5 more" in capped[-1]

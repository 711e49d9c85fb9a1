"""Every command on a small case: data on standard output, talk on standard error."""

import csv
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from counterclaim.case import linking
from tests.cli.conftest import Command


def json_of(command: Command, *arguments: str) -> dict[str, Any]:
    ended = command(*arguments, "--json")
    assert ended.code == 0, ended.err
    found: dict[str, Any] = json.loads(ended.out)
    assert found["schema"].startswith("counterclaim/")
    assert found["schema"].endswith("/1")
    return found


def denial(command: Command, case: str) -> dict[str, Any]:
    [first] = json_of(command, "search", "polarity:denied", "--case", case)["statements"]
    return dict(first)


def test_search_finds_who_denied(command, case):
    ended = command("search", "polarity:denied", "--case", case)
    assert "denied" in ended.out
    assert "attack on the dam" in ended.out
    assert "1 statement" in ended.err


def test_search_finds_a_phrase_and_nothing_else(command, case):
    found = json_of(command, "search", "about:attack on the dam", "--case", case)
    assert found["found"] == 2
    nothing = command("search", "zeppelin", "--case", case)
    assert (nothing.code, nothing.out) == (0, "")
    assert "No statement" in nothing.err


@pytest.mark.parametrize(
    "query",
    [
        ["claimant:Osterian ministry", "polarity:denied"],
        ["claimant:ministry polarity:denied"],
        ['claimant:"Osterian ministry" polarity:denied'],
        ['polarity:denied claimant:"Osterian ministry"'],
        ['"attack on the dam" polarity:denied'],
        ["attack on the dam polarity:denied"],
    ],
)
def test_a_search_is_the_same_with_and_without_quotes(command, case, query):
    assert json_of(command, "search", *query, "--case", case)["found"] == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (("dam", "-polarity:denied"), 1),
        (("-claimant:ministry", "-closed"), 1),
        (("-about:attack on the dam",), 1),
        (("-quarry", "closed"), 1),
        (("slot:origin", "event:nowhere"), 0),
    ],
)
def test_a_minus_leaves_out_and_is_no_option(command, case, query, found):
    assert json_of(command, "search", *query, "--case", case)["found"] == found


def test_a_wrong_key_names_the_nearest_in_one_line(command, case):
    ended = command("search", "slot:orign", "--case", case)
    assert (ended.code, ended.out) == (2, "")
    assert "Did you mean 'origin'?" in ended.err


def test_a_search_without_answer_says_how_it_was_understood(command, case):
    ended = command("search", "claimant:ministry attack", "--case", case)
    assert 'No statement answers claimant:"ministry attack".' in ended.err


def test_show_marks_the_statements_of_a_document(command, case):
    ended = command("show", "ministry.txt", "--case", case)
    assert "[cue:1 denied]" in ended.out
    assert "Read 100% of 1 sentences" in ended.out


def test_a_document_is_found_by_its_path_and_nearly_by_its_name(command, case, reports):
    assert command("show", str(reports / "army.txt"), "--case", case).code == 0
    ended = command("show", "ministri.txt", "--case", case)
    assert ended.code == 2
    assert "Did you mean 'ministry.txt'?" in ended.err


def test_disputes_are_as_many_as_wanted(command, reports, tmp_path):
    for name in ("army.txt", "ministry.txt"):
        text = (reports / name).read_text("utf-8")
        (tmp_path / name).write_text(f"{text}\n\n{text.replace('Osteria.', 'Karvania.')}\n")
    folder = str(tmp_path / "case")
    assert command("read", str(tmp_path), "--into", folder).code == 0
    assert len(json_of(command, "disputes", "--case", folder)["disputes"]) == 2
    ended = command("disputes", "--limit", "1", "--case", folder)
    assert ended.out.count("Is it true") == 1
    assert "The newest 1 of 2. --limit shows more" in ended.err


def test_show_coverage_accounts_for_every_sentence(command, case):
    ended = command("show", "army.txt", "--coverage", "--case", case)
    assert "stated" in ended.out
    assert "narrated" in ended.out
    found = json_of(command, "show", "army.txt", "--coverage", "--case", case)
    assert found["schema"] == "counterclaim/coverage/1"
    assert len(found["sentences"]) == 3
    assert all(each["treatment"] != "set aside" or each["reason"] for each in found["sentences"])


def test_show_a_statement_with_its_passage_and_file(command, case):
    id = denial(command, case)["id"]
    ended = command("show", id[:10], "--passages", "--provenance", "--case", case)
    assert "- denied" in ended.out
    assert "sha256" in ended.out
    assert "ministry.txt" in ended.out
    assert "  | The Osterian ministry denied" in ended.out


@pytest.mark.parametrize("kind", ["document", "statement", "actor", "mention", "claim", "dispute"])
def test_every_entry_of_the_ledger_can_be_shown_and_explained(command, case, kind):
    ledger = json.loads(command("export", "json", "--case", case).out)
    for entry in ledger[f"{kind}s"]:
        assert json_of(command, "show", entry["id"], "--case", case)["id"] == entry["id"]
        assert command("show", entry["id"], "--case", case).out
        assert json_of(command, "explain", entry["id"], "--case", case)["kind"] == kind
        assert command("explain", entry["id"], "--case", case).code == 0


def test_explain_names_rule_and_words(command, case):
    found = json_of(command, "explain", denial(command, case)["id"], "--case", case)
    polarity = next(each for each in found["reasons"] if each["field"] == "polarity")
    assert polarity["rule"]
    assert polarity["words"] == ["denied"]


def test_explain_says_once_what_a_rule_does(command, case):
    lines = command("explain", denial(command, case)["id"], "--case", case).out.splitlines()
    rules = [line for line in lines if line.startswith("    rule ") and ":" in line]
    assert len(rules) == len(set(rules)) > 1
    assert "polarity = - denied" in lines


def test_explain_shows_chances_and_the_answers_that_lost(command, case):
    id = denial(command, case)["id"]
    found = json_of(command, "explain", id, "--case", case)
    act = next(each for each in found["reasons"] if each["field"] == "act")
    assert 0.5 < act["score"] <= 1
    assert act["losers"]
    assert all(loser["score"] <= act["score"] for loser in act["losers"])
    out = command("explain", id, "--case", case).out
    assert f"(score {act['score']:.2f})" in out
    assert f"    not {act['losers'][0]['value']}: " in out


def test_a_document_says_once_where_it_was_published(command, case):
    ended = command("show", "ministry.txt", "--case", case)
    assert ended.out.count("Vell Gazette") == 1
    assert "1 more, narration" in command("show", "army.txt", "--case", case).out


def test_a_claim_that_is_only_denied_is_not_called_uncontested(command, tmp_path):
    (tmp_path / "a.txt").write_text("The Osterian ministry denied that it had mined the road.")
    folder = str(tmp_path / "case")
    assert command("read", str(tmp_path / "a.txt"), "--into", folder).code == 0
    [claim] = json.loads(command("export", "json", "--case", folder).out)["claims"]
    ended = command("show", claim["id"], "--case", folder)
    assert "only denied · known only through its denier" in ended.out


def test_who_is_not_named_is_said_in_words(command, tmp_path):
    (tmp_path / "a.txt").write_text(
        "No group has claimed responsibility for the attack.\n\n"
        "It is estimated that the group has 4,000 members.\n"
    )
    folder = str(tmp_path / "case")
    assert command("read", str(tmp_path / "a.txt"), "--into", folder).code == 0
    shown = command("show", "a.txt", "--case", folder).out
    assert "No group claimed: responsibility for the attack" in shown
    assert "(nobody named) estimated: the group has 4,000 members" in shown


def test_every_rule_of_the_ledger_says_what_it_does(command, case):
    for statement in json.loads(command("export", "json", "--case", case).out)["statements"]:
        found = json_of(command, "explain", statement["id"], "--case", case)
        assert all(reason["says"] for reason in found["reasons"]), found


def test_disputes_are_shown_or_their_absence_explained(command, case):
    found = json_of(command, "disputes", "--case", case)
    assert found["disputes"] or found["why_none"]
    ended = command("disputes", "--possible", "--case", case)
    assert ended.code == 0
    assert ended.out or "No dispute to show: " in ended.err


def test_control_characters_of_a_document_do_not_reach_the_terminal(command, case):
    name = "name with blank é.txt"
    for arguments in (["show", name], ["show", name, "--coverage"], ["search", "bridge"]):
        assert "\x1b" not in command(*arguments, "--case", case).out


def test_export_json_goes_to_standard_output_or_a_file(command, case, tmp_path):
    ended = command("export", "json", "--case", case)
    out = tmp_path / "out.json"
    assert command("export", "json", "-o", str(out), "--case", case).code == 0
    assert out.read_text("utf-8") == ended.out
    assert {each["key"] for each in json.loads(ended.out)["documents"]} >= {"army.txt"}


def test_export_csv_is_a_folder_or_a_zip(command, case, tmp_path):
    assert command("export", "csv", "-o", str(tmp_path / "out"), "--case", case).code == 0
    with (tmp_path / "out" / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "denied" in {row["polarity"] for row in csv.DictReader(file)}
    assert command("export", "csv", "-o", str(tmp_path / "out.zip"), "--case", case).code == 0
    assert zipfile.is_zipfile(tmp_path / "out.zip")
    assert command("export", "csv", "-o", "-", "--case", case).code == 2


def test_verify_says_that_a_case_is_sound(command, case):
    assert json_of(command, "verify", "--case", case)["sound"] is True
    assert "sound" in command("verify", "--case", case).out


def test_verify_notices_a_changed_original(command, reports, tmp_path):
    folder = tmp_path / "case"
    assert command("read", str(reports / "army.txt"), "--into", str(folder)).code == 0
    original = next(path for path in (folder / "originals").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_bytes(original.read_bytes() + b" changed")
    ended = command("verify", "--case", str(folder))
    assert ended.code == 4
    assert ended.out
    assert json.loads(command("verify", "--case", str(folder), "--json").out)["sound"] is False


def test_doctor_tells_versions_models_limits_and_the_case(command, case):
    found = json_of(command, "doctor", "--case", case)
    assert found["libraries"]["click"]
    assert any("sha256" in str(value) for value in found["models"].values())
    assert found["case"]["documents"] == 3
    nowhere = json_of(command, "doctor", "--case", str(Path(case) / "nowhere"))
    assert "no case" in nowhere["case"]["state"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_is_a_script(command, shell):
    assert "counterclaim" in command("completion", shell).out


def test_a_missing_library_is_named_with_the_way_to_install_it(
    command, case, tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ended = command("export", "parquet", "-o", str(tmp_path / "out"), "--case", case)
    assert ended.code == 2
    assert "pip install 'counterclaim[parquet]'" in ended.err
    assert not (tmp_path / "out").exists()


def test_a_case_that_another_program_linked_says_why_it_takes_longer(
    command: Command, case: str, monkeypatch: pytest.MonkeyPatch
):
    up_to_date = command("disputes", "--case", case)
    assert "anew" not in up_to_date.err
    monkeypatch.setattr(linking, "linking_version", lambda: "later")
    ended = command("disputes", "--case", case)
    assert ended.out == up_to_date.out
    [told] = [line for line in ended.err.splitlines() if "anew" in line]
    assert "`counterclaim read`" in told


def test_rows_of_a_codebook_come_with_the_ledger_when_asked_for(command, bombing, tmp_path):
    ended = command("export", "json", "--rows", "acled", "--case", bombing)
    rows = json.loads(ended.out)["rows"]
    assert {row["codebook"] for row in rows} == {"acled"}
    out = tmp_path / "ledger.json"
    command("export", "json", "--rows", "acled", "-o", str(out), "--case", bombing)
    assert json.loads(out.read_text("utf-8"))["rows"] == rows


@pytest.mark.parametrize(
    "arguments", [("export", "csv", "--rows", "acled"), ("read", ".", "--rows", "acled")]
)
def test_rows_go_with_json_alone(command, bombing, arguments):
    ended = command(*arguments, "--case", bombing)
    assert ended.code == 2
    assert "--rows goes with" in ended.err

"""A paragraph on standard input, held against a case."""

import io
import json
from pathlib import Path

import pytest

PARAGRAPH = (
    "The Hill police said that the Red Dawn Brigade carried out the bombing in Quetta. Mayor Ines"
    " Prado said that the bridge over the Osk was closed. The army said that it rained."
)


class Piped(io.TextIOWrapper):
    """Standard input with a text in it."""

    def __init__(self, text: str) -> None:
        super().__init__(io.BytesIO(text.encode()), "utf-8")


@pytest.fixture
def checked(command, bombing, monkeypatch):
    def call(text: str, *options: str):
        monkeypatch.setattr("sys.stdin", Piped(text))
        return command("check", "-", *options, "--case", bombing)

    return call


def test_a_paragraph_is_new_known_and_contested(checked):
    ended = checked(PARAGRAPH, "--published", "2031-05-05")
    lines = [line.split("  ")[0] for line in ended.out.splitlines() if line and line[0].isupper()]
    assert [each for each in lines if each.isupper()] == ["CONTESTED", "KNOWN", "NEW"]
    assert "on record in 1 document, 1 telling, 1 origin:" in ended.out
    assert "Red Dawn Brigade denied" in " ".join(ended.out.split())
    assert ended.err.startswith("3 statements: 1 new, 1 known, 1 contested.")


def test_nothing_of_it_is_kept(checked, bombing):
    before = Path(bombing, "ledger.db").read_bytes()
    assert checked(PARAGRAPH).code == 0
    assert Path(bombing, "ledger.db").read_bytes() == before


def test_a_check_for_programs_says_the_same(checked):
    written = json.loads(checked(PARAGRAPH, "--json").out)
    assert written["schema"] == "counterclaim/check/1"
    standings = [each["standing"] for each in written["checked"]]
    assert standings == ["contested", "known", "new"]
    assert written["checked"][1]["origins"] == 1


def test_a_text_without_statements_says_so(checked):
    ended = checked("Who was to blame?")
    assert (ended.code, ended.out) == (0, "")
    assert "No statement was read" in ended.err


def test_a_file_that_is_not_there_is_one_line(command, bombing):
    ended = command("check", "nowhere.txt", "--case", bombing)
    assert ended.code == 2
    assert "nowhere.txt" in ended.err
    assert len(ended.err.splitlines()) == 1

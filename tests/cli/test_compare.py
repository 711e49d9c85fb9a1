"""One's own coded rows beside the case: from a file, from a pipe, as text, CSV and JSON."""

import csv
import io
import json
from pathlib import Path

import pytest

import counterclaim as cc

ROWS = (
    "event_id_cnty;event_date;country;location;event_type;sub_event_type;actor1;fatalities;notes\n"
    "PAK1;03/05/2031;Pakistan;Quetta;Explosions/Remote violence;Remote explosive/landmine/IED;"
    "Red Dawn Brigade;12;=HYPERLINK(1)\n"
    "PAK2;soon;Pakistan;Quetta;;;;1;\n"
    "PAK3;31/01/2031;Peru;Ayo;Riots;;;0;\n"
)


@pytest.fixture
def rows(tmp_path) -> Path:
    path: Path = tmp_path / "mine.csv"
    path.write_text(ROWS, "utf-8-sig")
    return path


def test_it_says_what_the_rows_have_not_and_nothing_else(command, bombing, rows):
    ended = command("compare", str(rows), "--case", bombing)
    assert ended.code == 0
    assert "Already coded as row 2 (PAK1): Bombing at Quetta" in ended.out
    assert "new: fatalities 12 → 15" in ended.out
    assert "denied since: your actor1, Red Dawn Brigade" in ended.out
    assert "Karvan police" in ended.out
    assert "[Hill Courier, 2031-05-06]" in ended.out
    assert "contradicts" not in ended.out
    assert "PAK3" not in ended.out
    assert "Row 3: no day that can be read in one way: event_date 'soon'" in ended.err
    assert "Columns of acled that are not there:" in ended.err
    assert "The case tells nothing of 1 row." in ended.err


def test_nothing_of_the_rows_is_kept(command, bombing, rows):
    before = {path: path.stat().st_size for path in Path(bombing).rglob("*") if path.is_file()}
    command("compare", str(rows), "--case", bombing, "-q")
    assert {path: path.stat().st_size for path in before} == before
    assert not [path for path in Path(bombing).rglob("*") if "mine" in path.name]


def test_as_json_and_as_one_table(command, bombing, rows):
    found = json.loads(command("compare", str(rows), "--case", bombing, "--json").out)
    assert found["schema"] == "counterclaim/comparison/1"
    assert found["news"][0]["fit"]["row"] == 2
    table = command("compare", str(rows), "--case", bombing, "--csv").out
    lines = list(csv.DictReader(io.StringIO(table.lstrip("\ufeff"))))
    assert {(each["row"], each["standing"], each["column"]) for each in lines} >= {
        ("2", "new", "fatalities"),
        ("2", "denied", "actor1"),
    }


def test_rows_come_through_a_pipe(command, bombing, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ROWS.encode())))
    assert "Already coded as row 2" in command("compare", "-", "--case", bombing).out


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        ("name,age\nAna,3\n", (), "no rows of acled or ucdp or gtd"),
        (ROWS, ("--codebook", "gtd"), "no rows of gtd"),
        (ROWS, ("--codebook", "gtdd"), "Did you mean 'gtd'?"),
        (ROWS, ("--csv", "--json"), "exclude each other"),
        ("\x00\x01\x02\xff" * 50, (), "text"),
    ],
)
def test_what_cannot_be_compared_says_why(command, bombing, tmp_path, content, arguments, said):
    path = tmp_path / "rows.csv"
    path.write_bytes(content.encode("latin-1", "replace"))
    ended = command("compare", str(path), *arguments, "--case", bombing)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_python_compares_too(bombing, rows):
    found = cc.open(bombing).compare(rows)
    (coded,) = found.news
    assert {each.news.value for each in coded.differences} == {"new", "denied"}

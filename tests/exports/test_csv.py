"""CSV survives a spreadsheet: no formula runs, no id is rounded, no accent is lost."""

import csv
import io
from datetime import date

import pytest

from counterclaim.exports.csv import CELL, files, safe
from counterclaim.model.record import Ledger, Reading
from counterclaim.model.text import Document
from tests.views.built import EMPTY, LEDGER


def rows(ledger: Ledger, name: str) -> list[dict[str, str]]:
    content = next(b"".join(file.chunks) for file in files(ledger) if file.name == f"{name}.csv")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44 20", "-2", "@SUM(A1)", "\tx", "\rx", " =1", "\n=1", "-"]
)
def test_formulas_are_neutralised(cell: str):
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["1234567890123456", "1234567890123e45", "3-12", "1/2", "10:30"])
def test_text_that_looks_like_a_number_or_a_date_stays_text(cell: str):
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["ab34567890123456", "12e4 men", "Kabul", "", "3..12", "don't"])
def test_other_text_is_left_alone(cell: str):
    assert safe(cell) == cell


def test_values_that_are_no_text_are_written_plainly():
    assert [safe(cell) for cell in (None, -3, 0.5, False, date(2024, 3, 31))] == [
        "",
        "-3",
        "0.5",
        "False",
        "2024-03-31",
    ]


def test_a_cell_is_no_longer_than_a_spreadsheet_takes():
    assert len(safe("x" * 40_000)) == CELL
    assert safe("x" * 40_000).endswith("[…]")


def test_every_file_opens_with_a_byte_order_mark():
    for file in files(LEDGER):
        assert b"".join(file.chunks).startswith(b"\xef\xbb\xbf")


def test_a_hostile_title_is_one_cell():
    title = '=HYPERLINK("http://x")\n"quoted", comma'
    [row] = rows(Ledger((Reading(Document("Text.", title=title)),)), "documents")
    assert row["title"] == f"'{title}"


def test_the_text_of_documents_stays_out():
    assert "text" not in rows(LEDGER, "documents")[0]


def test_disputes_have_a_row_for_each_side():
    assert [(row["side"], row["polarity"], row["held_by"]) for row in rows(LEDGER, "disputes")] == [
        ("1", "affirmed", "The army"),
        ("2", "denied", "The ministry"),
    ]


def test_rows_say_that_they_are_unreviewed_and_who_wrote_them():
    for name in ("statements", "claims", "disputes", "actors"):
        for row in rows(LEDGER, name):
            assert row["review"] in {"unreviewed", "confirm"}
            assert row["version"].startswith("counterclaim ")


def test_an_empty_ledger_has_headers():
    for file in files(EMPTY):
        assert b"".join(file.chunks).count(b"\r\n") == 1

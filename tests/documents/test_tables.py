"""Tables: one document per row, and a bad row spoils only itself."""

import sys
from datetime import date

import pytest

from counterclaim.documents import parquet
from counterclaim.errors import DocumentError
from counterclaim.model.intake import Failure, Original

CSV = (
    "ID,Headline,Source,Byline,Date,URL,Language,Text\n"
    "7,Denial,The Gazette,Jane Roe,2024-03-31,https://g.example/7,en,"
    '"The army\r\n""denied"" it. "\n'
)


def test_columns_are_known_by_name_whatever_their_case(read_one):
    document = read_one("a.csv", CSV)
    assert document.text == 'The army\r\n"denied" it. '
    assert (document.key, document.title, document.outlet) == ("7", "Denial", "The Gazette")
    assert (document.author, document.published) == ("Jane Roe", date(2024, 3, 31))
    assert (document.url, document.language) == ("https://g.example/7", "en")
    assert document.path == "a.csv#1"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_seen_in_the_first_line(separator, read_one):
    content = f"id{separator}text\n1{separator}It was denied.\n"
    assert read_one("a.csv", content).text == "It was denied."


def test_a_row_without_id_is_named_by_its_number(read):
    assert [row.key for row in read("a.tsv", "text\none\n\ntwo\n")] == ["a.tsv#1", "a.tsv#2"]


def test_a_missing_text_column_names_those_there_are_and_the_nearest(read):
    (failure,) = read("a.csv", "id,bodytext\n1,x\n", text_column="body_text")
    assert failure.reason == "no column 'body_text'; the columns are: id, bodytext"
    assert failure.next_step == "Did you mean --text-col bodytext?"


def test_the_text_column_may_be_named(read_one):
    assert read_one("a.csv", "text,notes\nno,It was denied.\n", text_column="Notes").text == (
        "It was denied."
    )


def test_a_bad_row_of_a_table_spoils_only_itself(read):
    rows = "id,text\n1,fine\n2,\n3,a,b,c\n4,fine too\n"
    found = read("a.csv", rows)
    assert [item.path for item in found] == ["a.csv#1", "a.csv#2", "a.csv#3", "a.csv#4"]
    assert [isinstance(item, Failure) for item in found] == [False, True, True, False]


def test_a_quotation_mark_that_never_closes_is_told(read):
    fine, lost = read("a.csv", 'text\nfine\n"open\nand all\nafter it\n')
    assert fine.text == "fine"
    assert "never closes" in lost.reason


def test_a_bad_line_of_json_spoils_only_itself(read):
    lines = [
        b'{"id": 1, "text": "one", "published": "no day", "author": ["A", "B"]}',
        b'{"id": 2, "text": "cut',
        b'{"id": 3, "text": "caf\xe9"}',
        b"[1, 2]",
        b'{"id": 5, "text": 5}',
        b'{"id": 123456789012345678901234567890, "text": "six", "text": "last wins"}',
        b'{"text": "\\ud800 half"}',
        b'{"text": "nul \\u0000"}',
        b"",
        b'{"id": null, "text": "ten", "outlet": {"odd": 1}}',
    ]
    found = read("a.jsonl", b"\n".join(lines))
    texts = {item.key: item.text for item in found if not isinstance(item, Failure)}
    assert texts == {
        "1": "one",
        "123456789012345678901234567890": "last wins",
        "a.jsonl#10": "ten",
    }
    failed = [item.path for item in found if isinstance(item, Failure)]
    assert failed == [f"a.jsonl#{number}" for number in (2, 3, 4, 5, 7, 8)]
    assert (found[0].published, found[0].author) == (None, "A, B")


def test_a_wrong_text_column_of_json_is_told_once_it_is_clear(read):
    found = read("a.jsonl", '{"txt": "x"}\n' * 5000)
    assert len(found) == 101
    assert found[-1].reason == "none of the first 100 lines holds a text"


def test_a_json_file_in_utf16_is_read(read_one):
    assert read_one("a.ndjson", '{"text": "“No”"}\n'.encode("utf-16")).text == "“No”"


def test_a_parquet_table_is_read_row_by_row(tmp_path, read):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    columns = {
        "id": [1, 2, 3],
        "body": ["The army\ndenied it.", None, "So did the police."],
        "published": [date(2024, 3, 31), None, date(2024, 4, 1)],
        "picture": [b"x" * 9] * 3,
    }
    write_table(pyarrow.table(columns), tmp_path / "a.parquet")
    first, empty, last = read("a.parquet", (tmp_path / "a.parquet").read_bytes())
    assert (first.text, first.key) == ("The army\ndenied it.", "1")
    assert first.published == date(2024, 3, 31)
    assert empty.reason == "the column 'body' is empty"
    assert last.path == "a.parquet#3"


def test_a_table_in_an_older_encoding_is_noted(read_one):
    document = read_one(
        "a.csv", "text\nThe minister said: “We deny it” – the café.\n".encode("cp1252")
    )
    assert "“We deny it”" in document.text
    assert "cp1252" in document.note


def test_parquet_without_its_package_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(DocumentError, match=r"pip install 'counterclaim\[parquet\]'"):
        next(parquet.read(Original("a.parquet", b"PAR1", ".parquet"), ""))

"""What the user names, and the files it stands for."""

import gzip
import io
import os
from pathlib import Path

from counterclaim.documents import find_originals
from counterclaim.model.intake import Failure, Limits
from tests.documents.made import SENTENCE, pdf, zipped

LIMITS = Limits()


def names(tmp_path, *inputs):
    return [item.path.removeprefix(f"{tmp_path}/") for item in find_originals(inputs, LIMITS)]


def test_folders_are_walked_by_name_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)
    assert names(tmp_path, str(tmp_path)) == ["a/z.txt", "b.txt", "c.txt"]


def test_a_case_folder_is_left_out_and_refused_by_name(tmp_path):
    case = tmp_path / "counterclaim-case"
    case.mkdir()
    (case / "ledger.db").write_bytes(b"x")
    (case / "failures.csv").write_text("path\n")
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert names(tmp_path, str(tmp_path)) == ["a.txt"]
    (failure,) = find_originals([str(case)], LIMITS)
    assert isinstance(failure, Failure)
    assert failure.reason == "a case folder: it holds a ledger, not reports"


def test_an_exclamation_mark_is_part_of_a_name(tmp_path, read_inputs):
    for name, content in {
        "Breaking! News.txt": SENTENCE.encode(),
        "Gone! All.txt.gz": gzip.compress(SENTENCE.encode()),
        "Two! Reports.zip": zipped({"c/Three!.txt": SENTENCE, "Four!.txt": SENTENCE}),
    }.items():
        (tmp_path / name).write_bytes(content)
    assert [document.key for document in read_inputs(tmp_path)] == [
        "Breaking! News.txt",
        "Gone! All.txt",
        "Three!.txt",
        "Four!.txt",
    ]


def test_folders_in_folders_without_end_are_walked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):  # deeper than Python's calls may be nested
        os.mkdir("d")
        os.chdir("d")
    Path("a.txt").write_text(SENTENCE)
    found = [item.path[-8:] for item in find_originals([str(tmp_path)], LIMITS)]
    Path("a.txt").unlink()
    for _ in range(1500):  # what comes after the test could not
        os.chdir("..")
        os.rmdir("d")
    assert found == ["/d/a.txt"]


def test_an_impossible_name_is_a_failure():
    (failure,) = find_originals(["a\0b"], LIMITS)
    assert isinstance(failure, Failure)
    assert failure.path == r"a\x00b"


def test_an_empty_folder_says_so(tmp_path):
    (failure,) = find_originals([str(tmp_path)], LIMITS)
    assert isinstance(failure, Failure)
    assert failure.reason == "nothing in it that could be read"


def test_a_name_that_is_not_there_is_a_failure(tmp_path):
    (failure,) = find_originals([str(tmp_path / "none.txt")], LIMITS)
    assert isinstance(failure, Failure)
    assert failure.reason == "no such file or folder"


def test_standard_input_is_read_once(read_inputs):
    first, second = read_inputs("-", "-", stdin=io.BytesIO(SENTENCE.encode()))
    assert (first.text, first.key) == (SENTENCE, "-")
    assert second.reason == "standard input was read already"


def test_standard_input_is_read_as_what_it_is(read_inputs):
    assert read_inputs("-", stdin=io.BytesIO(pdf()))[0].text == SENTENCE
    packed = io.BytesIO(zipped({"a.txt": SENTENCE}))
    assert read_inputs("/dev/stdin", stdin=packed)[0].key == "a.txt"


def test_too_much_on_standard_input_is_refused(read_inputs):
    (failure,) = read_inputs("-", stdin=io.BytesIO(bytes(99)), limits=Limits(unpacked=50))
    assert failure.reason == "larger than 50 bytes"


def test_an_address_needs_permission():
    (failure,) = find_originals(["https://gazette.example/a"], LIMITS)
    assert isinstance(failure, Failure)
    assert failure.next_step == "Pass --allow-network"


def test_originals_come_one_by_one(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    found = find_originals([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], LIMITS)
    assert next(found).path.endswith("a.txt")
    (tmp_path / "b.txt").write_text(SENTENCE)
    assert not isinstance(next(found), Failure)

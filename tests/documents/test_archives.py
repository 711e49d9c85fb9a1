"""Archives: their files are documents under their own names."""

import gzip

import pytest

from counterclaim.documents.archives import member_name
from counterclaim.model.intake import Failure
from tests.documents.made import SENTENCE, docx, page, tarred, zipped

FILES = {"b/two.txt": b"It was denied.", "a/one.html": page(), "c/three.docx": docx()}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("reports.zip", zipped(FILES)),
        ("reports.tar", tarred(FILES)),
        ("reports.tar.gz", tarred(FILES, "w:gz")),
        ("reports.tgz", tarred(FILES, "w:gz")),
        ("reports.tar.bz2", tarred(FILES, "w:bz2")),
        ("reports.tar.xz", tarred(FILES, "w:xz")),
        ("reports.txt", zipped(FILES)),
    ],
)
def test_files_of_an_archive_are_documents(name, content, tmp_path, read_inputs):
    (tmp_path / name).write_bytes(content)
    found = read_inputs(tmp_path / name)
    assert [document.key for document in found] == ["two.txt", "one.html", "three.docx"]
    assert found[0].path == f"{tmp_path}/{name}!b/two.txt"
    assert found[0].text == "It was denied."


def test_a_compressed_file_is_the_file_in_it(tmp_path, read_inputs):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(SENTENCE.encode()))
    (document,) = read_inputs(tmp_path / "a.txt.gz")
    assert (document.text, document.key) == (SENTENCE, "a.txt")
    assert document.path.endswith("a.txt.gz!a.txt")


def test_archives_in_archives_are_opened(tmp_path, read_inputs):
    inner = zipped({"deep.txt": SENTENCE})
    (tmp_path / "a.zip").write_bytes(zipped({"b.zip": inner, "c.txt": "It was denied."}))
    assert [document.key for document in read_inputs(tmp_path)] == ["deep.txt", "c.txt"]


def test_hidden_files_are_left_out(tmp_path, read_inputs):
    files = {"__MACOSX/a.txt": "x", ".DS_Store": "x", "a.txt": "It was denied."}
    (tmp_path / "a.zip").write_bytes(zipped(files))
    assert [document.key for document in read_inputs(tmp_path)] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/a.txt", "etc/a.txt"),
        ("..\\..\\a.txt", "a.txt"),
        ("a\n\x1b[31mb.txt", "a [31mb.txt"),
        ("..", "unnamed"),
    ],
)
def test_a_name_in_an_archive_is_only_a_label(name, label):
    assert member_name(name) == label


def test_the_allowance_holds_for_all_archives_of_one_file_together(tmp_path, read_inputs):
    part = zipped({"a.txt": bytes(range(1, 256)) * 40_000})  # 10 MB each, too small for a bomb
    (tmp_path / "a.zip").write_bytes(zipped({f"{number}.zip": part for number in range(9)}))
    found = read_inputs(tmp_path / "a.zip")
    assert "unpacks to more than" in found[-1].reason
    assert all(isinstance(item, Failure) for item in found)

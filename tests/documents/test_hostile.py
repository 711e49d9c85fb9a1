"""Files made to harm: each is refused with its reason, or read; nothing hangs or falls."""

import os
import re
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from counterclaim.documents import delimited
from counterclaim.documents.extract import read_guarded
from counterclaim.model.intake import Failure, Original
from counterclaim.model.text import Document
from tests.documents.conftest import LIMITS
from tests.documents.hostile import HOSTILE, READ, WHOLE, damaged, pdf_bomb
from tests.documents.made import SENTENCE, page, pdf


def check(found, outcome):
    """Every failure gives reason and next step; one of the outcomes is among what was found."""
    failures = [item for item in found if isinstance(item, Failure)]
    documents = [item for item in found if isinstance(item, Document)]
    assert all(failure.reason and failure.next_step for failure in failures)
    assert not [failure for failure in failures if failure.reason.startswith("fault")]
    reasons = " / ".join(failure.reason for failure in failures)
    expected = outcome.removeprefix(READ).strip("|")
    read = outcome.startswith(READ) and documents
    assert read or (expected and re.search(expected, reasons)), reasons or documents


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_read_or_refused_with_its_reason(hostile, tmp_path, read_inputs):
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make())
    begun = time.monotonic()
    found = read_inputs(path)
    assert time.monotonic() - begun < 8, "hung"
    assert found, "nothing, and no reason"
    check(found, hostile.outcome)


def test_folders_links_and_pipes_never_keep_the_run_waiting(tmp_path, read_inputs):
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "around").symlink_to(tmp_path)
    (tmp_path / "itself.txt").symlink_to(tmp_path / "itself.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "inside.txt").write_text(SENTENCE)
    found = {Path(item.path).name: item for item in read_inputs(tmp_path)}
    assert found.pop("inside.txt").text == SENTENCE
    assert {name: item.reason for name, item in found.items()} == {
        "pipe.txt": "a named pipe, not a file",
        "socket.txt": "a socket, not a file",
        "zero.txt": "a device, not a file",
        "gone.txt": "no such file or folder",
        "itself.txt": "cannot be read: too many levels of symbolic links",
    }


def test_odd_names_are_labels_that_can_be_stored_and_printed(tmp_path, read_inputs):
    for name in (b"new\nline.txt", b"caf\xe9.txt", "\u202egnp.txt".encode()):
        with open(os.fsencode(tmp_path) + b"/" + name, "w") as file:
            file.write(SENTENCE)
    keys = [document.key for document in read_inputs(tmp_path)]
    assert keys == [r"caf\xe9.txt", r"new\nline.txt", "\u202egnp.txt"]


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path, read_inputs):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1 << 40)
    (failure,) = read_inputs(tmp_path / "huge.txt")
    assert failure.reason == "larger than 33,554,432 bytes"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_failure(tmp_path, read_inputs):
    (tmp_path / "closed.txt").write_text(SENTENCE)
    (tmp_path / "closed.txt").chmod(0)
    (failure,) = read_inputs(tmp_path)
    assert failure.reason == "cannot be read: permission denied"


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_damaged_anywhere_is_read_or_refused(name, tmp_path, read_inputs):
    for seed in range(5):
        (tmp_path / f"{seed}{name}").write_bytes(damaged(WHOLE[name], seed))
    found = read_inputs(tmp_path)
    check(found, f"{READ}|.")
    assert {Path(item.path.partition("!")[0]).name[0] for item in found} == set("01234")


@pytest.mark.parametrize(
    "piece", ["By Jane Roe\n", "KABUL, March 3 (AP) - x\n", "Updated: 3 March\n", "“", "(", "a\n\n"]
)
def test_a_text_of_one_piece_again_and_again_is_described_in_time(piece, read_one):
    begun = time.process_time()
    assert read_one("a.txt", piece * (LIMITS.characters // len(piece))).text.startswith(piece)
    assert time.process_time() - begun < 4


def test_a_text_too_long_to_be_read_is_kept(read_one):
    long = "By Jane Roe\n" * 200_000
    assert read_one("a.txt", long).text == long


def test_one_hostile_file_spoils_no_other(tmp_path, read_inputs):
    for name, content in {"a.html": page(), "b.pdf": pdf_bomb(), "c.pdf": pdf()}.items():
        (tmp_path / name).write_bytes(content)
    first, second, third = read_inputs(tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, Failure)
    assert third.text == SENTENCE


def test_a_mistake_of_our_own_is_not_blamed_on_the_file():
    no_column: Any = 7
    table = Original("a.csv", b"id,text\n1,It was denied.\n", ".csv")
    (failure,) = read_guarded(delimited.read, table, no_column)
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("fault: AttributeError: 'int' object")
    assert "in rows.py, line" in failure.reason

import csv
import os

import pytest

from counterclaim.errors import LedgerFull
from counterclaim.ledger.audit import record
from counterclaim.ledger.failures import (
    add_failure,
    drop_mended,
    failures,
    lies_in,
    write_failures,
)
from counterclaim.model.intake import Failure
from tests.disks import small_disk

BROKEN = Failure("reports/a.pdf", "damaged", "Save it again")


def test_a_failure_is_kept_once_with_its_last_reason(store):
    run = record(store, "read begun", "reports")
    add_failure(store, BROKEN, run)
    add_failure(store, Failure("reports/a.pdf", "encrypted", "Give a copy without"), run)
    assert [found.reason for found in failures(store)] == ["encrypted"]


def test_a_failure_goes_when_a_later_run_has_read_the_file(store):
    add_failure(store, BROKEN, record(store, "read begun", "reports"))
    drop_mended(store, ["elsewhere"], record(store, "read begun", "elsewhere"))
    assert failures(store) == (BROKEN,)
    drop_mended(store, ["reports"], record(store, "read begun", "reports"))
    assert failures(store) == ()


def test_a_failure_of_this_run_stays(store):
    run = record(store, "read begun", "reports")
    add_failure(store, BROKEN, run)
    drop_mended(store, ["reports"], run)
    assert failures(store) == (BROKEN,)


@pytest.mark.parametrize(
    ("path", "given", "lies"),
    [
        ("reports/a.txt", "reports", True),
        ("reports", "reports", True),
        ("reports.zip!b/a.txt", "reports.zip", True),
        ("wire.jsonl#3", "wire.jsonl", True),
        ("reports2/a.txt", "reports", False),
        ("a.txt", "reports", False),
        ("a.txt", ".", True),
        ("/abs/a.txt", ".", False),
        ("/abs/a.txt", "/", True),
    ],
)
def test_what_lies_in_an_input(path, given, lies):
    assert lies_in(path, [given]) is lies


def test_the_table_is_there_only_when_something_failed(tmp_path):
    path = tmp_path / "failures.csv"
    write_failures(path, ())
    assert not path.exists()
    write_failures(path, (BROKEN,))
    assert path.read_text() == "path,reason,next_step\nreports/a.pdf,damaged,Save it again\n"
    write_failures(path, ())
    assert not path.exists()


def test_a_table_for_which_there_is_no_room_leaves_the_one_before(tmp_path):
    with small_disk(tmp_path / "disk", 64):
        path = tmp_path / "disk" / "failures.csv"
        write_failures(path, (BROKEN,))
        before = path.read_text()
        with pytest.raises(LedgerFull):
            write_failures(path, [Failure(f"{n}.pdf", "damaged" * 30, "") for n in range(900)])
        assert os.listdir(path.parent) == ["failures.csv"]
        assert path.read_text() == before


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_run_as_a_formula(tmp_path, begin):
    path = tmp_path / "failures.csv"
    write_failures(path, (Failure(f"{begin}cmd.txt", f"{begin}1+1", 'say "no", twice'),))
    with path.open(newline="", encoding="utf-8") as file:
        [_, row] = csv.reader(file)
    assert row == [f"'{begin}cmd.txt", f"'{begin}1+1", 'say "no", twice']

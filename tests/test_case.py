"""A case from its folder's point of view: what lies in it, who may open it, what survives."""

import os
import signal
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

import pytest

from counterclaim.case import Case, ReadOptions, linking, read_once
from counterclaim.cli.demo import REPORTS
from counterclaim.errors import LedgerBusy, LedgerError, NotACase
from counterclaim.ledger.lock import writing
from counterclaim.ledger.originals import place
from counterclaim.model.query import Query
from counterclaim.model.record import Review, Verdict
from counterclaim.views.disputes import dispute_boards
from counterclaim.views.entries import enter
from counterclaim.views.explanations import explain
from counterclaim.views.grounds import statements_behind
from evaluation.kills import ledger_digest, start_reading, write_reports
from tests.disks import small_disk

LIMITED = """
import resource, sys
from pathlib import Path
from counterclaim.case import Case, ReadOptions
from counterclaim.errors import LedgerFull
from counterclaim.model.intake import Given
size = int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    with Case.create(Path(sys.argv[2])) as case:
        case.read([sys.argv[1]], ReadOptions(Given(language="en"), jobs=1))
except LedgerFull as error:
    print(error.next_step)
    sys.exit(9)
"""
"""Reads on a disk that takes no file longer than a number of bytes."""


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """Nine short reports, one empty file and one of no known kind."""
    folder = tmp_path_factory.mktemp("input") / "reports"
    write_reports(folder, 9, seed=5)
    (folder / "empty.txt").touch()
    (folder / "=formula.xyz").write_bytes(b"\x00\x01\x02")
    return folder


@pytest.fixture(scope="module")
def whole(reports, tmp_path_factory):
    """A case into which the reports were read."""
    with Case.create(tmp_path_factory.mktemp("whole") / "case") as case:
        case.read([str(reports)], ReadOptions(jobs=1))
        yield case


def start_limited(reports, case, size):
    command = [sys.executable, "-c", LIMITED, str(reports), str(case), str(size)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_case_is_one_folder(whole):
    names = {path.name for path in whole.folder.iterdir()} - {"ledger.db-wal", "ledger.db-shm"}
    assert names == {"ledger.db", "ledger.lock", "originals", "failures.csv"}


def test_every_original_is_kept_as_it_came(whole, reports):
    text = reports / "report-0000.txt"
    [document] = [
        reading.document
        for reading in whole.ledger().readings
        if reading.document.path == str(text)
    ]
    assert place(whole.folder / "originals", document.original).read_bytes() == text.read_bytes()


def test_every_kind_of_file_is_read(whole):
    readings = whole.ledger().readings
    assert len(readings) == 9
    assert all(reading.statements for reading in readings)
    assert [one.document.id for one in readings] == sorted(one.document.id for one in readings)


def test_what_failed_is_listed(whole):
    assert [Path(failure.path).name for failure in whole.failures()] == [
        *("=formula.xyz", "empty.txt")
    ]
    table = (whole.folder / "failures.csv").read_text(encoding="utf-8")
    assert len(table.splitlines()) == 3


def test_the_same_files_give_the_same_ledger(whole, reports, tmp_path):
    with Case.create(tmp_path / "other") as other:
        other.read([str(reports)], ReadOptions(jobs=2))
        assert ledger_digest(other.ledger()) == ledger_digest(whole.ledger())


def test_reading_without_a_case_gives_the_same_ledger_and_leaves_nothing(
    whole, reports, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    ledger, failures = read_once([str(reports)], ReadOptions(jobs=1))
    assert ledger_digest(ledger) == ledger_digest(whole.ledger())
    assert failures == whole.failures()
    assert list(tmp_path.iterdir()) == []


def test_a_sound_case_verifies_and_a_flipped_byte_is_found(reports, tmp_path):
    with Case.create(tmp_path / "case") as case:
        case.read([str(reports / "wire.jsonl")], ReadOptions(jobs=1))
        assert case.verify() == ()
        [original] = (
            path for path in (tmp_path / "case" / "originals").rglob("*") if path.is_file()
        )
        original.chmod(0o644)
        original.write_bytes(original.read_bytes()[:-1])
        assert case.verify() == (f"original {original.name}: its bytes have changed",)


def test_what_a_part_of_the_ledger_says_of_an_entry_the_whole_says_too(tmp_path):
    with Case.create(tmp_path / "case") as case:
        case.read([str(REPORTS)], ReadOptions(jobs=1))
        everything = enter(case.ledger())
        seen = set()
        for kind, id in everything._ids():
            part = enter(case.ledger(case.documents_behind(id)))
            assert part.find(id) == (kind, id)
            assert explain(kind, id, part, {}) == explain(kind, id, everything, {})
            assert statements_behind(kind, id, part) == statements_behind(kind, id, everything)
            seen.add(kind)
        disputed = enter(case.ledger(case.documents_in_dispute()))
        assert 0 < len(disputed.readings) < len(everything.readings)
        assert dispute_boards(disputed) == dispute_boards(everything)
    told = {"place", "event", "telling"}
    assert seen == {"document", "statement", "mention", "actor", "claim", "dispute", *told}


def test_a_part_of_the_ledger_holds_no_more_readings_than_asked_for(whole):
    [first, second, *_] = whole.ledger().readings
    assert whole.ledger([second.document.id, first.document.id]).readings == (first, second)
    assert whole.ledger(()).readings == ()
    assert whole.ledger(()).claims == whole.ledger().claims


def test_a_ledger_that_another_program_linked_is_linked_anew_and_whole(whole, monkeypatch):
    assert whole.is_linked()
    monkeypatch.setattr(linking, "linking_version", lambda: "later")
    assert not whole.is_linked()
    assert len(whole.ledger(()).readings) == 9


def test_a_search_finds_what_a_source_said(whole):
    hits = whole.search(Query(words="gave the order"))
    assert hits
    assert all("gave the order" in hit.passage for hit in hits)


def test_a_review_is_part_of_the_ledger(reports, tmp_path):
    review = Review("x", Verdict.CONFIRM, "ana", datetime(2024, 5, 1, tzinfo=UTC))
    with Case.create(tmp_path / "case") as case:
        case.read([str(reports / "report-0000.txt")], ReadOptions(jobs=1))
        case.add_review(review)
        assert case.ledger().reviews == (review,)
        assert case.verify() == ()


def test_a_case_that_is_not_there_is_told_how_to_make_one(tmp_path):
    with pytest.raises(NotACase) as caught:
        Case.open(tmp_path / "none")
    assert "counterclaim read PATH --into" in caught.value.next_step


def test_a_folder_with_other_things_is_left_alone(tmp_path):
    (tmp_path / "thesis.docx").touch()
    (tmp_path / ".DS_Store").touch()
    with pytest.raises(NotACase, match=r"thesis\.docx"):
        Case.create(tmp_path)
    assert set(os.listdir(tmp_path)) == {"thesis.docx", ".DS_Store"}
    with pytest.raises(NotACase, match="is a file"):
        Case.create(tmp_path / "thesis.docx")


def test_a_folder_with_only_the_settings_becomes_a_case(reports, tmp_path):
    (tmp_path / "counterclaim.toml").write_text('outlet = "The Post"')
    with Case.create(tmp_path) as case:
        case.read([str(reports / "report-0000.txt")], ReadOptions(jobs=1))
        assert [reading.document.outlet for reading in case.ledger().readings] == ["The Post"]
    (tmp_path / "counterclaim.toml").write_text('outlets = "The Post"')
    with pytest.raises(LedgerError, match="outlets"):
        Case.open(tmp_path)


def test_what_a_run_killed_at_its_very_start_leaves_is_no_hindrance(tmp_path):
    (tmp_path / "ledger.lock").touch()
    (tmp_path / "ledger.db").touch()
    with Case.create(tmp_path) as case:
        assert case.ledger().readings == ()


def test_a_second_writer_is_refused_at_once_and_readers_are_not(reports, tmp_path):
    with Case.create(tmp_path / "case") as case, writing(tmp_path / "case" / "ledger.lock"):
        begun = monotonic()
        with pytest.raises(LedgerBusy, match=str(os.getpid())):
            case.read([str(reports)], ReadOptions(jobs=1))
        assert monotonic() - begun < 1
        with Case.open(tmp_path / "case") as other:
            assert other.ledger().readings == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT")
def test_an_interrupted_run_ends_soon_and_keeps_what_it_has_read(tmp_path):
    write_reports(tmp_path / "reports", 400, seed=6)  # more than can be read meanwhile
    with start_reading(tmp_path / "reports", tmp_path / "case", 2) as run:
        last = monotonic() + 30
        while read_so_far(tmp_path / "case") < 5 and monotonic() < last:
            sleep(0.05)
        begun = monotonic()
        run.send_signal(signal.SIGINT)
        assert run.wait() == 130
        assert monotonic() - begun < 10
    assert read_so_far(tmp_path / "case") >= 5


def read_so_far(folder):
    if not (folder / "ledger.db").exists():
        return 0
    try:
        with Case.open(folder) as case:
            return sum(bool(reading.statements) for reading in case.ledger().readings)
    except LedgerError:  # the schema is being laid at this moment
        return 0


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes")
@pytest.mark.parametrize("size", [200, 150_000, 500_000])
def test_a_disk_that_takes_no_more_is_told_and_the_run_goes_on_later(tmp_path, size):
    """A limit on the size of files stands in for a full disk: it needs no rights."""
    write_reports(tmp_path / "reports", 30, seed=7)
    with start_limited(tmp_path / "reports", tmp_path / "case", size) as run:
        told, _ = run.communicate()
        assert (run.returncode, told) == (
            *(
                9,
                "Free some disk space and run the same command again: all that was kept is safe\n",
            ),
        )
    same_as_undisturbed(tmp_path)


def test_a_full_disk_is_told_and_the_run_goes_on_later(tmp_path):
    write_reports(tmp_path / "reports", 30, seed=8)
    case = tmp_path / "disk" / "case"
    with small_disk(tmp_path / "disk", 700) as resize:
        with start_limited(tmp_path / "reports", case, 1 << 40) as run:
            told, _ = run.communicate()
        assert run.returncode == 9
        assert told.startswith("Free some disk space")
        resize(50_000)
        with Case.create(case) as resumed:
            resumed.read([str(tmp_path / "reports")], ReadOptions(jobs=1))
            assert resumed.verify() == ()
            assert len(resumed.ledger().readings) == 30


def same_as_undisturbed(folder):
    with Case.create(folder / "case") as case, Case.create(folder / "undisturbed") as other:
        case.read([str(folder / "reports")], ReadOptions(jobs=1))
        other.read([str(folder / "reports")], ReadOptions(jobs=1))
        assert case.verify() == ()
        assert ledger_digest(case.ledger()) == ledger_digest(other.ledger())


def test_old_reports_in_an_archive_are_told_apart(whole, reports):
    with zipfile.ZipFile(reports / "archive.zip") as archive:
        paths = {f"{reports / 'archive.zip'}!{name}" for name in archive.namelist()}
    assert paths <= {reading.document.path for reading in whole.ledger().readings}

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from hashlib import sha256
from time import monotonic

import pytest

from counterclaim.errors import (
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    NotACase,
)
from counterclaim.ledger import store as store_module
from counterclaim.ledger.store import APPLICATION, Store, migrations
from tests.disks import small_disk

STEPS = {
    1: "a1b5a5eb7740b4e6",
    2: "69376c124c9978ee",
    3: "ca4af95711c76ee2",
    4: "c10a261bf55577f7",
    5: "2a7d9568c08026b7",
}
NEXT = len(STEPS) + 1


def test_the_schema_changes_only_by_a_new_migration():
    """Released steps never change: add another file, and its digest here."""
    assert {number: sha256(sql.encode()).hexdigest()[:16] for number, sql in migrations()} == STEPS


def test_a_new_file_has_todays_schema_and_our_mark(tmp_path):
    Store.create(tmp_path / "ledger.db").close()
    with closing(sqlite3.connect(tmp_path / "ledger.db")) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == len(migrations())
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert Store.is_current(tmp_path / "ledger.db")


def test_a_later_step_is_applied_once_and_whole(tmp_path, monkeypatch):
    path = tmp_path / "ledger.db"
    Store.create(path).close()
    steps = [
        *migrations(),
        (NEXT, "CREATE TABLE later (x TEXT) STRICT; INSERT INTO later VALUES ('a');"),
    ]
    monkeypatch.setattr(store_module, "migrations", lambda: steps)
    with pytest.raises(LedgerError, match="older counterclaim"):
        Store.open(path)
    for _ in range(2):
        with closing(Store.create(path)) as store:
            assert store.rows("SELECT x FROM later") == [("a",)]


def test_a_step_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    path = tmp_path / "ledger.db"
    Store.create(path).close()
    known = migrations()
    monkeypatch.setattr(
        store_module,
        "migrations",
        lambda: [*known, (NEXT, "CREATE TABLE half (x TEXT); NONSENSE;")],
    )
    with pytest.raises(LedgerError, match="NONSENSE"):
        Store.create(path)
    monkeypatch.setattr(store_module, "migrations", lambda: known)
    with closing(Store.create(path)) as store:
        assert store.row("SELECT 1 FROM sqlite_schema WHERE name = 'half'") is None


def test_a_newer_schema_is_refused_with_a_next_step(tmp_path):
    path = tmp_path / "ledger.db"
    Store.create(path).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    for opened in (Store.create, Store.open):
        with pytest.raises(LedgerError, match="newer counterclaim: schema 99") as caught:
            opened(path)
        assert "Install" in caught.value.next_step


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "ledger.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE theirs (x)")
    with pytest.raises(NotACase, match="other program"):
        Store.create(path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]


def test_a_file_that_is_no_database_is_damaged(tmp_path):
    path = tmp_path / "ledger.db"
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 40)
    with pytest.raises(LedgerDamaged):
        Store.create(path)


def test_a_missing_file_is_no_case(tmp_path):
    with pytest.raises(NotACase):
        Store.open(tmp_path / "none.db")


def test_a_reader_cannot_write(tmp_path):
    Store.create(tmp_path / "ledger.db").close()
    with closing(Store.open(tmp_path / "ledger.db")) as reader, pytest.raises(LedgerError):
        reader.run("DELETE FROM documents")


def test_a_reader_sees_what_is_committed_while_another_writes(tmp_path):
    path = tmp_path / "ledger.db"
    with closing(Store.create(path)) as writer, closing(Store.open(path)) as reader:
        with writer.transaction():
            writer.run("INSERT INTO originals VALUES ('x', 1)")
            assert reader.rows("SELECT digest FROM originals") == []
        assert reader.rows("SELECT digest FROM originals") == [("x",)]


def test_a_writer_leaves_one_file_even_where_a_reader_has_it_open(tmp_path):
    path = tmp_path / "ledger.db"
    Store.create(path).close()
    with closing(Store.open(path)):
        with closing(Store.create(path)) as writer:
            writer.run("INSERT INTO originals VALUES ('x', 1)")
        (tmp_path / "copy.db").write_bytes(path.read_bytes())
    with closing(Store.open(tmp_path / "copy.db")) as copy:
        assert copy.rows("SELECT digest FROM originals") == [("x",)]


def test_a_reader_in_the_middle_of_a_look_does_not_keep_a_writer_waiting(tmp_path):
    path = tmp_path / "ledger.db"
    Store.create(path).close()
    with closing(Store.open(path)) as reader, reader.snapshot():
        assert reader.rows("SELECT digest FROM originals") == []
        begun = monotonic()
        with closing(Store.create(path)) as writer:
            writer.run("INSERT INTO originals VALUES ('x', 1)")
        assert monotonic() - begun < 1
        assert reader.rows("SELECT digest FROM originals") == []
    with closing(Store.open(path)) as reader:
        assert reader.rows("SELECT digest FROM originals") == [("x",)]


def test_what_is_asked_together_sees_one_ledger(tmp_path):
    path = tmp_path / "ledger.db"
    with closing(Store.create(path)) as writer, closing(Store.open(path)) as reader:
        with reader.snapshot():
            assert reader.rows("SELECT digest FROM originals") == []
            writer.run("INSERT INTO originals VALUES ('x', 1)")
            assert reader.rows("SELECT digest FROM originals") == []
        assert reader.rows("SELECT digest FROM originals") == [("x",)]


def test_a_transaction_that_breaks_off_leaves_nothing(store):
    with suppress(ZeroDivisionError), store.transaction():
        store.run("INSERT INTO originals VALUES ('x', 1)")
        raise ZeroDivisionError
    assert store.rows("SELECT * FROM originals") == []


def test_a_second_writer_is_told_to_wait(tmp_path, monkeypatch):
    path = tmp_path / "ledger.db"
    with closing(Store.create(path)) as first:
        monkeypatch.setattr(store_module, "PATIENCE", 0.0)
        with closing(Store.create(path)) as second, first.transaction():
            first.run("INSERT INTO originals VALUES ('x', 1)")
            with pytest.raises(LedgerBusy), second.transaction():
                pass


def test_a_full_disk_is_told_and_nothing_is_half_written(store):
    pages = store.rows("PRAGMA page_count")[0][0]
    store.run(f"PRAGMA max_page_count = {pages + 2}")
    rows = [("small", 1), ("x" * 100_000, 1)]
    with pytest.raises(LedgerFull) as caught, store.transaction():
        store.run_all("INSERT INTO originals VALUES (?, ?)", rows)
    assert "Free some disk space" in caught.value.next_step
    assert store.rows("SELECT * FROM originals") == []


def test_a_disk_too_full_for_the_journal_to_go_into_the_file_loses_nothing(tmp_path):
    with small_disk(tmp_path / "disk", 700) as resize:
        path = tmp_path / "disk" / "ledger.db"
        Store.create(path).close()
        store = Store.create(path)
        store.run("INSERT INTO originals VALUES (?, 1)", "x" * 150_000)
        with pytest.raises(LedgerFull, match="full"):
            store.close()
        resize(2000)
        with closing(Store.open(path)) as reader:
            assert reader.rows("SELECT length(digest) FROM originals") == [(150_000,)]
        Store.create(path).close()
        assert (path.stat().st_size > 300_000, list(path.parent.iterdir())) == (True, [path])


def test_a_case_on_a_disk_that_cannot_be_written_is_read(tmp_path, read_only):
    Store.create(tmp_path / "ledger.db").close()
    with read_only(tmp_path), closing(Store.open(tmp_path / "ledger.db")) as store:
        assert store.rows("SELECT count(*) FROM documents") == [(0,)]


def test_a_case_that_cannot_be_written_is_not_read_without_its_journal(tmp_path, read_only):
    """What a killed run had committed lies in the journal: to leave it out would be a lie."""
    (tmp_path / "copy").mkdir()
    with closing(Store.create(tmp_path / "ledger.db")) as writer:
        writer.run("INSERT INTO originals VALUES ('x', 1)")
        for end in ("", "-wal"):
            (tmp_path / f"copy/ledger.db{end}").write_bytes(
                (tmp_path / f"ledger.db{end}").read_bytes()
            )
    with read_only(tmp_path / "copy"), pytest.raises(LedgerError, match="journal") as caught:
        Store.open(tmp_path / "copy" / "ledger.db")
    assert caught.value.next_step == "Copy the case to a place where you may write"


def test_a_reader_may_be_used_by_any_thread(tmp_path):
    Store.create(tmp_path / "ledger.db").close()
    with closing(Store.open(tmp_path / "ledger.db")) as store, ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(store.rows, "SELECT count(*) FROM documents") for _ in range(40)]
        assert all(one.result() == [(0,)] for one in asked)

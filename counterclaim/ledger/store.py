"""One SQLite file: the only module that speaks to the database. All else of the ledger asks it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from counterclaim.errors import (
    CounterclaimError,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    NotACase,
)

MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION = 0x636C6564
"""Marks a SQLite file as a ledger: "cled" in ASCII."""
PATIENCE = 5.0
"""Seconds to wait for another process that is between two of its writes."""
FULL_NEXT = "Free some disk space and run the same command again: all that was kept is safe"
JOURNAL_PAGES = 4000
"""Pages of 4 KiB in the journal before they go into the file: each time waits for the disk."""
CACHE = 32_768
"""KiB of the file kept in memory, so that writing costs the same in a large case."""
Row = tuple[Any, ...]


class Store:
    """The database of one case, open for reading or for writing."""

    def __init__(self, db: sqlite3.Connection, *, writes: bool) -> None:
        self._db = db
        self._writes = writes

    @classmethod
    def create(cls, path: Path | str) -> Store:
        """Open a ledger for writing; make it, or bring it to today's schema, where needed."""
        with _told(str(path)):
            db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
            try:
                _prepare(db)
                _migrate(db, str(path))
            except BaseException:
                db.close()
                raise
            return cls(db, writes=True)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open a ledger for reading only; any number of readers may. Raises NotACase."""
        with _told(str(path)):
            db = _read_only(path)
            try:
                _check_schema(db, str(path))
            except BaseException:
                db.close()
                raise
            return cls(db, writes=False)

    @classmethod
    def is_current(cls, path: Path) -> bool:
        """Whether a file has today's schema: not that of a run killed at its very start."""
        with _told(str(path)):
            db = _read_only(path)
            try:
                _refuse_newer(db, str(path))
                return _pragma(db, "user_version") == migrations()[-1][0]
            finally:
                db.close()

    @property
    def folder(self) -> Path | None:
        """The folder that the ledger lies in; None where it is in memory only."""
        file = self._db.execute("PRAGMA database_list").fetchone()[2]
        return Path(file).parent if file else None

    def version(self) -> int:
        """Return a number that changes when another process has written to the file."""
        return _pragma(self._db, "data_version")

    def close(self) -> None:
        """Close the file. A writer first puts its journal into it: so one file is the ledger.

        A reader that looks at the ledger at this moment leaves that to the next writer.
        """
        try:
            if self._writes:
                with _told():
                    self._db.execute("PRAGMA busy_timeout = 0")
                    self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that is inside, or none of it; inside another transaction, be part of that."""
        if self._db.in_transaction:
            yield
            return
        with _told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all questions inside see the same ledger, whatever is written meanwhile."""
        if self._db.in_transaction:
            yield
            return
        with _told():
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                if self._db.in_transaction:
                    self._db.execute("COMMIT")

    def rows(self, sql: str, *values: Any) -> list[Row]:
        """Return all rows of a question."""
        with _told():
            return self._db.execute(sql, values).fetchall()

    def each(self, sql: str, *values: Any) -> Iterator[Row]:
        """Yield the rows of a question one by one."""
        with _told():
            yield from self._db.execute(sql, values)

    def row(self, sql: str, *values: Any) -> Row | None:
        """Return the first row of a question, or None."""
        with _told():
            found: Row | None = self._db.execute(sql, values).fetchone()
            return found

    def run(self, sql: str, *values: Any) -> int:
        """Change something; returns the number of the last row that was added."""
        with _told():
            return self._db.execute(sql, values).lastrowid or 0

    def run_all(self, sql: str, rows: Iterable[Row]) -> None:
        """Change something once for each row."""
        with _told():
            self._db.executemany(sql, rows)


def migrations() -> list[tuple[int, str]]:
    """Return the numbered steps that lead to today's schema: number, SQL."""
    steps = sorted(MIGRATIONS.glob("[0-9]*.sql"))
    return [(int(step.name[:4]), step.read_text(encoding="utf-8")) for step in steps]


def _prepare(db: sqlite3.Connection) -> None:
    """WAL: readers never wait, and what was committed outlives a killed process."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA wal_autocheckpoint = {JOURNAL_PAGES}")
    db.execute(f"PRAGMA cache_size = -{CACHE}")


def _read_only(path: Path) -> sqlite3.Connection:
    """Open a file for reading; where nothing can be written, no journal, as it lies."""
    from urllib.parse import quote

    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    db = _connect(address)
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        db.close()
        if _holds(path.with_name(f"{path.name}-wal")):
            raise LedgerError(
                f"{path} has a journal of a run that was broken off, and cannot be written",
                "Copy the case to a place where you may write",
            ) from None
        db = _connect(f"{address}&immutable=1")
    return db


def _connect(address: str) -> sqlite3.Connection:
    """Open for reading, from any thread: SQLite itself lets them take turns."""
    return sqlite3.connect(
        address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )


def _holds(journal: Path) -> bool:
    return journal.exists() and journal.stat().st_size > 0


def _pragma(db: sqlite3.Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def _migrate(db: sqlite3.Connection, path: str) -> None:
    """Apply the steps that this file has not seen, each whole or not at all."""
    if _pragma(db, "user_version") == 0 and db.execute("SELECT 1 FROM sqlite_schema").fetchone():
        raise NotACase(f"{path} is some other program's database", "Name another folder")
    _refuse_newer(db, path)
    for number, sql in migrations():
        db.execute("BEGIN IMMEDIATE")
        try:
            if number > _pragma(db, "user_version"):
                _apply(db, number, sql)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _apply(db: sqlite3.Connection, number: int, sql: str) -> None:
    """`executescript` would commit before it begins; a step must be one transaction."""
    for statement in _statements(sql):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {number}")


def _statements(sql: str) -> Iterator[str]:
    pending = ""
    for part in re.split(r"(?<=;)", sql):
        pending += part
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _refuse_newer(db: sqlite3.Connection, path: str) -> None:
    found, known = _pragma(db, "user_version"), migrations()[-1][0]
    if found and _pragma(db, "application_id") != APPLICATION:
        raise NotACase(f"{path} is some other program's database", "Name another folder")
    if found > known:
        raise LedgerError(
            f"{path} was written by a newer counterclaim: schema {found}, this one knows {known}",
            "Install the newer counterclaim",
        )


def _check_schema(db: sqlite3.Connection, path: str) -> None:
    _refuse_newer(db, path)
    if _pragma(db, "user_version") < migrations()[-1][0]:
        raise LedgerError(
            f"{path} was written by an older counterclaim",
            "Run `counterclaim read` on the case once to bring it up to date",
        )


@contextmanager
def _told(path: str = "the ledger") -> Iterator[None]:
    """Say in our words what the database says in its own."""
    try:
        yield
    except sqlite3.Error as error:
        raise _error(error, path) from error


def _error(error: sqlite3.Error, path: str) -> CounterclaimError:
    name = getattr(error, "sqlite_errorname", "") or ""
    for start, kind, next_step in _ERRORS:
        if name.startswith(start):
            return kind(f"{path}: {error}", next_step)
    return LedgerError(f"{path}: {error}", "Run `counterclaim verify`")


_ERRORS: tuple[tuple[str, type[CounterclaimError], str], ...] = (
    ("SQLITE_FULL", LedgerFull, FULL_NEXT),
    ("SQLITE_IOERR_WRITE", LedgerFull, FULL_NEXT),
    ("SQLITE_IOERR_SHMSIZE", LedgerFull, FULL_NEXT),
    ("SQLITE_BUSY", LedgerBusy, "Wait until the other process has finished"),
    ("SQLITE_LOCKED", LedgerBusy, "Wait until the other process has finished"),
    (
        "SQLITE_CORRUPT",
        LedgerDamaged,
        "Restore the case from a backup, or read the originals again",
    ),
    ("SQLITE_NOTADB", LedgerDamaged, "Restore the case from a backup, or read the originals again"),
    ("SQLITE_CANTOPEN", NotACase, "Name a folder that `counterclaim read --into` has made"),
)

"""The towns, provinces and countries of the world by name: one SQLite file.

It is made at installation (see gazetteer_build.py) and only read afterwards. Only this module
knows its tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from counterclaim.errors import KnowledgeError

if TYPE_CHECKING:
    import sqlite3

FOLDER = Path(__file__).parent.parent / "data" / "places"
FILE = FOLDER / "places.sqlite"
SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, feature TEXT NOT NULL,
    admin1 INTEGER NOT NULL, admin2 INTEGER NOT NULL, population INTEGER NOT NULL,
    latitude REAL, longitude REAL, extent REAL
) STRICT;
CREATE TABLE name (
    form TEXT NOT NULL, place INTEGER NOT NULL, own INTEGER NOT NULL, PRIMARY KEY (form, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""
BY_FORM = """
SELECT place.*, name.own FROM name JOIN place ON place.id = name.place
WHERE name.form = ? ORDER BY place.population DESC, place.id LIMIT 60
"""
BATCH = 10_000
REMEMBERED = 50_000
"""Names whose entries are kept in memory, some 50 MB at most; then it starts afresh."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the gazetteer.

    `id` is the GeoNames id where it is positive. `country` is ISO 3166-1 alpha-3, `admin1` and
    `admin2` are ids of entries, 0 for none. Degrees and km as in `Place`; `own` says that it is
    looked up by its own name, not by another spelling, and `key` names an entry of our own.
    """

    id: int
    name: str
    country: str
    feature: str
    admin1: int = 0
    admin2: int = 0
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    extent: float | None = None
    claimed_by: tuple[str, ...] = ()
    key: str = ""
    own: bool = True


class Row(NamedTuple):
    """A place as it stands in the file: an `Entry` without what the supplement adds."""

    id: int
    name: str
    country: str
    feature: str
    admin1: int
    admin2: int
    population: int
    latitude: float | None
    longitude: float | None
    extent: float | None


class Name(NamedTuple):
    """A folded name, the id of the place that bears it, whether it is its own name."""

    form: str
    place: int
    own: bool


class PlaceFile:
    """The places of one file. Answers are remembered; each process opens the file for itself."""

    def __init__(self, path: Path = FILE) -> None:
        """Open a file. Raises KnowledgeError where it is missing or no gazetteer."""
        self.path = path
        self._remembered: dict[str, tuple[Entry, ...]] = {}
        self.about = self._about()
        self.digest = self.about.get("digest", "")

    def __reduce__(self) -> tuple[type[PlaceFile], tuple[Path]]:
        """Take only the path to another process."""
        return PlaceFile, (self.path,)

    def named(self, form: str) -> tuple[Entry, ...]:
        """Return the places that a folded name may stand for, the most populous first."""
        found = self._remembered.get(form)
        if found is None:
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            found = tuple(map(_entry, self._open.execute(BY_FORM, (form,))))
            self._remembered[form] = found
        return found

    def entry(self, id: int) -> Entry | None:
        """Return a place by its id."""
        key = f"#{id}"
        if key not in self._remembered:
            rows = self._open.execute("SELECT *, 1 FROM place WHERE id = ?", (id,))
            self._remembered[key] = tuple(map(_entry, rows))
        return next(iter(self._remembered[key]), None)

    @cached_property
    def _open(self) -> sqlite3.Connection:
        import sqlite3

        address = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(address, uri=True, check_same_thread=False)

    def _about(self) -> Mapping[str, str]:
        if not self.path.exists():
            raise KnowledgeError(f"{self.path}: no gazetteer", HOW_TO_BUILD)
        import sqlite3

        try:
            return dict(self._open.execute("SELECT key, value FROM about"))
        except sqlite3.DatabaseError as error:
            raise KnowledgeError(f"{self.path}: no gazetteer ({error})", HOW_TO_BUILD) from error


HOW_TO_BUILD = "Build it with `counterclaim places --allow-network`"


def read_about(path: Path) -> Mapping[str, str]:
    """Return what a file says of itself; nothing where there is no sound one."""
    try:
        return PlaceFile(path).about
    except KnowledgeError:
        return {}


def write(
    path: Path, places: Iterable[Row], names: Iterable[Name], about: Mapping[str, str]
) -> None:
    """Write a gazetteer, whole or not at all. The same places give the same bytes."""
    import sqlite3

    rows, forms = sorted(places), sorted(names)
    content = {**about, "digest": _digest(rows, forms)}
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as file:
        file.executescript(f"PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; {SCHEMA}")
        file.executemany(f"INSERT INTO place VALUES ({', '.join('?' * 10)})", rows)
        file.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", forms)
        file.executemany("INSERT INTO about VALUES (?, ?)", sorted(content.items()))
        file.commit()
    part.replace(path)


def _digest(rows: Sequence[Row], forms: Sequence[Name]) -> str:
    content = sha256()
    for part in (rows, forms):
        for begin in range(0, len(part), BATCH):
            content.update(repr(part[begin : begin + BATCH]).encode())
    return content.hexdigest()[:16]


def _entry(row: tuple[Any, ...]) -> Entry:
    values: tuple[Any, ...] = row[:-1]
    return replace(Entry(*values), own=bool(row[-1]))

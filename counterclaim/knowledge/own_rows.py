"""How a coder's own table is read: what its columns say, and what in it stands for not knowing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.files import read_toml

FILE = Path(__file__).parent.parent / "data" / "codebooks" / "own" / "rows.toml"


@dataclass(frozen=True, slots=True)
class OwnBook:
    """What the columns of a codebook say of an event; those named first are looked at first.

    `slack` is how many days on either side a precision leaves open, `reach` how many km around a
    point. `none_is_zero`: a zero may stand for no number told; `violent`: all rows are. `also`
    holds older names of columns.
    """

    id: tuple[str, ...]
    country: tuple[str, ...]
    places: tuple[str, ...]
    point: tuple[str, str]
    parties: tuple[str, ...]
    did_it: tuple[str, ...]
    killed: tuple[str, ...]
    place_precision: str
    injured: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    first_day: tuple[str, ...] = ()
    last_day: tuple[str, ...] = ()
    year: str = ""
    month: str = ""
    day: str = ""
    day_precision: str = ""
    slack: Mapping[str, int] = field(default_factory=dict)
    reach: Mapping[str, float] = field(default_factory=dict)
    coded_on: tuple[str, ...] = ()
    none_is_zero: bool = False
    violent: bool = False
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def days(self) -> tuple[str, ...]:
        """The columns without which a row has no day."""
        return tuple(filter(None, (*self.first_day, self.year)))

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that are looked at, each once."""
        return tuple(dict.fromkeys(filter(None, self._columns())))

    def _columns(self) -> Iterator[str]:
        yield from (*self.id, *self.first_day, *self.last_day, self.year, self.month, self.day)
        yield from (self.day_precision, *self.country, *self.places, *self.point)
        yield from (self.place_precision, *self.parties, *self.killed, *self.injured, *self.kinds)
        yield from self.coded_on


@dataclass(frozen=True, slots=True)
class OwnRows:
    """What is known of other people's tables, in lower case.

    `unknown` are cells that say nothing, `unnamed` and `civilians` how the names of nobody in
    particular begin, `forces` what stands before a country's name and makes it a state's forces;
    words that are `common` name nobody by themselves.
    """

    unknown: frozenset[str]
    unnamed: tuple[str, ...]
    civilians: tuple[str, ...]
    forces: tuple[str, ...]
    common: frozenset[str]
    books: Mapping[str, OwnBook]


@cache
def load_own_rows(file: Path = FILE) -> OwnRows:
    """Read what is known of other people's tables. Raises KnowledgeError where it is faulty."""
    return read_toml(file, OwnRows, KnowledgeError)

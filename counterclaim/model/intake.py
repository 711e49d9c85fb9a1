"""What comes in: originals, what the user says about them, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one file as they came. `path` names a member of an archive as `a.zip!b.txt`."""

    path: str
    content: bytes
    suffix: str
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", sha256(self.content).hexdigest())


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says about a document where the file does not say it.

    `text_column` names the column of a table that holds the text; the others are values.
    """

    outlet: str = ""
    title: str = ""
    author: str = ""
    published: date | None = None
    language: str = ""
    text_column: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds of work, bytes of memory, bytes unpacked, characters."""

    seconds: float = 25.0
    memory: int = 1 << 30
    unpacked: int = 1 << 30
    members: int = 100_000
    depth: int = 3
    characters: int = 400_000


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a part of one, that could not be read: why, and what to do next."""

    path: str
    reason: str
    next_step: str

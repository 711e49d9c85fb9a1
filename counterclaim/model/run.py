"""What a read run may do, how far it is, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.model.intake import Failure, Given, Limits


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a read run is asked to do, and what it may cost.

    `jobs` is the number of processes that may read; 0 leaves it to the case, or the machine.
    """

    given: Given = field(default_factory=Given)
    limits: Limits = field(default_factory=Limits)
    allow_network: bool = False
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a read run is: documents read, documents failed, seconds since it began.

    `total` is None while files are still being opened; `path` is what was worked on last.
    """

    done: int
    failed: int
    total: int | None
    seconds: float
    path: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a read run did: `added`, `unchanged`, `failures` are the run's, the rest the case's."""

    documents: int
    added: int
    unchanged: int
    copies: int
    statements: int
    narrated: int
    claims: int
    events: int
    disputes: int
    unread: int
    failures: tuple[Failure, ...]
    seconds: float

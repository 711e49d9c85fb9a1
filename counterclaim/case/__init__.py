"""A case: one folder with a ledger, the originals it rests on, and nothing anywhere else."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from counterclaim.case.linking import (
    is_linked,
    keep_if_fresh,
    kept_ledger,
    kept_readings,
    ledger_as_of,
    ledger_of,
    ledger_with,
    link_aside,
)
from counterclaim.case.readers import Alone, Readers, Together
from counterclaim.case.reading import read_entry
from counterclaim.case.run import Input, OnProgress, Run, keeper
from counterclaim.case.settings import FILE, Settings, load_settings
from counterclaim.errors import NotACase
from counterclaim.knowledge import Knowledge, load_knowledge
from counterclaim.ledger import search
from counterclaim.ledger.failures import failures, write_failures
from counterclaim.ledger.linked import last_made_from
from counterclaim.ledger.lock import writing
from counterclaim.ledger.originals import disk_may_be_full, sweep
from counterclaim.ledger.reviews import add_review, reviews
from counterclaim.ledger.store import Store
from counterclaim.ledger.summaries import Summaries
from counterclaim.ledger.verify import problems
from counterclaim.model.actor import ActorId
from counterclaim.model.intake import Failure
from counterclaim.model.query import Hit, Query
from counterclaim.model.record import Ledger, Reading, Review
from counterclaim.model.run import Progress, ReadOptions, Summary
from counterclaim.model.statement import StatementId
from counterclaim.model.text import DocumentId

__all__ = ["Case", "Progress", "ReadOptions", "Settings", "Summary", "read_once"]

LEDGER, ORIGINALS, LOCK, FAILURES = "ledger.db", "originals", "ledger.lock", "failures.csv"
OURS = {FILE, LOCK, ORIGINALS, FAILURES, "dictionaries", "exports"}
"""What may lie in a folder that is to become a case."""
WORD = re.compile(r"\w+")
LEAST_LETTERS = 4
"""Of a word that tells what a text is about."""
NEAREST = 400
"""Statements whose documents are linked with a text that is held against the case."""
WORTH_A_PROCESS = 8
"""Documents; a process that reads fewer costs more time to start than it saves."""


class Case:
    """A case folder. Any number of readers may have it open; a read run is alone in writing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = load_settings(folder)
        self._store = Store.open(folder / LEDGER)

    @classmethod
    def create(cls, folder: Path) -> Case:
        """Open the case, or make it. Raises NotACase for a folder that holds other things."""
        if not (folder / LEDGER).exists():
            _refuse_others(folder)
            with disk_may_be_full():
                folder.mkdir(parents=True, exist_ok=True)
        if not _is_ready(folder):
            with writing(folder / LOCK):
                Store.create(folder / LEDGER).close()
        return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> Case:
        """Open a case that is there. Raises NotACase where there is none."""
        if not (folder / LEDGER).exists():
            raise NotACase(
                f"{folder} holds no case", f"Make one: counterclaim read PATH --into {folder}"
            )
        return cls(folder)

    def close(self) -> None:
        """Close the files of the case."""
        self._store.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(
        self,
        inputs: Sequence[Input],
        options: ReadOptions | None = None,
        on_progress: OnProgress | None = None,
    ) -> Summary:
        """Read files, folders, archives and addresses into the case, but nothing a second time.

        A run that was broken off goes on where it stopped. Raises LedgerBusy, LedgerFull;
        KnowledgeError where the reader itself is not whole.
        """
        options, knowledge = self._with_settings(options or ReadOptions()), load_knowledge()
        with disk_may_be_full(), self._writer() as store:
            sweep(self.folder)
            sweep(self.folder / ORIGINALS)
            run = Run(
                store, knowledge, options, keeper(store, self.folder / ORIGINALS), on_progress
            )
            summary = run.read(inputs, _readers(options, knowledge))
            write_failures(self.folder / FAILURES, failures(store))
        return summary

    def snapshot(self) -> AbstractContextManager[None]:
        """Let all questions inside see the same case, whatever a read run writes meanwhile."""
        return self._store.snapshot()

    def is_linked(self) -> bool:
        """Whether the links that the case keeps are those that this program would make today.

        Where they are not, `ledger` makes them anew at every call; `read` keeps them.
        """
        return is_linked(self._store)

    def ledger(self, documents: Collection[DocumentId] | None = None) -> Ledger:
        """Return the ledger; where documents are named, with no readings but theirs.

        Where it has to be linked anew, it is whole in any case.
        """
        return ledger_of(self._store, documents)

    def as_of(self, day: date) -> Ledger:
        """Return the ledger of what was published by a day, linked anew; the undated is left out.

        Decisions of reviewers hold on any day.
        """
        return ledger_as_of(self._store, search.documents_published_by(self._store, day))

    def beside(self, readings: Sequence[Reading]) -> Ledger:
        """Return the ledger that readings make with the documents nearest to them in words.

        Nothing is kept. The documents are those of the statements with the most words in common.
        """
        words = {
            word
            for reading in readings
            for word in WORD.findall(reading.document.text)
            if len(word) >= LEAST_LETTERS
        }
        near = search.documents_like(self._store, words, NEAREST)
        return ledger_with(self._store, near, readings)

    def kept(self) -> Ledger:
        """Return the ledger as linked last, without readings: what a look costs no linking."""
        return kept_ledger(self._store)

    def readings(self, documents: Collection[DocumentId]) -> tuple[Reading, ...]:
        """Return the readings of some documents, in the order of their ids."""
        return kept_readings(self._store, documents)

    @property
    def summaries(self) -> Summaries:
        """The documents of the case in lines, without their texts and readings."""
        return Summaries(self._store)

    def version(self) -> int:
        """Return a number that changes whenever somebody else has written to the case."""
        return self._store.version()

    def linked_from(self) -> str:
        """Return a name that changes whenever the links that are kept are others."""
        return last_made_from(self._store)

    def reviews(self, after: int = 0) -> tuple[Review, ...]:
        """Return all decisions but the first `after`, in the order in which they were given."""
        return reviews(self._store, after)

    def relink(self) -> bool:
        """Link anew and keep it; false where the case changed meanwhile. Raises LedgerBusy.

        Others may write while it links: only the keeping is alone in writing.
        """
        ledger, made_from = link_aside(self._store)
        with self._writer() as store:
            return keep_if_fresh(store, ledger, made_from)

    def documents_of(self, statements: Iterable[StatementId]) -> Collection[DocumentId]:
        """Return the documents that statements stand in."""
        return search.documents_of(self._store, statements)

    def documents_of_actor(self, actor: ActorId) -> Collection[DocumentId]:
        """Return the documents that speak of an actor, as linked last."""
        return search.documents_of_actor(self._store, actor)

    def documents_behind(self, name: str) -> Collection[DocumentId]:
        """Return the documents, as linked last, behind each entry that a name may mean.

        A name is an id or the beginning of one, or a document's key or the end of its path.
        """
        return search.documents_behind(self._store, name)

    def documents_in_dispute(self) -> Collection[DocumentId]:
        """Return the documents, as linked last, with a voice in any dispute."""
        return search.documents_in_dispute(self._store)

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Return the statements that answer a search."""
        return search.find_statements(self._store, query)

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read, in the order of paths."""
        return failures(self._store)

    def verify(self) -> tuple[str, ...]:
        """Return a line for each thing that is not as it was written; none where all is sound."""
        with self._store.snapshot():
            return tuple(problems(self._store, self.folder / ORIGINALS))

    def add_review(self, review: Review) -> None:
        """Add a person's decision. Raises LedgerBusy."""
        with self._writer() as store:
            add_review(store, review)

    @contextmanager
    def _writer(self) -> Iterator[Store]:
        with writing(self.folder / LOCK), closing(Store.create(self.folder / LEDGER)) as store:
            yield store

    def _with_settings(self, options: ReadOptions) -> ReadOptions:
        """Fill in from the case's file what the user has not given for this run."""
        given = replace(
            options.given,
            outlet=options.given.outlet or self.settings.outlet,
            language=options.given.language or self.settings.language,
        )
        return replace(options, given=given, jobs=options.jobs or self.settings.jobs)


def read_once(
    inputs: Sequence[Input],
    options: ReadOptions | None = None,
    on_progress: OnProgress | None = None,
) -> tuple[Ledger, tuple[Failure, ...]]:
    """Read without a case folder: nothing stays on the disk."""
    options, knowledge = options or ReadOptions(), load_knowledge()
    with closing(Store.create(":memory:")) as store:
        run = Run(store, knowledge, options, keeper(store, None), on_progress)
        summary = run.read(inputs, _readers(options, knowledge))
        return ledger_of(store), summary.failures


def _readers(
    options: ReadOptions, knowledge: Knowledge
) -> Callable[[int], AbstractContextManager[Readers]]:
    """Return what gives readers for a number of documents: a process must have enough to do."""

    def readers(waiting: int) -> AbstractContextManager[Readers]:
        """Give what reads that many documents."""
        jobs = min(options.jobs or _cores(), math.ceil(waiting / WORTH_A_PROCESS))
        if jobs > 1:
            return Together(jobs)
        return nullcontext(Alone(lambda document: read_entry(document, knowledge)))

    return readers


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_ready(folder: Path) -> bool:
    """Whether the ledger is there, whole and of today's schema."""
    if not (folder / LEDGER).exists():
        return False
    return Store.is_current(folder / LEDGER)


def _refuse_others(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotACase(f"{folder} is a file", "Name a folder")
    names = {path.name for path in folder.iterdir()} if folder.exists() else set()
    if others := sorted(name for name in names - OURS if not name.startswith(".")):
        raise NotACase(
            f"{folder} holds other things ({others[0]}) and no case",
            "Name a new or an empty folder",
        )

"""A read run: files are taken in, what is not yet read is read, and all readings are linked.

Every step is kept as soon as it is done, and asks the ledger what is left to do. So a run that was
killed at any moment goes on where it stopped, and ends in the same ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from time import monotonic

import msgspec

from counterclaim.case.linking import check_table, link_store
from counterclaim.case.readers import Readers
from counterclaim.case.reading import check_readers, lasts, length_reason, next_step, unread_entry
from counterclaim.case.versions import documents_version, reader_version
from counterclaim.documents import Sandbox, find_originals, read_documents
from counterclaim.documents.originals import label
from counterclaim.errors import DocumentError, SpanError
from counterclaim.knowledge import Knowledge
from counterclaim.ledger import counts, failures, intake, originals
from counterclaim.ledger.audit import record
from counterclaim.ledger.entries import Entry
from counterclaim.ledger.readings import keep_reading
from counterclaim.ledger.store import Store
from counterclaim.model.intake import Failure, Original
from counterclaim.model.run import Progress, ReadOptions, Summary
from counterclaim.model.text import Document

OnProgress = Callable[[Progress], None]
Input = str | Original
"""A path or an address, or bytes at hand under the path that they are to have."""
OpenReaders = Callable[[int], AbstractContextManager[Readers]]
"""Gives what reads a number of documents."""


class Run:
    """One run of one writer. `keep` puts an original's bytes away before anything rests on them."""

    def __init__(
        self,
        store: Store,
        knowledge: Knowledge,
        options: ReadOptions,
        keep: Callable[[Original], None],
        on_progress: OnProgress | None = None,
    ) -> None:
        self._store = store
        self._knowledge = knowledge
        self._options = options
        self._keep = keep
        self._on_progress = on_progress
        self._begun = monotonic()
        self._number = 0
        self._done = self._added = self._unchanged = 0
        self._failures: set[Failure] = set()
        self._total: int | None = None

    def read(self, inputs: Sequence[Input], readers: OpenReaders) -> Summary:
        """Do the whole run. Raises LedgerFull, LedgerBusy; what was done until then is kept.

        Raises KnowledgeError before anything is done, where reader or table of actors is not sound.
        """
        check_readers(self._knowledge)
        check_table(self._store)
        inputs = [_spelled(each) for each in inputs]
        names = [each.path if isinstance(each, Original) else label(each) for each in inputs]
        self._number = record(self._store, "read begun", " ".join(names))
        self._take_in(inputs)
        self._read_waiting(readers)
        failures.drop_mended(self._store, names, self._number)
        link_store(self._store)
        record(self._store, "read done", " ".join(names))
        return self._summary(names)

    def _take_in(self, inputs: Sequence[Input]) -> None:
        options = self._options
        with Sandbox(options.limits) as sandbox:
            for found in find_originals(
                inputs, options.limits, allow_network=options.allow_network
            ):
                if isinstance(found, Failure):
                    self._fail(found)
                else:
                    self._take_file(found, sandbox)
                self._tell(found.path)

    def _take_file(self, original: Original, sandbox: Sandbox) -> None:
        made_from = self._file_made_from(original)
        if intake.file_is_done(self._store, original.path, made_from):
            self._unchanged += intake.count_documents(self._store, original.path)
            return
        whole = True
        for found in read_documents(original, self._options.given, self._knowledge, sandbox):
            if isinstance(found, Failure):
                whole = False
                self._fail(found)
            else:
                self._take_document(found, original)
        intake.finish_file(self._store, original, self._number, made_from if whole else None)

    def _take_document(self, document: Document, original: Original) -> None:
        self._keep(original)
        arrival = intake.take_document(self._store, document, original, self._number)
        if arrival is intake.Arrival.ADDED:
            self._added += 1
        else:
            self._unchanged += 1

    def _read_waiting(self, readers: OpenReaders) -> None:
        waiting = [each for each in intake.taken(self._store) if self._is_stale(each)]
        self._total = len(waiting)
        with readers(len(waiting)) as together:
            for document, entry in together.read(self._to_read(waiting)):
                self._keep_entry(document, entry)

    def _to_read(self, waiting: Iterable[intake.Taken]) -> Iterator[Document]:
        for each in waiting:
            document = intake.document(self._store, each.id)
            if reason := length_reason(document, self._options.limits.characters):
                self._keep_entry(document, unread_entry(document, reason))
            else:
                yield document

    def _keep_entry(self, document: Document, entry: Entry) -> None:
        try:
            self._keep_reading(document, entry)
        except SpanError as error:
            entry = unread_entry(document, f"fault: {error.message}")
            self._keep_reading(document, entry)
        self._done += 1
        if entry.unread:
            self._failures.add(Failure(document.path, entry.unread, next_step(entry.unread)))
        self._tell(document.path)

    def _keep_reading(self, document: Document, entry: Entry) -> None:
        made_from = self._reading_made_from(intake.fingerprint(document))
        lasting = made_from if lasts(entry.unread) else ""
        keep_reading(self._store, document, entry, lasting, next_step(entry.unread))

    def _is_stale(self, document: intake.Taken) -> bool:
        return document.reading != self._reading_made_from(document.fingerprint)

    def _fail(self, failure: Failure) -> None:
        self._failures.add(failure)
        failures.add_failure(self._store, failure, self._number)

    def _tell(self, path: str) -> None:
        if self._on_progress is not None:
            seconds = monotonic() - self._begun
            self._on_progress(Progress(self._done, len(self._failures), self._total, seconds, path))

    def _file_made_from(self, original: Original) -> str:
        given = msgspec.json.encode(self._options.given).decode()
        return _name(original.digest, given, documents_version(self._knowledge))

    def _reading_made_from(self, fingerprint: str) -> str:
        return _name(fingerprint, reader_version(self._knowledge))

    def _summary(self, inputs: Sequence[str]) -> Summary:
        unread = {
            Failure(each.path, each.unread, each.next_step)
            for each in intake.taken(self._store)
            if each.unread and failures.lies_in(each.path, inputs)
        }
        return Summary(
            **counts.counts(self._store),
            added=self._added,
            unchanged=self._unchanged,
            failures=tuple(sorted(self._failures | unread, key=lambda f: (f.path, f.reason))),
            seconds=monotonic() - self._begun,
        )


def _spelled(given: Input) -> Input:
    """Spell a path in one way, however it was given. Raises DocumentError where it is empty."""
    if isinstance(given, Original) or "://" in given:
        return given
    if not given:
        raise DocumentError("an empty name is no file or folder", "Name one; '.' is this folder")
    return str(Path(given))


def _name(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:32]


def keeper(store: Store, folder: Path | None) -> Callable[[Original], None]:
    """Return what keeps an original: its bytes in the folder, if there is one, then its name."""

    def keep(original: Original) -> None:
        """Keep the bytes, then say that they are there."""
        if folder is not None:
            originals.keep_original(folder, original)
        intake.take_original(store, original)

    return keep

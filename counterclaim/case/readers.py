"""Documents into entries, in this process or in several; one that dies costs one document."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Protocol

import msgspec

from counterclaim.case.reading import unread_entry
from counterclaim.ledger.entries import Entry
from counterclaim.model.text import Document
from counterclaim.processes import ONE_THREAD, receive, send

WORKER = ("-m", "counterclaim.case.worker")
AHEAD = 2
"""Documents given out for each process: one in work, one waiting; more would only fill memory."""
Read = Iterator[tuple[Document, Entry]]


class Readers(Protocol):
    """What reads documents: `Alone` or `Together`."""

    def read(self, documents: Iterable[Document]) -> Read:
        """Yield each document with its entry, in any order."""


class Alone:
    """Reads in this process."""

    def __init__(self, read: Callable[[Document], Entry]) -> None:
        self._read = read

    def read(self, documents: Iterable[Document]) -> Read:
        """Yield each document with its entry."""
        for document in documents:
            yield document, self._read(document)


class Together:
    """Reads in several processes, fed by this one, which alone writes the ledger."""

    def __init__(self, jobs: int, command: tuple[str, ...] = WORKER) -> None:
        self._jobs = jobs
        self.workers = [Worker(command) for _ in range(jobs)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self.workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(jobs, "reader")

    def read(self, documents: Iterable[Document]) -> Read:
        """Yield each document with its entry, in the order in which they are done."""
        given: dict[Future[Entry], Document] = {}
        for document in documents:
            given[self._threads.submit(self._ask, document)] = document
            if len(given) >= AHEAD * self._jobs:
                yield from _done(given)
        while given:
            yield from _done(given)

    def __enter__(self) -> Together:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self.workers:
            worker.stop()
        self._threads.shutdown(wait=True)
        for worker in self.workers:
            worker.end()

    def _ask(self, document: Document) -> Entry:
        worker = self._idle.get()
        try:
            return worker.read(document)
        finally:
            self._idle.put(worker)


class Worker:
    """One process, started when there is something to read, and again when it has died."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    @property
    def number(self) -> int | None:
        """The number of the process, if there is one."""
        return self._process.pid if self._process else None

    def read(self, document: Document) -> Entry:
        """Return the entry of a document; if the process dies, one that says so."""
        if self._stopped:
            return unread_entry(document, "crash: the run was stopped")
        self._process = self._process or _start(self._command)
        try:
            send(_pipe(self._process.stdin), msgspec.msgpack.encode(document))
            return msgspec.msgpack.decode(receive(_pipe(self._process.stdout)), type=Entry)
        except (EOFError, OSError, msgspec.MsgspecError):
            return unread_entry(document, f"crash: the process that read it {self.end()}")

    def stop(self) -> None:
        """Kill the process; whoever waits for its answer gets the end of the pipe."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()

    def end(self) -> str:
        """Leave nothing of the process behind, and say how it ended."""
        process, self._process = self._process, None
        if process is None:
            return "was stopped"
        process.kill()
        code = process.wait()
        _close(process)
        return f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"


def _start(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start a worker that finds the same modules, and is out of reach of the terminal's Ctrl-C."""
    return subprocess.Popen(
        [sys.executable, "-P", *command, str(os.getpid())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **ONE_THREAD, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,
    )


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


def _done(given: dict[Future[Entry], Document]) -> Read:
    for future in wait(given, return_when=FIRST_COMPLETED).done:
        yield given.pop(future), future.result()

"""Child processes that read hostile files: a file can end its child, never the run."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import LifoQueue
from types import TracebackType
from typing import Self

from counterclaim.documents.extract import Extract, failed
from counterclaim.documents.reading_process import ReadingProcess, launch
from counterclaim.documents.wire import Request
from counterclaim.errors import DocumentError, UnsafeDocument
from counterclaim.model.intake import Failure, Limits, Original

FILES_PER_PROCESS = 200  # then a fresh one: what libraries leak stays small


class Sandbox:
    """A pool of `workers` reading processes, started when needed; threads may share it.

    `limits.seconds` holds for each text of a file, `limits.memory` for each process.
    """

    def __init__(self, limits: Limits, workers: int = 1) -> None:
        self.limits = limits
        # Linux ends a child with the thread that started it: so one thread starts them all.
        self._starter = ThreadPoolExecutor(1, "counterclaim-sandbox")
        self._places: LifoQueue[ReadingProcess | None] = LifoQueue()
        for _ in range(workers):
            self._places.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all processes. Those still reading end with what they were asked."""
        for process in [self._places.get() for _ in range(self._places.qsize())]:
            self._give_back(process, healthy=False)
        self._starter.shutdown()

    def read(self, original: Original, kind: str, text_column: str) -> Iterator[Extract | Failure]:
        """Yield what the reader of `kind` finds in a file, whatever becomes of its process."""
        process = self._places.get()
        request = Request(original.path, original.content, kind, text_column, self.limits.seconds)
        healthy = False
        try:
            process = process or self._start()
            healthy = yield from self._converse(process, request)
        except DocumentError as error:
            yield failed(original.path, error)
        finally:
            self._give_back(process, healthy=healthy)

    def _start(self) -> ReadingProcess:
        return self._starter.submit(launch, self.limits).result()

    def _converse(
        self, process: ReadingProcess, request: Request
    ) -> Generator[Extract | Failure, None, bool]:
        """Yield the answers to a request; return whether the process is fit for another."""
        size, healthy = 0, True
        process.ask(request)
        while found := process.answer():
            healthy = healthy and isinstance(found, Extract)
            size += len(found.text) if isinstance(found, Extract) else 0
            if size > self.limits.unpacked:
                raise UnsafeDocument(f"over {self.limits.unpacked:,} characters", "Split the file")
            yield found
        return healthy

    def _give_back(self, process: ReadingProcess | None, *, healthy: bool) -> None:
        if process and not (healthy and process.files < FILES_PER_PROCESS):
            process.end()
            process = None
        self._places.put(process)

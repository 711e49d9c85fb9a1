"""Work beside the page: a child process reads files or links anew, and the page goes on."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from shutil import rmtree
from threading import Lock, Thread, Timer

import msgspec

from counterclaim.model.intake import Failure, Given, Original
from counterclaim.model.run import Progress, ReadOptions, Summary
from counterclaim.views.own_rows import Comparison

PAUSE = 1.0
"""Seconds without a decision before the ledger is linked anew."""
AGAIN = 2.0
"""Seconds before linking is tried again that met somebody writing."""
TRY_AGAIN = 75
"""The exit code of a child that met somebody writing (EX_TEMPFAIL); any other fault stays one."""


@dataclass(frozen=True, slots=True)
class Tray:
    """What came in: files under numbers in a folder, the names they came under, what is given."""

    folder: Path
    names: tuple[str, ...]
    outlet: str = ""
    title: str = ""
    author: str = ""
    published: date | None = None

    def originals(self) -> list[str | Original]:
        """Return the files as they came."""
        return [
            Original(name, (self.folder / str(number)).read_bytes(), Path(name).suffix.lower())
            for number, name in enumerate(self.names)
        ]


@dataclass(frozen=True, slots=True)
class Job:
    """One read run of the page. `problem` is what kept it from its end."""

    files: int
    done: int = 0
    total: int | None = None
    failed: int = 0
    path: str = ""
    seconds: float = 0.0
    ended: bool = False
    added: int = 0
    failures: tuple[Failure, ...] = ()
    disputes: int = 0
    problem: str = ""
    next_step: str = ""


class Message(msgspec.Struct):
    """A line that the child process prints."""

    progress: Progress | None = None
    summary: Summary | None = None
    problem: str = ""
    next_step: str = ""


class Workbench:
    """The child processes of one page: at most one reads, at most one links."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._timer: Timer | None = None
        self._children: set[subprocess.Popen[bytes]] = set()
        self._closed = False
        self.job: Job | None = None
        self.compared: tuple[str, Comparison | None] = "", None
        """One's own rows that came in last, by the name of their file, beside the case."""

    @property
    def working(self) -> bool:
        """Whether files are being read."""
        return self.job is not None and not self.job.ended

    def begin(self, tray: Tray) -> None:
        """Read what lies on a tray, and clear it away."""
        self.job = Job(len(tray.names))
        Thread(target=self._read, args=(tray,), daemon=True, name="intake").start()

    def relink_soon(self, pause: float = PAUSE) -> None:
        """Link anew once nobody has decided anything for a while."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = Timer(pause, self._relink)
            self._timer.daemon = True
            if not self._closed:
                self._timer.start()

    def close(self) -> None:
        """End what still runs; what was kept until then is kept."""
        with self._lock:
            self._closed = True
            if self._timer is not None:
                self._timer.cancel()
            for child in self._children:
                child.terminate()

    def _relink(self) -> None:
        with self._start("relink") as child:
            child.wait()
        self._children.discard(child)
        if child.returncode == TRY_AGAIN and not self._closed:
            self.relink_soon(AGAIN)

    def _read(self, tray: Tray) -> None:
        try:
            with self._start("read", msgspec.json.encode(tray, enc_hook=str)) as child:
                for line in child.stdout or ():
                    self._told(msgspec.json.decode(line, type=Message))
            self._children.discard(child)
        finally:
            rmtree(tray.folder, ignore_errors=True)
            job = self.job or Job(0)
            if not job.ended:
                self.job = replace(
                    job,
                    ended=True,
                    problem="the process that read the files came to an end",
                    next_step="Drop the files again: what was read is kept",
                )

    def _told(self, message: Message) -> None:
        job = self.job or Job(0)
        if told := message.progress:
            self.job = replace(
                job,
                done=told.done,
                total=told.total,
                failed=told.failed,
                path=told.path,
                seconds=told.seconds,
            )
        elif done := message.summary:
            self.job = replace(
                job,
                ended=True,
                added=done.added,
                failures=done.failures,
                disputes=done.disputes,
                seconds=done.seconds,
            )
        else:
            self.job = replace(
                job, ended=True, problem=message.problem, next_step=message.next_step
            )

    def _start(self, verb: str, content: bytes = b"") -> subprocess.Popen[bytes]:
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", "counterclaim.page.child", verb, str(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._children.add(child)
        if child.stdin:
            with suppress(OSError):
                child.stdin.write(content)
                child.stdin.close()
        return child


def options_of(tray: Tray) -> ReadOptions:
    """Return what the user said about everything on the tray."""
    given = Given(tray.outlet, tray.title, tray.author, tray.published)
    return ReadOptions(given=given)

"""One child process that reads files, seen from the run: asked, waited for, ended when late."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from math import inf
from threading import Timer
from time import monotonic

from counterclaim.documents.extract import Extract
from counterclaim.documents.wire import Answer, Request, receive, send
from counterclaim.errors import DocumentError, UnsafeDocument
from counterclaim.model.intake import Failure, Limits

COMMAND = (sys.executable, "-P", "-B", "-m", "counterclaim.documents.child")
START_SECONDS = 60.0  # a cold disk and a busy machine
CHECK = "Run counterclaim doctor"
CONVERT = "Convert it to text with another program"


class ReadingProcess:
    """A child process that reads one file at a time. Raises DocumentError where it cannot."""

    def __init__(self, process: subprocess.Popen[bytes], limits: Limits) -> None:
        assert process.stdin is not None, "started with a pipe to it"
        assert process.stdout is not None, "started with a pipe from it"
        self.files = 0
        self._process, self._limits = process, limits
        self._to, self._back = process.stdin, process.stdout
        self._late = False
        self._until = monotonic() + START_SECONDS
        self._watch(limits.seconds)
        self._await_readiness()

    def ask(self, request: Request) -> None:
        """Send a file to read."""
        self.files += 1
        self._until = monotonic() + self._limits.seconds
        try:
            send(self._to, request)
        except OSError as error:
            raise self._death() from error

    def answer(self) -> Extract | Failure | None:
        """Wait for the next text or failure of the file; None at its end."""
        self._until = monotonic() + self._limits.seconds
        answer = receive(self._back, Answer, self._limits.unpacked)
        self._until = inf
        if answer is None:
            raise self._death()
        return answer.extract or answer.failure

    def end(self) -> None:
        """End the process and close its pipes."""
        self._timer.cancel()
        self._process.kill()
        self._process.wait()
        self._back.close()
        try:
            self._to.close()
        except OSError:
            return  # what was still to be sent is of no use now

    def _await_readiness(self) -> None:
        if receive(self._back, Answer, self._limits.unpacked) is None:
            self.end()
            raise DocumentError("the process that reads such files does not start", CHECK)
        self._until = inf

    def _watch(self, seconds: float) -> None:
        """Look again after so long whether the process is late; the waiting costs no processor."""
        self._timer = Timer(seconds, self._look)
        self._timer.daemon = True
        self._timer.start()

    def _look(self) -> None:
        left = self._until - monotonic()
        if self._process.returncode is not None:
            return
        if left > 0:
            self._watch(min(left, self._limits.seconds))
        else:
            self._late = True
            self._process.kill()

    def _death(self) -> DocumentError:
        """Return why the process is gone."""
        code = self._process.wait()
        cause = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        if self._late or cause == "SIGXCPU":
            return UnsafeDocument(f"reading it took over {self._limits.seconds:g} s", CONVERT)
        return UnsafeDocument(f"it ended the process that read it ({cause})", CONVERT)


def launch(limits: Limits) -> ReadingProcess:
    """Start a reading process and wait until it is ready. Raises DocumentError if it never is.

    It finds its modules where this process does, and nowhere else.
    """
    command, pipe = (*COMMAND, str(limits.memory), str(os.getpid())), subprocess.PIPE
    process = subprocess.Popen(
        command,
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    return ReadingProcess(process, limits)

"""The process in which files are read that could harm the run: `python -m` this module.

It says that it is ready, then answers requests on its standard input until that closes. What it
may use is limited before the first file is opened; what a system does not offer is left out (see
docs/documents.md).
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from itertools import chain
from math import ceil

from counterclaim.documents import READERS
from counterclaim.documents.extract import Extract, read_guarded
from counterclaim.documents.wire import Answer, Request, receive, send
from counterclaim.model.intake import Failure, Original
from counterclaim.processes import end_with, private_output

ANY_LENGTH = sys.maxsize


def main() -> None:
    """Serve the parent: the arguments are the memory allowed, in bytes, and its process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which then ends us
    _limit_process(int(sys.argv[1]))
    end_with(int(sys.argv[2]))
    requests, answers = sys.stdin.buffer, private_output()
    send(answers, Answer())
    while request := receive(requests, Request, ANY_LENGTH):
        for answer in chain(_answers(request), (Answer(),)):
            send(answers, answer)


def _answers(request: Request) -> Iterator[Answer]:
    """Read one file; the processor time allowed is counted anew for each text in it."""
    original = Original(request.path, request.content, request.kind)
    _limit_time(request.seconds)
    for found in read_guarded(READERS[request.kind], original, request.text_column):
        yield _answer(found)
        _limit_time(request.seconds)


def _answer(found: Extract | Failure) -> Answer:
    return Answer(failure=found) if isinstance(found, Failure) else Answer(extract=found)


def _limit_process(memory: int) -> None:
    """Allow so much memory, no files, no core."""
    if sys.platform == "win32":
        return
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(limit, (value, value))
        except (OSError, ValueError):
            continue  # macOS has some of these in name only


def _limit_time(seconds: float) -> None:
    """Allow so many seconds of processor time from now on."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    until = ceil(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()

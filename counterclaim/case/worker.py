"""A process that reads documents: they come in on one pipe, their entries go out on another.

Started by `Readers` as `python -m counterclaim.case.worker PARENT`; it never outlives its parent.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

import msgspec

from counterclaim.case.wire import receive, send
from counterclaim.ledger.entries import Entry
from counterclaim.model.text import Document

_PR_SET_PDEATHSIG = 1


def serve(read: Callable[[Document], Entry], parent: int) -> None:
    """Answer every document with its entry until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with(parent)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get into the answers
    while True:
        try:
            document = msgspec.msgpack.decode(receive(sys.stdin.buffer), type=Document)
            send(answers, msgspec.msgpack.encode(read(document)))
        except (EOFError, BrokenPipeError):
            return


def die_with(parent: int) -> None:
    """Ask Linux to end this process with its parent; elsewhere the end of the pipe does, later."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.name == "posix" and os.getppid() != parent:
        os._exit(0)


def main() -> None:
    """Read documents with all that the program knows."""
    from counterclaim.case.reading import read_entry
    from counterclaim.knowledge import load_knowledge

    knowledge = load_knowledge()
    serve(lambda document: read_entry(document, knowledge), int(sys.argv[1]))


if __name__ == "__main__":
    main()

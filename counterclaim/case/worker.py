"""A process that reads documents: they come in on one pipe, their entries go out on another.

Started by `Readers` as `python -m counterclaim.case.worker PARENT`; it never outlives its parent.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable

import msgspec

from counterclaim.ledger.entries import Entry
from counterclaim.model.text import Document
from counterclaim.processes import end_with, private_output, receive, send


def serve(read: Callable[[Document], Entry], parent: int) -> None:
    """Answer every document with its entry until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(parent)
    answers = private_output()
    while True:
        try:
            document = msgspec.msgpack.decode(receive(sys.stdin.buffer), type=Document)
            send(answers, msgspec.msgpack.encode(read(document)))
        except (EOFError, BrokenPipeError):
            return


def main() -> None:
    """Read documents with all that the program knows."""
    from counterclaim.case.reading import read_entry
    from counterclaim.knowledge import load_knowledge

    knowledge = load_knowledge()
    serve(lambda document: read_entry(document, knowledge), int(sys.argv[1]))


if __name__ == "__main__":
    main()

"""The child process of the page: `read CASE` with a tray on standard input, or `relink CASE`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from typing import IO, Any

import msgspec

from counterclaim.case import Case
from counterclaim.errors import CounterclaimError, LedgerBusy
from counterclaim.model.run import Progress
from counterclaim.page.worker import TRY_AGAIN, Message, Tray, options_of
from counterclaim.processes import end_with, private_output

EVERY = 0.1  # seconds between two lines on how far it is


def main(verb: str, folder: str) -> int:
    """Do the work; say in lines of JSON how far it is and how it ended. Return the exit code."""
    end_with(os.getppid())
    with private_output() as out:
        try:
            return VERBS[verb](Path(folder), out)
        except CounterclaimError as error:
            _tell(out, Message(problem=error.message, next_step=error.next_step))
            return TRY_AGAIN if isinstance(error, LedgerBusy) else 1


def read(folder: Path, out: IO[bytes]) -> int:
    """Read what lies on a tray into a case."""
    tray = msgspec.json.decode(sys.stdin.buffer.read(), type=Tray, dec_hook=_path)
    with Case.create(folder) as case:
        summary = case.read(tray.originals(), options_of(tray), Teller(out))
    _tell(out, Message(summary=summary))
    return 0


def relink(folder: Path, _: IO[bytes]) -> int:
    """Link a case anew; it must be tried again where the case changed meanwhile."""
    with Case.open(folder) as case:
        return 0 if case.relink() else TRY_AGAIN


class Teller:
    """Tells how far a read run is, but not more often than anybody can see."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        """Tell a state, unless one was told just now."""
        now = monotonic()
        if now - self._last >= EVERY:
            self._last = now
            _tell(self._out, Message(progress=progress))


def _tell(out: IO[bytes], message: Message) -> None:
    out.write(msgspec.json.encode(message) + b"\n")
    out.flush()


def _path(kind: type[Any], value: Any) -> Any:
    return kind(value)


VERBS: Mapping[str, Callable[[Path, IO[bytes]], int]] = {"read": read, "relink": relink}

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

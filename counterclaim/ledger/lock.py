"""One writer at a time: the lock that a read run holds on its case."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counterclaim.errors import LedgerBusy
from counterclaim.ledger.originals import disk_may_be_full

_BYTE = 1 << 20
"""The byte that is locked on Windows, where a locked one cannot be read: far behind the number."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Hold the lock file; the system lets go of it when the process dies, however it dies.

    Raises LedgerBusy at once where another process, or another run in this one, holds it.
    """
    with disk_may_be_full():
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _take(file):
            raise LedgerBusy(
                f"{path.parent} is being written by process {_holder(file)}",
                "Wait until it has finished, or stop it",
            )
        with disk_may_be_full():
            os.ftruncate(file, 0)
            os.write(file, str(os.getpid()).encode())
        yield
    finally:
        os.close(file)


def _holder(file: int) -> str:
    return os.pread(file, 20, 0).decode("ascii", "replace") if hasattr(os, "pread") else "unknown"


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> bool:
        try:
            os.lseek(file, _BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            os.lseek(file, 0, os.SEEK_SET)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

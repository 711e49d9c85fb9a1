"""What our own child processes have in common: messages on a pipe, and an end with their parent."""

from __future__ import annotations

import os
import signal
import sys
from typing import IO

LENGTH = 8  # bytes, big end first, before every message
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""For the environment: the small matrices of a reader are multiplied fastest by one core."""


def send(pipe: IO[bytes], content: bytes) -> None:
    """Write a message: its length, and itself."""
    pipe.write(len(content).to_bytes(LENGTH) + content)
    pipe.flush()


def receive(pipe: IO[bytes], longest: int = sys.maxsize) -> bytes:
    """Read a message.

    Raises EOFError where the other side is gone, OverflowError where the message has more than
    `longest` bytes.
    """
    length = int.from_bytes(_exactly(pipe, LENGTH))
    if length > longest:
        raise OverflowError(f"a message of {length:,} bytes")
    return _exactly(pipe, length)


def private_output() -> IO[bytes]:
    """Return the pipe to the parent, out of reach of libraries that print."""
    pipe = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(pipe, "wb")


def end_with(parent: int) -> None:
    """Ask Linux to end this process with its parent; elsewhere the end of the pipe does, later."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.name == "posix" and os.getppid() != parent:
        os._exit(0)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content

"""What goes between the run and its readers: messages on a pipe, each after its length."""

from __future__ import annotations

from typing import IO

_LENGTH = 4


def send(pipe: IO[bytes], content: bytes) -> None:
    """Write a message: its length in four bytes, and itself."""
    pipe.write(len(content).to_bytes(_LENGTH, "big") + content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Read a message. Raises EOFError where the other side is gone."""
    length = int.from_bytes(_exactly(pipe, _LENGTH), "big")
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content

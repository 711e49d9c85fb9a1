"""What goes over the pipe between the run and its reading children: msgpack, length first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TypeVar

import msgspec

from counterclaim import processes
from counterclaim.documents.extract import Extract
from counterclaim.errors import DocumentError, UnsafeDocument
from counterclaim.model.intake import Failure

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Request:
    """A file to read: `kind` is the suffix of its reader, `seconds` what each text may take."""

    path: str
    content: bytes
    kind: str
    text_column: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A text of the file or a failure; neither, when the file is done."""

    extract: Extract | None = None
    failure: Failure | None = None


def send(stream: IO[bytes], message: Request | Answer) -> None:
    """Write one message."""
    processes.send(stream, msgspec.msgpack.encode(message))


def receive(stream: IO[bytes], kind: type[T], longest: int) -> T | None:
    """Read one message; None where the other side is gone.

    Raises UnsafeDocument where the message is longer than `longest` bytes, DocumentError where it
    is none.
    """
    try:
        return msgspec.msgpack.decode(processes.receive(stream, longest), type=kind)
    except EOFError:
        return None
    except OverflowError as error:
        message = f"holds more than {longest:,} bytes of text"
        raise UnsafeDocument(message, "Split the file") from error
    except (msgspec.DecodeError, UnicodeError) as error:
        raise DocumentError(f"its reader went wrong ({error})", "Convert the file") from error

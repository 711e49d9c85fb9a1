"""What a reader finds in a file, before it becomes a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb

from counterclaim.errors import DocumentError, UnsafeDocument
from counterclaim.model.intake import Failure, Original

MISTAKES = (AssertionError, AttributeError, LookupError, NameError, TypeError)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Extract:
    """One text of a file, and what the file says about it, all as the file writes it.

    `part` names the text within a file of several ("#3"); `incomplete` says why some of the text
    is missing, `note` what was assumed in reading it. Both are empty where there is nothing to say.
    """

    text: str
    part: str = ""
    key: str = ""
    title: str = ""
    author: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    incomplete: str = ""
    note: str = ""


Reader = Callable[[Original, str], Iterator[Extract | Failure]]
"""Reads an original; the second argument names the text column of a table, or is empty."""


def read_guarded(read: Reader, original: Original, text_column: str) -> Iterator[Extract | Failure]:
    """Read a file that may be anything: whatever its reader meets becomes a Failure.

    The libraries behind the formats raise what they like on damaged input, so this one place
    catches every Exception: it is the boundary between a hostile file and the run.
    """
    try:
        yield from read(original, text_column)
    except DocumentError as error:
        yield failed(original.path, error)
    except (MemoryError, RecursionError):
        yield failed(original.path, _too_large())
    except Exception as error:
        yield _unforeseen(original.path, error)


def _unforeseen(path: str, error: Exception) -> Failure:
    """Tell a mistake in our own code from what a library says of a damaged file."""
    words = one_line(f"{type(error).__name__}: {error}")[:200]
    last = extract_tb(error.__traceback__)[-1]
    if isinstance(error, MISTAKES) and Path(last.filename).parent == Path(__file__).parent:
        place = f"{Path(last.filename).name}, line {last.lineno}"
        return Failure(path, f"fault: {words} in {place}", "Report it, with the file if you may")
    return Failure(
        path,
        f"the file is damaged, or not what its name says ({words})",
        "Open it in the program it was made with and save it again",
    )


def failed(path: str, error: DocumentError) -> Failure:
    """Return an error as the failure of one file."""
    return Failure(path, error.message, error.next_step)


def _too_large() -> UnsafeDocument:
    """Return the error of a file that needs more memory than a reader may use."""
    return UnsafeDocument("reading it takes more memory than is allowed", "Split the file")


def one_line(value: str) -> str:
    """Return a value of metadata as one line without control characters or half characters."""
    return " ".join(CONTROL.sub(" ", value).split())

"""What the user names, as single files: folders walked, archives unpacked, addresses fetched."""

from __future__ import annotations

import os
import re
import stat
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from counterclaim.documents.archives import UNPACKERS, Allowance, suffix_of, unpack
from counterclaim.documents.extract import failed
from counterclaim.documents.recognition import recognise
from counterclaim.errors import DocumentError, UnsafeDocument
from counterclaim.model.intake import Failure, Limits, Original

ADDRESS = re.compile(r"https?://", re.IGNORECASE)
LEDGER = "ledger.db"  # the file by which a case folder is known
STANDARD_INPUT = ("-", "/dev/stdin")
KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def find_originals(
    inputs: Sequence[str | Original],
    limits: Limits,
    *,
    allow_network: bool = False,
    stdin: BinaryIO | None = None,
) -> Iterator[Original | Failure]:
    """Yield every file that the inputs stand for, in the order given, folders sorted by name.

    An input is a file, a folder, an archive, an http(s) address, "-" (standard input, once), or an
    Original: bytes at hand, under the path that they are to have.
    Hidden files and case folders are left out of folders. What cannot be read is a Failure.
    """
    stdin_used = False
    for given in inputs:
        if isinstance(given, Original):
            yield from _expand(given, Allowance(limits), 0)
            continue
        if given in STANDARD_INPUT:
            found = iter((_read_stdin(stdin, limits, used=stdin_used),))
            stdin_used = True
        elif ADDRESS.match(given):
            found = iter((_fetch(given, limits, allow_network=allow_network),))
        else:
            found = _walk(Path(given), limits)
        files = (file for item in found for file in _expand(item, Allowance(limits), 0))
        yield from _or_nothing(label(given), files)


def label(path: str | os.PathLike[str]) -> str:
    r"""Return a path as text that can be stored and printed.

    A byte that is not UTF-8 becomes `\xff`, a control character its escape (`\n`).
    """
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(
        letter.encode("unicode_escape").decode() if unicodedata.category(letter) == "Cc" else letter
        for letter in text
    )


def _or_nothing(path: str, found: Iterator[Original | Failure]) -> Iterator[Original | Failure]:
    """Yield what was found; where that is nothing, say so."""
    empty = True
    for item in found:
        empty = False
        yield item
    if empty:
        yield Failure(path, "nothing in it that could be read", "Check that it is what you meant")


def _expand(
    original: Original | Failure, allowance: Allowance, depth: int
) -> Iterator[Original | Failure]:
    """Yield a file as it is, or, of an archive, the files in it."""
    if isinstance(original, Failure):
        yield original
        return
    kind = _archive_kind(original, allowance.limits)
    if not kind:
        yield original
    elif depth >= allowance.limits.depth:
        reason = f"archives nested deeper than {allowance.limits.depth}"
        yield Failure(original.path, reason, "Unpack the outer ones")
    else:
        members = unpack(original, kind, allowance)
        inner = (item for member in members for item in _expand(member, allowance, depth + 1))
        yield from _or_nothing(original.path, inner)


def _archive_kind(original: Original, limits: Limits) -> str:
    """Return the suffix of an archive, "" for anything else, also what reading will refuse."""
    try:
        kind = recognise(original, limits)
    except DocumentError:
        return ""
    return kind if kind in UNPACKERS else ""


def _walk(top: Path, limits: Limits) -> Iterator[Original | Failure]:
    """Yield the file, or the files of the folder and its folders; no folder is walked twice."""
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield _read_file(path, status, limits)
            elif (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting += _entries(path, top)
        except (OSError, ValueError) as error:
            yield _unreadable(path, error)
        except DocumentError as error:
            yield failed(label(path), error)


def _entries(folder: Path, top: Path) -> list[Path]:
    """Return what is in a folder, the last by name first. Raises DocumentError for a named case."""
    names = sorted(os.listdir(folder), reverse=True)
    if LEDGER not in names:
        return [folder / name for name in names if not name.startswith(".")]
    if folder == top:
        raise DocumentError(
            "a case folder: it holds a ledger, not reports", "Name the folder of the reports"
        )
    return []


def _read_file(path: Path, status: os.stat_result, limits: Limits) -> Original | Failure:
    """Read a plain file, and nothing else: a pipe or a device could keep us waiting for ever.

    Raises UnsafeDocument where the file is too large, OSError where it cannot be read.
    """
    for is_kind, name in KINDS:
        if is_kind(status.st_mode):
            return Failure(label(path), f"{name}, not a file", "Name a file or a folder")
    with path.open("rb") as stream:
        content = _read_within(stream, status.st_size, limits)
    return Original(label(path), content, suffix_of(label(path.name)))


def _read_within(stream: BinaryIO, size: int, limits: Limits) -> bytes:
    """Read a whole stream. Raises UnsafeDocument, before reading it, where it is too long."""
    content = stream.read(limits.unpacked + 1) if size <= limits.unpacked else b""
    if max(size, len(content)) > limits.unpacked:
        raise UnsafeDocument(f"larger than {limits.unpacked:,} bytes", "Split the file")
    return content


def _unreadable(path: Path, error: OSError | ValueError) -> Failure:
    if isinstance(error, FileNotFoundError):
        return Failure(label(path), "no such file or folder", "Check the name")
    reason = str(getattr(error, "strerror", None) or error).lower()
    return Failure(label(path), f"cannot be read: {reason}", "Check its permissions and its name")


def _read_stdin(stdin: BinaryIO | None, limits: Limits, *, used: bool) -> Original | Failure:
    if used:
        return Failure("-", "standard input was read already", "Name it once")
    try:
        return Original("-", _read_within(stdin or sys.stdin.buffer, 0, limits), "")
    except UnsafeDocument as error:
        return failed("-", error)


def _fetch(address: str, limits: Limits, *, allow_network: bool) -> Original | Failure:
    if not allow_network:
        return Failure(
            address, "an address, and the network is not allowed", "Pass --allow-network"
        )
    from counterclaim.documents.network import fetch

    try:
        return fetch(address, limits)
    except DocumentError as error:
        return failed(address, error)

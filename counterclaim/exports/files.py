"""How an export reaches the disk: each file whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class File:
    """One file of an export: its name, and its bytes piece by piece."""

    name: str
    chunks: Iterable[bytes]


def write_file(file: File, path: Path) -> None:
    """Write one file under the path given."""
    with _beside(path) as out:
        out.writelines(file.chunks)


def write_folder(files: Iterable[File], folder: Path) -> None:
    """Write each file into a folder, beside whatever else the folder holds."""
    for file in files:
        write_file(file, folder / file.name)


def write_zip(files: Iterable[File], path: Path) -> None:
    """Write the files into one archive, without a clock: the same ledger gives the same bytes."""
    with _beside(path) as out, ZipFile(out, "w") as archive:
        for file in files:
            archive.writestr(ZipInfo(file.name, EPOCH), b"".join(file.chunks), ZIP_DEFLATED)


@contextmanager
def _beside(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside `path` that takes its place only when it is whole.

    A device or a pipe is written to, not replaced; a link stays a link.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as out:
            yield out
        return
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        with partial.open("wb") as out:
            yield out
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)

"""Archives and compressed files: unpacked in memory, within limits; nothing is written to disk."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath
from time import monotonic
from zipfile import BadZipFile, ZipFile, ZipInfo

from counterclaim.documents.extract import failed, one_line
from counterclaim.documents.recognition import zip_entries
from counterclaim.errors import DocumentError, UnsafeDocument
from counterclaim.model.intake import Failure, Limits, Original

CHUNK = 1 << 20  # bytes
STEEPEST = 300  # times: text packs to a tenth, a bomb to less than a thousandth
SMALL = 10 << 20  # bytes; below this nothing is a bomb
MEMBER = re.compile(r"^(?:-|.*\.(?:zip|tar|gz|tgz|bz2|tbz2|xz|txz))!", re.IGNORECASE | re.DOTALL)
ENCRYPTED = 0x1  # flag of a zip entry
DAMAGE = (BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked from one input, however deep its archives are nested."""

    limits: Limits
    unpacked: int = 0
    members: int = 0

    def count(self) -> None:
        """Count a member. Raises UnsafeDocument if there are too many."""
        self.members += 1
        if self.members > self.limits.members:
            raise UnsafeDocument(f"more than {self.limits.members:,} files inside", "Split it")

    def take(self, read: Callable[[int], bytes], packed: int) -> bytes:
        """Read a stream to its end. Raises UnsafeDocument where it is too long, or a bomb."""
        content = io.BytesIO()
        begun = monotonic()
        while chunk := read(CHUNK):
            self.unpacked += len(chunk)
            content.write(chunk)
            self._check(content.tell(), packed, monotonic() - begun)
        return content.getvalue()

    def _check(self, size: int, packed: int, seconds: float) -> None:
        if size > SMALL and size > STEEPEST * max(packed, 1):
            raise UnsafeDocument(
                f"a bomb: {packed:,} bytes unpack to over {size:,}", "Leave it out"
            )
        if self.unpacked > self.limits.unpacked:
            raise UnsafeDocument(f"unpacks to more than {self.limits.unpacked:,} bytes", "Split it")
        if seconds > self.limits.seconds:
            raise UnsafeDocument(f"unpacking took over {self.limits.seconds:g} s", "Unpack it")


Unpacker = Callable[[Original, Allowance], Iterator[Original | Failure]]


def unpack(original: Original, kind: str, allowance: Allowance) -> Iterator[Original | Failure]:
    """Yield the files of an archive; a damaged or refused one is a Failure."""
    try:
        yield from UNPACKERS[kind](original, allowance)
    except DocumentError as error:
        yield failed(original.path, error)
    except DAMAGE as error:
        yield _damaged(original.path, error)


def member_name(name: str) -> str:
    """Return a member's name as a label: no root, no drive, no way up, no control characters."""
    parts = [part for part in re.split(r"[/\\]+", one_line(name)) if part not in {"", ".", ".."}]
    return "/".join(parts) or "unnamed"


def name_of(path: str) -> str:
    """Return the name of a file, or of a member without its archive's: "a.zip!b.txt" is b.txt."""
    return MEMBER.sub("", PurePath(path).name)


def suffix_of(name: str) -> str:
    """Return the suffix of a file name, in small letters."""
    return PurePosixPath(name).suffix.lower()


def _is_hidden(name: str) -> bool:
    """Whether a member is a hidden file, or what macOS adds to its archives."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _member(archive: Original, name: str, content: bytes) -> Original:
    return Original(f"{archive.path}!{name}", content, suffix_of(name))


def _damaged(path: str, error: Exception) -> Failure:
    words = one_line(str(error)) or type(error).__name__
    return Failure(path, f"damaged, cannot be unpacked ({words})", "Make the archive anew")


def _unzip(original: Original, allowance: Allowance) -> Iterator[Original | Failure]:
    with zip_entries(original.content, allowance.limits) as entries:
        for entry in entries.infolist():
            name = member_name(entry.filename)
            if entry.is_dir() or _is_hidden(name):
                continue
            allowance.count()
            yield _unzip_one(original, entries, entry, allowance)


def _unzip_one(
    original: Original, entries: ZipFile, entry: ZipInfo, allowance: Allowance
) -> Original | Failure:
    """Unpack one entry. Raises UnsafeDocument, which ends the archive; else a fault is its own."""
    name = member_name(entry.filename)
    path = f"{original.path}!{name}"
    if entry.flag_bits & ENCRYPTED:
        return Failure(path, "needs a password", "Unpack the archive with its password")
    try:
        with entries.open(entry) as stream:
            return _member(original, name, allowance.take(stream.read, entry.compress_size))
    except (*DAMAGE, NotImplementedError) as error:
        return _damaged(path, error)


def _untar(original: Original, allowance: Allowance) -> Iterator[Original | Failure]:
    """Yield the files of a plain tar; a compressed one comes here unpacked."""
    with tarfile.open(fileobj=io.BytesIO(original.content), mode="r:") as entries:
        for entry in entries:
            name = member_name(entry.name)
            if entry.isdir() or _is_hidden(name):
                continue
            allowance.count()
            stream = entries.extractfile(entry) if entry.isreg() else None
            if stream is None:
                reason = "a link or device inside an archive, not a file"
                yield Failure(f"{original.path}!{name}", reason, "Add the file itself")
            else:
                yield _member(original, name, allowance.take(stream.read, entry.size))


def _inflate(original: Original, allowance: Allowance) -> Iterator[Original]:
    """Yield the one file of a compressed file; the tar in a `.tar.gz` keeps the whole's path."""
    packed = io.BytesIO(original.content)
    read = next(
        opener(packed).read for mark, opener in OPENERS if original.content.startswith(mark)
    )
    content = allowance.take(read, len(original.content))
    name = member_name(PurePosixPath(name_of(original.path)).stem)
    if content[257:262] == b"ustar":
        yield Original(original.path, content, ".tar")
    else:
        yield _member(original, name, content)


OPENERS: tuple[tuple[bytes, Callable[[io.BytesIO], io.BufferedIOBase]], ...] = (
    (b"\x1f\x8b", lambda packed: gzip.GzipFile(fileobj=packed)),
    (b"BZ", bz2.BZ2File),
    (b"\xfd7", lzma.LZMAFile),
)
UNPACKERS: Mapping[str, Unpacker] = {
    ".zip": _unzip,
    ".tar": _untar,
    ".gz": _inflate,
    ".bz2": _inflate,
    ".xz": _inflate,
}

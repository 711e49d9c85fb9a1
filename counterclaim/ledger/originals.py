"""The bytes as they came: one read-only file for each content, named by its SHA-256."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from counterclaim.errors import LedgerFull
from counterclaim.ledger.store import FULL_NEXT
from counterclaim.model.intake import Original

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CHUNK = 1 << 20
PART = ".part-"


def place(folder: Path, digest: str) -> Path:
    """Return where the bytes of this SHA-256 lie; two levels keep folders small."""
    return folder / digest[:2] / digest[2:4] / digest


def keep_original(folder: Path, original: Original) -> None:
    """Keep the bytes, whole or not at all, before anything rests on them. Raises LedgerFull."""
    target = place(folder, original.digest)
    if not target.exists():
        with disk_may_be_full():
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, original.content, folder, 0o444)


def write_whole(target: Path, content: bytes, scratch: Path, mode: int = 0o644) -> None:
    """Write a file that is there with all its bytes or not at all.

    Until it is whole it lies in `scratch`, a folder on the same disk.
    """
    handle, name = tempfile.mkstemp(dir=scratch, prefix=PART)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what a killed run left half written in a scratch folder."""
    for part in folder.glob(f"{PART}*"):
        part.unlink(missing_ok=True)


def damage(folder: Path, digest: str) -> str:
    """Say what is wrong with an original; empty where its bytes are those that came."""
    path = place(folder, digest)
    if not path.exists():
        return f"original {digest}: the file is missing"
    return "" if _sha256(path) == digest else f"original {digest}: its bytes have changed"


@contextmanager
def disk_may_be_full() -> Iterator[None]:
    """Turn the system's word for a full disk into ours."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise LedgerFull(f"the disk is full: {error.strerror}", FULL_NEXT) from error


def _sha256(path: Path) -> str:
    found = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()

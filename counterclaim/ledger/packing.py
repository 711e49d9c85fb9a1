"""Model values as bytes and back: JSON, compressed, always the same bytes for the same value."""

from __future__ import annotations

import zlib
from hashlib import sha256
from typing import TypeVar

import msgspec

from counterclaim.errors import LedgerDamaged, SpanError

T = TypeVar("T")
_LEVEL = 1
"""Readings shrink about tenfold at the fastest level; higher ones cost more time than they save."""


def pack(value: object) -> bytes:
    """Encode a value. The same value gives the same bytes."""
    return zlib.compress(msgspec.json.encode(value), _LEVEL)


def unpack(content: bytes, kind: type[T]) -> T:
    """Decode and check a value. Raises LedgerDamaged where it is not what was packed."""
    try:
        return msgspec.json.decode(zlib.decompress(content), type=kind)
    except (zlib.error, msgspec.DecodeError, msgspec.ValidationError, SpanError) as error:
        raise LedgerDamaged(f"a {kind.__name__} cannot be read back: {error}", REPAIR) from error


def seal(content: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a text."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return sha256(raw).hexdigest()


REPAIR = "Run `counterclaim verify`, then restore the case from a backup"

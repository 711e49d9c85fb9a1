"""The ledger as one JSON object: the contract of docs/json.md, one entry a line.

Written entry by entry: an export of any size takes little memory, and two exports can be compared
line by line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from counterclaim.exports.contract import heading, sections
from counterclaim.exports.files import File
from counterclaim.model.record import Ledger


def files(ledger: Ledger, codebooks: Sequence[str] = ()) -> Iterator[File]:
    """Yield the one file of the export."""
    yield File("ledger.json", chunks(ledger, codebooks))


def chunks(ledger: Ledger, codebooks: Sequence[str] = ()) -> Iterator[bytes]:
    """Yield the export piece by piece, in UTF-8, with rows of the codebooks named."""
    for index, (key, value) in enumerate(heading().items()):
        yield b"{" if index == 0 else b",\n "
        yield encoded(key) + b": " + encoded(value)
    for name, entries in sections(ledger, codebooks):
        yield b",\n " + encoded(name) + b": ["
        between = b"\n  "
        for entry in entries:
            yield between + encoded(entry)
            between = b",\n  "
        yield b"]"
    yield b"}\n"


def encoded(value: object) -> bytes:
    """Encode one value. Half a surrogate pair, which a JSON input may hold, stays an escape."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")

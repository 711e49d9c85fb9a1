"""Syndicated text: one voice, however often it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from zlib import crc32

from counterclaim.model.record import Copy, Reading
from counterclaim.model.text import Document, DocumentId, digest

WORD = re.compile(r"\w+")
SHINGLE = 4
# Share of the shingles of both texts together that both have. On the dossiers the least alike
# copies share 0.70 and the most alike originals 0.02 (docs/linking.md has the curve).
SAME_TEXT = 0.6
# Below this many words two texts are copies only where they are equal: stock phrases are shared.
SHORT = 25
# 32 bands of 4 find 99 % of the pairs that share 0.6, and compare 0.02 % of those that share 0.05.
BANDS, ROWS = 32, 4


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Map each reprint to its first print: the earliest published, then the one of smallest id.

    A text is held against first prints only, so that many small changes do not add up to a copy.
    """
    prints, copies = _Prints(), []
    for document in sorted((reading.document for reading in readings), key=_precedence):
        copy = prints.copied_by(document)
        if copy is None:
            prints.add(document)
        else:
            copies.append(copy)
    return tuple(sorted(copies, key=lambda copy: copy.document))


class _Prints:
    """First prints, by their exact words and by MinHash bands of their shingles."""

    def __init__(self) -> None:
        from datasketch import MinHashLSH  # loads numpy and scipy

        self._bands = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
        self._by_words: dict[str, DocumentId] = {}
        self._texts: dict[DocumentId, str] = {}

    def add(self, document: Document) -> None:
        """Keep a text that no other print holds."""
        words = _words(document.text)
        self._by_words[_fingerprint(words)] = document.id
        self._texts[document.id] = document.text
        if len(words) >= SHORT:
            self._bands.insert(document.id, _sketch(_shingles(words)))

    def copied_by(self, document: Document) -> Copy | None:
        """Return what a document copies: its equal, or the most alike of those alike enough."""
        words = _words(document.text)
        if equal := self._by_words.get(_fingerprint(words)):
            return Copy(document.id, equal, 1.0)
        return max(
            self._alike(document.id, words), key=lambda copy: (copy.likeness, copy.of), default=None
        )

    def _alike(self, document: DocumentId, words: list[str]) -> Iterator[Copy]:
        if len(words) < SHORT:
            return
        shingles = _shingles(words)
        for other in self._bands.query(_sketch(shingles)):
            likeness = _likeness(shingles, _shingles(_words(self._texts[other])))
            if likeness >= SAME_TEXT:
                yield Copy(document, other, round(likeness, 3))


def _precedence(document: Document) -> tuple[date, DocumentId]:
    return document.published or date.max, document.id


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _fingerprint(words: list[str]) -> str:
    return digest(*words)


def _shingles(words: list[str]) -> frozenset[str]:
    ends = range(SHINGLE, len(words) + 1)
    return frozenset(" ".join(words[end - SHINGLE : end]) for end in ends)


def _sketch(shingles: frozenset[str]) -> Any:
    """Return the MinHash of shingles, by a checksum that is the same in every process."""
    from datasketch import MinHash  # loads numpy and scipy

    sketch = MinHash(num_perm=BANDS * ROWS, hashfunc=crc32)
    sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
    return sketch


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the exact Jaccard likeness of two texts' shingles."""
    return len(one & other) / len(one | other)

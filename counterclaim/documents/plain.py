"""Plain text: one file, one document, character for character."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.documents.encoding import decode
from counterclaim.documents.extract import Extract
from counterclaim.model.intake import Original


def read(original: Original, _text_column: str) -> Iterator[Extract]:
    """Yield the one document of a text file. Raises DocumentError where it is no text."""
    text, note = decode(original.content)
    yield Extract(text, note=note)

"""The words of a language by which the parts of a page are known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """How bylines, author notes, datelines and kinds of text announce themselves."""

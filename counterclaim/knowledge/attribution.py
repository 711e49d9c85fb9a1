"""The words of a language that carry attribution, stance and doubt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cues of speech and thought, by what they do; words of doubt, by how strong it is."""

"""What codebooks call the parts of the world that a country lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.files import read_toml

FILE = Path(__file__).parent.parent / "data" / "codebooks" / "regions" / "regions.toml"


@dataclass(frozen=True, slots=True)
class Countries:
    """Regions by codebook and name, with the ISO 3166-1 alpha-3 codes of their countries."""

    regions: Mapping[str, Mapping[str, str]]

    def region(self, codebook: str, code: str) -> str | None:
        """Return the region of a codebook that a country lies in."""
        regions = self.regions.get(codebook, {})
        return next((name for name, codes in regions.items() if code in codes.split()), None)


@cache
def load_countries(file: Path = FILE) -> Countries:
    """Read the regions. Raises KnowledgeError where the file is faulty."""
    return read_toml(file, Countries, KnowledgeError)

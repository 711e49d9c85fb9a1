"""counterclaim.toml in a case folder: what holds for every run on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import LedgerError
from counterclaim.knowledge.files import read_toml

FILE = "counterclaim.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """How many processes read (0: one for each core), and what documents do not say themselves."""

    jobs: int = 0
    outlet: str = ""
    language: str = ""


def load_settings(folder: Path) -> Settings:
    """Read the file of a case, if it has one. Raises LedgerError for what it cannot mean."""
    path = folder / FILE
    if not path.exists():
        return Settings()
    settings = read_toml(path, Settings, LedgerError)
    if settings.jobs < 0:
        raise LedgerError(f"{path}: jobs is {settings.jobs}", "Give 0, or how many processes read")
    return settings

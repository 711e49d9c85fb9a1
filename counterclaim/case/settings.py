"""counterclaim.toml in a case folder: what holds for every run on it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import msgspec

from counterclaim.errors import LedgerError

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
    try:
        raw: dict[str, object] = msgspec.toml.decode(path.read_bytes())
        _refuse_unknown(path, raw)
        settings = msgspec.convert(raw, Settings)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise LedgerError(f"{path}: {error}", "Correct the file") from error
    if settings.jobs < 0:
        raise LedgerError(f"{path}: jobs is {settings.jobs}", "Give 0, or how many processes read")
    return settings


def _refuse_unknown(path: Path, raw: dict[str, object]) -> None:
    known = list(Settings.__dataclass_fields__)
    for key in raw:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(known)}"
            raise LedgerError(f"{path}: unknown key '{key}'", hint)

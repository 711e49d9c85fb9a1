"""TOML files that people write: read strictly, with the mend for what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from counterclaim.errors import CounterclaimError

T = TypeVar("T")


def read_toml(path: Path, kind: type[T], wrong: type[CounterclaimError]) -> T:
    """Read a file as a dataclass. Raises `wrong`, which names the faulty or unknown key."""
    import msgspec

    try:
        raw: dict[str, Any] = msgspec.toml.decode(path.read_bytes())
        _refuse_unknown(path, raw, kind, wrong)
        return msgspec.convert(raw, kind)
    except (msgspec.MsgspecError, ValueError) as error:
        raise wrong(f"{path}: {error}", "Correct the file") from error


def _refuse_unknown(
    path: Path, raw: dict[str, Any], kind: type[Any], wrong: type[CounterclaimError]
) -> None:
    from difflib import get_close_matches

    known = list(kind.__dataclass_fields__)
    for key in raw:
        if key not in known:
            near = get_close_matches(key, known, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(known)}"
            raise wrong(f"{path}: unknown key '{key}'", hint)

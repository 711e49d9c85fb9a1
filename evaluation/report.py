"""The measured parts of pages in docs/, between marks; the words around them are people's."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def write_measured(page: Path, part: str, measured: str) -> None:
    """Replace a part of a page, from `<!-- measured: part -->` to `<!-- end: part -->`.

    Raises ValueError where the page has no such marks.
    """
    begin, end = f"<!-- measured: {part} -->\n", f"<!-- end: {part} -->\n"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, mark, after = rest.partition(end)
    if not mark:
        raise ValueError(f"{page} has no marks for what was measured of {part}")
    page.write_text(f"{before}{begin}\n{measured}\n{end}{after}", encoding="utf-8")


def circumstances(command: str) -> str:
    """Say with which command, when, on which commit and machine figures were measured."""
    return (
        f"Measured with `{command}` on {date.today()} at commit {_commit()}, "
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}."
    )


def _commit() -> str:
    """Name the commit, and say where the program measured is not quite the one committed."""
    head = _git("rev-parse", "--short", "HEAD")
    changed = _git("diff", "HEAD", "--name-only", "--", "counterclaim")
    return f"{head or 'unknown'}{' with changes' if changed else ''}"


def _git(*arguments: str) -> str:
    run = subprocess.run(["git", *arguments], capture_output=True, check=False, encoding="utf-8")
    return run.stdout.strip()


def figures_table(rows: Mapping[str, object], unit: str = "") -> str:
    """Return a table of names and figures."""
    return "".join(_lines(rows, unit))


def _lines(rows: Mapping[str, object], unit: str) -> Iterable[str]:
    yield f"| figure | {unit} |\n| --- | ---: |\n"
    yield from (f"| {name} | {value} |\n" for name, value in rows.items())

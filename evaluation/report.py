"""The measured part of a page in docs/, between two marks; the words around it are people's."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
BEGIN, END = "<!-- measured -->\n", "<!-- end of what was measured -->\n"


def write_measured(page: str, part: str) -> Path:
    """Replace the measured part of a page of docs/, and return where the page is."""
    path = DOCS / page
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(f"{before}{BEGIN}\n{part}\n{END}{after}", encoding="utf-8")
    return path


def circumstances(command: str) -> str:
    """Say with which command, when, on which commit and machine figures were measured."""
    git = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(git, capture_output=True, check=False, encoding="utf-8").stdout.strip()
    return (
        f"Measured with `{command}` on {date.today()} at commit {commit or 'unknown'}, "
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}."
    )


def figures_table(rows: Mapping[str, object], unit: str) -> str:
    """Return a table of names and figures."""
    return "".join(_lines(rows, unit))


def _lines(rows: Mapping[str, object], unit: str) -> Iterable[str]:
    yield f"| figure | {unit} |\n| --- | ---: |\n"
    yield from (f"| {name} | {value} |\n" for name, value in rows.items())

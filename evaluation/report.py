"""docs/evaluation.md: the figures with their date, commit and command."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
HOW_TO_READ = """# Evaluation

How well counterclaim reads, on reports in which people marked who said what. `make evaluate` reads them with the
command that users run, scores the ledger and writes this page; a figure under its floor (`evaluation/floors.toml`) stops it.

**How to read the figures.** All are per cent. *F1* weighs what was found against what was wrongly found. Two spans *overlap* where they
share at least half of their characters together; *exact* means to the character. A *relation* is right where source, cue and content
all are. *Accuracy* is asked only of statements that were found, so it says nothing of those that were missed. A figure of 0 for
what this version does not read yet (events, places) is left as it is.
"""
SETS = """
**The sets.** *Our small set*: five dossiers of our own in `evaluation/reports`, scored by `evaluation/measures.py`, in every run of CI. *Our
dossiers, development set*: 14 more, 62 reports, on contested happenings. *PolNeAR*: 94 articles of political news with attributions
marked by others (Newell et al., LREC 2018). The last two are not part of this repository; where they are absent the small set stands
alone. Rules were written with an eye on the development parts, so unseen text will score lower.
"""


def write_evaluation(figures: Mapping[str, Mapping[str, float]], titles: Mapping[str, str]) -> Path:
    """Write the page on what was measured, and return where it is."""
    page = [HOW_TO_READ, SETS, f"\n{circumstances('make evaluate')}\n"]
    for name, measured in figures.items():
        page += [f"\n## {titles[name]}\n\n", *table(("figure", "per cent"), measured.items())]
    path = DOCS / "evaluation.md"
    path.write_text("".join(page), encoding="utf-8")
    return path


def circumstances(command: str) -> str:
    """Say with which command, when, on which commit and machine figures were measured."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, check=False, text=True
    ).stdout.strip()
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    return f"Measured with `{command}` on {date.today()}, commit {commit or 'unknown'}, {python}."


def table(head: tuple[str, str], rows: Iterable[tuple[str, object]]) -> Iterable[str]:
    """Yield the lines of a table of names and figures."""
    yield f"| {head[0]} | {head[1]} |\n| --- | ---: |\n"
    yield from (f"| {name} | {value} |\n" for name, value in rows)

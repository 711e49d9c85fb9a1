"""`python -m evaluation.bench [PART...]`: how fast counterclaim is, and what it survives.

Every part measures the command that users run, in processes of its own, and writes its figures
into docs/benchmarks.md. Times are seconds of the wall clock.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from evaluation.articles import write_articles
from evaluation.report import DOCS, circumstances, figures_table, write_measured

ROOT = Path(__file__).parent.parent
STARTS = 11
# The difference between a long and a short run is reading alone, without the start.
FEW, MANY = 20, 140
ARTICLE, SHORT = 700, 60
SIZES = (100, 1_000, 10_000)
# Statements: the last have 100,000 words that speak of events.
LOADS = (5_000, 15_000, 50_000, 145_000)
KILLS, SEED = 300, 7
CLAIMS = 500_000  # of the case whose page is looked at
KILL_FIGURES = {
    "kills": "kills",
    "cut": "kills that cut a run short",
    "cases": "cases read to the end and compared",
    "lost": "documents lost",
    "doubled": "documents doubled",
    "different": "cases whose ledger is not that of a run nobody killed",
    "unsound": "cases that do not verify",
    "orphans": "processes left behind",
}
# A process that computes with all cores would not show what one core does.
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class Cost(NamedTuple):
    """What a process took: seconds, and the most megabytes that it or one of its children held."""

    seconds: float
    megabytes: float


def install() -> dict[str, object]:
    """Clone the repository and run the demo, as a newcomer does."""
    with TemporaryDirectory() as folder:
        clone = Path(folder, "counterclaim")
        begin = perf_counter()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        subprocess.run(["make", "demo"], cwd=clone, check=True, capture_output=True)
        first, size = perf_counter() - begin, _megabytes(clone)
        begin = perf_counter()
        subprocess.run(
            [".venv/bin/counterclaim", "demo", "again"], cwd=clone, check=True, capture_output=True
        )
        again = perf_counter() - begin
    return {
        "from clone to first statement, s (at most 180)": round(first),
        "the demo in a new folder, once installed, s (at most 15)": round(again, 1),
        "on disk, MB (at most 900)": round(size),
    }


def start() -> dict[str, object]:
    """Measure how long a fresh process takes to be ready."""
    help_ = median(_cost("-m", "counterclaim", "--help").seconds for _ in range(STARTS))
    bare = median(_cost("-c", "pass").seconds for _ in range(STARTS))
    imported = median(_cost("-c", "import counterclaim").seconds for _ in range(STARTS))
    return {
        "`counterclaim --help`, ms (at most 200)": round(1000 * help_),
        "`import counterclaim`, ms (at most 150)": round(1000 * (imported - bare)),
        "Python alone, ms": round(1000 * bare),
    }


def speed() -> dict[str, object]:
    """Measure reading in one process and in two."""
    one, memory = _rate(jobs=1)
    two, each = _rate(jobs=2)
    return {
        f"articles of {ARTICLE} words a second, one process (at least 5)": round(one, 1),
        "peak memory of the process, MB (at most 900)": round(memory),
        "the same, two processes": round(two, 1),
        "peak memory of the largest of them, MB (at most 900)": round(each),
        "two processes against one (at least 1.7)": round(two / one, 2),
    }


def growth() -> dict[str, object]:
    """Measure what a short document costs in cases of growing size."""
    begin = _read(1, SHORT).seconds
    per_document = {
        size: 1000 * (_read(size, SHORT).seconds - begin) / (size - 1) for size in SIZES
    }
    smallest = per_document[SIZES[0]]
    return {
        f"ms for each of {size:,} documents (ratio)": f"{ms:.1f} ({ms / smallest:.2f})"
        for size, ms in per_document.items()
    }


def linking() -> dict[str, object]:
    """Measure what it takes to link made-up readings of growing number."""
    figures: dict[str, object] = {}
    for size in LOADS:
        command = [sys.executable, "-m", "evaluation.load", str(size)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
        statements, triggers, _, seconds, memory = run.stdout.split()
        what = f"{int(statements):,} statements and {int(triggers):,} mentions of events"
        figures[f"{what}, s"] = seconds
        figures[f"{what}, MB"] = memory
    return figures


def kills() -> dict[str, object]:
    """Kill `read` at random moments, and compare what it leaves with a run nobody killed."""
    from evaluation.kills import run

    return {KILL_FIGURES.get(name, name): value for name, value in run(KILLS, SEED).items()}


def hostile() -> dict[str, object]:
    """Feed the hostile files of the tests, and see that each ends in a reason."""
    begin = perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", "tests/documents/test_hostile.py"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    counts = re.findall(r"(\d+) (passed|failed|error)", run.stdout)
    outcome = {word: int(number) for number, word in counts}
    return {
        "hostile cases that end in their reason": outcome.get("passed", 0),
        "crashes, hangs and wrong reasons": outcome.get("failed", 0) + outcome.get("error", 0),
        "seconds": round(perf_counter() - begin),
    }


def page() -> dict[str, object]:
    """Look at every screen of a large case."""
    from evaluation.page_speed import page_speed

    return page_speed(CLAIMS)


PARTS: Mapping[str, Callable[[], dict[str, object]]] = {
    "install": install,
    "start": start,
    "speed": speed,
    "growth": growth,
    "linking": linking,
    "hostile": hostile,
    "kills": kills,
    "page": page,
}


PAGES = {"page": "page.md"}
"""Parts that have their figures on another page than that of benchmarks."""


def _megabytes(folder: Path) -> float:
    """Return the disk blocks that a folder takes."""
    return sum(path.lstat().st_blocks for path in folder.rglob("*")) * 512 / 1e6


def _rate(jobs: int) -> tuple[float, float]:
    """Return articles a second after the start, and the peak memory of a process."""
    short, long = (_read(number, ARTICLE, jobs) for number in (FEW, MANY))
    return (MANY - FEW) / (long.seconds - short.seconds), long.megabytes


def _read(number: int, words: int, jobs: int = 1) -> Cost:
    """Read made-up articles into a new case."""
    with TemporaryDirectory() as folder:
        table = write_articles(Path(folder, "articles.jsonl"), number, words)
        case = str(Path(folder, "case"))
        options = ("--into", case, "--jobs", str(jobs), "--quiet")
        return _cost("-m", "counterclaim", "read", str(table), *options)


def _cost(*arguments: str) -> Cost:
    """Run Python in a process of its own. Raises CalledProcessError where it fails."""
    begin = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, env={**os.environ, **ONE_CORE}
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Cost(seconds, used.ru_maxrss / 1024)


def main(names: list[str]) -> int:
    """Measure the parts named, or all, and write each into its place on the page."""
    if unknown := [name for name in names if name not in PARTS]:
        print(f"no part {', '.join(unknown)}; the parts are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    for name in names or PARTS:
        table = figures_table(PARTS[name](), "measured")
        print(f"{name}\n\n{table}")
        where = f"{circumstances(f'make bench PART={name}')} {os.cpu_count()} cores."
        told = PAGES.get(name, "benchmarks.md")
        write_measured(DOCS / told, name, f"{table}\n{where}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

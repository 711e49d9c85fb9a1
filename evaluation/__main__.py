"""`python -m evaluation [SET...]`: read labelled sets, score them, hold them to their floors."""

from __future__ import annotations

import sys

from evaluation.floors import below, load_floors
from evaluation.labelled import DATA, SETS, evaluate
from evaluation.report import DOCS, circumstances, figures_table, write_measured


def main(names: list[str]) -> int:
    """Evaluate the sets named, or all that are at hand; return 1 where a floor is not held."""
    if unknown := [name for name in names if name not in SETS]:
        print(f"no set named {', '.join(unknown)}; the sets are {', '.join(SETS)}", file=sys.stderr)
        return 2
    wanted = names or list(SETS)
    figures = {name: evaluate(SETS[name]) for name in wanted if SETS[name].at_hand}
    print("\n".join(_section(name, figures.get(name)) for name in wanted))
    if figures.keys() == SETS.keys():
        _write(figures)
    floors = load_floors()
    failures = [f"{n}: {line}" for n in figures for line in below(figures[n], floors.get(n, {}))]
    print("\n".join(failures) or "all floors held", file=sys.stderr)
    return int(bool(failures))


def _write(figures: dict[str, dict[str, float]]) -> None:
    sections = [_section(name, measured) for name, measured in figures.items()]
    measured = "\n".join([f"{circumstances('make evaluate')}\n", *sections])
    write_measured(DOCS / "evaluation.md", "figures", measured)


def _section(name: str, figures: dict[str, float] | None) -> str:
    missing = f"Not measured: no such set in {DATA}; COUNTERCLAIM_DATA names the folder.\n"
    shown = missing if figures is None else figures_table(figures, "per cent")
    return f"## {SETS[name].title}\n\n{shown}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

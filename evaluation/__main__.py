"""`python -m evaluation [SET...]`: read labelled sets, score them, hold them to their floors."""

from __future__ import annotations

import sys

from evaluation.floors import below, load_floors
from evaluation.labelled import DATA, SETS, evaluate
from evaluation.report import table, write_evaluation


def main(names: list[str]) -> int:
    """Evaluate the sets named, or all that are at hand; return 1 where a floor is not held."""
    if unknown := [name for name in names if name not in SETS]:
        print(f"no set named {', '.join(unknown)}; the sets are {', '.join(SETS)}", file=sys.stderr)
        return 2
    wanted = names or list(SETS)
    figures = {name: evaluate(SETS[name]) for name in wanted if SETS[name].at_hand}
    for name in wanted:
        _show(name, figures.get(name))
    failures = [f"{name}: {line}" for name in figures for line in _failures(name, figures[name])]
    if figures.keys() == SETS.keys():
        print(f"written: {write_evaluation(figures, {n: SETS[n].title for n in SETS})}")
    print("\n".join(failures) or "all floors held", file=sys.stderr)
    return int(bool(failures))


def _show(name: str, figures: dict[str, float] | None) -> None:
    print(f"\n{SETS[name].title}\n")
    if figures is None:
        print(f"not measured: no such set in {DATA}; COUNTERCLAIM_DATA names the folder")
    else:
        print("".join(table(("figure", "per cent"), figures.items())))


def _failures(name: str, figures: dict[str, float]) -> list[str]:
    return list(below(figures, load_floors().get(name, {})))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

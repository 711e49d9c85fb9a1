"""Count what each sign weighs that a denial answers a claim: `python -m training.denials DATA`.

Learned from the disputes that people marked in our own dossiers: every denial, with all claims near
it to choose from, or none of them; where several are right, any of them will do.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, permutations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from counterclaim.knowledge import load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.denials import FOLDER, load_denials
from counterclaim.linking.denials import answers_to, is_denial, nearness
from counterclaim.linking.positions import Position, positions_of
from counterclaim.linking.signs import signs, unanswering
from counterclaim.linking.voices import voices_of
from counterclaim.linking.wording import rarity_of
from counterclaim.model.record import Ledger
from counterclaim.model.text import Document, Span
from counterclaim.pipeline import link_readings, read_document
from training.weighing import write

SETS = ("dossiers_responsibility", "dossiers_tolls", "dossiers_analysis")
OUT = FOLDER / "en" / "weights.toml"
HEAD = (
    "# What each sign weighs that a denial answers a claim, in log odds: counted by "
    "`python -m training.denials`.\n"
)
SPREAD = 0.3
"""The variance that weights are expected to have."""
LEAST = 4
"""Denials that a sign must be seen beside to be weighed."""
STEPS = 2000
OVERLAP = 0.3
"""Share of characters in common from which a statement read is a statement marked."""

Floats = npt.NDArray[np.float64]
Rival = Mapping[str, set[str]]
"""By marked statement: those on other sides of its disputes."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """The signs of each claim that a denial may answer, none of them last; and which are right."""

    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def lessons(
    positions: Sequence[Position], marks: Mapping[str, str], rivals: Rival
) -> Iterator[Lesson]:
    """Go through denials; `marks` gives statements read the name of the statement marked."""
    rarity = rarity_of((each.document.id, each.words) for each in positions)
    near = nearness(positions)
    for denial in filter(is_denial, positions):
        answers = answers_to(denial, near, rarity)
        wanted = rivals.get(marks.get(denial.id, ""), set())
        right = {at for at, each in enumerate(answers) if marks.get(each.claim.id) in wanted}
        options = (*(signs(each) for each in answers), unanswering(denial))
        if answers:
            yield Lesson(options, frozenset(right or {len(answers)}))


def fit(found: Sequence[Lesson], spread: float = SPREAD) -> dict[str, float]:
    """Return the weights under which right answers are likeliest, by gradient ascent."""
    seen = Counter(sign for each in found for sign in {*chain.from_iterable(each.options)})
    names = sorted(sign for sign, times in seen.items() if times >= LEAST)
    table, begins, right = _table(found, {name: at for at, name in enumerate(names)})
    weights, best, step = np.zeros(len(names)), -np.inf, 0.01
    slope = np.zeros(len(names))
    for _ in range(STEPS):
        tried = weights + step * slope
        value, tried_slope = _likelihood(tried, table, begins, right, spread)
        if value > best:
            weights, best, slope, step = tried, value, tried_slope, step * 1.2
        else:
            step /= 2
    return {name: round(each, 3) for name, each in zip(names, weights.tolist(), strict=True)}


def _table(
    found: Sequence[Lesson], places: Mapping[str, int]
) -> tuple[Floats, npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    options = [option for each in found for option in each.options]
    table = np.zeros((len(options), len(places)))
    for row, option in enumerate(options):
        table[row, [places[sign] for sign in option if sign in places]] = 1.0
    sizes = [len(each.options) for each in found]
    right = [at in each.right for each in found for at in range(len(each.options))]
    return table, np.concatenate(([0], np.cumsum(sizes)[:-1])), np.array(right)


def _likelihood(
    weights: Floats,
    table: Floats,
    begins: npt.NDArray[np.int64],
    right: npt.NDArray[np.bool_],
    spread: float,
) -> tuple[float, Floats]:
    sizes = np.diff([*begins, len(table)])
    scores = table @ weights
    worth = np.exp(scores - np.repeat(np.maximum.reduceat(scores, begins), sizes))
    all_of = np.add.reduceat(worth, begins)
    right_of = np.add.reduceat(worth * right, begins) + 1e-300
    chances = worth / np.repeat(all_of, sizes)
    hoped = worth * right / np.repeat(right_of, sizes)
    value = float(np.log(right_of / all_of).sum() - weights @ weights / spread / 2)
    return value, table.T @ (hoped - chances) - weights / spread


def rivals_in(dossiers: Iterable[dict[str, Any]]) -> Rival:
    """Return, for every statement in a dispute, those that stand on other sides of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for dossier in dossiers:
        for dispute in dossier["disputes"]:
            sides = [[f"{dossier['id']}/{id}" for id in s["statements"]] for s in dispute["sides"]]
            for one, other in permutations(sides, 2):
                for id in one:
                    found[id].update(other)
    return found


def marks_in(ledger: Ledger, dossiers: Iterable[dict[str, Any]]) -> Mapping[str, str]:
    """Return which marked statement each statement read is, by the characters of its content."""
    read = {each.document.key: each for each in ledger.readings}
    found: dict[str, str] = {}
    for dossier in dossiers:
        for marked in dossier["statements"]:
            reading = read[f"{dossier['id']}/{marked['doc']}"]
            wanted = {at for begin, end in _spans(marked["content"]) for at in range(begin, end)}
            likeness = {
                each.id: _overlap(
                    {at for s in each.content for at in range(s.begin, s.end)}, wanted
                )
                + _same_cue(each.cue, marked["cue"])
                for each in reading.statements
            }
            best = max(likeness, key=likeness.__getitem__, default=None)
            if best and likeness[best] >= OVERLAP:
                found.setdefault(best, f"{dossier['id']}/{marked['id']}")
    return found


def _spans(marked: Any) -> list[tuple[int, int]]:
    if isinstance(marked, dict):
        return [(marked["b"], marked["e"])]
    if marked and isinstance(marked[0], int):
        return [(marked[0], marked[1])]
    return [span for each in marked for span in (_spans(each) if each else [])]


def _overlap(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one & other else 0.0


def _same_cue(one: Span | None, marked: Any) -> float:
    cues = _spans(marked) if marked else []
    return 0.5 if one and any(one.begin < end and begin < one.end for begin, end in cues) else 0.0


def learned_from(ledger: Ledger, dossiers: Sequence[dict[str, Any]]) -> list[Lesson]:
    """Return the lessons of one set of dossiers."""
    voices = voices_of(ledger.readings, ledger.actors, load_actors())
    positions = positions_of(ledger.readings, ledger.events, ledger.actors, voices, load_denials())
    return [*lessons(positions, marks_in(ledger, dossiers), rivals_in(dossiers))]


def _ledger(dossiers: Iterable[dict[str, Any]]) -> Ledger:
    known = load_knowledge()
    documents = [
        Document(
            each["text"],
            key=f"{dossier['id']}/{each['id']}",
            outlet=each["outlet"],
            title=each["headline"],
            published=date.fromisoformat(each["published"]),
            language="en",
        )
        for dossier in dossiers
        for each in dossier["documents"]
    ]
    readings = tuple(read_document(each, known) for each in documents)
    return link_readings(readings, (), load_actors(), known.events)


def dossiers_in(folder: Path) -> list[dict[str, Any]]:
    """Read the dossiers of a folder, each a file of its own."""
    files = (path for path in sorted(folder.glob("C*.json")))
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


def save(found: Sequence[Lesson]) -> None:
    """Fit and write the weights."""
    weights = {sign: weight for sign, weight in fit(found).items() if weight}
    OUT.write_text(f"{HEAD}\n[signs]\n{write(weights)}", encoding="utf-8")


def main(data: Path) -> None:
    """Fit the weights to all open sets but the one for development."""
    sets = [dossiers_in(data / name) for name in SETS]
    save([lesson for each in sets for lesson in learned_from(_ledger(each), each)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))

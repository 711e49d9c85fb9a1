"""The labelled sets: where they lie, how a reader gets to see them, and how they are scored.

The small set is in this repository. The large ones lie in the folder that COUNTERCLAIM_DATA names
(else ../shared/data), and are scored by the scorer in the folder `tools` beside it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation import chains, ecbplus, fakes, interactions, metonymy, sentences, specifications
from evaluation.measures import measure
from evaluation.runs import at_their_cues

Entry = dict[str, Any]
HERE = Path(__file__).parent
REPORTS = sorted((HERE / "reports").glob("*.json"))
DATA = Path(os.environ.get("COUNTERCLAIM_DATA") or HERE.parent.parent / "shared" / "data")
SCORER = DATA.parent / "tools" / "score.py"


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A set with its marks in `gold`, the figures that are kept of it, and the scorer it needs.

    Without `inputs`, what people marked is handed to one stage of the reader, and there is no
    ledger to score. `actors` writes the table of parties that the case has of its own.
    """

    title: str
    gold: tuple[Path, ...]
    figures: Callable[[tuple[Path, ...], Path], dict[str, float]]
    inputs: Callable[[tuple[Path, ...]], Iterable[Entry]] | None
    scorer: tuple[Path, ...] = ()
    actors: Callable[[tuple[Path, ...]], str] | None = None

    @property
    def at_hand(self) -> bool:
        """Whether the set, and what scores it, are on this machine."""
        return bool(self.gold) and all(path.exists() for path in (*self.gold, *self.scorer))


def evaluate(labelled: LabelledSet) -> dict[str, float]:
    """Read a set with the command that users run, and score the ledger."""
    if labelled.inputs is None:
        return labelled.figures(labelled.gold, Path())
    with TemporaryDirectory() as folder:
        lines, ledger = Path(folder, "reports.jsonl"), Path(folder, "ledger.json")
        lines.write_text(
            "".join(f"{json.dumps(entry)}\n" for entry in labelled.inputs(labelled.gold)),
            encoding="utf-8",
        )
        command = [sys.executable, "-m", "counterclaim", "read", str(lines), "--json", "--quiet"]
        if labelled.actors is not None:
            table = Path(folder, "case", "dictionaries", "actors.csv")
            table.parent.mkdir(parents=True)
            table.write_text(labelled.actors(labelled.gold), encoding="utf-8")
            command += ["--into", str(table.parent.parent)]
        with ledger.open("wb") as out:
            subprocess.run(command, stdout=out, check=True)
        return labelled.figures(labelled.gold, ledger)


def _own_inputs(gold: tuple[Path, ...]) -> Iterable[Entry]:
    for dossier in map(_load, gold):
        for document in dossier["documents"]:
            yield {
                "id": f"{dossier['id']}/{document['id']}",
                "text": document["text"],
                "title": document["headline"],
                "outlet": document["outlet"],
                "author": document["byline"] or "",
                "published": document["published"],
            }


def _own_figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    return measure([_load(path) for path in gold], _load(ledger))


def _load(path: Path) -> Entry:
    loaded: Entry = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def _inputs_by_scorer(task: str) -> Callable[[tuple[Path, ...]], Iterable[Entry]]:
    return lambda gold: map(json.loads, _lines(_score("inputs", task, *gold)))


def _lines(text: str) -> list[str]:
    """Part lines by newlines alone: texts hold other separators."""
    return [line for line in text.split("\n") if line]


def _figures_by_scorer(task: str) -> Callable[[tuple[Path, ...], Path], dict[str, float]]:
    return lambda gold, ledger: as_figures(json.loads(_score(task, ledger, *gold, "--json")))


def _score(*arguments: object) -> str:
    command = [sys.executable, str(SCORER), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def as_figures(scored: Mapping[str, Any]) -> dict[str, float]:
    """Take the one figure of each measure: F1, else accuracy, else recall, else itself."""
    figures: dict[str, float] = {}
    for name, value in scored.items():
        kinds = value if isinstance(value, dict) else {"": value}
        kind = next((kind for kind in ("F1", "accuracy", "R", "") if kind in kinds), None)
        if kind is not None and kinds[kind] is not None:
            figures[f"{name} {kind}".strip()] = float(kinds[kind])
    return figures


def _figures_of_places(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Keep what is a share: the scorer counts and measures distances too."""
    scored = _figures_by_scorer("places")(gold, ledger)
    return {name: figure for name, figure in scored.items() if name in SHARES_OF_PLACES}


def _figures_of_polnear(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Keep the figures as they are, and the relations once run-on words are at their cues."""
    joined = ledger.with_name("joined.json")
    joined.write_text(json.dumps(at_their_cues(_load(ledger))), encoding="utf-8")
    score = _figures_by_scorer("polnear")
    relations = {
        f"run-on words at their cues: {name}": figure
        for name, figure in score(gold, joined).items()
        if name.startswith("relation")
    }
    return {**score(gold, ledger), **relations}


SHARES_OF_PLACES = ("tagging F1", "Acc@161 of resolved", "end-to-end recall@161")


SETS: Mapping[str, LabelledSet] = {
    "small": LabelledSet("Our small set", tuple(REPORTS), _own_figures, _own_inputs),
    "polnear": LabelledSet(
        "PolNeAR, development part",
        (DATA / "polnear" / "dev.jsonl.gz",),
        _figures_of_polnear,
        _inputs_by_scorer("polnear"),
        (SCORER,),
    ),
    "dossiers": LabelledSet(
        "Our dossiers, development set",
        tuple(sorted((DATA / "dossiers").glob("A*.json"))),
        _figures_by_scorer("dossiers"),
        _inputs_by_scorer("dossiers"),
        (SCORER,),
    ),
    "times": LabelledSet(
        "TempEval-3, development part",
        (DATA / "tempeval3" / "dev.jsonl.gz",),
        _figures_by_scorer("times"),
        _inputs_by_scorer("times"),
        (SCORER,),
    ),
    "specifications": LabelledSet(
        "Recognizers-Text, English times and numbers",
        tuple(
            DATA / "recognizers_spec" / f"{kind}_en.jsonl.gz"
            for kind in ("datetime", "number", "numberrange")
        ),
        specifications.figures,
        specifications.inputs,
    ),
    "sentences": LabelledSet(
        "Our own sentences: estimates and relations",
        tuple(HERE / "marked" / f"{kind}.txt" for kind in ("estimates", "relations")),
        sentences.figures,
        sentences.inputs,
    ),
    "re3d": LabelledSet(
        "re3d, development part: what texts speak of",
        (DATA / "re3d" / "dev.jsonl.gz",),
        _figures_by_scorer("re3d"),
        _inputs_by_scorer("re3d"),
        (SCORER,),
    ),
    "muc4": LabelledSet(
        "MUC-4, development part: incidents, their parts, who is held responsible",
        (DATA / "muc4" / "dev.jsonl.gz",),
        _figures_by_scorer("muc4"),
        _inputs_by_scorer("muc4"),
        (SCORER,),
    ),
    **{
        name: LabelledSet(
            f"{title}, development part: places",
            (DATA / folder / "dev.jsonl.gz",),
            _figures_of_places,
            _inputs_by_scorer("places"),
            (SCORER,),
        )
        for name, title, folder in (
            ("lgl", "Local-Global Lexicon", "geo_lgl"),
            ("trnews", "TR-News", "geo_trnews"),
            ("gwn", "GeoWebNews", "geo_geowebnews"),
        )
    },
    "chains": LabelledSet(
        "NP4E and GUM, development parts: mentions of named parties, given",
        (DATA / "np4e" / "dev.jsonl.gz", DATA / "gum_coref" / "dev.jsonl.gz"),
        chains.figures,
        None,
    ),
    "plover": LabelledSet(
        "PLOVER's sentences, development part: who does what to whom",
        (DATA / "cameo_plover" / "plover_gsr_dev.jsonl.gz",),
        interactions.plover_figures,
        interactions.plover_inputs,
    ),
    "petrarch": LabelledSet(
        "The unit tests of PETRARCH, with its invented countries",
        (
            DATA / "cameo_plover" / "petrarch_unittest_en.jsonl.gz",
            DATA / "cameo_plover" / "validate_actors.txt",
        ),
        interactions.petrarch_figures,
        interactions.petrarch_inputs,
        actors=interactions.invented_actors,
    ),
    "ecbplus": LabelledSet(
        "ECB+, development part: mentions of events, given",
        (DATA / "ecbplus" / "dev.jsonl.gz",),
        ecbplus.figures,
        None,
    ),
    "fakes": LabelledSet(
        "FA-KES: pairs of reports of one day and place, in conflict or not",
        tuple(
            DATA / "fakes_syria" / f"{part}.jsonl.gz"
            for part in ("train", "dev", "same_day_place_pairs")
        ),
        fakes.figures,
        None,
    ),
    "metonymy": LabelledSet(
        "ReLocaR, the fifth held out: place or power, places given",
        (DATA / "metonymy" / "relocar_train.jsonl.gz",),
        metonymy.figures,
        None,
    ),
}

"""From data to the learned reader: `python -m training.attribution learn|marks|export`.

    learn     PolNeAR, the training dossiers and our own reports, from all-MiniLM-L6-v2
    marks     further, from the weights of `learn`: the same, and all sets that mark
    export    the mean weights as 8-bit ONNX, into the package

Learning begins again after the last whole epoch. The development dossiers are never read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim.model.text import digest
from training.examples import read_dossiers, read_polnear
from training.markings import (
    geowebnews,
    gum,
    muc4,
    place_names,
    re3d,
    relocar,
    toponyms,
    wikievents,
)
from training.marks import Lesson, joined, targets
from training.tellings import events, speakers, speaking
from training.windows import Prepared, prepare
from training.written import Marked, read_written

if TYPE_CHECKING:
    from training.network import Reader

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "counterclaim" / "data" / "models" / "attribution.onnx"
HELD_OUT = 10
"""One in so many of our own reports is kept from training, to weigh and calibrate with."""


def polnear(data: Path) -> list[Prepared]:
    """Read PolNeAR's training parts."""
    parts = [
        data / "polnear" / f"{part}.jsonl.gz" for part in ("train", "extra_annotator_training")
    ]
    texts = [marked for part in parts for marked in read_polnear(part)]
    return [prepare(_unsorted(marked), own=False, relays_known=False) for marked in texts]


def _unsorted(marked: Marked) -> Marked:
    return replace(marked, labels=tuple(replace(one, sort="") for one in marked.labels))


def dossiers(data: Path) -> list[Prepared]:
    """Read the training dossiers; their statements are claims, whatever else their cues are."""
    texts = read_dossiers(sorted(data.glob("dossiers_*")))
    return [prepare(_unsorted(marked), own=True, relays_known=False) for marked in texts]


def written(*, held_out: bool = False) -> list[Marked]:
    """Read our own reports, without or only those held out."""
    texts = read_written(sorted((HERE / "written").glob("*.txt")))
    return [one for one in texts if (int(digest(one.key), 16) % HELD_OUT == 0) is held_out]


def learn_reader(arguments: argparse.Namespace) -> None:
    """Train on all attributions together, from published weights."""
    from training.network import from_minilm

    own = [prepare(one, own=True, relays_known=True) for one in written()]
    texts = [*polnear(arguments.data), *2 * dossiers(arguments.data), *own]
    _learn(from_minilm(arguments.start), texts, arguments)


def learn_marks(arguments: argparse.Namespace) -> None:
    """Train further, from weights that read attributions, on these and on all that is marked."""
    import torch

    from training.network import from_reader

    torch.manual_seed(0)
    _learn(from_reader(arguments.start), marked_texts(arguments.data), arguments)


def _learn(reader: Reader, texts: list[Prepared], arguments: argparse.Namespace) -> None:
    import torch

    from training.learning import learn

    torch.set_num_threads(arguments.threads)
    plan = (arguments.epochs, arguments.rate, arguments.out)
    learn(reader, texts, *plan, log=lambda line: print(line, flush=True))


def marked_texts(data: Path) -> list[Prepared]:
    """Read attributions and marks; of what there is much of, half in each epoch.

    What there is little of is read several times.
    """
    web, *geo = [
        data / f"geo_{name}" / "train.jsonl.gz"
        for name in ("geowebnews", "lgl", "trnews", "geovirus")
    ]
    places = place_names([*geo, web])
    reports = list(muc4(data / "muc4" / "train.jsonl.gz"))
    few = [
        *5 * list(re3d(data / "re3d" / "train.jsonl.gz")),
        *geowebnews(web),
        *relocar(data / "metonymy" / "relocar_train.jsonl.gz"),
        *4 * list(wikievents(data / "wikievents" / "dev.jsonl.gz")),
        *(one for one in reports if one[2].teaches),
    ]
    many = [
        gum(data / "gum_coref" / "train.jsonl.gz"),
        *map(toponyms, geo),
        (one for one in reports if not one[2].teaches),
    ]
    return [
        *by_halves(
            replace(one, marks=targets(speaking(one.marked, places), one.pieces))
            for one in polnear(data)
        ),
        *told(data, places),
        *(
            prepare(one, own=True, relays_known=True, lesson=speaking(one, places))
            for one in written()
        ),
        *map(_taught, few),
        *(text for lessons in many for text in by_halves(map(_taught, lessons))),
    ]


def told(data: Path, places: frozenset[str]) -> Iterator[Prepared]:
    """Read the training dossiers with their events, and the places that speak in them."""
    folders = sorted(data.glob("dossiers_*"))
    happened = dict(one for folder in folders for one in events(folder))
    kinds = dict(one for folder in folders for one in speakers(folder))
    for one in dossiers(data):
        spoken = speaking(one.marked, places, kinds[one.marked.key])
        lesson = joined(happened[one.marked.key], spoken)
        yield replace(one, marks=targets(lesson, one.pieces))


def by_halves(texts: Iterable[Prepared]) -> list[Prepared]:
    """Have every other text in one epoch, the rest in the next."""
    return [replace(one, turn=n, every=2) for n, one in enumerate(texts)]


def _taught(one: tuple[str, str, Lesson]) -> Prepared:
    key, text, lesson = one
    text_alone = Marked(key, text, ())
    return prepare(text_alone, own=False, relays_known=False, attributed=False, lesson=lesson)


def _planned(given: argparse.Namespace, epochs: int, rate: float) -> argparse.Namespace:
    given.epochs, given.rate = given.epochs or epochs, given.rate or rate
    return given


def main() -> None:
    """Run one step."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("step", choices=("learn", "marks", "export"))
    words.add_argument("--data", type=Path, help="folder with polnear/ and dossiers_*/")
    words.add_argument("--start", type=Path, help="weights to start from (.safetensors)")
    words.add_argument("--out", type=Path, default=Path("reader.safetensors"))
    words.add_argument("--epochs", type=int, help="9 to learn, 8 for marks")
    words.add_argument("--rate", type=float, help="2e-4 to learn, 1e-8 for marks")
    words.add_argument("--threads", type=int, default=2)
    arguments = words.parse_args()
    if arguments.step == "learn":
        learn_reader(_planned(arguments, 9, 2e-4))
    elif arguments.step == "marks":
        learn_marks(_planned(arguments, 8, 1.5e-4))
    else:
        from training.export import export

        export(arguments.start, SHIPPED)


if __name__ == "__main__":
    main()

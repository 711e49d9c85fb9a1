"""From data to the attribution reader: `python -m training.attribution learn|export`.

    learn     PolNeAR, the training dossiers and our own reports, from all-MiniLM-L6-v2
    export    the mean weights as 8-bit ONNX, into the package

Learning begins again after the last whole epoch. The development dossiers are never read.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from counterclaim.model.text import digest
from training.examples import read_dossiers, read_polnear
from training.windows import Prepared, prepare
from training.written import Marked, read_written

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
    """Train on everything together."""
    import torch

    from training.learning import learn
    from training.network import from_minilm

    torch.set_num_threads(arguments.threads)
    own = [prepare(one, own=True, relays_known=True) for one in written()]
    texts = [*polnear(arguments.data), *2 * dossiers(arguments.data), *own]
    learn(
        from_minilm(arguments.start),
        texts,
        arguments.epochs,
        arguments.rate,
        arguments.out,
        lambda line: print(line, flush=True),
    )


def main() -> None:
    """Run one step."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    words.add_argument("step", choices=("learn", "export"))
    words.add_argument("--data", type=Path, help="folder with polnear/ and dossiers_*/")
    words.add_argument("--start", type=Path, help="weights to start from (.safetensors)")
    words.add_argument("--out", type=Path, default=Path("reader.safetensors"))
    words.add_argument("--epochs", type=int, default=9)
    words.add_argument("--rate", type=float, default=2e-4)
    words.add_argument("--threads", type=int, default=2)
    arguments = words.parse_args()
    if arguments.step == "learn":
        learn_reader(arguments)
    else:
        from training.export import export

        export(arguments.start, SHIPPED)


if __name__ == "__main__":
    main()

"""Count what each sign of metonymy weighs: `python -m training.metonymy DATA`.

The signs in the tree are learned from ReLocaR, but for the fifth that is held out, and from the
training part of GeoWebNews. The learned reader has seen both, so that its own weight comes from
GeoWebNews' development part. Writes `powers.toml`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.knowledge import BUILT_IN, Language, load_knowledge
from counterclaim.language import parse
from counterclaim.language.metonymy import MARK, lexicon_of, signs_of
from counterclaim.model.tree import grow
from evaluation.metonymy import Use, held_out, uses
from training.weighing import Choosing, fit, write

OUT = BUILT_IN / "languages" / "en" / "powers.toml"
HEAD = (
    "# What each sign of a power weighs, in log odds: counted by `python -m training.metonymy`.\n"
)
SPREAD = 2.0
TREE = "tree"
"""Stands for all signs in the tree, once their weights are known."""


def lessons(found: Iterable[Use], language: Language) -> Iterator[tuple[Choosing, str]]:
    """Yield for each place its signs beside none at all, and whether it is marked."""
    lexicon = lexicon_of(language.metonymy)
    for use in found:
        text = parse(use.document, language)
        tree = grow(text)
        if words := tree.at(use.span):
            marks = {at for mark in text.tags.marks if mark.label == MARK for at in mark.words}
            signs = ("start", *signs_of(tree, words, lexicon))
            marked = "marked" if marks & set(words) else "not marked"
            yield Choosing(((), signs), int(use.power)), marked


def main(data: Path) -> None:
    """Fit the weights, those of the tree first."""
    language = load_knowledge().languages["en"]
    taught = [use for use in uses(data / "metonymy" / "relocar_train.jsonl.gz")]
    taught = [use for use in taught if not held_out(use.document.key)]
    taught += uses(data / "geo_geowebnews" / "train.jsonl.gz")
    weights = fit([choosing for choosing, _ in lessons(taught, language)], SPREAD)
    unseen = uses(data / "geo_geowebnews" / "dev.jsonl.gz")
    weights |= trust([*lessons(unseen, language)], weights)
    OUT.write_text(f"{HEAD}\n[signs]\n{write(weights)}", encoding="utf-8")


def trust(
    unseen: list[tuple[Choosing, str]], weights: dict[str, float], spread: float = 9.0
) -> dict[str, float]:
    """Fit the weight of the learned reader's mark beside the signs whose weights are known.

    The sum of these is a sign of its own, by steps of a half, held where it is by many lessons.
    """
    raise NotImplementedError


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Count what each sign of metonymy weighs: `python -m training.metonymy DATA`.

The signs in the tree are learned from ReLocaR, but for the fifth that is held out, and from the
training part of GeoWebNews. The learned reader has seen both, so that its own weight was chosen on
the development part of GeoWebNews. Writes `powers.toml`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.knowledge import BUILT_IN, Language, load_knowledge
from counterclaim.language import parser
from counterclaim.language.metonymy import lexicon_of, signs_of
from counterclaim.model.tree import grow
from evaluation.metonymy import Use, held_out, uses
from training.weighing import Choosing, fit, write

OUT = BUILT_IN / "languages" / "en" / "powers.toml"
HEAD = (
    "# What each sign of a power weighs, in log odds: counted by `python -m training.metonymy`.\n"
)
SPREAD = 2.0
LEARNED = {"marked": 1.0, "not marked": -1.0}
"""What the learned reader's own mark weighs: of 1, 2 and 3, the best on GeoWebNews' dev part."""


def lessons(found: Iterable[Use], language: Language) -> Iterator[Choosing]:
    """Yield for each place its signs beside none at all."""
    lexicon = lexicon_of(language.metonymy)
    for use in found:
        tree = grow(parser.parse(use.document, language.parser))
        if words := tree.at(use.span):
            signs = ("start", *signs_of(tree, words, lexicon))
            yield Choosing(((), signs), int(use.power))


def main(data: Path) -> None:
    """Fit the weights, those of the tree first."""
    language = load_knowledge().languages["en"]
    taught = list(uses(data / "metonymy" / "relocar_train.jsonl.gz"))
    taught = [use for use in taught if not held_out(use.document.key)]
    taught += uses(data / "geo_geowebnews" / "train.jsonl.gz")
    weights = fit([*lessons(taught, language)], SPREAD)
    OUT.write_text(f"{HEAD}\n[signs]\n{write(weights | LEARNED)}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

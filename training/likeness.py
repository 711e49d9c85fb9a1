"""Count what each sign of sameness weighs: `python -m training.likeness DATA`.

Learned from the chains that people marked in NP4E and GUM: every mention of a party, in the order
of the text, with all parties before it to choose from. Writes `likeness.toml`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from counterclaim.knowledge import BUILT_IN
from counterclaim.language.coreference.party import Party
from counterclaim.language.coreference.ranking import options
from evaluation.chains import Marked, marked_in, scene_in
from training.weighing import Choosing, fit, write

OUT = BUILT_IN / "languages" / "en" / "likeness.toml"
HEAD = (
    "# What each sign of sameness weighs, in log odds: counted by `python -m training.likeness`.\n"
)


def lessons(marked: Marked) -> Iterator[Choosing]:
    """Go through a document; of each mention of a party, tell which earlier party it is."""
    scene = scene_in(marked, marked.mentions)
    parties: dict[str, Party] = {}
    for one in scene.forms:
        chain = marked.chains[one.mention.id]
        choices = list(options(one, list(parties.values()), scene))
        right = [at for at, each in enumerate(choices) if each.party is parties.get(chain)]
        yield Choosing(tuple(each.signs for each in choices), right[0] if right else 0)
        parties.setdefault(chain, Party(len(parties))).add(one)


def main(data: Path) -> None:
    """Fit the weights to the training parts of both sets."""
    files = [data / name / "train.jsonl.gz" for name in ("np4e", "gum_coref")]
    found = [lesson for file in files for each in marked_in(file) for lesson in lessons(each)]
    OUT.write_text(f"{HEAD}\n[signs]\n{write(fit(found))}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

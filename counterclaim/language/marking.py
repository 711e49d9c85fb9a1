"""Marks read off the scores: names, things, and parts in events, each label for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.language.encoding import Encoded, Numbers
from counterclaim.model.tags import Mark

WITHIN = "/within"
"""Ends the name of a layer that tells what lies within another mark of the same label."""

SURE = 0.5
"""Probability from which a word belongs to a mark."""


def marks(encoded: Encoded, layers: Sequence[str]) -> tuple[Mark, ...]:
    """Return the marks of all layers, in the order of the text; of one stretch, the longest first.

    A layer has three answers for each word: none, begins a mark, continues it. Layers are asked
    apart from each other, so marks of different labels may overlap. The score is the mean
    probability, over the words of a mark, that they belong to one.
    """
    logits = encoded.outputs["marks"][list(encoded.first)]
    chances = _softmax(logits.reshape(len(logits), len(layers), 3))
    inside = chances[..., 1:].sum(-1)
    begins = chances[..., 1] > chances[..., 2]
    found = {
        Mark(layer.removesuffix(WITHIN), words, round(float(score), 3))
        for number, layer in enumerate(layers)
        for words in _runs(inside[:, number] > SURE, begins[:, number])
        for score in [inside[list(words), number].mean()]
    }
    return tuple(sorted(found, key=_order))


def _order(mark: Mark) -> tuple[int, int, str, float]:
    return mark.words[0], -len(mark.words), mark.label, -mark.score


def _runs(
    inside: npt.NDArray[np.bool_], begins: npt.NDArray[np.bool_]
) -> Iterator[tuple[int, ...]]:
    """Yield the stretches of words inside; a word that rather begins one parts it from the last."""
    run: list[int] = []
    for at in np.flatnonzero(inside).tolist():
        if run and (begins[at] or at != run[-1] + 1):
            yield tuple(run)
            run = []
        run.append(at)
    if run:
        yield tuple(run)


def _softmax(logits: Numbers) -> Numbers:
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    found: Numbers = shifted / shifted.sum(-1, keepdims=True)
    return found

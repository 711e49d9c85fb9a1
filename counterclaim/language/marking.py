"""Marks read off the scores: names, things, and parts in events, each label for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from counterclaim.language.encoding import Encoded, Numbers
from counterclaim.model.tags import Mark

WITHIN = "/within"
"""Ends the name of a layer that tells what lies within another mark of the same label."""

STEEP = 40.0
"""Difference of logits beyond which nothing changes but the danger of overflow."""


def marks(encoded: Encoded, layers: Mapping[str, float]) -> tuple[Mark, ...]:
    """Return the marks of all layers, in the order of the text; of one stretch, the longest first.

    A layer has three answers for each word: none, begins a mark, continues it; `layers` gives the
    probability above which a word belongs to a mark. Layers are asked apart from each other, so
    marks of different labels may overlap. The score is the mean of these probabilities.
    """
    names, least = tuple(layers), np.array([*layers.values()], dtype=np.float32)
    logits = encoded.outputs["marks"][list(encoded.first)]
    none, begins, goes_on = logits.reshape(len(logits), len(layers), 3).T
    odds = _odds(begins - none) + _odds(goes_on - none)
    inside = odds / (1 + odds)
    found: dict[tuple[str, int, int], float] = {}
    for layer, begin, end in _runs(inside > least[:, None], begins > goes_on):
        stretch = (names[layer].removesuffix(WITHIN), begin, end)
        score = round(float(inside[layer, begin:end].sum() / (end - begin)), 3)
        found[stretch] = max(score, found.get(stretch, 0.0))
    ordered = sorted(found, key=lambda one: (one[1], -one[2], one[0]))
    return tuple(Mark(one[0], tuple(range(*one[1:])), found[one]) for one in ordered)


def _odds(difference: Numbers) -> Numbers:
    return np.exp(np.minimum(difference, STEEP))


def _runs(
    inside: npt.NDArray[np.bool_], begins: npt.NDArray[np.bool_]
) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of words inside: layer, first word, the one after the last.

    A word that rather begins a mark than continues one parts it from the word before.
    """
    edge = np.zeros((len(inside), 1), dtype=np.bool_)
    starts = inside & (begins | ~np.hstack([edge, inside[:, :-1]]))
    stops = inside & np.hstack([(starts | ~inside)[:, 1:], ~edge])
    layers, firsts = starts.nonzero()
    yield from zip(layers.tolist(), firsts.tolist(), (stops.nonzero()[1] + 1).tolist(), strict=True)

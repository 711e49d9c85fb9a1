"""One text through the encoder: what its heads give for each word and each span of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counterclaim.language.pieces import PARAGRAPH, Piece, Split, cut, windows_of
from counterclaim.model.text import Parse

Numbers = npt.NDArray[np.float32]
Forward = Callable[[npt.NDArray[np.int64]], Mapping[str, Numbers]]
"""Piece numbers of one window to the outputs of the heads, a row for each piece."""

PER_PIECE = ("tags", "relays", "marks", "spans", "stances")
CONSTANT = ("nobody", "orphan", "distance", "paragraph", "offset", "stance_weight", "stance_bias")
OUTPUTS = (*PER_PIECE, *CONSTANT)
"""What the weights give, in this order: a row for each piece, then what is the same for all."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """The outputs of the heads for each piece of a text, and where each word's pieces are.

    `first` and `last` give for each word the number of its first piece and the one after its last.
    `breaks` counts, for each piece, the breaks between paragraphs before it; `sentence` gives the
    number of each word's sentence.
    """

    outputs: Mapping[str, Numbers]
    first: Sequence[int]
    last: Sequence[int]
    breaks: npt.NDArray[np.int64]
    sentence: Sequence[int]


def encode(text: Parse, split: Split, forward: Forward) -> Encoded | None:
    """Run a text through the encoder, window by window; None where it has no words."""
    pieces, breaks = cut(text.document.text, split)
    words = [token.span for token in text.tokens]
    if not pieces or not words:
        return None
    begins, ends = [piece.begin for piece in pieces], [piece.end for piece in pieces]
    last_piece = len(pieces) - 1
    first = [min(bisect_right(ends, word.begin), last_piece) for word in words]
    last = [bisect_left(begins, word.end) for word in words]
    last = [max(begin + 1, end) for begin, end in zip(first, last, strict=True)]
    counted = np.cumsum([piece.id == PARAGRAPH for piece in pieces], dtype=np.int64)
    starts = [sentence.begin for sentence in text.sentences]
    sentence = [bisect_right(starts, word.begin) for word in words]
    return Encoded(_outputs(pieces, breaks, forward), first, last, counted, sentence)


def _outputs(
    pieces: Sequence[Piece], breaks: Sequence[int], forward: Forward
) -> dict[str, Numbers]:
    """Put the windows together: each piece as the window sees it that shows most around it."""
    kept: dict[str, Numbers] = {}
    depth = np.full(len(pieces), -1)
    for begin, end in windows_of(pieces, breaks):
        found = forward(np.array([piece.id for piece in pieces[begin:end]], dtype=np.int64))
        here = _depth(begin, end, len(pieces))
        better = here > depth[begin:end]
        depth[begin:end][better] = here[better]
        for name in PER_PIECE:
            rows = kept.setdefault(
                name, np.zeros((len(pieces), found[name].shape[1]), dtype=np.float32)
            )
            rows[begin:end][better] = found[name][better]
        kept.update((name, found[name]) for name in CONSTANT)
    return kept


def _depth(begin: int, end: int, length: int) -> npt.NDArray[np.int64]:
    """Return how far each piece of a window is from the window's nearer inner edge."""
    at = np.arange(begin, end)
    before = at - begin if begin else np.full(end - begin, length)
    after = end - 1 - at if end < length else np.full(end - begin, length)
    depth: npt.NDArray[np.int64] = np.minimum(before, after)
    return depth

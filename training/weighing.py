"""Weights of named signs, fitted to choices that people made: one answer of several is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

STEPS = 12
LEAST = 0.005
"""A weight nearer to 0 than this is not written down."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choosing:
    """The signs of each answer, and which answer is right."""

    answers: tuple[tuple[str, ...], ...]
    right: int


def fit(lessons: Sequence[Choosing], spread: float = 1.0) -> dict[str, float]:
    """Return the weights under which the right answers are likeliest, by Newton's method.

    The chance of an answer grows with the exponential of the sum of its signs' weights; `spread` is
    the variance that weights are expected to have.
    """
    names = sorted({sign for each in lessons for answer in each.answers for sign in answer})
    signs = _matrix(lessons, {name: at for at, name in enumerate(names)})
    sizes = np.array([len(each.answers) for each in lessons])
    begins = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    right = signs[begins + [each.right for each in lessons]].sum(axis=0)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chances = _chances(signs @ weights, begins, sizes)
        expected = signs * chances[:, None]
        means = np.add.reduceat(expected, begins, axis=0)
        slope = expected.sum(axis=0) - right + weights / spread
        bend = signs.T @ expected - means.T @ means + np.eye(len(names)) / spread
        weights -= np.linalg.solve(bend, slope)
    found = zip(names, weights.tolist(), strict=True)
    return {name: round(weight, 3) for name, weight in found if abs(weight) >= LEAST}


def write(weights: dict[str, float]) -> str:
    """Return weights as lines of TOML."""
    return "".join(f'"{name}" = {weight}\n' for name, weight in sorted(weights.items()))


def _matrix(lessons: Sequence[Choosing], places: dict[str, int]) -> Floats:
    answers = [answer for each in lessons for answer in each.answers]
    signs = np.zeros((len(answers), len(places)))
    for row, answer in enumerate(answers):
        signs[row, [places[sign] for sign in answer]] = 1.0
    return signs


def _chances(scores: Floats, begins: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]) -> Floats:
    most = np.repeat(np.maximum.reduceat(scores, begins), sizes)
    raised = np.exp(scores - most)
    chances: Floats = raised / np.repeat(np.add.reduceat(raised, begins), sizes)
    return chances

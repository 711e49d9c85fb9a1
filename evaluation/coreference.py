"""How well mentions are brought together: MUC, B3 and CEAF of entities, and their mean.

MUC counts links, B3 asks for each mention how much of its chain is right (Bagga and Baldwin 1998),
CEAF pairs chains one to one (Luo 2005); the mean of the three is that of the CoNLL tasks of 2011
and 2012. Chains of one mention are no part of it, unless asked for.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

M = TypeVar("M", bound=Hashable)
Chain = frozenset[M]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was right, of what was wanted and of what was found; the two count apart."""

    recalled: float = 0.0
    wanted: float = 0.0
    precise: float = 0.0
    found: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        """Count two together."""
        return Tally(
            self.recalled + other.recalled,
            self.wanted + other.wanted,
            self.precise + other.precise,
            self.found + other.found,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision, in per cent."""
        recall = self.recalled / self.wanted if self.wanted else 0.0
        precision = self.precise / self.found if self.found else 0.0
        return 200 * recall * precision / (recall + precision) if recall + precision else 0.0


def chains_of(owners: Mapping[M, object]) -> list[Chain[M]]:
    """Return the mentions that belong to one, for each of whom they belong to."""
    found: dict[object, set[M]] = {}
    for mention, owner in owners.items():
        found.setdefault(owner, set()).add(mention)
    return [frozenset(members) for members in found.values()]


def conll(
    texts: Iterable[tuple[Sequence[Chain[M]], Sequence[Chain[M]]]], singletons: bool = False
) -> dict[str, float]:
    """Score chains that were found against those wanted, of each text, by all three measures."""
    tallies = [Tally(), Tally(), Tally()]
    for marked, read in texts:
        wanted = [chain for chain in marked if singletons or len(chain) > 1]
        asked = frozenset().union(*wanted)
        found = [chain & asked for chain in read if chain & asked]
        measured = (muc(wanted, found), b_cubed(wanted, found), ceaf(wanted, found))
        tallies = [one + other for one, other in zip(tallies, measured, strict=True)]
    figures = [tally.f1 for tally in tallies]
    names = ("MUC F1", "B3 F1", "CEAFe F1", "CoNLL F1")
    return dict(zip(names, (round(f, 1) for f in (*figures, sum(figures) / 3)), strict=True))


def muc(wanted: Sequence[Chain[M]], found: Sequence[Chain[M]]) -> Tally:
    """Count the links that hold chains together."""
    return Tally(*_links(wanted, found), *_links(found, wanted))


def b_cubed(wanted: Sequence[Chain[M]], found: Sequence[Chain[M]]) -> Tally:
    """Count, for each mention, the share of its chain that is with it on the other side."""
    return Tally(*_company(wanted, found), *_company(found, wanted))


def ceaf(wanted: Sequence[Chain[M]], found: Sequence[Chain[M]]) -> Tally:
    """Pair chains one to one, so that their likeness is greatest, and sum it up."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if not (wanted and found):
        return Tally(wanted=len(wanted), found=len(found))
    alike = [[2 * len(one & other) / (len(one) + len(other)) for other in found] for one in wanted]
    matrix = np.array(alike)
    total = float(matrix[linear_sum_assignment(matrix, maximize=True)].sum())
    return Tally(total, len(wanted), total, len(found))


def _links(chains: Sequence[Chain[M]], others: Sequence[Chain[M]]) -> tuple[float, float]:
    home = {mention: at for at, other in enumerate(others) for mention in other}
    right = sum(len(chain) - len({home.get(each, each) for each in chain}) for chain in chains)
    return right, sum(len(chain) - 1 for chain in chains)


def _company(chains: Sequence[Chain[M]], others: Sequence[Chain[M]]) -> tuple[float, float]:
    home = {mention: other for other in others for mention in other}
    shares = [
        len(chain & home.get(mention, {mention})) / len(chain)
        for chain in chains
        for mention in chain
    ]
    return sum(shares), len(shares)

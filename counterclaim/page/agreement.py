"""How far two reviewers agree on what both decided, beyond what chance would give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from counterclaim.model.record import Review, Verdict

JUDGED = frozenset({Verdict.CONFIRM, Verdict.REJECT, Verdict.CORRECT})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers: what both decided, the share they agree on, and Cohen's kappa.

    `kappa` is None where neither ever decided otherwise: then chance explains all.
    """

    one: str
    other: str
    both: int
    share: float
    kappa: float | None


def agreements(reviews: Iterable[Review]) -> tuple[Agreement, ...]:
    """Compare every two reviewers on the verdicts of theirs that stand last."""
    verdicts: dict[str, dict[str, Verdict]] = defaultdict(dict)
    for review in reviews:
        if review.verdict in JUDGED:
            verdicts[review.reviewer][review.target] = review.verdict
    pairs = combinations(sorted(verdicts), 2)
    found = (_agreement(one, other, verdicts[one], verdicts[other]) for one, other in pairs)
    return tuple(each for each in found if each.both)


def _agreement(
    one: str, other: str, first: Mapping[str, Verdict], second: Mapping[str, Verdict]
) -> Agreement:
    both = first.keys() & second.keys()
    if not both:
        return Agreement(one, other, 0, 0.0, None)
    share = sum(first[target] is second[target] for target in both) / len(both)
    chance = sum(_rate(first, both, each) * _rate(second, both, each) for each in JUDGED)
    kappa = (share - chance) / (1 - chance) if chance < 1 else None
    return Agreement(one, other, len(both), share, kappa)


def _rate(verdicts: Mapping[str, Verdict], targets: Iterable[str], verdict: Verdict) -> float:
    given = [verdicts[target] for target in targets]
    return given.count(verdict) / len(given)

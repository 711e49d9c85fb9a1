"""Why a place was chosen: the kind of evidence that weighed most."""

from __future__ import annotations

from collections import defaultdict

from counterclaim.knowledge.place_file import Entry
from counterclaim.language.places.candidates import Candidate
from counterclaim.language.places.ranking import Scene, Weights, evidence

REASONS = {
    "in the area behind": "area behind",
    "in the area behind it elsewhere": "area behind",
    "in the outlet's country": "outlet",
    "by the outlet's home": "outlet",
    "its country is named": "area named",
    "its province is named": "area named",
    "its district is named": "area named",
    "share of its country": "places near",
    "share of its province": "places near",
    "places close by": "places near",
    "province of the one before": "places near",
    "province of the one after": "places near",
}

TOLD = frozenset(REASONS) - {
    "share of its country",
    "share of its province",
    "province of the one before",
    "province of the one after",
}
"""What speaks for one place of a name and not merely for its country, by a feature's name."""

SMALL = 20_000  # inhabitants: below, a town is not known the world over
SMALL_BY_ANOTHER_NAME = 200_000  # a name that few call a town by is rather another place's own


def stands_alone(one: Candidate, best: Entry, scene: Scene) -> bool:
    """Whether a small town is all that an entry is, and nothing that the text names is near it.

    In news such a town is the wrong one three times of four: the place meant has no entry.
    """
    least = SMALL if best.own else SMALL_BY_ANOTHER_NAME
    if best.key or not best.feature.startswith("PPL") or best.population >= least:
        return False
    found = evidence(one, best, scene, best.population)
    return not any(value > 0 for name, value in found if name in TOLD)


def reason_for(one: Candidate, best: Entry, scene: Scene, weights: Weights) -> str:
    """Name the kind of evidence that speaks most for an entry."""
    if len(one.entries) == 1:
        return "only one"
    largest = max(entry.population for entry in one.entries)
    features = dict(evidence(one, best, scene, largest))
    votes: dict[str, float] = defaultdict(float)
    for name, value in features.items():
        votes[REASONS.get(name, "largest")] += max(0.0, value * weights.get(name, 0.0))
    votes["largest"] = votes["largest"] / 4
    return max(sorted(votes), key=lambda reason: votes[reason])

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

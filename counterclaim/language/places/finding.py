"""The places of a text: of all that may be one, what is likely one, and nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.knowledge import Language
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.language.places.candidates import Candidate, find_candidates
from counterclaim.language.places.tagging import agreement, chance, features_of, survey
from counterclaim.model.text import Parse

OURS = frozenset({"LINE", "CMP", "CRSG", "INSB"})
WATERS = frozenset({"GULF", "STRT", "SEA", "BAY", "CHN", "OCN"})
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a place, or a people by its place, and the chance that they do."""

    candidate: Candidate
    score: float


def find_places(text: Parse, language: Language, gazetteer: Gazetteer) -> tuple[Named, ...]:
    """Find the names of places in a text, in its order; none overlap."""
    found = find_candidates(text, language.places, gazetteer)
    titles = frozenset(language.attribution.words.get("titles", ()))
    ground = survey(text, found, language.places, titles)
    weights = language.place_weights
    alone = [chance(features_of(one, ground), weights.tagging) for one in found]
    together = agreement(found, alone, weights.agreement)
    told = countries_of(found)
    waters = [one for one in found if is_water(one)]
    scored = [
        Named(one, max(score, SURE) if one in waters or is_known(one, told) else score)
        for one, score in zip(found, together, strict=True)
        if not any(_is_part(one, whole) for whole in waters)
    ]
    return choose(scored, weights.tag_from)


def countries_of(found: Sequence[Candidate]) -> frozenset[str]:
    """Return the countries that a text seems to name, or the people of."""
    named = (entry for one in found for entry in (*one.entries[:1], one.people) if entry)
    return frozenset(entry.country for entry in named if entry.feature == "PCLI")


def is_known(one: Candidate, told: frozenset[str]) -> bool:
    """Whether it is a line, camp, crossing or base in a country that the text names.

    Labelled sets hold too few of those to learn from.
    """
    return one.last - one.first > 1 and any(
        entry.key
        and entry.feature in OURS
        and not told.isdisjoint({*entry.claimed_by, entry.country})
        for entry in one.entries
    )


def is_water(one: Candidate) -> bool:
    """Whether it is a sea by its whole name: the Gulf of Oman is no place of Oman's."""
    whole = one.last - one.first > 2
    return whole and any(entry.key and entry.feature in WATERS for entry in one.entries)


def _is_part(one: Candidate, whole: Candidate) -> bool:
    within = whole.first <= one.first and one.last <= whole.last
    return within and (one.first, one.last) != (whole.first, whole.last)


def choose(scored: Sequence[Named], least: float) -> tuple[Named, ...]:
    """Take the likeliest first, then what does not overlap it, down to the least chance."""
    taken: set[int] = set()
    chosen = []
    for named in sorted(scored, key=_order):
        words = range(named.candidate.first, named.candidate.last)
        if named.score >= least and taken.isdisjoint(words):
            taken.update(words)
            chosen.append(named)
    return tuple(sorted(chosen, key=lambda named: named.candidate.first))


def _order(named: Named) -> tuple[float, int, int]:
    one = named.candidate
    return -named.score, one.first - one.last, one.first

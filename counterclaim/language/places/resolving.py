"""Where the names of a text lie: the likeliest entry of each, or openly none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge import Language
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.place_file import Entry
from counterclaim.language.places.candidates import Candidate
from counterclaim.language.places.finding import Named
from counterclaim.language.places.ranking import Scene, is_same, rank, survey
from counterclaim.language.places.reasons import reason_for, stands_alone
from counterclaim.language.places.values import place_of, site_in, unknown
from counterclaim.model.place import Place
from counterclaim.model.text import Cited, Parse, Rival

RULES: Mapping[str, str] = {
    "people": "It is the adjective of a country or region, or what its people are called.",
    "area behind": "The country or province that stands behind its name holds it.",
    "area named": "The text names the country, province or district in which it lies.",
    "places near": "Other places that the text names lie close by or in the same province.",
    "outlet": "It lies where the outlet is at home.",
    "largest": "Of all places of this name it is by far the best known.",
    "only one": "No other place of this name is in the gazetteer.",
    "site": "A site of a town that the text names; it lies somewhere in that town.",
    "ambiguous": "Several places bear this name, and the text does not tell which it means.",
    "out of the way": "A small town bears this name, and the text names nothing near it.",
    "unlisted": "No place of this name is in the gazetteer.",
    "no gazetteer": "The gazetteer was not made at installation.",
}
RIVALS = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A name of a place in the text, and where it lies."""

    named: Named
    place: Cited[Place]


def resolve(
    text: Parse, found: Sequence[Named], language: Language, gazetteer: Gazetteer
) -> tuple[Placed, ...]:
    """Say of each name where it lies, as far as that is told."""
    weights = language.place_weights
    candidates = [named.candidate for named in found]
    home = gazetteer.home(text.document.outlet) if text.document.outlet else ()
    scene = survey(text, candidates, language.places, weights.ranking, home)
    answers = (_answer(text, named, scene, language, gazetteer) for named in found)
    return tuple(_with_sites(text, list(map(Placed, found, answers))))


def _answer(
    text: Parse, named: Named, scene: Scene, language: Language, gazetteer: Gazetteer
) -> Cited[Place]:
    one = named.candidate
    said = text.document.quote(one.span)
    if one.people:
        return Cited(place_of(one.people, gazetteer), (one.span,), "people", round(named.score, 3))
    if not one.entries:
        return Cited(unknown(said, text.document), (one.span,), "unlisted")
    weights = language.place_weights
    ranked = rank(one, scene, weights.ranking)
    entries = [(entry, score) for entry, score in ranked if entry]
    best = _as_town(entries[0][0], one)
    score = sum(each for entry, each in entries if entry is best or is_same(entry, best))
    rivals = _rivals(entries, best, gazetteer, said)
    if open_because := _open_because(one, best, score, scene, weights.rank_from):
        first = Rival(place_of(best, gazetteer, said), "gazetteer", round(score, 3))
        place = unknown(said, text.document)
        return Cited(place, (one.span,), open_because, None, (first, *rivals))
    rule = reason_for(one, best, scene, weights.ranking)
    return Cited(place_of(best, gazetteer, said), (one.span,), rule, round(score, 3), rivals)


def _open_because(one: Candidate, best: Entry, score: float, scene: Scene, least: float) -> str:
    """Name the rule by which a name stays open, if it does."""
    if score < least and not is_ours_alone(one):
        return "ambiguous"
    return "out of the way" if stands_alone(one, best, scene) else ""


def is_ours_alone(one: Candidate) -> bool:
    """Whether only the supplement has a name of several words: "Line of Control"."""
    return len(one.entries) == 1 and bool(one.entries[0].key) and " " in one.form


def _as_town(best: Entry, one: Candidate) -> Entry:
    """Prefer the town to the province or district of its name, where no word says which."""
    towns = (entry for entry in one.entries if entry.feature.startswith("PPL") and entry.own)
    same = (entry for entry in towns if is_same(entry, best))
    if best.feature not in {"ADM1", "ADM2"} or one.kind:
        return best
    return max(same, key=lambda entry: entry.population, default=best)


def _rivals(
    entries: Sequence[tuple[Entry, float]], best: Entry, gazetteer: Gazetteer, said: str
) -> tuple[Rival[Place], ...]:
    others = [(entry, score) for entry, score in entries if not is_same(entry, best)][:RIVALS]
    return tuple(
        Rival(place_of(entry, gazetteer, said), "gazetteer", round(score, 3))
        for entry, score in others
        if entry is not best and score >= LEAST
    )


LEAST = 0.01  # a chance below is not worth a line


def _with_sites(text: Parse, placed: Sequence[Placed]) -> Iterator[Placed]:
    """Put a site that the gazetteer lacks into the town named last before it, else most often."""
    towns = [one.place.value for one in placed if one.place.value.feature in TOWNS]
    usual = Counter(town.id for town in towns).most_common(1)
    by_id = {town.id: town for town in towns}
    town = by_id[usual[0][0]] if usual else None
    for one in placed:
        place = one.place.value
        if place.feature in TOWNS:
            town = place
        unlisted_site = one.place.rule == "unlisted" and one.named.candidate.site
        yield _site(text, one, town) if unlisted_site and town else one


TOWNS = frozenset({"PPL", "PPLC", "PPLX", "ADM2"})


def _site(text: Parse, one: Placed, town: Place) -> Placed:
    span = one.named.candidate.span
    place = site_in(town, text.document.quote(span), text.document, "FAC")
    return Placed(one.named, Cited(place, (span,), "site"))

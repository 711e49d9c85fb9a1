"""Which place a name means here: each entry of the gazetteer weighed by what the text tells."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from counterclaim.knowledge.place_file import Entry
from counterclaim.knowledge.place_words import PlaceWords
from counterclaim.language.places.candidates import Candidate
from counterclaim.model.text import Parse

CLOSE = (1.0, 1.4)  # degrees of latitude and longitude: some 110 km
K = TypeVar("K", str, int)
Weights = Mapping[str, float]
LIKELIEST = 3  # entries of each other name that are looked at for what lies close
SAME = (0.5, 0.7)  # degrees: a town and the district around it are one answer


@dataclass(frozen=True, slots=True)
class Scene:
    """What the names of a text tell together about where it is set.

    `countries` and `provinces` are shares of the names by where the first guess puts them; `named`
    has the ids of countries, provinces and districts that are named outright, `around` the
    likeliest entries by name, `guesses` the likeliest by first word, `behind` the area behind the
    word that ends a name, `told` the entries that such an area holds, `home` where
    the outlet is at home.
    """

    countries: Mapping[str, float]
    provinces: Mapping[int, float]
    named: frozenset[int]
    named_countries: frozenset[str]
    around: Mapping[str, tuple[Entry, ...]]
    guesses: Mapping[int, Entry]
    order: Mapping[int, int]
    firsts: tuple[int, ...]
    behind: Mapping[int, Candidate]
    told: Mapping[str, frozenset[int]]
    home: tuple[Entry, ...] = ()


def survey(
    text: Parse,
    found: Sequence[Candidate],
    words: PlaceWords,
    weights: Weights,
    home: Sequence[Entry] = (),
) -> Scene:
    """Guess each name on its own, and gather what the guesses tell together."""
    behind = _areas_behind(text, found, words)
    guesses = {one.first: guess for one in found if (guess := _guess(one, weights))}
    by_form = {(one.form, guesses[one.first]) for one in found if one.first in guesses}
    countries = Counter(guess.country for _, guess in by_form)
    provinces = Counter(_province(guess) for _, guess in by_form)
    outright = [guess for guess in guesses.values() if guess.feature in {"PCLI", "ADM1", "ADM2"}]
    return Scene(
        countries=_shares(countries),
        provinces=_shares(provinces),
        named=frozenset(guess.id for guess in outright),
        named_countries=frozenset(guess.country for guess in outright if guess.feature == "PCLI"),
        around={one.form: _likeliest(one, weights) for one in found},
        guesses=guesses,
        order={first: place for place, first in enumerate(sorted(guesses))},
        firsts=tuple(sorted(guesses)),
        behind=behind,
        told=_told_outright(found, behind),
        home=tuple(home),
    )


def _shares(counts: Counter[K]) -> dict[K, float]:
    total = counts.total() or 1
    return {key: count / total for key, count in counts.items()}


def _province(entry: Entry) -> int:
    return entry.id if entry.feature == "ADM1" else entry.admin1


def _areas_behind(
    text: Parse, found: Sequence[Candidate], words: PlaceWords
) -> dict[int, Candidate]:
    """Return what stands behind a comma or "in", by the word that ends the name before."""
    behind = {}
    for one in found:
        at = one.first
        while at > one.first - 2 and at > 0 and text.tokens[at - 1].text in words.joined_by:
            at -= 1
        if at < one.first:
            behind[at] = one
    return behind


def _told_outright(
    found: Sequence[Candidate], behind: Mapping[int, Candidate]
) -> dict[str, frozenset[int]]:
    """Return the entries of a name that lie in the area that once stands behind it."""
    told: dict[str, set[int]] = defaultdict(set)
    for one in found:
        area = behind.get(one.last)
        if area:
            told[one.form] |= {entry.id for entry in one.entries if _holds(area, entry)}
    return {form: frozenset(ids) for form, ids in told.items()}


def rank(one: Candidate, scene: Scene, weights: Weights) -> list[tuple[Entry | None, float]]:
    """Return the entries that a name may mean with their chances, the likeliest first.

    None stands for a place that the gazetteer lacks.
    """
    options: list[tuple[Entry | None, Mapping[str, float]]] = list(options_of(one, scene))
    totals = [weigh(features, weights) for _, features in options]
    highest = max(totals)
    exps = [math.exp(total - highest) for total in totals]
    whole = sum(exps)
    ranked = [(entry, value / whole) for (entry, _), value in zip(options, exps, strict=True)]
    return sorted(ranked, key=lambda pair: -pair[1])


def is_same(one: Entry, other: Entry) -> bool:
    """Whether two entries are one answer: a town, and the district around it."""
    return _within(one, other, SAME)


def weigh(features: Mapping[str, float], weights: Weights) -> float:
    """Return the sum of the weights of features."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def options_of(one: Candidate, scene: Scene) -> Iterator[tuple[Entry | None, Mapping[str, float]]]:
    """Yield each entry, and None for a place not listed, with its features."""
    largest = max((entry.population for entry in one.entries), default=0)
    for entry in one.entries:
        yield entry, dict(evidence(one, entry, scene, largest))
    yield None, dict(_elsewhere(one, largest))


def _elsewhere(one: Candidate, largest: int) -> Iterator[tuple[str, float]]:
    yield "elsewhere", 1.0
    yield "elsewhere: largest", math.log10(1 + largest) / 7
    if one.kind:
        yield "elsewhere: kind", 1.0
    if not any(entry.own for entry in one.entries):
        yield "elsewhere: other names", 1.0
    if " " in one.form:
        yield "elsewhere: several words", 1.0
    if any(entry.feature in {"PCLI", "ADM1"} for entry in one.entries):
        yield "elsewhere: area", 1.0


def evidence(
    one: Candidate, entry: Entry, scene: Scene, largest: int
) -> Iterator[tuple[str, float]]:
    """Yield the features of an entry by name."""
    yield from _alone(one, entry, largest)
    yield from _told(one, entry, scene)
    yield from _at_home(entry, scene)
    yield from _together(one, entry, scene)


def _alone(one: Candidate, entry: Entry, largest: int) -> Iterator[tuple[str, float]]:
    """Tell what the entry is, whatever the text."""
    yield f"is:{_class(entry.feature)}", 1.0
    yield "own name", float(entry.own)
    yield "population", math.log10(1 + entry.population) / 7
    if entry.feature.startswith("PPL") and entry.population == largest > 0:
        yield "the most populous", 1.0
    if one.dateline and entry.feature.startswith("PPL"):
        yield "a town in a dateline", 1.0
    if one.kind:
        yield f"kind {'agrees' if entry.feature[:3] == one.kind[:3] else 'differs'}", 1.0
    if len(one.entries) == 1:
        yield "the only one", 1.0
    if entry.feature != "PCLI" and any(_is_its_country(each, entry) for each in one.entries):
        yield "named as its country", 1.0


def _is_its_country(country: Entry, entry: Entry) -> bool:
    return country.feature == "PCLI" and country.own and country.country == entry.country


def _told(one: Candidate, entry: Entry, scene: Scene) -> Iterator[tuple[str, float]]:
    """Tell what is said of it: the area behind a comma, the areas that the text names."""
    behind = scene.behind.get(one.last)
    if behind and _holds(behind, entry):
        yield "in the area behind", 1.0
    elif entry.id in scene.told.get(one.form, ()):
        yield "in the area behind it elsewhere", 1.0
    if entry.feature != "PCLI":
        if entry.country in scene.named_countries:
            yield "its country is named", 1.0
        if entry.admin1 in scene.named:
            yield "its province is named", 1.0
        if entry.admin2 in scene.named and entry.admin2:
            yield "its district is named", 1.0


def _at_home(entry: Entry, scene: Scene) -> Iterator[tuple[str, float]]:
    """Tell whether it lies where the outlet is at home."""
    if any(entry.country == home.country for home in scene.home):
        yield "in the outlet's country", 1.0
    if any(_within(entry, home, CLOSE) for home in scene.home):
        yield "by the outlet's home", 1.0


def _together(one: Candidate, entry: Entry, scene: Scene) -> Iterator[tuple[str, float]]:
    """Tell how it fits the other places of the text."""
    guess = scene.guesses.get(one.first)
    own = 1 / max(1, len(scene.around)) if guess and guess.country == entry.country else 0.0
    yield "share of its country", max(0.0, scene.countries.get(entry.country, 0.0) - own)
    province = _province(entry)
    if province:
        mine = guess and province in {guess.id, guess.admin1}
        share = scene.provinces.get(province, 0.0) - (1 / max(1, len(scene.around)) if mine else 0)
        yield "share of its province", max(0.0, share)
    close = sum(_close(entry, others) for form, others in scene.around.items() if form != one.form)
    yield "places close by", math.log2(1 + close)
    for name, beside in _beside(one, scene):
        if beside.country == entry.country:
            yield f"country of the one {name}", 1.0
        if province and province in {beside.id, beside.admin1}:
            yield f"province of the one {name}", 1.0


def _beside(one: Candidate, scene: Scene) -> Iterator[tuple[str, Entry]]:
    at = scene.order.get(one.first)
    if at is not None:
        for name, step in (("before", -1), ("after", 1)):
            if 0 <= at + step < len(scene.firsts):
                yield name, scene.guesses[scene.firsts[at + step]]


def _close(entry: Entry, others: Sequence[Entry]) -> float:
    """Return 1 for a name whose likeliest place is close, less for its second and third."""
    for place, other in enumerate(others):
        if _within(entry, other, CLOSE):
            return 1 / (1 + place)
    return 0.0


def _within(one: Entry, other: Entry, degrees: tuple[float, float]) -> bool:
    if None in {one.latitude, other.latitude} or {one.feature, other.feature} & {"PCLI", "CONT"}:
        return False
    north = abs((one.latitude or 0) - (other.latitude or 0))
    return north < degrees[0] and abs((one.longitude or 0) - (other.longitude or 0)) < degrees[1]


def _holds(area: Candidate, entry: Entry) -> bool:
    return any(
        (each.feature == "PCLI" and each.country == entry.country and entry.feature != "PCLI")
        or (each.feature in {"ADM1", "ADM2"} and each.id in {entry.admin1, entry.admin2})
        for each in area.entries
    )


def _guess(one: Candidate, weights: Weights) -> Entry | None:
    likeliest = _likeliest(one, weights)
    return one.people or (likeliest[0] if likeliest else None)


def _likeliest(one: Candidate, weights: Weights) -> tuple[Entry, ...]:
    largest = max((entry.population for entry in one.entries), default=0)
    by_chance = sorted(
        one.entries,
        key=lambda entry: -weigh(dict(_alone(one, entry, largest)), weights),
    )
    return tuple(by_chance[:LIKELIEST])


def _class(feature: str) -> str:
    if feature.startswith("ADM") or feature in {"PCLI", "PPLC"}:
        return feature
    return "town" if feature.startswith("PPL") else "region"

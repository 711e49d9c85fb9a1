"""Which words are places, and which places they are: `python -m training.places --data DATA`.

Learned on the train parts of four sets of news with marked places (Local-Global Lexicon, TR-News,
GeoWebNews, GeoVirus). Writes data/languages/en/place_weights.toml. Takes some three minutes, most
of it for the parser.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from counterclaim.documents.description import describe
from counterclaim.knowledge import BUILT_IN, Language, load_knowledge
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.geography import distance
from counterclaim.language import parser
from counterclaim.language.places.candidates import Candidate, find_candidates
from counterclaim.language.places.finding import Named, choose
from counterclaim.language.places.ranking import options_of
from counterclaim.language.places.ranking import survey as survey_scene
from counterclaim.language.places.tagging import agreement_of, chance, features_of, survey
from counterclaim.model.text import Document, Parse

SETS: Mapping[str, float] = {
    "geo_lgl": 1.0,
    "geo_trnews": 1.5,
    "geo_geowebnews": 1.2,
    "geo_geovirus": 0.7,
}
"""Sets by the weight of their texts."""
NAMES = frozenset({"Literal", "Mixed", "Coercion", "Metonymic"})
FOLDS = 4
RARE = 8  # a feature seen less often is left out
CLOSE = 161.0  # km, 100 miles: the measure of the field
TAG_FROM, RANK_FROM = 0.37, 0.5
GIVEN = {"in the outlet's country": 1.5, "by the outlet's home": 2.0}
"""Weights set by hand: the sets do not name their outlets."""
SHIPPED = BUILT_IN / "languages" / "en" / "place_weights.toml"
HEAD = """# Place names, learned by `python -m training.places`: the weights of named features, and
# the chances from which an answer stands. Written by that script, not by hand.
"""
Features = Mapping[str, float]
Weights = dict[str, float]
Vector = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Text:
    """A text with its candidates, their features, and which of them are places (None: unknown)."""

    set: str
    parse: Parse
    gold: tuple[tuple[int, int, float, float], ...]
    found: tuple[Candidate, ...]
    features: tuple[Features, ...]
    right: tuple[bool | None, ...]


def read_texts(data: Path, language: Language, gazetteer: Gazetteer) -> Iterator[Text]:
    """Yield the texts of all sets."""
    for name in SETS:
        with gzip.open(data / name / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                yield _text(name, json.loads(line), language, gazetteer)


def _text(name: str, row: dict[str, Any], language: Language, gazetteer: Gazetteer) -> Text:
    document = Document(row["text"], title=row.get("title") or "", language="en")
    parse = parser.parse(describe(document, load_knowledge()), language.parser)
    found = tuple(find_candidates(parse, language.places, gazetteer))
    titles = frozenset(language.attribution.words.get("titles", ()))
    ground = survey(parse, found, language.places, titles)
    gold = tuple(
        (place["b"], place["e"], float(place["lat"]), float(place["lon"]))
        for place in row["places"]
        if place.get("lat") is not None and place.get("type", "Literal") in NAMES
    )
    marked = [(place["b"], place["e"]) for place in row["places"]]
    right = _right(name, found, gold, marked)
    return Text(name, parse, gold, found, tuple(features_of(one, ground) for one in found), right)


def _right(
    name: str,
    found: Sequence[Candidate],
    gold: Sequence[tuple[int, int, float, float]],
    marked: Sequence[tuple[int, int]],
) -> tuple[bool | None, ...]:
    """Say of each candidate whether it is a place; None where a set does not mark such words."""
    best = set()
    for begin, end, *_ in gold:
        shares = [(_share(one, begin, end), -place) for place, one in enumerate(found)]
        if shares and max(shares)[0] >= 0.5:
            best.add(-max(shares)[1])
    unmarked = name == "geo_geovirus"
    asked = [
        not any(_share(one, *span) for span in marked)
        or any(_share(one, begin, end) for begin, end, *_ in gold)
        for one in found
    ]
    return tuple(
        True if place in best else None if not asked[place] or (unmarked and one.people) else False
        for place, one in enumerate(found)
    )


def _share(one: Candidate, begin: int, end: int) -> float:
    common = min(one.span.end, end) - max(one.span.begin, begin)
    return max(0.0, common / (max(one.span.end, end) - min(one.span.begin, begin)))


def learn_tagging(texts: Sequence[Text]) -> tuple[Weights, Weights, list[list[float]]]:
    """Learn what is a place; return the weights, those of agreement, and held-out chances."""
    weights = _logistic(texts, [text.features for text in texts])
    held_out: list[list[float]] = [[] for _ in texts]
    for fold in range(FOLDS):
        rest = [text for place, text in enumerate(texts) if place % FOLDS != fold]
        of_rest = _logistic(rest, [text.features for text in rest])
        for place in range(fold, len(texts), FOLDS):
            held_out[place] = [chance(each, of_rest) for each in texts[place].features]
    told = [_agreements(text, chances) for text, chances in zip(texts, held_out, strict=True)]
    agreed = _logistic(texts, told)
    return weights, agreed, [[chance(each, agreed) for each in features] for features in told]


def _agreements(text: Text, chances: Sequence[float]) -> tuple[Features, ...]:
    places: dict[str, list[int]] = {}
    for place, one in enumerate(text.found):
        places.setdefault(one.form, []).append(place)
    return tuple(
        agreement_of(chances[at], [chances[other] for other in places[one.form] if other != at])
        for at, one in enumerate(text.found)
    )


def _logistic(texts: Sequence[Text], features: Sequence[Sequence[Features]]) -> Weights:
    """Fit a logistic model by Newton's method, with a small penalty on large weights."""
    rows = [
        (each, right, SETS[text.set])
        for text, many in zip(texts, features, strict=True)
        for each, right in zip(many, text.right, strict=True)
        if right is not None
    ]
    counts = Counter(name for each, *_ in rows for name in each)
    names = ["bias", *sorted(name for name, count in counts.items() if count >= RARE)]
    x = _matrix([{"bias": 1.0, **each} for each, *_ in rows], names)
    y = np.array([right for _, right, _ in rows], float)
    weight = np.array([weight for *_, weight in rows])
    beta = np.zeros(len(names))
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        slope = x.T @ (weight * (p - y)) + beta
        bend = (x * (weight * p * (1 - p) + 1e-9)[:, None]).T @ x + np.eye(len(names))
        beta -= np.linalg.solve(bend, slope)
    return dict(zip(names, beta.tolist(), strict=True))


def _matrix(rows: Sequence[Features], names: Sequence[str]) -> Vector:
    column = {name: place for place, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for place, row in enumerate(rows):
        for name, value in row.items():
            if name in column:
                x[place, column[name]] = value
    return x


@dataclass(frozen=True)
class Choice:
    """A name that is a place: its options, and which of them lie where the place does."""

    features: tuple[Features, ...]
    right: tuple[bool, ...]


def choices(
    text: Text, chances: Sequence[float], words: Language, weights: Weights, gazetteer: Gazetteer
) -> Iterator[Choice]:
    """Yield the choices that a text asks for, where a place was found and its point is known."""
    named = choose([Named(*pair) for pair in zip(text.found, chances, strict=True)], TAG_FROM)
    candidates = [each.candidate for each in named]
    scene = survey_scene(text.parse, candidates, words.places, weights)
    for one in candidates:
        gold = next((place for place in text.gold if _share(one, *place[:2]) >= 0.5), None)
        if gold is None or one.people or not one.entries:
            continue
        options = list(options_of(one, scene))
        points = [gazetteer.point(entry) if entry else None for entry, _ in options]
        right = [point is not None and distance(point, gold[2:]) <= CLOSE for point in points]
        if not any(right):
            right = [entry is None for entry, _ in options]
        yield Choice(tuple(features for _, features in options), tuple(right))


def learn_ranking(asked: Sequence[Choice], start: Weights, rounds: int = 400) -> Weights:
    """Fit a conditional logit: of the options of each name, those that are right shall win."""
    flat = [features for each in asked for features in each.features]
    names = sorted({name for features in flat for name in features})
    x, group = _matrix(flat, names), np.repeat(range(len(asked)), [len(a.right) for a in asked])
    right = np.array([right for each in asked for right in each.right], float)
    beta = np.array([start.get(name, 0.0) for name in names])
    mean, square = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, rounds + 1):
        p = _softmax(x @ beta, group, len(asked))
        won = p * right
        wanted = won / (np.bincount(group, won, len(asked)) + 1e-12)[group]
        slope = x.T @ (p - wanted) / len(asked) + 0.02 * beta / len(asked) ** 0.5
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        beta -= 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, beta.tolist(), strict=True))


def _softmax(z: Vector, group: npt.NDArray[np.int64], groups: int) -> Vector:
    highest = np.full(groups, -np.inf)
    np.maximum.at(highest, group, z)
    e = np.exp(z - highest[group])
    shares: Vector = e / np.bincount(group, e, groups)[group]
    return shares


def write(tables: Mapping[str, Weights]) -> None:
    """Write the weights; what weighs next to nothing is left out."""
    lines = [HEAD, f"tag_from = {TAG_FROM}", f"rank_from = {RANK_FROM}"]
    for name, weights in tables.items():
        lines += ["", f"[{name}]"]
        kept = {key: round(value, 3) for key, value in sorted(weights.items())}
        lines += [
            f"{json.dumps(key)} = {value}" for key, value in kept.items() if abs(value) >= 0.02
        ]
    SHIPPED.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Learn and write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    knowledge = load_knowledge()
    language, gazetteer = knowledge.languages["en"], knowledge.gazetteer
    if gazetteer is None:
        options.error("there is no gazetteer: counterclaim places --allow-network")
    texts = list(read_texts(options.parse_args().data, language, gazetteer))
    tagging, agreement, chances = learn_tagging(texts)
    ranking: Weights = dict(language.place_weights.ranking)
    for _ in range(2):
        pairs = list(zip(texts, chances, strict=True))
        asked = [
            each for text, own in pairs for each in choices(text, own, language, ranking, gazetteer)
        ]
        ranking = learn_ranking(asked, ranking)
    write({"tagging": tagging, "agreement": agreement, "ranking": ranking | GIVEN})
    print(f"learned from {len(texts)} texts and {len(asked)} names")


if __name__ == "__main__":
    main()

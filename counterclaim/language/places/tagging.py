"""Whether words are a place: named features of each candidate, weighed by a logistic model."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.place_words import PlaceWords
from counterclaim.language.places.candidates import PLACE_LABELS, Candidate, names_of
from counterclaim.model.text import Parse, Token

Features = Mapping[str, float]
LINES = frozenset({"—", "–", "--", "-", "(", "_"})


@dataclass(frozen=True, slots=True)
class Ground:
    """What the whole text tells about its names, gathered once.

    `labels` counts by folded name how often the parser takes it for what; `label_at` has the
    parser's name that a word is part of: label, first word, the one after the last.
    """

    parse: Parse
    words: PlaceWords
    titles: frozenset[str]
    label_at: Mapping[int, tuple[str, int, int]]
    labels: Mapping[str, Counter[str]]
    surnames: frozenset[str]
    small: frozenset[str]
    areas: Mapping[int, Candidate]
    ends: Mapping[int, Candidate]
    starts: frozenset[int]


def survey(
    parse: Parse, found: Sequence[Candidate], words: PlaceWords, titles: frozenset[str]
) -> Ground:
    """Gather what the whole text tells."""
    names = list(names_of(parse))
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for label, first, last in names:
        labels[_text(parse, *_bare(parse, words, first, last))][label] += 1
    people = [name for name in names if name[0] == "PERSON" and name[2] - name[1] > 1]
    areas = {
        one.first: one for one in found if any(_is_area(entry.feature) for entry in one.entries)
    }
    return Ground(
        parse=parse,
        words=words,
        titles=titles,
        label_at={at: name for name in names for at in range(name[1], name[2])},
        labels=labels,
        surnames=frozenset(
            parse.tokens[at].text for _, first, last in people for at in range(first, last)
        ),
        small=frozenset(token.text for token in parse.tokens if token.text.islower()),
        areas=areas,
        ends={one.last: one for one in found if one.entries},
        starts=_starts(parse),
    )


def chance(features: Features, weights: Mapping[str, float]) -> float:
    """Return the chance that features of this weight give."""
    total = weights.get("bias", 0.0)
    total += sum(value * weights.get(name, 0.0) for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def agreement(
    found: Sequence[Candidate], chances: Sequence[float], weights: Mapping[str, float]
) -> list[float]:
    """Weigh each chance anew with those of the same name elsewhere in the text."""
    by_form: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, (one, each) in enumerate(zip(found, chances, strict=True)):
        by_form[one.form].append((place, each))
    return [
        chance(agreement_of(each, [c for at, c in by_form[one.form] if at != place]), weights)
        for place, (one, each) in enumerate(zip(found, chances, strict=True))
    ]


def agreement_of(own: float, others: Sequence[float]) -> dict[str, float]:
    """Return what the chances of a name here and elsewhere tell, by name."""
    found = {"its own": _logit(own)}
    if others:
        found["found elsewhere"] = 1.0
        found["best elsewhere"] = _logit(max(others))
        found["usual elsewhere"] = sum(map(_logit, others)) / len(others)
    return found


def _logit(chance: float) -> float:
    bounded = max(0.001, min(0.999, chance))
    return math.log(bounded / (1 - bounded))


def features_of(one: Candidate, ground: Ground) -> dict[str, float]:
    """Return the features of a candidate by name; what is absent is 0."""
    found: dict[str, float] = {}
    for group in GROUPS:
        for name, value in group(one, ground):
            found[name] = found.get(name, 0.0) + value
    return found


def _label(one: Candidate, ground: Ground) -> Iterator[tuple[str, float]]:
    """Tell what the parser takes these words for, here and elsewhere in the text."""
    inside = [ground.label_at.get(at) for at in range(one.first, one.last)]
    names = [name for name in dict.fromkeys(inside) if name]
    if not names:
        yield "unlabelled", 1.0
    for label, first, last in names:
        relation = _relation(one, ground, first, last)
        yield f"{relation}:{label if label in LABELS else 'other'}", 1.0
        if relation == "within":
            side = "end" if one.last == last else "start" if one.first == first else "mid"
            yield f"within:{label if label in LABELS else 'other'}:{side}", 1.0
    counts = ground.labels.get(_text(ground.parse, one.first, one.last), Counter())
    total = sum(counts.values())
    if total:
        yield "often place", sum(counts[label] for label in PLACE_LABELS) / total
        yield "often person", counts["PERSON"] / total
        yield "often organisation", counts["ORG"] / total


LABELS = frozenset({"GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "DATE", "EVENT"})


def _relation(one: Candidate, ground: Ground, first: int, last: int) -> str:
    """Say whether a candidate is a name of the parser's, within one, or holds one."""
    if (one.first, one.last) in {(first, last), _bare(ground.parse, ground.words, first, last)}:
        return "is"
    return "within" if first <= one.first and one.last <= last else "holds"


def _bare(parse: Parse, words: PlaceWords, first: int, last: int) -> tuple[int, int]:
    """Leave out article, side and genitive mark: "the northern X's" is X."""
    tokens = parse.tokens
    while first < last - 1 and (
        tokens[first].pos == "DET" or tokens[first].text.lower() in words.sides
    ):
        first += 1
    return first, last - (tokens[last - 1].tag == "POS" and last - first > 1)


def _listed(one: Candidate, _: Ground) -> Iterator[tuple[str, float]]:
    """Tell what the gazetteer has by this name."""
    if one.people:
        yield "people", 1.0
    if not one.entries:
        yield "unlisted", 1.0
    for kind in {_class(entry.feature) for entry in one.entries if entry.own}:
        yield f"listed:{kind}", 1.0
    if one.entries and not any(entry.own for entry in one.entries):
        yield "listed by another name", 1.0
    if one.last - one.first > 1 and any(entry.feature == "PCLI" for entry in one.entries):
        yield "country of several words", 1.0
    largest = max((entry.population for entry in one.entries), default=0)
    yield "population", math.log10(1 + largest) / 7
    if one.kind:
        yield f"kind:{'area' if _is_area(one.kind) else 'nature'}", 1.0
        yield "kind listed" if one.entries else "kind unlisted", 1.0
    if one.site:
        yield "site", 1.0


def _form(one: Candidate, ground: Ground) -> Iterator[tuple[str, float]]:
    """Tell how the words are written."""
    tokens = ground.parse.tokens[one.first : one.last]
    text = ground.parse.document.quote(one.span)
    yield f"words:{min(len(text.split()), 4)}", 1.0
    if text.isupper():
        yield "capitals" if len(text) > 4 else "short capitals", 1.0
    if text.endswith("."):
        yield "ends in a dot", 1.0
    if len(tokens) == 1:
        yield f"pos:{tokens[0].pos if tokens[0].pos in POS else 'other'}", 1.0
        if text.lower() in ground.small:
            yield "also in small letters", 1.0
        if len(text) < 4:
            yield "short", 1.0
    if not ground.surnames.isdisjoint(token.text for token in tokens):
        yield "part of a person's name", 1.0


POS = frozenset({"PROPN", "NOUN", "ADJ", "VERB", "ADP", "DET"})


def _before(one: Candidate, ground: Ground) -> Iterator[tuple[str, float]]:
    """Tell what stands before it."""
    token = _at(ground.parse, one.first - 1)
    if token is None or one.first in ground.starts:
        yield "begins a sentence", 1.0
        return
    small = token.text.lower()
    if small in ground.words.at:
        yield f"after:{small if small in STRONG else 'at'}", 1.0
    elif small in ground.titles or small.rstrip(".") in ground.titles:
        yield "after a title", 1.0
    elif small in {"the", "and", ","}:
        yield f"after:{small}", 1.0
    elif small in ground.words.sides:
        yield "after a side", 1.0
    elif _capital(token):
        yield "after a capital", 1.0
    else:
        yield f"after pos:{token.pos if token.pos in POS else 'other'}", 1.0
    if small == "," and one.first - 1 in ground.ends:
        yield "after a place and a comma", 1.0
        yield from _contained(ground.ends[one.first - 1], one, "holds the place before")


STRONG = frozenset({"in", "near", "from", "to", "of", "at", "for", "on"})


def _after(one: Candidate, ground: Ground) -> Iterator[tuple[str, float]]:
    """Tell what stands after it."""
    token = _at(ground.parse, one.last)
    if token is None:
        return
    if token.text == "," and one.last + 1 in ground.areas:
        yield "before a comma and an area", 1.0
        yield from _contained(one, ground.areas[one.last + 1], "in the area behind")
    elif token.text in LINES and _opens_paragraph(one, ground):
        yield "dateline", 1.0
    else:
        yield from _next_word(token, starts=one.last in ground.starts, words=ground.words)


def _next_word(token: Token, *, starts: bool, words: PlaceWords) -> Iterator[tuple[str, float]]:
    if token.tag == "POS":
        yield "before a genitive mark", 1.0
    elif _capital(token) and not starts:
        yield "before a capital", 1.0
    elif token.pos in {"VERB", "AUX"}:
        yield "before a verb", 1.0
    elif token.pos == "NOUN":
        yield "before a noun", 1.0
        if token.text.lower() in words.kinds or token.text.lower() in words.sites:
            yield "before a kind", 1.0


def _contained(inner: Candidate, outer: Candidate, name: str) -> Iterator[tuple[str, float]]:
    areas = {entry.id for entry in outer.entries if _is_area(entry.feature)}
    countries = {entry.country for entry in outer.entries if entry.feature == "PCLI"}
    if any(
        entry.admin1 in areas or entry.admin2 in areas or entry.country in countries
        for entry in inner.entries
    ):
        yield name, 1.0


GROUPS: tuple[Callable[[Candidate, Ground], Iterator[tuple[str, float]]], ...] = (
    _label,
    _listed,
    _form,
    _before,
    _after,
)


def _class(feature: str) -> str:
    if feature.startswith("ADM") or feature in {"PCLI", "PPLC"}:
        return feature
    return "town" if feature.startswith("PPL") else "region"


def _is_area(feature: str) -> bool:
    return feature in {"PCLI", "ADM1", "ADM2"}


def _opens_paragraph(one: Candidate, ground: Ground) -> bool:
    at = bisect_right(ground.parse.paragraphs, one.span.begin, key=lambda part: part.begin) - 1
    return at >= 0 and one.span.begin - ground.parse.paragraphs[at].begin < 40


def _starts(parse: Parse) -> frozenset[int]:
    """Return the words with which sentences begin."""
    begins = {sentence.begin for sentence in parse.sentences}
    return frozenset(at for at, token in enumerate(parse.tokens) if token.span.begin in begins)


def _capital(token: Token) -> bool:
    return token.text[0].isupper()


def _at(parse: Parse, place: int) -> Token | None:
    return parse.tokens[place] if 0 <= place < len(parse.tokens) else None


def _text(parse: Parse, first: int, last: int) -> str:
    return " ".join(token.text for token in parse.tokens[first:last])

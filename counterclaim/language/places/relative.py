"""Places that are told by others: "20 km north of Kunduz", "near the Pakistan border".

Each is a mention of its own around the name: its words, and an area as wide as they leave it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.geography import Point, distance, moved
from counterclaim.knowledge.place_words import PlaceWords
from counterclaim.language.places.resolving import Placed
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.text import Cited, Parse, Span, digest

RULES: Mapping[str, str] = {
    "between": "It lies between two places that are named.",
    "border": "It is the border of two countries: a line, which has no point.",
    "so far from": "It lies so far from a place that is named, and on the side that is told.",
    "near": "It lies by a place that is named, not in it.",
    "part of": "It is a part of a place that is named, on the side that is told.",
}
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
VAGUE = 25.0  # km: what "near" leaves open
LOOSE = 0.25  # of a distance: what "20 km north" leaves open
FURTHEST = 150.0  # km: the middle of "the north" of a large country is moved no further
OF = frozenset({"of", "from"})
FINE = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT})
WIDE = frozenset({PlacePrecision.DISTRICT, PlacePrecision.PROVINCE, PlacePrecision.COUNTRY})


@dataclass(frozen=True, slots=True)
class Told:
    """A place told by others: its words, what they amount to."""

    span: Span
    place: Cited[Place]


def find_relative(text: Parse, placed: Sequence[Placed], words: PlaceWords) -> Iterator[Told]:
    """Find the places that are told by those of a text."""
    following = {one.named.candidate.first: one for one in placed}
    for one in placed:
        yield from _between(text, one, following, words)
        yield from _border(text, one, following, words)
        for rule in (_so_far, _near, _part):
            found = rule(text, one, words)
            if found:
                yield found
                break


def _between(
    text: Parse, one: Placed, following: Mapping[int, Placed], words: PlaceWords
) -> Iterator[Told]:
    first, last = one.named.candidate.first, one.named.candidate.last
    other = following.get(last + 1)
    if other is None or _word(text, first - 1) not in words.between or _word(text, last) != "and":
        return
    here, there = _point(one), _point(other)
    if here and there and here != there:
        apart = distance(here, there)
        middle = ((here[0] + there[0]) / 2, (here[1] + there[1]) / 2)
        bounds = (first - 1, other.named.candidate.last)
        yield _told(text, one, "between", bounds, middle, apart / 2)


def _border(
    text: Parse, one: Placed, following: Mapping[int, Placed], words: PlaceWords
) -> Iterator[Told]:
    """Read "the Afghan-Pakistani border" and "the border between Afghanistan and Pakistan"."""
    first, last = one.named.candidate.first, one.named.candidate.last
    other = following.get(last + 1)
    countries = {one.place.value.country, other.place.value.country} - {""} if other else set()
    if other is None or len(countries) < 2 or _word(text, last) not in {"-", "–", "/", "and"}:
        return
    end = other.named.candidate.last
    if _word(text, end) in words.borders:
        bounds = (first, end + 1)
    elif _word(text, first - 1) == "between" and _word(text, first - 2) in words.borders:
        bounds = (first - 2, end)
    else:
        return
    claimants = tuple(sorted(countries))
    name, span = _phrase(text, *bounds)
    place = Place(_id("border", *claimants), name, PlacePrecision.LINE, claimed_by=claimants)
    yield Told(span, Cited(replace(place, feature="LINE"), (span,), "border"))


def _so_far(text: Parse, one: Placed, words: PlaceWords) -> Told | None:
    """Read "20 km north of X" and "20 miles from X"."""
    at = _before(text, one, words)
    point = _point(one)
    if point is None or _word(text, at) not in OF:
        return None
    side = words.sides.get(_word(text, at - 1), -1)
    at -= 2 if side >= 0 or _word(text, at - 1) == "away" else 1
    unit = words.units.get(_word(text, at), 0.0)
    number = NUMBER.fullmatch(_word(text, at - 1))
    if not unit or not number:
        return None
    km = float(number[0].replace(",", ".")) * unit
    there = moved(point, km, side) if side >= 0 else point
    wide = max(5.0, km * (LOOSE if side >= 0 else 1 + LOOSE))
    return _told(text, one, "so far from", (at - 1, one.named.candidate.last), there, wide)


def _near(text: Parse, one: Placed, words: PlaceWords) -> Told | None:
    """Read "near X" and "north of X"."""
    point = _point(one)
    if point is None or one.place.value.precision not in FINE:
        return None
    at = _before(text, one, words)
    begin = next((at - n for n in range(3) if _words(text, at - n, at + 1) in words.near), None)
    if begin is None and _word(text, at) in OF and words.sides.get(_word(text, at - 1), -1) >= 0:
        begin = at - 1
    if begin is None:
        return None
    wide = VAGUE + (one.place.value.extent or 0.0)
    return _told(text, one, "near", (begin, one.named.candidate.last), point, wide)


def _part(text: Parse, one: Placed, words: PlaceWords) -> Told | None:
    """Read "northern X"."""
    first, last = one.named.candidate.first, one.named.candidate.last
    side = words.sides.get(_word(text, first - 1))
    point, extent = _point(one), one.place.value.extent or 0.0
    if side is None or point is None or one.place.value.precision not in WIDE:
        return None
    there = moved(point, min(FURTHEST, extent / 2), side) if side >= 0 else point
    return _told(text, one, "part of", (first - 1, last), there, extent)


def _told(
    text: Parse, one: Placed, rule: str, bounds: tuple[int, int], point: Point, extent: float
) -> Told:
    name, span = _phrase(text, *bounds)
    known = one.place.value
    place = replace(
        known,
        id=_id(rule, known.id, name.casefold()),
        name=name,
        precision=PlacePrecision.REGION if rule == "part of" else PlacePrecision.NEAR,
        latitude=round(point[0], 2),
        longitude=round(point[1], 2),
        extent=float(round(extent)),
        geonameid=None,
    )
    return Told(span, Cited(place, (span,), rule, one.place.score))


def _id(*parts: str) -> PlaceId:
    return PlaceId(digest("place", *parts))


def _before(text: Parse, one: Placed, words: PlaceWords) -> int:
    """Return the word before a name, and before "the city of" if that stands there."""
    at = one.named.candidate.first - 1
    if _word(text, at) == "of" and _word(text, at - 1) in words.kinds:
        at -= 2
    return at - 1 if _word(text, at) in words.articles else at


def _point(one: Placed) -> Point | None:
    place = one.place.value
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _word(text: Parse, at: int) -> str:
    return text.tokens[at].text.lower() if 0 <= at < len(text.tokens) else ""


def _words(text: Parse, first: int, last: int) -> str:
    return " ".join(_word(text, at) for at in range(first, last))


def _phrase(text: Parse, first: int, last: int) -> tuple[str, Span]:
    span = Span(text.tokens[first].span.begin, text.tokens[last - 1].span.end)
    return " ".join(text.document.quote(span).split()), span

"""What speaks for and against a row and an event being one: named signs, each with its worth.

A sign has its reason in words. A contradiction of land, day or place is no sign: it ends the
comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from counterclaim.coding.happenings import Happening
from counterclaim.coding.own_parties import Party, Registry, Sort, same_party
from counterclaim.coding.own_rows import OwnRow, whole
from counterclaim.knowledge.codebooks import Codebook
from counterclaim.knowledge.events import EventTypes
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.geography import Point, distance
from counterclaim.knowledge.own_rows import OwnBook
from counterclaim.knowledge.place_names import fold
from counterclaim.model.place import PlacePrecision

AT, NEAR, DISTRICT = 10.0, 50.0, 100.0
"""Km within which two points are one place; reports name one happening's; a district lies."""
VIOLENT = "Political violence"
WEEK = timedelta(days=7)
A_DEGREE = 111.0  # km from south to north
POINTED = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.NEAR})
AREAS = {
    PlacePrecision.DISTRICT: 0.6,
    PlacePrecision.PROVINCE: 0.4,
    PlacePrecision.REGION: 0.3,
    PlacePrecision.LINE: 0.3,
    PlacePrecision.COUNTRY: 0.2,
}
"""What the name of an area is worth that both lie in."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a row (or against it, below nought), by name, and why."""

    name: str
    worth: float
    why: str


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known beforehand of the rows of one codebook."""

    book: OwnBook
    codebook: Codebook
    registry: Registry
    types: EventTypes
    gazetteer: Gazetteer | None = None
    points: dict[tuple[str, str], tuple[Point, ...]] = field(default_factory=dict)

    def land(self, row: OwnRow) -> str:
        """Return the country of a row, as ISO 3166-1 alpha-3, "" where it is not known."""
        named = next((row.cells[name] for name in self.book.country if name in row.cells), "")
        return self.registry.country(named) if named else ""

    def between(self, row: OwnRow, one: Happening) -> tuple[Sign, ...] | None:
        """Return the signs between a row and an event; None where places contradict."""
        land = self.land(row)
        if land and one.lands and land not in one.lands:
            return None
        place = self._place(row, one)
        if place is None:
            return None
        others = (sign(self, row, one) for sign in SIGNS)
        return (place, *(each for each in others if each))

    def _place(self, row: OwnRow, one: Happening) -> Sign | None:
        """Weigh place by place; None where they are too far apart to be one."""
        same = self._same_name(row, one)
        nearest = self._nearest(row, one)
        if nearest is None:
            return same or Sign("place", 0.0, "one of them gives no place on a map")
        reach = row.reach + (0.0 if _is_point(one) else _extent(one))
        if nearest > NEAR + reach:
            return None
        if same:
            return same
        if nearest <= AT:
            return Sign("place", 1.0, f"places {nearest:.0f} km apart")
        worth = 0.6 if nearest <= max(reach, NEAR / 2) and reach <= DISTRICT else 0.3
        return Sign("place", worth, f"places {nearest:.0f} km apart")

    def _same_name(self, row: OwnRow, one: Happening) -> Sign | None:
        """Compare names: of the place itself, of an area that it names, in the words for it."""
        own = [fold(row.cells[name]) for name in self.book.places if name in row.cells]
        if one.place is None or not own:
            return None
        name, shown = fold(one.place.name), one.place.name
        if name in own:
            worth = AREAS.get(one.place.precision, 1.0)
            return Sign("place", worth, f"the same place, {shown}")
        if one.place.precision not in AREAS and any(f" {name} " in f" {each} " for each in own):
            return Sign("place", 0.9, f"{shown} is named")
        return None

    def _nearest(self, row: OwnRow, one: Happening) -> float | None:
        """Return the km between a row and an event, at least: a name may stand for several."""
        place = one.place
        if place is None or place.latitude is None or place.longitude is None:
            return None
        at = (place.latitude, place.longitude)
        points = (row.point,) if row.point else self._looked_up(row)
        return min((_km(point, at) for point in points), default=None)

    def _looked_up(self, row: OwnRow) -> tuple[Point, ...]:
        name = next((row.cells[name] for name in self.book.places if name in row.cells), "")
        if self.gazetteer is None or not name:
            return ()
        key = name, self.land(row)
        if key not in self.points:
            entries = self.gazetteer.named(fold(name))
            found = (self.gazetteer.point(each) for each in entries if key[1] in {"", each.country})
            self.points[key] = tuple(filter(None, found))
        return self.points[key]

    def own_parties(self, row: OwnRow, columns: tuple[str, ...]) -> Iterator[tuple[str, Party]]:
        """Yield the parties that a row names in some columns."""
        for name in columns:
            for party in self.registry.parties(row.cells.get(name, "")):
                yield name, party


def _km(one: Point, other: Point) -> float:
    """Return the km between two points; far apart to the north it is not worked out."""
    north = abs(one[0] - other[0]) * A_DEGREE
    return north if north > 10 * NEAR else distance(one, other)


def _is_point(one: Happening) -> bool:
    return one.place is not None and one.place.precision in POINTED


def _extent(one: Happening) -> float:
    return (one.place.extent if one.place else None) or 0.0


def day(_: Signs, row: OwnRow, one: Happening) -> Sign | None:
    """Weigh the days: one day, days that overlap, a night apart, the days before a report."""
    assert one.days
    first, last = max(row.days[0], one.days[0]), min(row.days[1], one.days[1])
    if not one.told:
        return Sign("day", 0.3, f"reported {one.days[1]}, no day told")
    if first > last:
        return Sign("day", 0.4, f"a day apart: {row.days[0]}, {one.days[0]}")
    exact = row.days[0] == row.days[1] and one.days[0] == one.days[1]
    if exact:
        return Sign("day", 1.0, f"the same day, {first}")
    short = max(days[1] - days[0] for days in (row.days, one.days)) < WEEK
    return Sign("day", 0.8 if short else 0.5, f"days in common, {first} to {last}")


def party(signs: Signs, row: OwnRow, one: Happening) -> Sign | None:
    """Weigh who did it and to whom: a party of both, or parties of each that the other lacks."""
    named = signs.own_parties(row, signs.book.parties)
    own = [each for _, each in named if each.sort is Sort.PARTY]
    compared = [(same_party(each, other), other) for each in own for other in one.parties]
    shared = next((other for same, other in compared if same), None)
    if shared:
        return Sign("party", 0.7, f"both name {shared.name}")
    if compared and all(same is False for same, _ in compared):
        return Sign("party", -0.4, "they name other parties")
    return None


def kind(signs: Signs, row: OwnRow, one: Happening) -> Sign | None:
    """Weigh what it was, in the codebook's own words; some have rows of violence alone."""
    if signs.book.violent and signs.types.code(one.event.type, "acled.disorder") != VIOLENT:
        return Sign("kind", -0.7, "it is no violence")
    columns = {each.name: each.of for each in signs.codebook.columns}
    told = [(name, row.cells[name]) for name in signs.book.kinds if name in row.cells]
    for rank, (name, cell) in enumerate(told):
        code = signs.types.code(one.event.type, columns[name])
        if code is not None and str(code).casefold() == cell.casefold():
            return Sign("kind", 0.5 if rank == 0 else 0.25, f"both are {code}")
    return Sign("kind", -0.7, f"they are of other kinds: {told[0][1]}") if told else None


def number(signs: Signs, row: OwnRow, one: Happening) -> Sign | None:
    """Weigh how many were killed, where both say."""
    told = [whole(row.cells[name]) for name in signs.book.killed if name in row.cells]
    known = [each for each in told if each is not None]
    if not known or not one.killed or (not max(known) and signs.book.none_is_zero):
        return None
    if any(low <= max(known) and min(known) <= high for low, high in one.killed):
        return Sign("number", 0.4, f"{min(known)} killed is told")
    return Sign("number", -0.1, f"{min(known)} killed is not told")


SIGNS: tuple[Callable[[Signs, OwnRow, Happening], Sign | None], ...] = (day, party, kind, number)
"""What is weighed beside the place, in the order in which it is told."""

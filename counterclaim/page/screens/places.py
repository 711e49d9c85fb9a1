"""Map: where events lie, no finer than the words: a dot, a hatched area, a label in the margin.

There are no outlines of countries: a border drawn is a border taken sides on, and the program ships
none. Degrees and the names of places say where things are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians

from counterclaim.model.event import EventId
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.record import Event
from counterclaim.page.opened import Opened
from counterclaim.views.events import Wanted, is_wanted

WIDTH, HEIGHT, EDGE = 1000.0, 560.0, 60.0
"""The sheet, in units of its own, and the room around what lies farthest out."""
LEAST = 2.0  # degrees that a map shows at least, or a single town would fill it
KM = 111.2  # kilometres in a degree of latitude
POINTS = 300  # places on one sheet; the table has all
STEPS = (0.5, 1, 2, 5, 10, 20, 30)
LINES = 7  # at most so many degrees are drawn each way
LETTER, LINE = 6.6, 15.0  # width of a letter of a label, height of a label
NO_POINT = frozenset({PlacePrecision.COUNTRY, PlacePrecision.LINE, PlacePrecision.UNKNOWN})
EXACT = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.NEAR})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the sheet: a dot, or an area of `radius`; `label` stands where there is room."""

    id: PlaceId
    name: str
    x: float
    y: float
    radius: float
    exact: bool
    disputed: bool
    events: int
    label: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the table: how finely it is known, and the events there."""

    name: str
    country: str
    precision: PlacePrecision
    events: tuple[tuple[EventId, str], ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The sheet: spots, degrees, what has no point of its own, and all of it as a table."""

    spots: tuple[Spot, ...]
    meridians: tuple[tuple[float, str], ...]
    parallels: tuple[tuple[float, str], ...]
    margin: tuple[str, ...]
    rows: tuple[PlaceRow, ...]
    unplaced: int

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.spots)


@dataclass(frozen=True, slots=True)
class Sheet:
    """How degrees become units of the sheet: true to shape in the middle of what is shown."""

    west: float
    north: float
    across: float
    down: float

    def x(self, longitude: float) -> float:
        """Return where a meridian is drawn."""
        return round(EDGE + (longitude - self.west) * self.across, 1)

    def y(self, latitude: float) -> float:
        """Return where a parallel is drawn."""
        return round(EDGE + (self.north - latitude) * self.down, 1)


def places(shelf: Opened) -> MapPage:
    """Show the places of events."""
    base = shelf.linked.entries
    wanted = [each for each in shelf.linked.latest if is_wanted(each, base, Wanted())]
    there: dict[PlaceId, list[Event]] = defaultdict(list)
    for event in wanted:
        if event.place and event.place in base.places:
            there[event.place].append(event)
    known = sorted(there, key=lambda id: (-len(there[id]), base.places[id].place.name, id))
    found = [(base.places[id].place, there[id]) for id in known]
    drawn = [each for each in found if _has_point(each[0])][:POINTS]
    sheet = _sheet([place for place, _ in drawn])
    return MapPage(
        tuple(_spots(drawn, sheet)) if sheet else (),
        _lines(sheet.west, WIDTH / sheet.across, sheet.x, "E", "W") if sheet else (),
        _lines(sheet.north - HEIGHT / sheet.down, HEIGHT / sheet.down, sheet.y, "N", "S")
        if sheet
        else (),
        tuple(place.name for place, _ in found if not _has_point(place)),
        tuple(_row(place, events) for place, events in found),
        sum(event.place is None for event in wanted),
    )


def _has_point(place: Place) -> bool:
    """Whether a place is drawn; a country or a line is no point and stands in the margin."""
    located = place.latitude is not None and place.longitude is not None
    return located and place.precision not in NO_POINT


def _sheet(found: Sequence[Place]) -> Sheet | None:
    """Fit all points on the sheet."""
    if not found:
        return None
    north, south = _ends([place.latitude or 0.0 for place in found])
    east, west = _ends([place.longitude or 0.0 for place in found])
    narrow = max(0.2, cos(radians((north + south) / 2)))
    wide, high = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE
    down = min(high / (north - south), wide / ((east - west) * narrow))
    across = down * narrow
    spare_x, spare_y = wide / across - (east - west), high / down - (north - south)
    return Sheet(west - spare_x / 2, north + spare_y / 2, across, down)


def _ends(degrees: list[float]) -> tuple[float, float]:
    """Return the largest and the smallest, at least some degrees apart."""
    most, least = max(degrees), min(degrees)
    short = max(0.0, LEAST - (most - least)) / 2
    return most + short, least - short


def _lines(
    first: float, span: float, at: Callable[[float], float], above: str, below: str
) -> tuple[tuple[float, str], ...]:
    step = next((each for each in STEPS if span / each <= LINES), STEPS[-1])
    numbers = (step * each for each in range(ceil(first / step), floor((first + span) / step) + 1))
    return tuple((at(degree), _degree(degree, above, below)) for degree in numbers)


def _degree(degree: float, above: str, below: str) -> str:
    return f"{abs(degree):g}° {above if degree > 0 else below}" if degree else "0°"


def _spots(found: Iterable[tuple[Place, list[Event]]], sheet: Sheet) -> Iterator[Spot]:
    taken: list[tuple[float, float, float]] = []
    for place, events in found:
        x, y = sheet.x(place.longitude or 0.0), sheet.y(place.latitude or 0.0)
        exact = place.precision in EXACT
        radius = 5.0 if exact else max(14.0, (place.extent or 30.0) / KM * sheet.down)
        label = _room(place.name, (x, y, 8.0 if exact else 6.0), taken)
        yield Spot(
            place.id,
            place.name,
            x,
            y,
            round(min(radius, HEIGHT / 2), 1),
            exact,
            bool(place.claimed_by),
            len(events),
            label,
        )


def _room(
    name: str, at: tuple[float, float, float], taken: list[tuple[float, float, float]]
) -> tuple[float, float] | None:
    """Return where a label begins that meets no other: right of its dot, left, above, below."""
    x, y, gap = at
    wide = LETTER * len(name)
    for left, base in (
        (x + gap, y + 4),
        (x - gap - wide, y + 4),
        (x + gap, y - 9),
        (x + gap, y + 19),
    ):
        free = all(
            left > end or left + wide < begin or abs(base - line) > LINE
            for begin, end, line in taken
        )
        if free and left > 0 and left + wide < WIDTH:
            taken.append((left, left + wide, base))
            return round(left, 1), round(base, 1)
    return None


def _row(place: Place, events: list[Event]) -> PlaceRow:
    country = place.country or "/".join(place.claimed_by)
    told = tuple((each.id, _line(each)) for each in events)
    return PlaceRow(place.name, country, place.precision, told)


def _line(event: Event) -> str:
    day = f", {event.when[0].isoformat()}" if event.when else ""
    return f"{event.type.replace('_', ' ')}{day}"

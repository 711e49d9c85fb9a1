"""Map: where events lie, no finer than the words: a dot, a hatched area, a label in the margin.

Coasts and borders show where things are, and no more. Borders are dotted, as Natural Earth has
them on the ground; a place whose country is disputed is marked, on whichever side of one it lies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians

from counterclaim.knowledge.outlines import load_outlines
from counterclaim.model.event import EventId
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.record import Event
from counterclaim.page.opened import Opened
from counterclaim.page.screens.sheet import HEIGHT, WIDTH, Box, Sheet, drawn_lines, fit
from counterclaim.page.shelf import Shelf
from counterclaim.views.events import Wanted, is_wanted

KM = 111.2  # kilometres in a degree of latitude
EXTENT = 30.0  # kilometres from the middle of an area to its edge, where nobody says
POINTS = 300  # places on one sheet; the table has all
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
    """The sheet: spots, degrees, coasts and borders as paths; and all places as a table.

    `margin` names those that have no point of their own.
    """

    spots: tuple[Spot, ...]
    meridians: tuple[tuple[float, str], ...]
    parallels: tuple[tuple[float, str], ...]
    coasts: str
    borders: str
    margin: tuple[str, ...]
    rows: tuple[PlaceRow, ...]
    unplaced: int

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.spots)


def places(shelf: Opened) -> MapPage:
    """Show the places of events."""
    return shelf.once("map", lambda: _places(shelf))


def _places(shelf: Shelf) -> MapPage:
    base = shelf.linked.entries
    wanted = [each for each in shelf.linked.latest if is_wanted(each, base, Wanted())]
    there: dict[PlaceId, list[Event]] = defaultdict(list)
    for event in wanted:
        if event.place and event.place in base.places:
            there[event.place].append(event)
    known = sorted(there, key=lambda id: (-len(there[id]), base.places[id].place.name, id))
    found = [(base.places[id].place, there[id]) for id in known]
    drawn = [each for each in found if _has_point(each[0])][:POINTS]
    sheet = fit([_box(place) for place, _ in drawn])
    coasts, borders = _lands(sheet) if sheet else ("", "")
    return MapPage(
        tuple(_spots(drawn, sheet)) if sheet else (),
        sheet.meridians if sheet else (),
        sheet.parallels if sheet else (),
        coasts,
        borders,
        tuple(place.name for place, _ in found if not _has_point(place)),
        tuple(_row(place, events) for place, events in found),
        sum(event.place is None for event in wanted),
    )


def _lands(sheet: Sheet) -> tuple[str, str]:
    """Return the coasts and the borders of a sheet."""
    lands = load_outlines()
    return drawn_lines(lands.coasts, sheet), drawn_lines(lands.borders, sheet)


def _has_point(place: Place) -> bool:
    """Whether a place is drawn; a country or a line is no point and stands in the margin."""
    located = place.latitude is not None and place.longitude is not None
    return located and place.precision not in NO_POINT


def _box(place: Place) -> Box:
    """Return the degrees that a place covers: west, south, east, north."""
    x, y = place.longitude or 0.0, place.latitude or 0.0
    high = 0.0 if place.precision in EXACT else (place.extent or EXTENT) / KM
    wide = high / max(0.2, cos(radians(y)))
    return (x - wide, y - high, x + wide, y + high)


def _spots(found: Iterable[tuple[Place, list[Event]]], sheet: Sheet) -> Iterator[Spot]:
    taken: list[tuple[float, float, float]] = []
    for place, events in found:
        x, y = sheet.x(place.longitude or 0.0), sheet.y(place.latitude or 0.0)
        exact = place.precision in EXACT
        radius = 5.0 if exact else max(14.0, (place.extent or EXTENT) / KM * sheet.down)
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

"""Where it happened, as codebooks write it: never finer than the words, never one side's ground."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import floor

from counterclaim.coding.draft import Draft, blank, filled
from counterclaim.model.event import Basis, Blank
from counterclaim.model.place import Place, PlacePrecision
from counterclaim.model.row import Cell, Passage, Value

POINTS = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.NEAR})
CELLS_A_DEGREE, CELLS_A_ROW = 2, 720


def country(draft: Draft) -> Cell:
    """Take the country of the place; disputed ground has none of its own."""
    return _of_country(draft, draft.world.country)


def country_code(draft: Draft) -> Cell:
    """Take the ISO 3166-1 alpha-3 code of the country."""
    return _of_country(draft, str)


def region(draft: Draft) -> Cell:
    """Take the codebook's region that the country lies in."""
    book = draft.column.of
    return _of_country(draft, lambda code: draft.world.countries.region(book, code))


def province(draft: Draft) -> Cell:
    """Take the province of the place."""
    return _of_place(draft, lambda place: place.admin1 or _named_as(place, "ADM1"))


def district(draft: Draft) -> Cell:
    """Take the district, where it is what the words name."""
    return _of_place(draft, lambda place: _named_as(place, "ADM2"))


def place(draft: Draft) -> Cell:
    """Take the name of the place."""
    return _of_place(draft, lambda place: place.name)


def town(draft: Draft) -> Cell:
    """Take the name of a town, where the words name one."""
    return _of_place(draft, lambda place: place.name if place.feature.startswith("PPL") else None)


def place_as_said(draft: Draft) -> Cell:
    """Quote the words for the place."""
    passages = _words(draft)
    if not passages:
        return _no_place(draft)
    return filled(draft.quote(*passages), passages)


def latitude(draft: Draft) -> Cell:
    """Take the degrees north of a place that the words pin down."""
    return _of_point(draft, lambda place: place.latitude)


def longitude(draft: Draft) -> Cell:
    """Take the degrees east of a place that the words pin down."""
    return _of_point(draft, lambda place: place.longitude)


def point(draft: Draft) -> Cell:
    """Write the point as well-known text, east before north."""
    return _of_point(draft, lambda place: f"POINT ({place.longitude} {place.latitude})")


def prio_grid_cell(draft: Draft) -> Cell:
    """Count the half-degree cell of the point, from the south-west (Tollefsen et al. 2012)."""
    return _of_point(draft, _grid_cell)


def geonameid(draft: Draft) -> Cell:
    """Take the GeoNames id of the place."""
    return _of_place(draft, lambda place: place.geonameid)


def feature(draft: Draft) -> Cell:
    """Take the GeoNames code of the sort of place."""
    return _of_place(draft, lambda place: place.feature or None)


def precision_of_place(draft: Draft) -> Cell:
    """Take how finely the words place it, in the codebook's numbers."""
    return _of_place(draft, lambda place: draft.column.table.get(place.precision))


def in_the_vicinity(draft: Draft) -> Cell:
    """Say whether it happened near the place named, not in it."""
    return _of_place(draft, lambda place: int(place.precision is PlacePrecision.NEAR))


def _of_place(draft: Draft, read: Callable[[Place], Value | None]) -> Cell:
    if draft.place is None:
        return _no_place(draft)
    value = read(draft.place)
    if value is None:
        return blank(Blank.NOT_FOUND, "the words name a place of another sort", _words(draft))
    return filled(value, _words(draft), _rivals(draft))


def _of_point(draft: Draft, read: Callable[[Place], Value | None]) -> Cell:
    found = draft.place
    if found and (found.precision not in POINTS or found.latitude is None):
        return blank(Blank.JUDGEMENT, f"the words name a {found.precision}", _words(draft))
    return _of_place(draft, read)


def _of_country(draft: Draft, read: Callable[[str], Value | None]) -> Cell:
    if draft.place and draft.place.claimed_by:
        claimants = ", ".join(map(draft.world.country, draft.place.claimed_by))
        return blank(Blank.CONTESTED, f"claimed by {claimants}", _words(draft))
    land = draft.event.country
    if land is None:
        return blank(draft.reason("country"), passages=_words(draft))
    passages = tuple(_words_for(draft, land.code)) or _words(draft)
    value = read(land.code)
    if value is None:
        return blank(Blank.NOT_FOUND, "the codebook does not know the country", passages)
    inferred = "inferred from the rest of what is told" if land.basis is Basis.INFERRED else ""
    return filled(value, passages, "; ".join(filter(None, (inferred, _rivals(draft)))))


def _words_for(draft: Draft, code: str) -> Iterator[Passage]:
    """Yield the words that tell of the country."""
    for told in draft.tellings:
        if told.country and told.country.value.code == code:
            yield from (Passage(told.document, span) for span in told.country.spans)


def _no_place(draft: Draft) -> Cell:
    return blank(draft.reason("place"), passages=_words(draft))


def _named_as(place: Place, feature: str) -> str | None:
    return place.name if place.feature.startswith(feature) else None


def _grid_cell(place: Place) -> int | None:
    if place.latitude is None or place.longitude is None:
        return None
    row = floor((place.latitude + 90) * CELLS_A_DEGREE)
    return row * CELLS_A_ROW + floor((place.longitude + 180) * CELLS_A_DEGREE) + 1


def _rivals(draft: Draft) -> str:
    """Name the other places that tellings give."""
    mentions = (draft.world.mentions.get(told.place.value) for told in draft.tellings if told.place)
    names = dict.fromkeys(each.place.value.name for each in mentions if each and each.place)
    others = [name for name in names if draft.place and name != draft.place.name]
    return f"also told as {', '.join(others)}" if others else ""


def _words(draft: Draft) -> tuple[Passage, ...]:
    return tuple(
        Passage(told.document, span)
        for told in draft.tellings
        for span in (told.place.spans if told.place else ())
    )

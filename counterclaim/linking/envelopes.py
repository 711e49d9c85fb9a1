"""What the tellings of one happening add up to: an envelope for each field, and how it came about.

No telling's word is put in another's mouth: every number, part and charge stays with who tells it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from counterclaim.knowledge.events import EventTypes
from counterclaim.linking.distances import is_within
from counterclaim.linking.reports import Report
from counterclaim.model.event import Basis, Blank, EventKind, Land, Modality, Status
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.time import Days

SHARE = 0.4
"""Of the tellings, those that give the type of an event at least."""
V_co = TypeVar("V_co", covariant=True)
FURTHEST = (Status.OCCURRED, Status.ALLEGED, Status.ATTEMPTED, Status.PLANNED)
FIRMEST = (EventKind.INCIDENT, EventKind.AGGREGATE, EventKind.REFERENCE)
FINEST = (
    *(PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.NEAR, PlacePrecision.DISTRICT),
    *(PlacePrecision.PROVINCE, PlacePrecision.LINE, PlacePrecision.REGION, PlacePrecision.COUNTRY),
    PlacePrecision.UNKNOWN,
)
"""Precisions of places, the finest first."""


@dataclass(frozen=True, slots=True)
class Envelope(Generic[V_co]):
    """The value of a field, the rule that made it, and the tellings that it rests on."""

    value: V_co
    rule: str
    reports: tuple[Report, ...] = ()
    reason: Blank | None = None


def most_told_type(reports: Sequence[Report], types: EventTypes) -> Envelope[str]:
    """Take the type that most tellings give or are above, the nearest that is not told by few.

    Those that only point back, or that doubt it, stand aside.
    """
    own = [each for each in reports if each.telling.kind is not EventKind.REFERENCE] or reports
    counts = Counter(each.telling.type.value for each in own)
    told = [type for type in counts if counts[type] >= SHARE * len(own)] or list(counts)
    support = {type: sum(counts[above] for above in types.line(type)) for type in told}
    best = min(told, key=lambda type: (-support[type], -counts[type], type))
    resting = tuple(each for each in own if each.telling.type.value in types.line(best))
    return Envelope(best, "most_told_type", resting)


def most_told_status(reports: Sequence[Report]) -> Envelope[Status]:
    """Take how far it came by most tellings, of as many the furthest; one doubt is told apart."""
    counts = Counter(each.telling.status.value for each in reports)
    best = min(counts, key=lambda status: (-counts[status], FURTHEST.index(status)))
    resting = tuple(each for each in reports if each.telling.status.value is best)
    return Envelope(best, "most_told_status", resting)


def firmest_kind(reports: Sequence[Report]) -> EventKind:
    """Take it for a happening of its own where any telling does, else for a sum of several."""
    told = {each.telling.kind for each in reports}
    return next(kind for kind in FIRMEST if kind in told)


def shared_modality(reports: Sequence[Report]) -> tuple[Modality, ...]:
    """Keep what every telling says against its being news of something that took place."""
    told = [{each.value for each in report.telling.modality} for report in reports]
    shared = set.intersection(*told)
    return tuple(each for each in Modality if each in shared)


def narrowest_days(reports: Sequence[Report]) -> Envelope[Days | None]:
    """Take the days that no other telling narrows down; where several stand, from first to last."""
    dated = [(each.firm_days, each) for each in reports if each.firm_days]
    dated = dated or [(each.days, each) for each in reports if each.days]
    dated = dated or _first_told(reports)
    if not dated:
        return Envelope(None, "narrowest_days", reason=Blank.NOT_FOUND)
    counts = Counter(days for days, _ in dated)
    narrow = [days for days in counts if not any(_within(other, days) for other in counts)]
    most = max(counts[days] for days in narrow)
    kept = {days for days in narrow if 2 * counts[days] >= most}
    when = min(first for first, _ in kept), max(last for _, last in kept)
    return Envelope(when, "narrowest_days", tuple(each for days, each in dated if days in kept))


def _first_told(reports: Sequence[Report]) -> list[tuple[Days, Report]]:
    """Return the drawn days that end first: what has happened by then has happened later too."""
    dated = [(each.drawn_days, each) for each in reports if each.drawn_days]
    return sorted(dated, key=lambda told: (told[0][1], told[1].order))[:1]


def finest_place(reports: Sequence[Report]) -> Envelope[PlaceId | None]:
    """Take the place that most tellings give, or that lies within what they give; the finest.

    One that no map has gives way to those that tell the country.
    """
    firm = [(each.firm_place, each) for each in reports if each.firm_place]
    told = [(each.place, each) for each in reports if each.place]
    drawn = [(each.drawn, each) for each in reports if each.drawn]
    mapped = ([one for one in sort if _is_mapped(one[0])] for sort in (firm, told, drawn))
    placed = next(filter(None, (*mapped, firm, told, drawn)), [])
    if not placed:
        return Envelope(None, "finest_place", reason=Blank.NOT_FOUND)
    counts = Counter(place.id for place, _ in placed)
    places = {place.id: place for place, _ in placed}
    best = min(
        places.values(),
        key=lambda place: (-_told(place, places.values(), counts), _rank(place), place.id),
    )
    resting = tuple(each for place, each in placed if place.id == best.id)
    return Envelope(best.id, "finest_place", resting)


IN_PARAGRAPH = "place_in_paragraph"


def told_country(
    reports: Sequence[Report], found: Envelope[PlaceId | None]
) -> Envelope[Land | None]:
    """Take the country of the place, else the one that most tellings give.

    Ground that several states claim has none.
    """
    places = (at for each in found.reports for at in (each.place, each.drawn))
    place = next((at for at in places if at and at.id == found.value), None)
    if place and place.claimed_by:
        return Envelope(None, "told_country", found.reports, Blank.CONTESTED)
    if place and place.country:
        told = any(each.place == place and _places_it(each) for each in found.reports)
        basis = Basis.EXPLICIT if told else Basis.INFERRED
        return Envelope(Land(place.country, basis), "told_country", found.reports)
    lands = [(each.telling.country.value, each) for each in reports if each.telling.country]
    firm = [told for told in lands if told[0].basis is Basis.EXPLICIT] or lands
    most = Counter(land.code for land, _ in firm).most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return Envelope(None, "told_country", reason=Blank.NOT_FOUND)
    kept = [(land, each) for land, each in firm if land.code == most[0][0]]
    return Envelope(kept[0][0], "told_country", tuple(each for _, each in kept))


def _places_it(report: Report) -> bool:
    """Whether the words on the event place it, and not others of the same paragraph."""
    land = report.telling.country
    return land is None or (land.value.basis is Basis.EXPLICIT and land.rule != IN_PARAGRAPH)


def place_of_country(
    country: Envelope[Land | None], places: Mapping[str, Place]
) -> Envelope[PlaceId | None]:
    """Take the country itself for the place of what has none that is finer."""
    place = places.get(country.value.code) if country.value else None
    if place is None:
        return Envelope(None, "place_of_country", reason=Blank.NOT_FOUND)
    return Envelope(place.id, "place_of_country", country.reports)


def _told(place: Place, places: Iterable[Place], counts: Mapping[PlaceId, int]) -> int:
    """Count the tellings of a place, and of the coarser ones that it lies in."""
    wider = (each for each in places if _rank(each) > _rank(place) and is_within(place, each))
    return counts[place.id] + sum(counts[each.id] for each in wider)


def _is_mapped(place: Place) -> bool:
    return place.precision is not PlacePrecision.UNKNOWN


def _rank(place: Place) -> int:
    return FINEST.index(place.precision)


RULES: tuple[Callable[..., Envelope[object]], ...] = (
    most_told_type,
    most_told_status,
    narrowest_days,
    finest_place,
    told_country,
    place_of_country,
)


def _within(inner: Days, outer: Days) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]

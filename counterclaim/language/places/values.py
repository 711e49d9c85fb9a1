"""An entry of the gazetteer as a place in the text: as finely as the words and the entry allow."""

from __future__ import annotations

import math
from dataclasses import replace

from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.place_file import Entry
from counterclaim.knowledge.place_names import fold
from counterclaim.model.place import Place, PlaceId, PlacePrecision
from counterclaim.model.text import Document, digest

PRECISION = {
    "PCLI": PlacePrecision.COUNTRY,
    "ADM1": PlacePrecision.PROVINCE,
    "ADM2": PlacePrecision.DISTRICT,
    "LINE": PlacePrecision.LINE,
}
SITES = frozenset(
    {
        "AIRP",
        "AIRB",
        "CMP",
        "FAC",
        "INSM",
        "INSB",
        "BDG",
        "DAM",
        "PRN",
        "SQR",
        "HSP",
        "PASS",
        "BLDG",
    }
)
SMALLEST = 3  # km: the reach of a village
SHORT = 3  # letters: a name that short is an abbreviation


def place_of(entry: Entry, gazetteer: Gazetteer, said: str = "") -> Place:
    """Return the place of an entry. Disputed territory has claimants and no country."""
    point = None if entry.feature == "LINE" else gazetteer.point(entry)
    claimants = gazetteer.claimants(entry)
    province = gazetteer.entry(entry.admin1) if entry.admin1 else None
    return Place(
        id=PlaceId(digest("place", entry.key or str(entry.id))),
        name=_name(entry, gazetteer, said),
        precision=precision_of(entry),
        country="" if claimants else entry.country,
        claimed_by=claimants,
        admin1=province.name if province else "",
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        extent=_extent(entry) if point else None,
        feature=entry.feature,
        geonameid=entry.id if entry.id > 0 else None,
    )


def unknown(name: str, document: Document) -> Place:
    """Return a place of which only its name is known: it is that of this document alone."""
    id = PlaceId(digest("place", "unknown", document.id, fold(name)))
    return Place(id, name, PlacePrecision.UNKNOWN)


def site_in(town: Place, name: str, document: Document, feature: str) -> Place:
    """Return a site that no gazetteer has, somewhere in a town that the text names."""
    id = PlaceId(digest("place", "site", document.id, fold(name)))
    return replace(
        town, id=id, name=name, precision=PlacePrecision.NEAR, feature=feature, geonameid=None
    )


def precision_of(entry: Entry) -> PlacePrecision:
    """Say how finely an entry places what is there."""
    if entry.feature.startswith("PPL"):
        return PlacePrecision.TOWN
    if entry.feature in SITES:
        return PlacePrecision.SITE
    return PRECISION.get(entry.feature, PlacePrecision.REGION)


def _extent(entry: Entry) -> float:
    """Return the km around its middle within which it lies; of a town, after its population."""
    if entry.extent is not None:
        return entry.extent
    return float(round(SMALLEST + math.sqrt(entry.population) / 150))


def _name(entry: Entry, gazetteer: Gazetteer, said: str) -> str:
    """Call it as the text does where that is a name of its own, else as the gazetteer does."""
    usual = gazetteer.usual_name(entry)
    other = said and not entry.own and len(said) > SHORT and "." not in said
    if other and not said.isupper():
        return said
    return usual

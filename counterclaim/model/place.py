"""Where: what a text says of a place, as far as the words and the gazetteer go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PlaceId = NewType("PlaceId", str)


class PlacePrecision(StrEnum):
    """How finely the words place it, from a site to nowhere on a map.

    A `line` (a line of control, a front) and an `unknown` place have no point.
    """

    SITE = "site"
    TOWN = "town"
    NEAR = "near"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"
    COUNTRY = "country"
    LINE = "line"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the world.

    `country` is ISO 3166-1 alpha-3 and empty where there is none or where it is disputed: then
    `claimed_by` names the claimants and neither is its country. `feature` is the GeoNames code
    (PPL, ADM1, PCLI ...). `latitude` and `longitude` are degrees of its middle, `extent` the
    radius in km within which it lies, each None where the words allow no point.
    """

    id: PlaceId
    name: str
    precision: PlacePrecision
    country: str = ""
    claimed_by: tuple[str, ...] = ()
    admin1: str = ""
    latitude: float | None = None
    longitude: float | None = None
    extent: float | None = None
    feature: str = ""
    geonameid: int | None = None

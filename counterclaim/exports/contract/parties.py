"""Actors and places, as JSON values."""

from __future__ import annotations

from counterclaim.exports.contract.parts import Entry
from counterclaim.exports.links import Links
from counterclaim.model.actor import Actor
from counterclaim.model.record import Location


def actor(entry: Actor, links: Links) -> Entry:
    """Return an actor under all its names; what only known parties have is null for others."""
    return {
        "id": entry.id,
        "name": entry.name,
        "type": entry.type.value,
        "known": entry.known or None,
        "country": next(iter(entry.countries), None),
        "part_of": list(entry.part_of),
        "aliases": sorted(entry.aliases),
        "mentions": sorted(entry.mentions),
        "extraction": {"by": entry.rule},
        "review": links.review(entry.id),
    }


def place(entry: Location) -> Entry:
    """Return a place and its mentions; where the words allow no point, it has none."""
    found = entry.place
    return {
        "id": found.id,
        "name": found.name,
        "country": found.country or None,
        "claimed_by": list(found.claimed_by),
        "admin1": found.admin1 or None,
        "latitude": found.latitude,
        "longitude": found.longitude,
        "extent": found.extent,
        "feature": found.feature or None,
        "geonameid": found.geonameid,
        "precision": found.precision.value,
        "mentions": sorted(entry.mentions),
    }

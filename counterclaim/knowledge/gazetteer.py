"""The gazetteer: every place that a name may stand for, from the packages and our supplement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from counterclaim.knowledge.actors import parts
from counterclaim.knowledge.geography import Point, middle
from counterclaim.knowledge.place_file import FILE, Entry, PlaceFile
from counterclaim.knowledge.place_names import fold
from counterclaim.knowledge.supplement import (
    Known,
    OwnPlace,
    Supplement,
    demonyms,
    known,
    load_supplement,
    newsrooms,
)

AREAS = ("PCLI", "ADM1", "ADM2")
AS_KNOWN_AS = {
    "CONT": 10**9,
    "OCN": 10**8,
    "SEA": 10**8,
    "GULF": 10**7,
    "RGN": 10**7,
    "LINE": 10**6,
}
"""What nobody lives in, or nobody counts, is as well known as a place of so many people."""


LARGE = 20_000  # people of a town that a newspaper may be named after


class Gazetteer:
    """The places of the world by name. Answers are remembered, and never change."""

    def __init__(self, file: PlaceFile, supplement: Supplement) -> None:
        """Join the file made at installation and the supplement."""
        self._file = file
        self._supplement = supplement
        self._keys = dict(enumerate(supplement.places, start=1))
        self._found: dict[str, tuple[Entry, ...]] = {}

    @property
    def digest(self) -> str:
        """Return what names the content of the file."""
        return self._file.digest

    def named(self, form: str) -> tuple[Entry, ...]:
        """Return the places that a folded name may stand for: ours, then the most populous."""
        if form not in self._own_names and form not in self._further:
            return self._file.named(form)
        if form not in self._found:
            ours = [self._made[id] for id in self._own_names.get(form, ())]
            further = dict.fromkeys(self._further.get(form, ()))
            others = [entry for entry in self._file.named(form) if entry.id not in further]
            also = [replace(entry, own=True) for id in further if (entry := self.entry(id))]
            self._found[form] = (*ours, *also, *others)
        return self._found[form]

    def entry(self, id: int) -> Entry | None:
        """Return a place by its id."""
        return self._made.get(id) or self._file.entry(id)

    def point(self, entry: Entry) -> Point | None:
        """Return the middle of a place; None for a line and what else has none."""
        if entry.latitude is None or entry.longitude is None:
            return None
        return self._middles.get(entry.id, (entry.latitude, entry.longitude))

    def claimants(self, entry: Entry) -> tuple[str, ...]:
        """Return the states that claim a place, where its country is disputed."""
        around = (entry.id, entry.admin2, entry.admin1)
        found = next((self._disputed[id] for id in around if id in self._disputed), ())
        return entry.claimed_by or found

    def called(self, place: Known) -> tuple[Entry, ...]:
        """Return the entries of a name in a country, areas before towns."""
        found = [
            entry
            for entry in self._file.named(fold(place.name))
            if place.country in {"", entry.country}
        ]
        return tuple(sorted(found, key=lambda entry: (not entry.own, _rank(entry))))

    def usual_name(self, entry: Entry) -> str:
        """Return what a place is called in reports: of a country, its name in data/actors."""
        if entry.feature != "PCLI":
            return entry.name
        return self._countries.get(entry.country, entry.name)

    def people(self, form: str) -> Entry | None:
        """Return the place of which a folded word is the adjective, or names the people."""
        return self._people.get(form)

    def home(self, outlet: str) -> tuple[Entry, ...]:
        """Return where an outlet is at home: its country on record, the town that its name has."""
        country = self._newsrooms.get(fold(outlet), "")
        words = fold(outlet).split()
        named = [
            self.named(" ".join(words[first:last]))[:1]
            for first in range(len(words))
            for last in range(first + 1, min(len(words), first + 3) + 1)
        ]
        towns = (entry for entry in chain.from_iterable(named) if entry.population > LARGE)
        states = self.called(Known(self._countries.get(country, ""), country))[:1]
        return (*states, *towns)

    def _towns(self, place: Known) -> tuple[Entry, ...]:
        towns = (entry for entry in self.called(place) if entry.feature.startswith("PPL"))
        return tuple(sorted(towns, key=lambda entry: -entry.population))

    @cached_property
    def _newsrooms(self) -> Mapping[str, str]:
        return {fold(name): country for name, country in newsrooms()}

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        return {place.country: place.name for place, _ in demonyms() if place.country}

    @cached_property
    def _people(self) -> Mapping[str, Entry]:
        found: dict[str, Entry] = {}
        for place, words in chain(demonyms(), self._supplement.people.items()):
            named = self.called(place) if place.country else self.named(fold(place.name))
            found |= {fold(word): entry for entry in named[:1] for word in words}
        return found

    @cached_property
    def _middles(self) -> Mapping[int, Point]:
        wanted = self._supplement.middles.items()
        return {entry.id: point for place, point in wanted for entry in self.called(place)[:1]}

    @cached_property
    def _disputed(self) -> Mapping[int, tuple[str, ...]]:
        wanted = self._supplement.disputed.items()
        return {entry.id: by for place, by in wanted for entry in self.called(place)}

    @cached_property
    def _further(self) -> Mapping[str, tuple[int, ...]]:
        further: dict[str, list[int]] = defaultdict(list)
        given = ((self._supplement.areas, self.called), (self._supplement.towns, self._towns))
        for table, find in given:
            for place, names in table.items():
                for entry in find(place)[:1]:
                    for name in names:
                        further[fold(name)].append(entry.id)
        return {form: tuple(ids) for form, ids in further.items()}

    @cached_property
    def _own_names(self) -> Mapping[str, tuple[int, ...]]:
        names: dict[str, list[int]] = defaultdict(list)
        for number, key in self._keys.items():
            for name in parts(self._supplement.places[key].names):
                names[fold(name)].append(-number)
        return {form: tuple(ids) for form, ids in names.items()}

    @cached_property
    def _made(self) -> Mapping[int, Entry]:
        return {
            -number: self._make(-number, key, self._supplement.places[key])
            for number, key in self._keys.items()
        }

    def _make(self, id: int, key: str, own: OwnPlace) -> Entry:
        within = self.called(Known(own.within, own.country))[:1] if own.within else ()
        place = (*own.at, own.extent) if own.at else self._around(own)
        latitude, longitude, extent = place or (None, None, None)
        return Entry(
            id=id,
            name=parts(own.names)[0],
            country=own.country,
            feature=own.feature,
            admin1=within[0].id if within else 0,
            population=own.population or AS_KNOWN_AS.get(own.feature, 0),
            latitude=latitude,
            longitude=longitude,
            extent=own.extent or extent,
            claimed_by=parts(own.claimed_by),
            key=key,
        )

    def _around(self, own: OwnPlace) -> tuple[float, float, float] | None:
        """Return the middle and reach of the towns or provinces in which a region lies."""
        named = [known(name) for name in parts(own.towns)]
        entries = [entry for name in named for entry in self.called(name)[:1]]
        points = [point for entry in entries if (point := self.point(entry))]
        return middle(points)


def _rank(entry: Entry) -> int:
    return AREAS.index(entry.feature) if entry.feature in AREAS else len(AREAS)


def load_gazetteer(path: Path = FILE) -> Gazetteer | None:
    """Return the gazetteer, or None where none was made. Raises KnowledgeError for damage."""
    return Gazetteer(PlaceFile(path), load_supplement()) if path.exists() else None

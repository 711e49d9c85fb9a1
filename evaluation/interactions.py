"""Who does what to whom: sentences coded by hand with PLOVER, and the unit tests of PETRARCH.

PLOVER's sentences were coded with the names of its first version; those that the second put under
another name are scored under that. Each has one event; a row more is a mistake. Of the actors, the
set of all on either side is scored: their countries, and their countries with the sector, as far
as its first three letters; where the coders left a sector open, any is right.

PETRARCH's sentences tell of invented countries, which a table of the case's own names. Their codes
are those of its dictionaries: partly of CAMEO, partly of WEIS, which those grew out of. A root is
right if it is that of the deed in either.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.deeds import Deed, load_deeds

Entry = dict[str, Any]
SECOND_VERSION = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
MISPRINTS = {"JAP": "JPN", "ITL": "ITA"}
OPEN = "***"
SIDES = ("source", "target")
ACTOR = re.compile(r"^(\+?)([^\[#<]+?)\s*(?:\[ *([A-Z]{3})[A-Z]*\])?\s*(?:#.*)?$")


@dataclass(slots=True)
class Tally:
    """How many marks were found, missed, and read where there is none."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def count(self, gold: Set[object], read: Set[object]) -> None:
        """Add what was read of one sentence."""
        self.right += len(gold & read)
        self.missed += len(gold - read)
        self.wrong += len(read - gold)

    @property
    def f1(self) -> float:
        """F1 in per cent; 0 where there is nothing."""
        all_ = 2 * self.right + self.missed + self.wrong
        return round(200 * self.right / all_, 1) if all_ else 0.0


def plover_inputs(gold: tuple[Path, ...]) -> Iterable[Entry]:
    """Return each sentence as a document; their days are made up, and none is given."""
    for row in _rows(gold):
        yield {"id": row["id"], "text": row["text"], "language": "en"}


def plover_figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Score types of events and the actors of each sentence, in per cent."""
    read = _by_sentence(ledger)
    types, countries, sectors, hit = Tally(), Tally(), Tally(), 0
    rows = list(_rows(gold))
    for row in rows:
        found = [one for one in read.get(row["id"], ()) if one["plover"]]
        meant = {SECOND_VERSION.get(row["event"], row["event"])}
        said = {one["plover"]["event"] for one in found}
        types.count(meant, said)
        hit += bool(meant & said)
        marked = [_marked(each) for each in (*row["source"], *row["target"])]
        ends = [end for one in found for end in (one["actor"], one["recipient"]) if end]
        countries.count({code for code, _ in marked}, _countries(ends))
        sectors.count(*_with_sectors(marked, ends))
    return {
        "type F1": types.f1,
        "any right": round(100 * hit / len(rows), 1),
        "actor country F1": countries.f1,
        "actor sector F1": sectors.f1,
    }


def petrarch_inputs(gold: tuple[Path, ...]) -> Iterable[Entry]:
    """Return each sentence as a document of its day."""
    for row in _rows(gold[:1]):
        day = datetime.strptime(row["date"], "%Y%m%d").date()
        yield {
            "id": row["id"],
            "text": row["text"],
            "language": "en",
            "published": day.isoformat(),
        }


def petrarch_figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Score the roots of the codes, and the countries of the actors, of each sentence."""
    read, deeds = _by_sentence(ledger), load_deeds().deed
    roots, countries = Tally(), Tally()
    for row in _rows(gold[:1]):
        meant = {str(event["code"])[:2] for event in row["events"] if event["source"]}
        known = [deeds[one["deed"]] for one in read.get(row["id"], ())]
        said = {_root(deed, meant) for deed in known}
        roots.count(meant, said)
        ends = [end for one in read.get(row["id"], ()) for end in (one["actor"], one["recipient"])]
        sides = {str(event[side])[:3] for event in row["events"] for side in SIDES}
        countries.count(sides - {"---", "Non", "XYZ"}, _countries(filter(None, ends)))
    return {"root F1": roots.f1, "actor country F1": countries.f1}


def _root(deed: Deed, meant: Set[str]) -> str:
    """Return the root of a deed in CAMEO, or in WEIS where that is the one meant."""
    return deed.weis[:2] if deed.weis[:2] in meant else deed.cameo[:2]


def invented_actors(gold: tuple[Path, ...]) -> str:
    """Return PETRARCH's invented actors as rows of a case's own table; known ones are left out."""
    known, names = load_actors(), defaultdict[str, list[str]](list)
    codes: dict[str, str] = {}
    first = ""
    for line in gold[1].read_text(encoding="utf-8").splitlines():
        match = ACTOR.match(line)
        if match and not line.startswith(("<", "\t", " ")):
            name = match[2].replace("_", " ").strip().title()
            first = first if match[1] else name
            codes.setdefault(first, match[3] or "")
            if not known.candidates(name):
                names[first].append(name)
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(("id", "name", "names", "type", "code"))
    for number, (name, listed) in enumerate(names.items()):
        row = (f"invented.{number}", listed[0], "; ".join(listed[1:]), "government", codes[name])
        table.writerow(row)
    return out.getvalue()


def _marked(end: Entry) -> tuple[str, str]:
    code, sector = str(end["code"]), end["sector"] or ""
    return MISPRINTS.get(code, code), sector if sector == OPEN else sector[:3].upper()


def _countries(ends: Iterable[Entry]) -> set[str]:
    return {end["country"] for end in ends if end["country"]}


def _with_sectors(
    marked: Iterable[tuple[str, str]], ends: Iterable[Entry]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    listed = list(marked)
    open_ = {code for code, sector in listed if sector == OPEN}
    meant = {(code, "" if sector == OPEN else sector) for code, sector in listed}
    read = {
        (end["country"], "" if end["country"] in open_ else end["sector"] or "")
        for end in ends
        if end["country"]
    }
    return meant, read


def _by_sentence(ledger: Path) -> Mapping[str, list[Entry]]:
    held = json.loads(ledger.read_text(encoding="utf-8"))
    keys = {document["id"]: document["key"] for document in held["documents"]}
    found: dict[str, list[Entry]] = defaultdict(list)
    for one in held["interactions"]:
        found[keys[one["document"]]].append(one)
    return found


def _rows(gold: Iterable[Path]) -> Iterable[Entry]:
    for path in gold:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["text"].strip():
                    yield row

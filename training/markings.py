"""Sets that mark names, places, things, events and their parts, read into lessons.

re3d and GUM teach names, LGL, TR-News, GeoWebNews, GeoVirus and ReLocaR places, MUC-4 parts in
events, WikiEvents events. None whose licence forbids gain is read.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from counterclaim.model.text import Span, digest
from training.marks import EVENTS, PARTS, WITHIN, Lesson, outermost

Lessons = Iterator[tuple[str, str, Lesson]]
"""Key, text, and what is taught of it."""

Marks = dict[str, list[Span]]

RE3D = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "location",
    "Nationality": "nationality",
    "Weapon": "weapon",
    "MilitaryPlatform": "platform",
    "Vehicle": "vehicle",
    "DocumentReference": "document",
}
NESTED = ("person", "organisation", "location")
STRAY = re.compile(r"[a-z]{2} [A-Z]|\s*$|(?:hope|faith|may|May|Tuesday)$")
"""What stands marked in re3d by a slip: the end of a word before a name, and words of no kind."""

NAME = re.compile(r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|the|and|for|de|al|bin|&|von|van))*")
SELF = re.compile(r"(?:i|me|he|him|she|her|himself|herself)$", re.IGNORECASE)
PUT_ON = re.compile(r"['’]s?$")
GUM = {"person": "person", "organization": "organisation", "place": "location"}
PLACE_NAMES = {"Literal", "Coercion", "Metonymic", "Mixed", "Literal_Modifier"} | {
    "Non_Literal_Modifier",
    "Homonym",
}
SLOTS = {
    "perp_individual": "perpetrator_person",
    "perp_org": "perpetrator_organisation",
    "hum_name": "victim",
    "hum_description": "victim",
    "phys_id": "target",
    "instrument_id": "instrument",
}
NEAR = 400
"""Characters from a part to another part of its event, at most: further off it may be no part."""

KINDS = {
    "air_strike": "event_strike",
    "shelling": "event_strike",
    "shoot_down": "event_strike",
    "bombing": "event_bombing",
    "suicide_bombing": "event_bombing",
    "battle": "event_battle",
    "Conflict.Attack.DetonateExplode": "event_bombing",
}
HARM = ("Conflict.Attack", "Life.Die", "Life.Injure")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read the rows of a set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def held_out(key: str) -> bool:
    """Say whether a row of a set without a development part is kept to measure with: a fifth."""
    return int(digest(key), 16) % 5 == 0


def _span(one: dict[str, Any]) -> Span:
    return Span(one["b"], one["e"])


def _nested(spans: Marks) -> dict[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    for name, given in spans.items():
        found[name], within = outermost(given)
        if name in NESTED:
            found[name + WITHIN] = within
    return found


def re3d(path: Path) -> Lessons:
    """Read re3d, without the documents that are not for commercial use."""
    for row in rows(path):
        if "NC" in row["licence"]:
            continue
        spans: Marks = {name: [] for name in RE3D.values()}
        for one in row["entities"]:
            if one["type"] in RE3D and not STRAY.match(one["t"]):
                spans[RE3D[one["type"]]].append(_span(one))
        yield row["id"], row["text"], Lesson(_nested(spans))


def gum(path: Path) -> Lessons:
    """Read GUM's names, and who is meant by "I" and "he"; other mentions are left open."""
    for row in rows(path):
        spans: Marks = {name: [] for name in GUM.values()}
        silent: Marks = defaultdict(list)
        for one in row["mentions"]:
            name = GUM.get(one["type"])
            if name is None:
                continue
            words = PUT_ON.sub("", one["t"])
            named = NAME.fullmatch(words) and (one.get("wiki") or re.search(r" [A-Z]", words))
            if named or (name == "person" and SELF.match(words)):
                spans[name].append(Span(one["b"], one["b"] + len(words)))
            else:
                silent[name].append(_span(one))
        whole = {name: outermost(given)[0] for name, given in spans.items()}
        yield row["id"], row["text"], Lesson(whole, {k: tuple(v) for k, v in silent.items()})


def toponyms(path: Path) -> Lessons:
    """Read a set that marks all names of places and does not tell how they are used."""
    for row in rows(path):
        marked = outermost([_span(one) for one in row["places"]])[0]
        yield row["id"], row["text"], Lesson({"place": marked})


def geowebnews(path: Path) -> Lessons:
    """Read GeoWebNews: names used as nouns, and which stand for a power or a people."""
    for row in rows(path):
        places: list[Span] = []
        powers: list[Span] = []
        silent: Marks = defaultdict(list)
        for one in row["places"]:
            kind, span = one["type"], _span(one)
            if one.get("modifier") == "Adjective" or kind in {"Demonym", "Language"}:
                silent["place_power"].append(span)
            elif kind in PLACE_NAMES:
                places.append(span)
                if kind == "Metonymic" or (kind == "Mixed" and not one.get("modifier")):
                    powers.append(span)
                elif kind in {"Mixed", "Non_Literal_Modifier"}:
                    silent["place_power"].append(span)
            elif kind.startswith("Embedded"):
                silent["place"].append(span)
                silent["place_power"].append(span)
        marked = {"place": outermost(places)[0], "place_power": outermost(powers)[0]}
        yield row["id"], row["text"], Lesson(marked, {k: tuple(v) for k, v in silent.items()})


def relocar(path: Path, *, kept: bool = False) -> Lessons:
    """Read ReLocaR: does one place in a sentence stand for a power? `kept`: the fifth held out."""
    for row in rows(path):
        if held_out(row["id"]) is not kept:
            continue
        asked = tuple(_span(one) for one in row["locations"])
        powers = tuple(_span(one) for one in row["locations"] if one["reading"] != "lit")
        marked = {"place": asked, "place_power": powers}
        yield row["id"], row["text"], Lesson(marked, only=dict.fromkeys(marked, asked))


def muc4(path: Path) -> Lessons:
    """Read MUC-4: the strings of templates, where another part of the event stands near."""
    for row in rows(path):
        marked: Marks = {name: [] for name in PARTS}
        silent: Marks = {name: [] for name in PARTS}
        for template in row["templates"]:
            fills = list(_fills(template))
            for name, span, sure in fills:
                near = any(
                    other != name and abs(at.begin - span.begin) <= NEAR for other, at, _ in fills
                )
                certain = sure and near and not template["optional"]
                (marked if certain else silent)[name].append(span)
        text = row["text"] if held_out(row["id"] + "lines") else unwrapped(row["text"])
        whole = {name: outermost(spans)[0] for name, spans in marked.items()}
        yield row["id"], text, Lesson(whole, {k: tuple(v) for k, v in silent.items()})


def unwrapped(text: str) -> str:
    """Join the lines of a paragraph, letter for letter."""
    return re.sub(r"\n(?=\S)", " ", text)


def _fills(template: dict[str, Any]) -> Iterator[tuple[str, Span, bool]]:
    for slot, name in SLOTS.items():
        for fill in template.get(slot) or ():
            sure = not fill["raw"].startswith("?")
            for one in fill["alts"]:
                if isinstance(one, dict):
                    yield from ((name, Span(*at), sure) for at in one.get("spans", ()))


def wikievents(path: Path) -> Lessons:
    """Read four fifths of WikiEvents' development part: events, weapons and vehicles."""
    for row in rows(path):
        if held_out(row["id"]):
            continue
        spans: Marks = {name: [] for name in EVENTS}
        for one in row["events"]:
            kind = one["type"]
            if kind.startswith(HARM):
                spans["event_violence"].append(_span(one))
            if kind in KINDS:
                spans[KINDS[kind]].append(_span(one))
        del spans["event_strike"], spans["event_battle"]
        for kind, name in (("WEA", "weapon"), ("VEH", "vehicle")):
            spans[name] = [_span(one) for one in row["entities"] if one["type"] == kind]
        yield row["id"], row["text"], Lesson({k: outermost(v)[0] for k, v in spans.items()})


def place_names(paths: Iterable[Path]) -> frozenset[str]:
    """Return what the sets of places mark, to know the places among those who speak."""
    return frozenset(
        text[span.begin : span.end]
        for path in paths
        for _, text, lesson in (geowebnews if "geowebnews" in str(path) else toponyms)(path)
        for span in lesson.marked["place"]
    )

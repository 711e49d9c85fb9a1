"""Do two reports of one day and place contradict each other? Pairs that people compared in FA-KES.

People coded of each report whom it holds responsible and how many died. Both texts of a pair are
read and linked as one case; the ledger finds a conflict where it has a dispute between the two, or
gives one event unlike actors or counts that cannot all be true.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from counterclaim.knowledge import Knowledge, load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.linking.actors import parties_behind
from counterclaim.model.actor import ActorId
from counterclaim.model.event import Degree, Part
from counterclaim.model.quantity import Effect, Number
from counterclaim.model.record import Event, Reading
from counterclaim.model.text import Document
from counterclaim.pipeline import link_readings, read_document

Row = Mapping[str, Any]
CHARGED = frozenset(Degree) - {Degree.DENIED, Degree.UNCLAIMED, Degree.ACQUITTED}
"""Degrees by which a report lays an event on somebody."""
WEAPON, BATTLE = "weapon", "battle"
"""The role that only violence has, and the type in which both sides have a part."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Whether the ledger of two reports has them hold unlike parties responsible, unlike tolls."""

    actor: bool
    count: bool


def figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Say how many of the conflicts are found, and how often others are taken for one."""
    del ledger
    *texts, pairs = gold
    knowledge, index = load_knowledge(), load_actors()
    rows = {row["id"]: row for path in texts for row in _rows(path)}
    both = [pair for pair in _rows(pairs) if pair["a"] in rows and pair["b"] in rows]
    wanted = sorted({pair[side] for pair in both for side in ("a", "b")})
    readings = {id: read_document(_document(rows[id]), knowledge) for id in wanted}
    return judged(
        (pair, conflicts((readings[pair["a"]], readings[pair["b"]]), knowledge, index))
        for pair in both
    )


def judged(pairs: Iterable[tuple[Row, Conflicts]]) -> dict[str, float]:
    """Compare what was found with what people say."""
    told = list(pairs)
    apart = [each for each in told if each[0]["actor_conflict"] or each[0]["count_conflict"]]
    alike = [each for each in told if each not in apart]
    return {
        "conflicts found": _share(each.actor or each.count for _, each in apart),
        "no false alarm": _share(not (each.actor or each.count) for _, each in alike),
        "unlike actors found": _share(each.actor for pair, each in told if pair["actor_conflict"]),
        "unlike counts found": _share(each.count for pair, each in told if pair["count_conflict"]),
    }


def conflicts(pair: tuple[Reading, Reading], knowledge: Knowledge, index: ActorIndex) -> Conflicts:
    """Link two readings as one case, and compare what each alone tells of the events they share."""
    ledger = link_readings(pair, (), index, knowledge.events)
    behind = parties_behind(ledger.actors, index)
    ids = {each.document.id for each in pair}
    shared = {
        telling
        for event in ledger.events
        if ids <= {mention.document for mention in event.mentions}
        and WEAPON in knowledge.events.types[event.type].roles
        for telling in event.tellings
    }
    told = [
        [event for event in alone.events if shared & set(event.tellings)]
        for alone in (link_readings([each], (), index, knowledge.events) for each in pair)
    ]
    actors = [
        {party for each in events for party in _actors(each, behind, index)} for events in told
    ]
    standing = [{count for each in events for count in _standing(each)} for events in told]
    counts = [{count for each in events for count in _told(each)} for events in told]
    apart = _apart(standing[0], counts[1]) and _apart(standing[1], counts[0])
    return Conflicts(_apart(*actors), apart)


def _actors(event: Event, behind: Mapping[ActorId, str], index: ActorIndex) -> set[str]:
    """Return the known parties that a report has for those who did it; a battle has two sides."""
    if event.type == BATTLE:
        return set()
    did = [told.actor for told in event.participants if told.value.part is Part.PERPETRATOR]
    laid = [told for told in event.responsibility if told.value.degree.value in CHARGED]
    actors = {*did, *(told.actor for told in laid)}
    known = {index.actor(behind[actor]).name for actor in actors if actor and actor in behind}
    return known | {told.value.whose for told in laid if told.value.whose}


def _standing(event: Event) -> set[Number]:
    """Return the lowest and the highest number of dead that stand in a report."""
    ends = (event.killed.low, event.killed.high) if event.killed else ()
    return {end for end in ends if end}


def _told(event: Event) -> set[Number]:
    """Return all numbers of dead in a report, those of parts and of earlier days too."""
    killed = [told.value.count.value for told in event.tolls if told.value.effect is Effect.KILLED]
    return {end for count in killed for end in (count.low, count.high) if end}


def _apart(one: Set[object], other: Set[object]) -> bool:
    """Whether two reports both say something, and nothing alike."""
    return bool(one and other) and not one & other


def _document(row: Row) -> Document:
    return Document(
        row["text"],
        key=row["id"],
        title=row["title"],
        outlet=row["source"],
        language="en",
        published=datetime.strptime(row["coded"]["date"], "%m/%d/%y").date(),
    )


def _share(found: Iterable[bool]) -> float:
    listed = list(found)
    return round(100 * sum(listed) / len(listed), 1) if listed else 0.0


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)

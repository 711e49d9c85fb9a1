"""Which words speak of one happening: event mentions that people marked in ECB+, given.

Each mention is handed to linking as a telling of its own, with the day and the place that its
sentence names. Most are of no type of ours ("unveiled"), so that the words stand for the type: the
first letters of the lemma, which forms and derivations share ("announce", "announcement"). The
reports of one sub-topic are one case; for `both sub-topics` those of two that are alike. Singletons
count, as in the figures that others publish.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.knowledge import Knowledge, load_knowledge
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.events import EventType, EventTypes
from counterclaim.language import find_mentions, locate, parse
from counterclaim.linking import link_actors
from counterclaim.linking.happenings import find_happenings
from counterclaim.linking.reports import reports_of, surroundings_of
from counterclaim.model.event import Status, Telling, TellingId, Trigger, telling_id
from counterclaim.model.record import Reading
from counterclaim.model.statement import Account, Mention, Treatment
from counterclaim.model.text import Cited, Document, Span
from counterclaim.model.tree import Tree, grow
from evaluation.coreference import Chain, chains_of, conll

FAMILY = 5
"""First letters that the forms and derivations of one word share."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """A report, its sub-topic and topic, and the chain that each telling is marked with."""

    reading: Reading
    subtopic: str
    topic: str
    chains: Mapping[TellingId, str]


def figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Score the happenings of each case as chains of mentions."""
    del ledger
    knowledge, index = load_knowledge(), load_actors()
    marked = [_marked(row, knowledge) for path in gold for row in _rows(path)]
    cases = _grouped(marked, [each.subtopic for each in marked])
    wide = _grouped(marked, [each.topic for each in marked])
    found = conll((_linked(case, knowledge, index) for case in cases), singletons=True)
    apart = conll((_linked(case, knowledge, index) for case in wide), singletons=True)
    return found | {"both sub-topics CoNLL F1": apart["CoNLL F1"]}


def _grouped(marked: Sequence[Marked], keys: Sequence[str]) -> list[list[Marked]]:
    groups: dict[str, list[Marked]] = defaultdict(list)
    for key, each in zip(keys, marked, strict=True):
        groups[key].append(each)
    return list(groups.values())


def _linked(
    case: Sequence[Marked], knowledge: Knowledge, index: ActorIndex
) -> tuple[Sequence[Chain[TellingId]], Sequence[Chain[TellingId]]]:
    """Link the tellings of a case, as a ledger does, and return the chains wanted and found."""
    readings = [each.reading for each in case]
    around = surroundings_of(readings, link_actors(readings, [], index), ())
    reports = [report for reading in readings for report in reports_of(reading, around)]
    words = {report.telling.type.value: EventType("", ()) for report in reports}
    happenings, _ = find_happenings(reports, EventTypes({**words, **knowledge.events.types}))
    chains = {id: chain for each in case for id, chain in each.chains.items()}
    return chains_of(chains), [frozenset(each.id for each in group) for group in happenings]


def _marked(row: Row, knowledge: Knowledge) -> Marked:
    language = knowledge.languages["en"]
    text = parse(Document(row["text"], key=row["id"], language="en"), language)
    mentions = locate(text, find_mentions(text, language), language, knowledge.gazetteer)
    tree = grow(text)
    spoken = {
        telling.id: (telling, _chain(row, mark, telling.id))
        for mark in row["mentions"]
        if mark["kind"] == "event"
        for telling in [_telling(tree, Span(mark["b"], mark["e"]), mentions)]
    }
    reading = Reading(
        text.document,
        tuple(mentions),
        accounts=tuple(Account(span, Treatment.NARRATED) for span in text.sentences),
        tellings=tuple(telling for telling, _ in spoken.values()),
    )
    chains = {id: chain for id, (_, chain) in spoken.items()}
    return Marked(reading, row["subtopic"], row["topic"], chains)


def _chain(row: Row, mark: Row, id: TellingId) -> str:
    return id if mark["singleton"] else f"{row['topic']}/{mark['chain']}"


def _telling(tree: Tree, span: Span, mentions: Iterable[Mention]) -> Telling:
    """Take marked words for a telling, with the one day and the one place of their sentence."""
    words = tree.at(span) or (0,)
    head = next((each for each in words if tree.tokens[each].head not in words), words[0])
    begin, end = tree.bounds[tree.sentence[head]]
    beside = [each for each in mentions if set(tree.at(each.span)) & set(range(begin, end))]
    times = [each.time for each in beside if each.time and each.time.value.days]
    places = [each for each in beside if each.place]
    place = Cited(places[0].id, (places[0].span,), "place_in_sentence") if places else None
    document = tree.parse.document
    return Telling(
        id=telling_id(document.id, span),
        document=document.id,
        type=Cited(tree.tokens[head].lemma.casefold()[:FAMILY], (span,), "given"),
        triggers=(Trigger(span),),
        status=Cited(Status.OCCURRED, (span,), "given"),
        when=replace(times[0], rule="time_in_sentence") if len(times) == 1 else None,
        place=place if len({each.place.value.id for each in places if each.place}) == 1 else None,
    )


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)

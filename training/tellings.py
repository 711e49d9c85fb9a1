"""What texts with attributions teach of names and events: dossiers, our own reports, PolNeAR."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from counterclaim.model.text import Span
from training.examples import spans_of
from training.markings import KINDS, Marks
from training.marks import EVENTS, NAMES, Lesson, outermost
from training.written import Marked

ARTICLE = re.compile(r"[Tt]he ")
PEACEFUL = {"agreement", "investigation", "arrest", "statement_only", "protest"}
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?=\S)[^\n.!?]*)*[.!?]*")


def speaking(
    one: Marked, places: frozenset[str], kinds: Mapping[Span, str] | None = None
) -> Lesson:
    """Read off attributions what they tell of names: a place that speaks stands for a power.

    `kinds` says which sources are a person, which an organisation. No cue names anything.
    """
    kinds = kinds or {}
    cues = tuple(span for label in one.labels for span in label.cue)
    sources = outermost([span for label in one.labels for span in label.source])[0]
    bare = {span: ARTICLE.sub("", one.text[span.begin : span.end]) for span in sources}
    spoken = tuple(span for span in sources if bare[span] in places)
    marked: dict[str, tuple[Span, ...]] = dict.fromkeys(NAMES, ())
    only = dict.fromkeys(NAMES, cues)
    for name in ("person", "organisation"):
        marked[name] = tuple(span for span in sources if kinds.get(span) == name)
        others = tuple(span for span in sources if name == "person" and span in kinds)
        only[name] = (*cues, *marked[name], *others)
    marked["place_power"], only["place_power"] = spoken, (*cues, *sources)
    return Lesson(marked, only=only)


def events(folder: Path) -> Iterator[tuple[str, Lesson]]:
    """Read the events of dossiers: key of a document, and lesson.

    Only the first word of an event in a sentence is marked; others that tell of events elsewhere
    are left open there.
    """
    rows = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.json"))
        if path.name not in {"index.json", "side.json"}
    ]
    told = [(row, document, _told(row, document)) for row in rows for document in row["documents"]]
    words = {
        word.lower()
        for _, document, spans in told
        for span in spans["event_violence"]
        for word in LONG_WORD.findall(document["text"], span.begin, span.end)
    }
    for row, document, spans in told:
        open_ = dict.fromkeys(EVENTS, _open(document["text"], spans, words))
        whole = {name: outermost(given)[0] for name, given in spans.items()}
        yield f"{row['id']}/{document['id']}", Lesson(whole, open_)


def _told(row: dict[str, Any], document: dict[str, Any]) -> Marks:
    spans: Marks = {name: [] for name in EVENTS}
    for event in row["events"]:
        for one in event["mentions"]:
            if one["doc"] == document["id"]:
                span = Span(*one["trigger"])
                if event["type"] not in PEACEFUL:
                    spans["event_violence"].append(span)
                if event["type"] in KINDS:
                    spans[KINDS[event["type"]]].append(span)
    return spans


def _open(text: str, spans: Marks, words: set[str]) -> tuple[Span, ...]:
    marked = [span for given in spans.values() for span in given]
    return tuple(
        Span(*word.span())
        for sentence in SENTENCE.finditer(text)
        if any(sentence.start() < one.end and one.begin < sentence.end() for one in marked)
        for word in LONG_WORD.finditer(text, sentence.start(), sentence.end())
        if word[0].lower() in words
    )


def speakers(folder: Path) -> Iterator[tuple[str, Mapping[Span, str]]]:
    """Read which sources of dossiers are persons, which organisations: key of a document, kinds."""
    sides = json.loads((folder / "side.json").read_text(encoding="utf-8"))
    actors = {row["id"]: row["actors"] for row in sides}
    for path in sorted(folder.glob("*.json")):
        if path.name not in {"index.json", "side.json"}:
            row = json.loads(path.read_text(encoding="utf-8"))
            for document in row["documents"]:
                kinds = {
                    span: "person" if actor["kind"] == "person" else "organisation"
                    for one in row["statements"]
                    if one["doc"] == document["id"]
                    for actor in [actors.get(row["id"], {}).get(one["source"]["name"])]
                    if actor and actor["kind"] != "unnamed"
                    for span in spans_of(one["source"]["span"])
                }
                yield f"{row['id']}/{document['id']}", kinds

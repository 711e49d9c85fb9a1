"""Labelled texts of several sets, brought to the ledger's own convention of spans.

PolNeAR marks outermost attributions whole; a ledger cuts a content at the ends of sentences. Both
leave out "that", outer quotation marks, final punctuation, and auxiliaries before a cue.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from counterclaim.model.text import Span
from training.written import Label, Marked

EDGE = " \t\n\r\"'“”‘’«».,;:!?-–—()"
AUXILIARY = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|be|been|being|do|does|did|will|would|to|also|then|later)\s+)+",
    re.IGNORECASE,
)
THAT = re.compile(r"that\s+", re.IGNORECASE)
STOP = re.compile(r"[.!?]+[\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n+")
TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Prof|Rev|St|Jr|Sr|No|vs|[A-Z])\.$"
)


def read_polnear(path: Path) -> Iterator[Marked]:
    """Read PolNeAR: of several annotators of a text, the one with most attributions."""
    best: dict[str, dict[str, Any]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            known = best.get(row["id"])
            if known is None or len(row["attributions"]) > len(known["attributions"]):
                best[row["id"]] = row
    for row in best.values():
        labels = tuple(_polnear(row["text"], one) for one in row["attributions"])
        yield Marked(row["id"], row["text"], tuple(x for x in labels if x.cue and x.content))


def _polnear(text: str, one: dict[str, Any]) -> Label:
    spans = {
        role: [Span(s["b"], s["e"]) for s in one[role]] for role in ("source", "cue", "content")
    }
    content = [part for span in spans["content"] for part in sentences_of(text, span)]
    return Label(
        source=trim(text, spans["source"]),
        cue=trim(text, spans["cue"], AUXILIARY) or tuple(spans["cue"][:1]),
        content=trim(text, content, THAT),
    )


def read_dossiers(folders: Iterable[Path]) -> Iterator[Marked]:
    """Read the reports of dossiers."""
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            if path.name not in {"index.json", "side.json"}:
                yield from _dossier(json.loads(path.read_text(encoding="utf-8")))


def _dossier(row: dict[str, Any]) -> Iterator[Marked]:
    for document in row["documents"]:
        labels = tuple(_stated(s) for s in row["statements"] if s["doc"] == document["id"])
        key = f"{row['id']}/{document['id']}"
        day, outlet = document["published"], document["outlet"]
        yield Marked(key, document["text"], labels, day, outlet)


def _stated(one: dict[str, Any]) -> Label:
    return Label(
        source=spans_of(one["source"]["span"]),
        cue=spans_of(one["cue"]),
        content=spans_of(one["content"]),
        name=one["source"]["name"],
        via=one["via"] or "",
        act=one["act"],
        polarity=one["polarity"],
        certainty=one["certainty"],
    )


def spans_of(value: Any) -> tuple[Span, ...]:
    """Return spans given as nothing, as [begin, end], or as a list of these."""
    if not value:
        return ()
    pairs = [value] if isinstance(value[0], int) else value
    return tuple(Span(begin, end) for begin, end in pairs)


def sentences_of(text: str, span: Span) -> Iterator[Span]:
    """Cut a span at the ends of its sentences."""
    begin = span.begin
    for stop in STOP.finditer(text, span.begin, span.end):
        if not TITLED.search(text[begin : stop.start() + 1]):
            yield Span(begin, stop.end())
            begin = stop.end()
    if begin < span.end:
        yield Span(begin, span.end)


def trim(text: str, spans: Sequence[Span], head: re.Pattern[str] | None = None) -> tuple[Span, ...]:
    """Bring the edges of spans to the ledger's convention.

    `head` is what they shall not begin with.
    """
    trimmed = (_trim(text, span.begin, span.end, head) for span in spans)
    return tuple(span for span in trimmed if span)


def _trim(text: str, begin: int, end: int, head: re.Pattern[str] | None) -> Span | None:
    while begin < end and text[begin] in EDGE:
        begin += 1
    while end > begin and text[end - 1] in EDGE:
        end -= 1
    found = head.match(text, begin, end) if head else None
    if found and found.end() < end:
        begin = found.end()
    return Span(begin, end) if begin < end else None

"""Our own sentences with the estimates and relations that they state, each in two halves.

The first half was there for building, the second is only measured. A relation is right where both
its ends overlap those marked, and its predicate is theirs; an estimate where its number and whose
it is overlap, and the measure is the same. The ends that a sentence marks alike are all paired.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.measures import Share

Entry = dict[str, Any]
OPEN = re.compile(r"\[(\w):(\w+) ")
ENDS = {"relations": ("s", "o"), "estimates": ("w", "n")}
"""The marks of whose it is and of what, in each file."""


class Fact(NamedTuple):
    """What is stated in a sentence: its name, and where its two ends stand."""

    sentence: str
    name: str
    one: tuple[int, int]
    other: tuple[int, int]


def inputs(gold: tuple[Path, ...]) -> Iterable[Entry]:
    """Return each sentence as a document."""
    for key, line in _lines(gold):
        yield {"id": key, "text": read(line)[0], "language": "en", "published": "2025-03-28"}


def figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Return F1 of each half of each file, in per cent."""
    held = json.loads(ledger.read_text(encoding="utf-8"))
    found = {"relations": list(_relations(held)), "estimates": list(_estimates(held))}
    shares: dict[str, Share] = {}
    for key, line in _lines(gold):
        kind, half, _ = key.split("/")
        wanted = facts(key, line, ENDS[kind])
        got = [fact for fact in found[kind] if fact.sentence == key]
        before = shares.get(f"{kind} {half}", Share(0, 0, 0))
        shares[f"{kind} {half}"] = _added(before, wanted, got)
    return {f"{name} F1": share.f1 for name, share in shares.items()}


def _added(before: Share, wanted: list[Fact], got: list[Fact]) -> Share:
    right = sum(any(same(one, other) for other in got) for one in wanted)
    return Share(before.right + right, before.read + len(got), before.wanted + len(wanted))


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts are one: the same name, and both ends overlap."""
    ends = (one.one, other.one), (one.other, other.other)
    return one.name == other.name and all(a[0] < b[1] and b[0] < a[1] for a, b in ends)


def facts(key: str, line: str, ends: tuple[str, str]) -> list[Fact]:
    """Return what is marked in a sentence; of several numbers each has the owner before it."""
    marks = read(line)[1]
    ones, others = ([mark for mark in marks if mark[0] == end] for end in ends)
    pairs = ((one, other) for one in ones for other in others if one[1] == other[1])
    return [Fact(key, one[1], one[2], other[2]) for one, other in pairs]


def read(line: str) -> tuple[str, list[tuple[str, str, tuple[int, int]]]]:
    """Split a marked sentence into its text and its marks: end, name, place."""
    text, stack, marks, at = "", [], [], 0
    while at < len(line):
        if opening := OPEN.match(line, at):
            stack.append((opening[1], opening[2], len(text)))
            at = opening.end()
        elif line[at] == "]" and stack:
            end, name, begin = stack.pop()
            marks.append((end, name, (begin, len(text))))
            at += 1
        else:
            text += line[at]
            at += 1
    return text, marks


def _lines(gold: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    for path in gold:
        half = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if line.startswith("## "):
                half = line[3:].strip()
            elif line and not line.startswith("#"):
                yield f"{path.stem}/{half}/{number}", line


def _relations(held: Entry) -> Iterator[Fact]:
    keys, places = _keys(held), _places(held)
    for one in held["relations"]:
        ends = (places[id] for id in one["mentions"])
        yield Fact(keys[one["document"]], one["predicate"], *ends)


def _estimates(held: Entry) -> Iterator[Fact]:
    keys, places = _keys(held), _places(held)
    for one in held["estimates"]:
        yield Fact(
            keys[one["document"]], one["measure"], places[one["mention"]], tuple(one["span"])
        )


def _places(held: Entry) -> Mapping[str, tuple[int, int]]:
    return {one["id"]: (one["span"][0], one["span"][1]) for one in held["mentions"]}


def _keys(held: Entry) -> Mapping[str, str]:
    return {document["id"]: document["key"] for document in held["documents"]}

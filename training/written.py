"""Our own marked-up reports for training: parsed, and checked for faults.

A file of `training/written` holds documents of this form, one after the other. Marks are `S`
source, `C` cue, `N` content, `V` relay, each with the numbers of the statements it belongs to;
they may nest. After `--` each statement says what differs from the defaults of `Label`.

    == wire-001 | 2023-04-18 | Harbour Wire
    [S1 The army of Olmar] [C1 denied] that [N1 it had shelled the village].
    --
    1 act=deny_responsibility polarity=- source="armed forces of Olmar"
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path

from counterclaim.model.statement import Act, Certainty, CueClass, Polarity
from counterclaim.model.text import Span

HEAD = re.compile(r"^== (?P<key>\S+) \| (?P<day>\d{4}-\d\d-\d\d)? ?\| (?P<outlet>.*)$")
OPEN = re.compile(r"\[([SCNV])(\d+(?:,\d+)*) ")
COMPLEMENTISER = re.compile(
    r"that (?:the|an?|it|he|she|they|his|her|their|its|there|no)\b", re.IGNORECASE
)
ABBREVIATED = re.compile(r"\b[A-Z][a-z]{0,2}\.$|\b\w\.\w\.$")
"""The end of a span that keeps its stop: "the U.S.", "Acme Inc."."""

ALLOWED = {"act": Act, "polarity": Polarity, "certainty": Certainty, "class": CueClass}


@dataclass(frozen=True)
class Label:
    """One statement as a person marked it."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    relay: tuple[Span, ...] = ()
    name: str = ""
    via: str = ""
    act: str = "assert"
    polarity: str = "+"
    certainty: str = "certain"
    sort: str = "statement"


@dataclass(frozen=True)
class Marked:
    """A text with the statements that a person marked in it."""

    key: str
    text: str
    labels: tuple[Label, ...]
    day: str = ""
    outlet: str = ""
    faults: tuple[str, ...] = field(default=(), compare=False)


def read_written(paths: Iterable[Path]) -> Iterator[Marked]:
    """Read the documents of several files, with the faults found in each."""
    for path in paths:
        head, lines = "", list[str]()
        for line in [*path.read_text(encoding="utf-8").splitlines(), "== end"]:
            if line.startswith("== "):
                if head:
                    yield _document(head, "\n".join(lines))
                head, lines = line, []
            else:
                lines.append(line)


def _document(head: str, body: str) -> Marked:
    said = HEAD.match(head)
    marked, _, listed = f"\n{body}\n".partition("\n--\n")
    text, marks, faults = unmark(marked.strip("\n"))
    if not said:
        faults.append("the first line is not: == key | YYYY-MM-DD | outlet")
    rows = dict(_rows(listed, faults))
    numbers = sorted({number for number, _, _ in marks} | set(rows))
    labels = []
    for number in numbers:
        if number not in rows:
            faults.append(f"statement {number}: marked, but not listed")
        spans = {role: tuple(s for n, r, s in marks if (n, r) == (number, role)) for role in "SCNV"}
        spans["S"] = tuple(_unpossessed(text, span) for span in spans["S"])
        label = Label(spans["S"], spans["C"], spans["N"], spans["V"], **rows.get(number, {}))
        faults += [f"statement {number}: {fault}" for fault in _faults(text, label)]
        labels.append(label)
    key, day, outlet = (said["key"], said["day"] or "", said["outlet"]) if said else (head, "", "")
    return Marked(key, text, tuple(labels), day, outlet, tuple(faults))


def _unpossessed(text: str, span: Span) -> Span:
    """Leave the ending of a possessive outside: "the front’s claim"."""
    owned = text[span.begin : span.end].endswith(("’s", "'s")) and span.end - span.begin > 2
    return Span(span.begin, span.end - 2) if owned else span


def unmark(marked: str) -> tuple[str, list[tuple[int, str, Span]], list[str]]:
    """Split marked text into the bare text, its marks (number, role, span), and faults."""
    text: list[str] = []
    open_marks: list[tuple[str, str, int]] = []
    marks: list[tuple[int, str, Span]] = []
    faults: list[str] = []
    at = 0
    while at < len(marked):
        if opening := OPEN.match(marked, at):
            open_marks.append((opening[1], opening[2], len(text)))
            at = opening.end()
            continue
        if marked[at] == "]" and open_marks:
            role, numbers, begin = open_marks.pop()
            if begin < len(text):
                marks += [(int(n), role, Span(begin, len(text))) for n in numbers.split(",")]
        elif marked[at] in "[]":
            faults.append(f"a stray bracket: {marked[max(0, at - 20) : at + 20]!r}")
        else:
            text.append(marked[at])
        at += 1
    faults += [f"a mark is never closed: [{role}{numbers}" for role, numbers, _ in open_marks]
    return "".join(text), marks, faults


def _rows(listed: str, faults: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    names = {"source": "name", "class": "sort"}
    known = {f.name for f in fields(Label) if f.default != ()}
    for line in filter(None, map(str.strip, listed.splitlines())):
        number, _, rest = line.partition(" ")
        row = {}
        for pair in shlex.split(rest):
            key, _, value = pair.partition("=")
            if names.get(key, key) not in known or key == "content":
                faults.append(f"statement {number}: unknown field {key!r}")
            elif key in ALLOWED and value not in list(ALLOWED[key]):
                faults.append(f"statement {number}: {key}={value!r} is not on the list")
            else:
                row[names.get(key, key)] = value
        if number.isdigit():
            yield int(number), row
        else:
            faults.append(f"not a statement: {line!r}")


def _faults(text: str, label: Label) -> Iterator[str]:
    if not label.content:
        yield "has no content"
    if not label.name:
        yield "names no source (source=none, unspecified or a name)"
    if label.relay and not label.via:
        yield "has a relay span, but no via"
    for span in (*label.source, *label.cue, *label.content, *label.relay):
        yield from _edge_faults(text[span.begin : span.end])
    for span in label.content:
        words = text[span.begin : span.end]
        if COMPLEMENTISER.match(words):
            yield f"a content begins with its complementiser: {words[:30]!r}"


def _edge_faults(words: str) -> Iterator[str]:
    if words != words.strip():
        yield f"a span begins or ends with a blank: {words!r}"
    if words[-1] in ".,;" and not ABBREVIATED.search(words):
        yield f"a span ends with punctuation: {words[-30:]!r}"


def main() -> None:
    """Print the faults of the files that are named, and how many documents there are."""
    read = list(read_written(map(Path, sys.argv[1:])))
    for document in read:
        for fault in document.faults:
            print(f"{document.key}: {fault}")
    count = sum(len(document.labels) for document in read)
    print(f"{len(read)} documents, {count} statements, {sum(len(d.faults) for d in read)} faults")


if __name__ == "__main__":
    main()

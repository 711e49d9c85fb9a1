"""Whether a place stands for itself or for a power: ReLocaR, the fifth that nothing is trained on.

Places are given; accuracy is the share of them that are read as people marked them. What is marked
as metonymic there are governments, peoples and teams.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from counterclaim.knowledge import load_knowledge
from counterclaim.language import parse
from counterclaim.language.metonymy import find_powers
from counterclaim.model.statement import Mention, MentionType, Sense, mention_id
from counterclaim.model.text import Document, Span, digest

METONYMIC = frozenset({"met", "mix", "Metonymic"})
READINGS = frozenset({"lit", "Literal"}) | METONYMIC


class Use(NamedTuple):
    """One use of a place's name, and whether it stands for a power there."""

    document: Document
    span: Span
    power: bool


def held_out(key: str) -> bool:
    """Whether a sentence is kept to measure with: a fifth, by its name."""
    return int(digest(key), 16) % 5 == 0


def figures(gold: tuple[Path, ...], ledger: Path) -> dict[str, float]:
    """Score the places of the sentences that were held out, in per cent."""
    del ledger
    found = [use for path in gold for use in uses(path) if held_out(use.document.key)]
    right = sum(read_as_power(use) is use.power for use in found)
    return {"accuracy": round(100 * right / len(found), 1)}


def uses(path: Path) -> Iterator[Use]:
    """Yield each place that a set marks as itself or as a power."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            document = Document(row["text"], key=row["id"], language="en")
            for place in row.get("locations") or row.get("places") or ():
                reading = place.get("reading") or place.get("type")
                if reading in READINGS:
                    yield Use(document, Span(place["b"], place["e"]), reading in METONYMIC)


def read_as_power(use: Use) -> bool:
    """Read a place in its sentence, with the learned reader where its weights are at hand."""
    language = load_knowledge().languages["en"]
    text = parse(use.document, language)
    id = mention_id(use.document.id, use.span)
    name = use.document.quote(use.span)
    [read] = find_powers(text, [Mention(id, use.span, MentionType.PLACE, name, "given")], language)
    return read.sense is not None and read.sense.value is not Sense.PLACE

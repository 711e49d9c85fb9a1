"""How much of what people marked in reports a ledger holds, and how much of it is right.

Two spans overlap where their intersection is at least half of their union, in characters; a
content in several pieces is the set of its characters. Alignment is one to one, the best first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

HALF = 0.5
# A statement is found where its content overlaps this much, whatever became of source and cue.
FOUND = 0.3
PARTS = ("source", "cue", "content")
# Acts that the marks do not tell apart, and the act that they have for them.
COARSE = {
    "deny_responsibility": "deny",
    "decline": "other",
    "non_denial": "other",
    "unable_to_verify": "other",
    "reaffirm": "assert",
    "concede": "claim_responsibility",
}

Entry = dict[str, Any]
T = TypeVar("T")


class Place(NamedTuple):
    """Characters of one document; none where a part is left out."""

    document: str
    characters: frozenset[int]


@dataclass(frozen=True, slots=True)
class Marked:
    """A statement as a person marked it, or as the program read it."""

    source: Place
    cue: Place
    content: Place
    act: str
    polarity: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many were right, of those that were read and of those that were wanted."""

    right: int
    read: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall in per cent; 0 where there was nothing."""
        both = self.read + self.wanted
        return round(200 * self.right / both, 1) if both else 0.0


def measure(dossiers: Sequence[Entry], ledger: Entry) -> dict[str, float]:
    """Score a ledger against marked dossiers: F1 and accuracy, in per cent."""
    wanted = [_marked(f"{d['id']}/{s['doc']}", s) for d in dossiers for s in d["statements"]]
    keys = {document["id"]: document["key"] for document in ledger["documents"]}
    read = [_marked(keys[s["document"]], s) for s in ledger["statements"] if _is_attributed(s)]
    found = aligned(wanted, read, content_likeness)
    return {
        **{f"{part} F1": overlap(wanted, read, part).f1 for part in PARTS},
        "relation F1": relations(wanted, read).f1,
        "statements found F1": Share(len(found), len(read), len(wanted)).f1,
        **{f"{v} accuracy": agreement(found, v) for v in ("act", "polarity", "certainty")},
        "copies F1": copies(dossiers, ledger).f1,
    }


def overlap(wanted: Sequence[Marked], read: Sequence[Marked], part: str) -> Share:
    """Count the places of one part that overlap; a place that statements share counts once."""
    places, candidates = _places(wanted, part), _places(read, part)
    pairs = aligned(places, candidates, lambda one, other: at_least(HALF, iou(one, other)))
    return Share(len(pairs), len(candidates), len(places))


def relations(wanted: Sequence[Marked], read: Sequence[Marked]) -> Share:
    """Count the statements whose source, cue and content all overlap, or are both left out."""
    return Share(len(aligned(wanted, read, whole_likeness)), len(read), len(wanted))


def agreement(pairs: Sequence[tuple[Marked, Marked]], value: str) -> float:
    """Return the share of found statements of which a value is right, in per cent."""
    same = [_coarse(getattr(one, value)) == _coarse(getattr(other, value)) for one, other in pairs]
    return round(100 * sum(same) / len(same), 1) if same else 0.0


def copies(dossiers: Sequence[Entry], ledger: Entry) -> Share:
    """Count the pairs of original and copy, whichever of the two is taken for the original."""
    keys = {document["id"]: document["key"] for document in ledger["documents"]}
    copied = [document for document in ledger["documents"] if document["copy_of"]]
    read = {frozenset((document["key"], keys[document["copy_of"]])) for document in copied}
    wanted = {
        frozenset(f"{d['id']}/{key}" for key in pair) for d in dossiers for pair in d["copies"]
    }
    return Share(len(wanted & read), len(read), len(wanted))


def aligned(
    wanted: Sequence[T], read: Sequence[T], likeness: Callable[[T, T], float]
) -> list[tuple[T, T]]:
    """Pair marks one to one, the most alike first; those of likeness 0 stay alone."""
    alike = [
        (-degree, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(read)
        if (degree := likeness(one, other)) > 0
    ]
    pairs, left, right = [], set(range(len(wanted))), set(range(len(read)))
    for _, i, j in sorted(alike):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((wanted[i], read[j]))
    return pairs


def iou(one: Place, other: Place) -> float:
    """Return the intersection of two places over their union, in characters; 0 where unlike."""
    if one.document != other.document or not (one.characters & other.characters):
        return 0.0
    return len(one.characters & other.characters) / len(one.characters | other.characters)


def at_least(least: float, value: float) -> float:
    """Return a value, or 0 where it is too small."""
    return value if value >= least else 0.0


def content_likeness(one: Marked, other: Marked) -> float:
    """Return how alike two statements are whose contents overlap; source and cue only help."""
    content = at_least(FOUND, iou(one.content, other.content))
    return content and 2 * content + iou(one.source, other.source) + iou(one.cue, other.cue)


def whole_likeness(one: Marked, other: Marked) -> float:
    """Return how alike two statements are in every part, or 0 where one part is unlike."""
    degrees = [_fit(getattr(one, part), getattr(other, part)) for part in PARTS]
    return sum(degrees) if all(degrees) else 0.0


def _fit(one: Place, other: Place) -> float:
    both_left_out = one.document == other.document and not (one.characters or other.characters)
    return 1.0 if both_left_out else at_least(HALF, iou(one, other))


def _places(marks: Iterable[Marked], part: str) -> list[Place]:
    places: list[Place] = [getattr(mark, part) for mark in marks]
    return list(dict.fromkeys(place for place in places if place.characters))


def _marked(document: str, entry: Entry) -> Marked:
    return Marked(
        source=Place(document, _characters(entry["source"]["span"])),
        cue=Place(document, _characters(entry["cue"])),
        content=Place(document, _characters(entry["content"])),
        act=entry["act"],
        polarity=entry["polarity"],
        certainty=entry["certainty"],
    )


def _characters(spans: Sequence[Any] | None) -> frozenset[int]:
    """Return the characters of `[begin, end]`, of several such pairs, or of nothing."""
    pairs = [spans] if spans and isinstance(spans[0], int) else spans or []
    return frozenset(at for begin, end in pairs for at in range(begin, end))


def _is_attributed(entry: Entry) -> bool:
    """Whether a statement is of the kind that people marked: neither narration nor a wish."""
    return not (entry["kind"] == "narration" or entry["class"] == "attitude")


def _coarse(value: str) -> str:
    return COARSE.get(value, value)

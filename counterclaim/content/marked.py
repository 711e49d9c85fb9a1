"""What the learned reader takes for a part in an event, and in which event it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.content.scene import Happening, Scene
from counterclaim.model.event import Part
from counterclaim.model.tree import Tree, Words

PARTS: Mapping[str, Part] = {
    "victim": Part.VICTIM,
    "target": Part.TARGET,
    "instrument": Part.WEAPON,
    "perpetrator_person": Part.PERPETRATOR,
    "perpetrator_organisation": Part.PERPETRATOR,
}
"""The learned reader's labels for parts in events."""

LEAST = 0.75
"""Score from which on a part that only the learned reader sees is one."""

BACK = 3
"""Sentences over which a part still belongs to the event spoken of last."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that have a part in an event, as the learned reader sees it."""

    words: Words
    part: Part
    score: float


def marked(scene: Scene) -> Iterator[Marked]:
    """Yield the parts that the learned reader marks, in the order of the text."""
    for mark in scene.tree.parse.tags.marks:
        part = PARTS.get(mark.label)
        if part is not None and mark.words:
            yield Marked(mark.words, part, mark.score)


def event_at(tree: Tree, happenings: Sequence[Happening], words: Words) -> int | None:
    """Return the event that words stand by: the nearest of the sentence, else the last before."""
    at, sentence = words[0], tree.sentence[words[0]]
    near = [
        (sentence != tree.sentence[head], abs(head - at), number)
        for number, happening in enumerate(happenings)
        for head in happening.heads
        if tree.sentence[head] == sentence or 0 < sentence - tree.sentence[head] <= BACK
    ]
    return min(near)[2] if near else None

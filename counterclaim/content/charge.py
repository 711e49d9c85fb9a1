"""A charge: somebody held responsible in words, and the page that those who read it look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.content.blame import Blame
from counterclaim.content.cast import Cast
from counterclaim.content.scene import Happening, Scene
from counterclaim.model.event import Degree, Share
from counterclaim.model.tree import Tree, Words


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody, by a word, held responsible for an event in words; `weight` as in a frame."""

    word: int
    words: Words
    share: Share
    weight: Degree
    rule: str
    happening: int | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What those who read responsibility look at: the text, its words, and what happened."""

    scene: Scene
    cast: Cast
    blame: Blame
    happenings: Sequence[Happening]

    @property
    def tree(self) -> Tree:
        """Return the tree of the text."""
        return self.scene.tree

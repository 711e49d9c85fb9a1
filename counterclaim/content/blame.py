"""The words that hold a party responsible, ready to be looked up."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from counterclaim.knowledge.responsibility import Frame, ResponsibilityWords
from counterclaim.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Blame:
    """The words that hold a party responsible, ready to be looked up."""

    frames: Mapping[str, tuple[tuple[tuple[str, ...], Frame], ...]] = field(default_factory=dict)
    words: Mapping[str, Set[str]] = field(default_factory=dict)

    def listed(self, tree: Tree, word: int, *names: str) -> bool:
        """Whether a word, or its lemma, is on one of the lists."""
        forms = {tree.lower(word), tree.tokens[word].lemma}
        return any(not forms.isdisjoint(self.words.get(name, frozenset())) for name in names)


def open_blame(words: ResponsibilityWords) -> Blame:
    """Turn the lists of a language into look-up tables."""
    frames: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for frame in words.frames:
        for phrase in frame.words:
            first, *rest = phrase.split()
            frames.setdefault(first, []).append((tuple(rest), frame))
    longest = {key: tuple(sorted(found, key=_longest)) for key, found in frames.items()}
    return Blame(frames=longest, words=words.words)


def _longest(entry: tuple[tuple[str, ...], Frame]) -> tuple[int, bool]:
    """Put longer frames first, and those with a preposition: "blamed it on" is not "blamed it"."""
    rest, frame = entry
    return -len(rest), frame.party != "to"

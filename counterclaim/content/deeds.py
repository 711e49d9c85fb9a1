"""Which events somebody can answer for, and which of them words speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.content.charge import Page
from counterclaim.content.scene import Happening
from counterclaim.model.statement import MentionType

BACK = 8
"""Sentences over which words that name no event still speak of the last one."""


class Events:
    """The events of a text, by the words that speak of them."""

    def __init__(self, page: Page) -> None:
        self.page, self.tree = page, page.tree
        spoken = {
            word: number
            for number, happening in enumerate(page.happenings)
            if is_violent(page, happening)
            for hit in happening.hits
            for word in (hit.head, *hit.words)
        }
        fought = {word for word, one in spoken.items() if page.happenings[one].type in FOUGHT}
        self.by_word: Mapping[int, int] = {
            word: number for word, number in spoken.items() if word not in fought
        }
        self.fights: Mapping[int, int] = {word: spoken[word] for word in fought}

    def among(self, words: Sequence[int]) -> int | None:
        """Return the event that most of these words speak of, the first of several.

        Words that speak of a battle too speak of what somebody did in it.
        """
        found = [self.by_word[word] for word in words if word in self.by_word]
        found = found or [self.fights[word] for word in words if word in self.fights]
        return max(found, key=lambda one: (found.count(one), -one)) if found else None

    def at(self, words: Sequence[int]) -> int | None:
        """Return the event where somebody answers for a place: "responsible for Karsk"."""
        listed, tree = self.page.blame.listed, self.tree
        ties = (tie for word in words for tie in tree.under(word, "prep"))
        laid = {place for tie in ties if listed(tree, tie, "for_what") for place in self._at(tie)}
        for number, happening in enumerate(self.page.happenings):
            heads = (hit.head for hit in happening.hits if hit.head in self.by_word)
            told = (tie for head in heads for tie in tree.under(head, "prep"))
            if any(laid & self._at(tie) for tie in told):
                return number
        return None

    def _at(self, tie: int) -> set[str]:
        """Return the places after a preposition."""
        nouns = self.tree.under(tie, "pobj")
        found = (self.page.scene.mentioned(noun, MentionType.PLACE) for noun in nouns)
        return {one.place.value.id for one in found if one is not None and one.place}

    def before(self, word: int) -> int | None:
        """Return the event spoken of last, in the sentence or in those before, or the only one."""
        first = self.tree.bounds[self.tree.sentence[word]]
        here = self.among(range(first[0], word))
        here = self.among(range(*first)) if here is None else here
        if here is not None:
            return here
        behind = [at for at in self.by_word if at < word]
        last = max(behind, default=None)
        near = last is not None and self.tree.sentence[word] - self.tree.sentence[last] <= BACK
        alone = len(set(self.by_word.values())) == 1
        return self.by_word[last] if last is not None and (near or alone) else None


def is_violent(page: Page, happening: Happening) -> bool:
    """Whether an event is one that somebody can be held responsible for."""
    known = page.scene.lexicon.types.types.get(happening.type)
    armed = known is not None and "weapon" in known.roles
    return armed or happening.type in UNARMED


FOUGHT = frozenset({"battle", "territory_change"})
"""Each side does its part in a battle: only an accusation makes somebody answer for it."""
UNARMED = frozenset(
    {
        *("abduction", "arson", "sabotage", "looting", "robbery", "torture", "sexual_violence"),
        *("ceasefire_violation", "territory_change"),
    }
)
"""Deeds that somebody answers for, whatever they are done with."""

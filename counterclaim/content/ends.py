"""Whether words state a fact, and which mentions stand at the ends of a relation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from counterclaim.content.arguments import VERBAL, Links, antecedent, joined
from counterclaim.content.scene import Scene
from counterclaim.model.statement import PARTIES, Mention, MentionType
from counterclaim.model.text import Cited
from counterclaim.model.time import Time, TimeKind
from counterclaim.model.tree import Words

ENDS = PARTIES | {MentionType.POPULATION, MentionType.NATIONALITY, MentionType.PLACE}
"""What a deed or a relation can begin or end with."""
POINTS = frozenset({TimeKind.DATE, TimeKind.TIME})
SAID = frozenset({"attr", "acomp", "oprd"})
SHARING = frozenset({"conj", "xcomp", "pcomp", "advcl", "acomp"})
INSIDE = ("compound", "amod", "nmod", "poss")
CLIMB = 5
DEEP = 3


@dataclass(frozen=True, slots=True)
class Ends:
    """A scene, looked at from words that state a relation; `words` are closed lists."""

    scene: Scene
    words: Mapping[str, Set[str]]
    links: Links

    def is_fact(self, word: int) -> bool:
        """Whether words are said to be so: neither negated, nor wished, planned, supposed."""
        tree, at = self.scene.tree, word
        for _ in range(CLIMB):
            if not self._is_plain(at):
                return False
            token = tree.tokens[at]
            shares = token.dep in SHARING | SAID and not tree.under(at, "nsubj", "nsubjpass")
            above = tree.tokens[token.head].head if token.dep == "pcomp" else token.head
            if above == at or not shares or tree.tokens[above].pos not in VERBAL:
                return True
            at = above
        return True

    def _is_plain(self, word: int) -> bool:
        tree = self.scene.tree
        if tree.under(word, "neg"):
            return False
        helpers = tree.under(word, "aux", "auxpass")
        if any(self.listed(at, "unreal") for at in helpers):
            return False
        if any(self.listed(at, "open") for at in tree.under(word, "mark", "advmod")):
            return False
        infinitive = any(tree.tokens[at].tag == "TO" for at in helpers)
        return not infinitive or self.listed(tree.tokens[word].head, "real")

    def listed(self, word: int, name: str) -> bool:
        """Whether a word, or its lemma, is on a list."""
        tree, found = self.scene.tree, self.words.get(name, frozenset())
        return tree.lower(word) in found or tree.tokens[word].lemma in found

    def parties(self, word: int, types: Set[str], *, alone: bool = False) -> Iterator[Mention]:
        """Yield the mentions that a word, and those joined to it unless `alone`, stand for."""
        tree = self.scene.tree
        meant = antecedent(tree, self.links, word)
        for one in (meant, *(() if alone else joined(tree, meant))):
            mention = self._meant(one, types, DEEP)
            nobody = any(self.listed(at, "no_one") for at in tree.under(one, "det"))
            if mention is not None and not nobody:
                yield mention

    def _meant(self, word: int, types: Set[str], deep: int) -> Mention | None:
        """Return the mention that a word heads; of a part that of the whole: "most of Mali"."""
        own = self._apposed(word, types) or self._headed(word, types) or self._speaker(word)
        if own is not None:
            return own if own.type in types else None
        for at in self._below(word) if deep else ():
            found = self._meant(at, types, deep - 1)
            if found is not None:
                return found
        return None

    def _apposed(self, word: int, types: Set[str]) -> Mention | None:
        """Return the name that stands beside what its bearer is: "its rival, the front"."""
        tree, token = self.scene.tree, self.scene.tree.tokens[word]
        beside = (*tree.under(word, "appos"), *((token.head,) if token.dep == "appos" else ()))
        names = [at for at in beside if tree.tokens[at].pos == "PROPN"]
        if token.pos != "NOUN" or not names:
            return None
        return self._headed(names[0], types)

    def _speaker(self, word: int) -> Mention | None:
        """Return who speaks, for a pronoun in what they say: "Chad denies that it armed them"."""
        held = self.scene.held.get(word)
        if held is None or held.source.mention is None:
            return None
        speaker = next((one for one in self.scene.mentions if one.id == held.source.mention), None)
        if speaker is None:
            return None
        person = speaker.type is MentionType.PERSON
        leads = self.scene.tree.tokens[word].span.begin == held.content[0].begin
        third = leads and self.listed(word, "own_person" if person else "own_body")
        return speaker if third or self.listed(word, "own") else None

    def _below(self, word: int) -> Iterator[int]:
        tree = self.scene.tree
        if self.listed(word, "parts") or tree.tokens[word].pos in {"NUM", "DET"}:
            yield from (at for of in tree.under(word, "prep") for at in tree.under(of, "pobj"))
        yield from tree.under(word, *INSIDE)

    def _headed(self, word: int, types: Set[str]) -> Mention | None:
        """Return the longest mention that a word heads, a name before what points back to one."""
        fitting = [one for one in self.scene.named.get(word, ()) if one.type in types]
        headed = [one for one in fitting if _heads(self.scene, one, word)]
        return min(headed, key=lambda one: one.refers_to is not None, default=None)

    def when(self, word: int) -> Cited[Time] | None:
        """Return the days that hang on a word, or on the verb that it hangs on."""
        told = (time for time in self.times(word) if time.value.kind in POINTS)
        return next((time for time in told if time.value.days), None)

    def times(self, word: int) -> Iterator[Cited[Time]]:
        """Yield the times that hang on a word, or on the verb that it hangs on."""
        for mention in self.scene.mentions:
            words = self.scene.words(mention) if mention.time else ()
            if mention.time is not None and words and self._hangs(words, word):
                yield mention.time

    def _hangs(self, words: Words, on: int) -> bool:
        tree, at = self.scene.tree, self.scene.head(words)
        for _ in range(CLIMB):
            above = tree.parent(at)
            if above is None or above == on:
                return above == on
            if tree.tokens[above].pos in VERBAL:
                return above == self._verb_over(on)
            at = above
        return False

    def _verb_over(self, word: int) -> int | None:
        tree = self.scene.tree
        for _ in range(CLIMB):
            above = tree.parent(word)
            if above is None or tree.tokens[above].pos in VERBAL:
                return above
            word = above
        return None


def _heads(scene: Scene, mention: Mention, word: int) -> bool:
    """Whether a word is what a mention hangs on the rest of its sentence by."""
    inside = set(scene.words(mention))
    return scene.tree.tokens[word].head not in inside - {word}


def open_ends(scene: Scene, words: Mapping[str, Set[str]]) -> Ends:
    """Prepare a scene to be asked for the ends of its relations."""
    return Ends(scene, words, Links(relative=words.get("relative", frozenset())))

"""A noun beside the words for an event: how it hangs on them, and what that tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.content.arguments import Argument, Bond
from counterclaim.content.cast import Cast, Kind
from counterclaim.content.naming import is_place
from counterclaim.content.scene import Hit, Scene
from counterclaim.model.statement import MentionType

SUBJECTS = frozenset({"own_subject", "of_the_verb_before"})
NOUNS = frozenset({"NOUN", "PROPN"})
PAST = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Seat:
    """A noun that may take part: how it hangs on which words for the event, and what it is."""

    scene: Scene
    cast: Cast
    type: str
    hit: Hit
    argument: Argument
    kinds: frozenset[Kind]

    def trigger_is(self, name: str) -> bool:
        """Whether the words for the event are on a list."""
        return self.cast.listed(self.scene.tree, self.hit.head, name)

    @property
    def befalls(self) -> bool:
        """Whether the event befalls the noun, as the tree has it."""
        bond = self.argument.bond
        suffers = self.argument.rule in SUBJECTS and self._suffers()
        of_it = bond is Bond.OWNER and self.trigger_is("befalling")
        return bond is Bond.UNDERGOER or suffers or of_it

    @property
    def is_scene(self) -> bool:
        """Whether it is a place before the words for the event: "the Bisham attack"."""
        if self.argument.bond is not Bond.BEFORE:
            return False
        word = self.argument.word
        place = self.scene.mentioned(word, MentionType.PLACE) is not None
        return place or is_place(self.scene, self.scene.tree.tokens[word].text)

    def _suffers(self) -> bool:
        """Whether a verb tells what becomes of its subject: "died", "a car exploded"."""
        bursts = self.trigger_is("bursting") and not self.scene.tree.under(self.hit.head, "dobj")
        return self.trigger_is("suffering") or bursts or self._is_cut_short()

    def _is_cut_short(self) -> bool:
        """Whether a headline leaves out the verb of a passive: "ten killed, two injured".

        Who kills kills somebody: a verb of harm without an object, or with one that opens the
        next clause ("fifteen injured"), tells what became of its subject.
        """
        tree = self.scene.tree
        killed = any(tree.lower(at) == "dead" for at in self.hit.words)  # "nine shot dead"
        harming = self.trigger_is("harming") or killed
        if not harming or tree.tokens[self.hit.head].tag not in PAST:
            return False
        objects = tree.under(self.hit.head, "dobj", "ccomp", "xcomp")
        return all(self._opens_a_clause(at) for at in objects)

    def _opens_a_clause(self, word: int) -> bool:
        tree = self.scene.tree
        harmed = tree.under(word, "acl") if tree.tokens[word].pos == "NUM" else ()
        return any(self.cast.listed(tree, at, "harming") for at in harmed)

    @property
    def harms(self) -> bool:
        """Whether the words for the event say what befell people."""
        return (
            self.hit.rule == "effect"
            or self.trigger_is("befalling")
            or self.trigger_is("suffering")
        )

    @property
    def is_named(self) -> bool:
        """Whether it is a noun, or says of which people: no "major offensive" is a major's."""
        noun = self.scene.tree.tokens[self.argument.word].pos in NOUNS
        people = self.scene.mentioned(self.argument.word, MentionType.NATIONALITY)
        return noun or people is not None

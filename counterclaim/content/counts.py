"""A number of a text with what stands round it: the noun that it counts, the verb above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.content import arguments
from counterclaim.content.ends import Ends
from counterclaim.content.owners import after_of, noun_of, verb_over
from counterclaim.content.scene import Scene
from counterclaim.knowledge.estimates import EstimateWords
from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import Mention
from counterclaim.model.text import Cited
from counterclaim.model.time import Precision, Relation, TimeKind
from counterclaim.model.tree import Words

LONG = frozenset({Precision.SEASON, Precision.YEAR, Precision.DECADE})
CLIMB = 5
EQUAL = frozenset({"attr", "dobj", "oprd", "acomp"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its words, the noun that it counts, if any, and the verb above it, if any."""

    ends: Ends
    lists: EstimateWords
    mention: Mention
    quantity: Quantity
    words: Words
    noun: int | None
    verb: int | None

    @property
    def scene(self) -> Scene:
        """The scene that it stands in."""
        return self.ends.scene

    def lemma(self, word: int | None) -> str:
        """Return the lemma of a word, empty of none."""
        return "" if word is None else self.scene.tree.tokens[word].lemma.lower()

    def listed(self, word: int | None, name: str) -> bool:
        """Whether a word is on a list."""
        return word is not None and self.ends.listed(word, name)

    def measure(self, word: int | None, part: str) -> str:
        """Return the measure under which a word is listed, or empty."""
        lists: dict[str, frozenset[str]] = dict(getattr(self.lists, part))
        forms = set() if word is None else {self.lemma(word), self.scene.tree.lower(word)}
        return next((name for name, listed in lists.items() if not listed.isdisjoint(forms)), "")

    def subjects(self) -> tuple[int, ...]:
        """Return the subjects of the verb above, and those joined to them."""
        tree, verb = self.scene.tree, self.verb
        own = () if verb is None else tree.under(verb, "nsubj", "nsubjpass")
        return (*own, *(other for one in own for other in arguments.joined(tree, one)))

    def tallied(self) -> int | None:
        """Return the noun whose number a bare number is: "the number of members is put at 900"."""
        tree, verb = self.scene.tree, self.verb
        if self.noun is not None or not self._is_the_tally():
            return None
        while verb is not None:
            for subject in tree.under(verb, "nsubj", "nsubjpass"):
                if self.listed(subject, "tallies"):
                    return next(after_of(tree, subject), None)
            verb = tree.parent(verb) if tree.tokens[verb].dep == "xcomp" else None
        return None

    def _is_the_tally(self) -> bool:
        """Whether a verb tells that something is so many, not that it is more by so many."""
        tree = self.scene.tree
        top = next((at for at in self.words if tree.tokens[at].head not in self.words), None)
        above = None if top is None else tree.parent(top)
        tie = above is not None and self.listed(above, "reaching")
        return top is not None and (tie or (above == self.verb and tree.tokens[top].dep in EQUAL))

    def in_control(self) -> bool:
        """Whether a number hangs on a noun for holding ground: "has control of 21 percent"."""
        tree, at = self.scene.tree, self.words[-1]
        for _ in range(CLIMB):
            above = tree.parent(at)
            if above is None or above == self.verb:
                return False
            if self.listed(above, "hold"):
                return True
            at = above
        return False

    def from_home(self) -> bool:
        """Whether people are driven or forced from their homes."""
        tree, verb = self.scene.tree, self.verb
        if verb is None or not self.listed(verb, "driving"):
            return False
        behind = (noun for of in tree.under(verb, "prep") for noun in tree.under(of, "pobj"))
        return any(self.listed(noun, "homes") for noun in behind)

    def is_long(self) -> bool:
        """Whether it counts over a year, over months, or since a day."""
        words = (word for word in (self.noun, self.verb, self.words[0]) if word is not None)
        times = [time.value for word in words for time in self.ends.times(word)]
        return any(
            time.relation is Relation.SINCE
            or time.precision in LONG
            or (time.kind is TimeKind.DURATION and time.value[-1] in "MY")
            for time in times
        )

    def stands(self) -> bool:
        """Whether a number is one of strength, and not of those who took part in an event."""
        tree, noun = self.scene.tree, self.noun
        if noun is None or self.verb is None:
            return False
        others = [at for at in tree.under(self.verb, "dobj") if at != noun]
        if any(not self.listed(at, "carriers") for at in others):
            return False  # "put its own dead at 11 soldiers"
        return self.listed(self.verb, "having") or self._leads(noun)

    def _leads(self, noun: int) -> bool:
        """Whether a noun stands in a phrase that leads its sentence: "With 2,500 men, ..."."""
        tree = self.scene.tree
        first = tree.bounds[tree.sentence[noun]][0]
        return tree.tokens[noun].dep == "pobj" and tree.tokens[noun].head == first


def find_counts(ends: Ends, lists: EstimateWords) -> Iterator[tuple[Number, Cited[Quantity]]]:
    """Yield the numbers of a text that are said to be so."""
    for mention in ends.scene.mentions:
        words = ends.scene.words(mention) if mention.quantity else ()
        if mention.quantity is None or not words:
            continue
        noun = noun_of(ends.scene.tree, words)
        verb = verb_over(ends.scene.tree, words[0] if noun is None else noun)
        if verb is None or ends.is_fact(verb):
            count = mention.quantity
            yield Number(ends, lists, mention, count.value, words, noun, verb), count

"""Who stands at the two ends of a deed: parties that the words name, or nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from counterclaim.content.arguments import VERBAL, antecedent, is_passive, joined
from counterclaim.content.bonds import as_object, as_subject, doers_of_deed
from counterclaim.content.deed_patterns import Lore
from counterclaim.content.deed_words import Told
from counterclaim.content.ends import ENDS, Ends
from counterclaim.content.scene import Scene
from counterclaim.model.interaction import Interactant
from counterclaim.model.statement import Mention, MentionId, MentionType, Statement
from counterclaim.model.text import Span
from counterclaim.model.tree import Tree

BEFORE = frozenset({"compound", "amod", "nmod", "poss", "det", "case", "nummod", "quantmod"})
COUNTRIES = (MentionType.NATIONALITY, MentionType.PLACE)
SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
NAMES = frozenset({"known", "named", "called", "titled"})
LAST = 3
"""What prepositions of place cost: whose ground it is, is seldom whom it is done to."""
FAR = 9
"""What a target may cost: how far from the deed it hangs."""

COSTS: Mapping[str, int] = {
    **dict.fromkeys(("dobj", "dative", "pobj", "prt", "attr", "oprd", "acomp", "case"), 0),
    **dict.fromkeys(("prep", "appos", "poss", "compound", "amod", "nmod", "nsubj", "nsubjpass"), 1),
    **dict.fromkeys(("xcomp", "ccomp", "pcomp", "acl", "nummod"), 2),
    **dict.fromkeys(("conj", "advmod"), 3),
    **dict.fromkeys(("advcl", "relcl"), 4),
}
"""What each step from a deed to its target costs; other steps are not taken."""


@dataclass(frozen=True, slots=True)
class Parties:
    """A scene, looked at for the parties in it; `cues` are its words of saying."""

    ends: Ends
    lore: Lore
    by_id: Mapping[MentionId, Mention]
    datelines: tuple[Span, ...] = ()
    cues: Mapping[int, Statement] = field(default_factory=dict)

    @property
    def scene(self) -> Scene:
        """The text, laid out."""
        return self.ends.scene

    @property
    def tree(self) -> Tree:
        """Its tree."""
        return self.ends.scene.tree

    def at(self, word: int, rule: str) -> Interactant | None:
        """Return the party that a noun or pronoun stands for, with the words around it."""
        tree = self.tree
        word = antecedent(tree, self.ends.links, word)
        if self._in_dateline(word):
            return None
        mention = self._speaking(word) or next(self.ends.parties(word, ENDS, alone=True), None)
        if mention is None:
            return self._by_name(word, rule)
        if tree.tokens[word].pos in {"PRON", "DET"}:
            return self.of_mention(mention, rule)
        span = self.phrase(word)
        return Interactant(_plain(tree.quote(span)), span, rule, mention.id)

    def _speaking(self, word: int) -> Mention | None:
        """Return who speaks of themselves: "we" in what a minister says."""
        held = self.scene.held.get(word)
        if (
            held is None
            or held.source.mention is None
            or not self.lore.listed(self.tree, word, "own")
        ):
            return None
        return self.by_id.get(held.source.mention)

    def of_mention(self, mention: Mention, rule: str) -> Interactant:
        """Return the party that a mention stands for, in the words that name it."""
        for _ in range(3):
            mention = self.by_id.get(mention.refers_to, mention) if mention.refers_to else mention
        words = self.tree.at(mention.span)
        span = self.phrase(self.scene.head(words)) if words else mention.span
        return Interactant(_plain(self.tree.quote(span)), span, rule, mention.id)

    def _by_name(self, word: int, rule: str) -> Interactant | None:
        """Take a name that no list knows."""
        token = self.tree.tokens[word]
        if token.pos != "PROPN" or self.scene.mentioned(word):
            return None
        span = self.phrase(word)
        return Interactant(_plain(self.tree.quote(span)), span, rule)

    def phrase(self, head: int) -> Span:
        """Return a noun with what stands before it, and whose it is: "rebels in the north"."""
        tree = self.tree
        words = [head, *_before(tree, head)]
        for preposition in tree.under(head, "prep"):
            if self.lore.listed(tree, preposition, "whose") and preposition == max(words) + 1:
                for noun in tree.under(preposition, "pobj"):
                    words += [preposition, noun, *_before(tree, noun)]
        name = self.scene.mentioned(head)
        if name is not None and name.rule in NAMES:  # a name that the parser cuts at its hyphens
            words += self.scene.words(name)
        first = next((at for at in sorted(words) if not self._in_dateline(at)), head)
        return tree.span((first, max(words)))

    def _in_dateline(self, word: int) -> bool:
        span = self.tree.tokens[word].span
        return any(span.overlaps(line) for line in self.datelines)

    def _several(self, one: Interactant, word: int) -> Iterator[Interactant]:
        """Take those of two countries apart: "Hungarian and Romanian officials"."""
        tree = self.tree
        before = [at for at in _before(tree, word) if tree.tokens[at].dep in {"amod", "compound"}]
        nations = [
            (at, found)
            for first in before
            for at in (first, *tree.under(first, "conj"))
            if (found := self.scene.mentioned(at, *COUNTRIES)) is not None
        ]
        if len(nations) < 2 or not any(tree.under(at, "conj") for at in before):
            yield one
            return
        for at, nation in nations:
            text = f"{tree.tokens[at].text} {tree.tokens[word].text}"
            yield Interactant(text, nation.span, one.rule, nation.id)

    def joined(self, word: int, rule: str) -> Iterator[Interactant]:
        """Yield the party at a noun, and those that "and" joins to it."""
        meant = antecedent(self.tree, self.ends.links, word)
        last: Span | None = None
        for one in (meant, *joined(self.tree, meant)):
            found = self.at(one, rule)
            if found is not None and not (last and found.span.overlaps(last)):
                last = found.span
                yield from self._several(found, one)


def sources_of(parties: Parties, told: Told) -> tuple[Interactant, ...]:
    """Return who does it."""
    tree = parties.tree
    verbal = tree.tokens[told.head].pos in VERBAL
    heads = as_subject(tree, told.head) if verbal else doers_of_deed(tree, told.head)
    found = [
        one for word in heads for one in parties.joined(word, "subject" if verbal else "owner")
    ]
    return _once(found)


def targets_of(
    parties: Parties, told: Told, sources: tuple[Interactant, ...]
) -> tuple[Interactant, ...]:
    """Return to whom it is done: the nearest that is not who does it."""
    tree, own = parties.tree, _done_with_ones_own(parties, told)
    waiting = [(0, told.head)]
    seen: set[int] = set()
    while waiting:
        cost, word = heappop(waiting)
        if word in seen or cost > FAR:
            continue
        seen.add(word)
        if word != told.head and tree.tokens[word].pos not in VERBAL:
            found = [
                one
                for one in parties.joined(word, "target")
                if _is_other(one, sources) and not _tells(parties, told, one)
            ]
            if found and not _is_own(parties, word):
                return _once(found)
        for step, child in _steps(parties, word, told, own):
            heappush(waiting, (cost + step, child))
    return ()


def _is_other(one: Interactant, sources: tuple[Interactant, ...]) -> bool:
    mentions = {source.mention for source in sources} - {None}
    return one.mention not in mentions and not any(
        one.span.overlaps(source.span) for source in sources
    )


def _tells(parties: Parties, told: Told, one: Interactant) -> bool:
    """Whether somebody only tells of it: "according to the army"."""
    held = parties.scene.held.get(told.head)
    return held is not None and held.source.span is not None and held.source.span.overlaps(one.span)


def _steps(
    parties: Parties, word: int, told: Told, own: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield the words below one where a target may stand, and what each costs.

    What is done with one's own is passed over: "sent troops to the north".
    """
    tree = parties.tree
    ground = parties.lore.deeds.deed[told.deed].on_ground and not is_passive(tree, told.head)
    objects = set(as_object(tree, word)) if tree.tokens[word].pos in VERBAL else set()
    for child in sorted({*tree.children[word], *objects}):
        if child in own:
            yield from ((2, at) for at in tree.children[child] if tree.tokens[at].dep == "prep")
            continue
        step = _cost(parties, child, ground)
        if tree.tokens[child].dep in SUBJECTS:  # "demanded that Chad free them" is done to Chad
            step = None if word == told.head and child not in objects else 0
        elif child in objects:
            step = int(word != told.head)
        if step is not None:
            yield step, child


def _done_with_ones_own(parties: Parties, told: Told | None) -> frozenset[int]:
    """Return what is the source's own of what a deed is done with: "agreed to send troops"."""
    found: set[int] = set()
    while told is not None:
        own = parties.lore.deeds.deed[told.deed].own if told.deed else ""
        verbal = parties.tree.tokens[told.head].pos in VERBAL
        objects = set(as_object(parties.tree, told.head)) if own and verbal else set()
        found |= objects if own == "always" else objects & set(told.words)
        told = told.inner
    return frozenset(found)


def _cost(parties: Parties, word: int, ground: bool) -> int | None:
    tree = parties.tree
    dep = tree.tokens[word].dep
    if dep == "conj" and tree.tokens[word].pos in VERBAL:
        return None
    if dep not in {"prep", "dative"} or tree.tokens[word].pos != "ADP":
        return COSTS.get(dep)
    cost = parties.lore.aims.get(tree.lower(word))
    return None if cost == LAST and not ground else cost


def _is_own(parties: Parties, word: int) -> bool:
    """Whether a noun is the source's own: "its troops"."""
    tree = parties.tree
    return any(tree.tokens[at].tag == "PRP$" for at in tree.under(word, "poss"))


def _before(tree: Tree, head: int) -> Iterator[int]:
    for child in tree.children[head]:
        if child < head and tree.tokens[child].dep in BEFORE:
            yield child
            yield from _before(tree, child)


def _once(found: list[Interactant]) -> tuple[Interactant, ...]:
    return tuple({one.span: one for one in found}.values())


def _plain(text: str) -> str:
    return " ".join(text.split())

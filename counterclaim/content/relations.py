"""How two parties stand to each other, as a text or a source states it.

A word that states a relation is bound to both its ends in the tree; each end must be a mention.
What is wished, planned, supposed or negated is no relation. Whoever says so keeps it: the statement
in whose content the words stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from counterclaim.content.arguments import joined
from counterclaim.content.bonds import (
    as_object,
    as_subject,
    behind,
    between,
    carried,
    carries,
    doers_of_deed,
    said_of,
    whole_of,
)
from counterclaim.content.ends import ENDS, Ends, open_ends
from counterclaim.content.scene import Scene
from counterclaim.knowledge.relations import RelationFrame, RelationWords
from counterclaim.model.event import Tie
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.text import Cited

WHOLES = ENDS - {MentionType.NATIONALITY}
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
COPULAR = frozenset({"acomp", "oprd"})
HYPHENS = frozenset("-\u2010\u2011")


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation at the word that states it, and the rule that bound its ends."""

    predicate: str
    word: int
    rule: str


Rule = Callable[[Scene, RelationFrame, int], Iterator[tuple[int, int]]]
Frames = Mapping[str, tuple[RelationFrame, ...]]


def find_ties(scene: Scene, words: RelationWords) -> tuple[Tie, ...]:
    """Find the relations that a text states, each once for each voice."""
    frames, ends = _by_word(words), open_ends(scene, words.words)
    found: dict[tuple[object, ...], Tie] = {}
    for word, token in enumerate(scene.tree.tokens):
        forms = dict.fromkeys((token.lemma, token.text.lower()))
        named = frames.get("", ()) if token.pos == "PROPN" else ()
        known = dict.fromkeys([one for form in forms for one in frames.get(form, ())] + [*named])
        for tie in _of_word(ends, tuple(known), word):
            found.setdefault((tie.subject, tie.predicate.value, tie.object, tie.statement), tie)
    return tuple(found.values())


def _of_word(ends: Ends, frames: tuple[RelationFrame, ...], word: int) -> tuple[Tie, ...]:
    """Return what a word states of each two parties, by the first frame that binds them."""
    if not frames or not ends.is_fact(word):
        return ()
    found: dict[tuple[object, ...], Tie] = {}
    for frame in frames:
        for tie in _ties(ends, frame, word):
            found.setdefault((tie.subject, tie.object), tie)
    return tuple(found.values())


@cache
def _by_word(words: RelationWords) -> Frames:
    found: dict[str, list[RelationFrame]] = defaultdict(list)
    for frame in words.frames:
        listed = frame.verbs | frame.nouns | frame.adjectives | frame.tied | frame.deeds
        for word in sorted(
            {phrase.split()[-1] for phrase in listed} | ({""} if frame.bare else set())
        ):
            found[word].append(frame)
    return {word: tuple(frames) for word, frames in found.items()}


def _ties(ends: Ends, frame: RelationFrame, word: int) -> Iterator[Tie]:
    for rule in RULES:
        for pair in rule(ends.scene, frame, word):
            one, other = pair[::-1] if frame.turned else pair
            alone = rule is by_noun and _is_title(ends.scene, word)
            subjects = tuple(ends.parties(one, frame.subjects or ENDS, alone=alone))
            objects = tuple(ends.parties(other, frame.objects or WHOLES))
            for subject, object_ in product(subjects, objects):
                if _apart(subject, object_, nested=rule is by_hyphen):
                    yield _tie(ends, Stated(frame.predicate, word, rule.__name__), subject, object_)


def _is_title(scene: Scene, word: int) -> bool:
    """Whether a noun stands before the one name that it is said of: "front leader N. N."."""
    return scene.tree.tokens[word].dep in {"compound", "nmod"}


def _apart(subject: Mention, object_: Mention, *, nested: bool) -> bool:
    """Whether two mentions speak of two parties; one may stand in the other: "Iran-backed"."""
    own = {subject.id, subject.refers_to} - {None}
    same = not own.isdisjoint({object_.id, object_.refers_to} - {None})
    crossing = subject.span.overlaps(object_.span) and not nested
    return not same and not crossing and subject.name != object_.name


def _tie(ends: Ends, stated: Stated, subject: Mention, object_: Mention) -> Tie:
    scene = ends.scene
    held = scene.held.get(stated.word)
    spans = tuple(sorted({subject.span, *scene.spans(stated.word), object_.span}))
    return Tie(
        subject=subject.id,
        predicate=Cited(stated.predicate, spans, stated.rule),
        object=object_.id,
        statement=held.id if held else None,
        when=ends.when(stated.word),
    )


def by_verb(scene: Scene, frame: RelationFrame, word: int) -> Iterator[tuple[int, int]]:
    """Take who does it and whom it is done to: "leads the front", "was armed by the army"."""
    tree = scene.tree
    if tree.tokens[word].pos not in VERBAL or tree.tokens[word].lemma not in frame.verbs:
        return
    if frame.objects and tree.under(word, *COPULAR):  # "held Moscow responsible"
        return
    if frame.carrying:
        ends = list(carried(tree, frame, word))
    elif frame.to:
        ends = list(behind(tree, word, frame.to))
    else:
        ends = list(as_object(tree, word))
    passive_end = bool(frame.to) and not frame.carrying
    for one in as_subject(tree, word, undergoing=passive_end):
        yield from ((one, other) for other in ends)


def by_both(scene: Scene, frame: RelationFrame, word: int) -> Iterator[tuple[int, int]]:
    """Take two who do it with each other: "the army and the rebels signed a truce"."""
    tree = scene.tree
    if not frame.mutual or tree.tokens[word].lemma not in frame.verbs:
        return
    if frame.carrying and not carries(tree, frame, word):
        return
    for one in as_subject(tree, word):
        yield from ((one, other) for other in joined(tree, one))


def by_deed(scene: Scene, frame: RelationFrame, word: int) -> Iterator[tuple[int, int]]:
    """Take whose a deed is, and whom it aims at: "Rwanda's support for the rebels"."""
    tree = scene.tree
    if tree.tokens[word].pos not in NOMINAL or frame.deeds.isdisjoint(_forms(scene, word)):
        return
    if frame.mutual:
        yield from between(tree, word)
    for one in doers_of_deed(tree, word):
        yield from ((one, other) for other in behind(tree, word, frame.to))


def by_noun(scene: Scene, frame: RelationFrame, word: int) -> Iterator[tuple[int, int]]:
    """Take whom a noun is said of, and whose it is: "the leader of the front, N. N."."""
    tree = scene.tree
    if tree.tokens[word].pos not in NOMINAL or frame.nouns.isdisjoint(_forms(scene, word)):
        return
    for one in said_of(tree, word):
        yield from ((one, other) for other in whole_of(tree, word, one, frame.to))


def by_adjective(scene: Scene, frame: RelationFrame, word: int) -> Iterator[tuple[int, int]]:
    """Take of whom an adjective is said, and what stands behind it: "hostile to the army"."""
    tree = scene.tree
    if tree.tokens[word].lemma not in frame.adjectives and tree.lower(word) not in frame.adjectives:
        return
    if tree.tokens[word].pos in VERBAL and tree.tokens[word].lemma in frame.verbs:
        return
    for one in said_of(tree, word):
        places = (word, tree.tokens[word].head) if tree.tokens[word].dep in COPULAR else (word,)
        yield from ((one, other) for at in places for other in behind(tree, at, frame.to))


def by_name(scene: Scene, frame: RelationFrame, word: int) -> Iterator[tuple[int, int]]:
    """Take a name, and what stands behind it: "N. N. of the front"."""
    tree = scene.tree
    if frame.bare and tree.tokens[word].pos == "PROPN":
        yield from ((word, other) for other in _right_behind(scene, frame, word))


def _right_behind(scene: Scene, frame: RelationFrame, word: int) -> Iterator[int]:
    tree = scene.tree
    for preposition in tree.under(word, "prep"):
        if tree.lower(preposition) in frame.to and preposition == word + 1:
            yield from tree.under(preposition, "pobj")


def by_hyphen(scene: Scene, frame: RelationFrame, word: int) -> Iterator[tuple[int, int]]:
    """Take what a participle describes, and who stands before its hyphen: "Iran-backed"."""
    tree = scene.tree
    if tree.lower(word) not in frame.tied or word < 2 or tree.lower(word - 1) not in HYPHENS:
        return
    if tree.tokens[word].head != word:
        yield tree.tokens[word].head, word - 2


def _forms(scene: Scene, word: int) -> set[str]:
    """Return a noun alone, and with the word before it: "splinter group"."""
    tree = scene.tree
    forms = {tree.tokens[word].lemma, tree.lower(word)}
    return forms | {f"{tree.lower(word - 1)} {form}" for form in forms if word}


RULES: tuple[Rule, ...] = (by_verb, by_both, by_noun, by_deed, by_adjective, by_name, by_hyphen)

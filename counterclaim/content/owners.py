"""Whose a number is: the noun it counts, the party that has it, the area that it is told of."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.content.arguments import VERBAL, is_passive, joined
from counterclaim.content.bonds import as_object, as_subject
from counterclaim.content.ends import ENDS, Ends
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.tree import Tree, Words

OF_A_WHOLE = frozenset({"%", "share"})
"""Units of numbers that tell a part of a whole."""
NOMINAL = frozenset({"NOUN", "PROPN"})
AREAS = frozenset({MentionType.PLACE})
INSIDE = ("poss", "compound", "amod", "nmod")
CLIMB = 6
DEEP = 4


def noun_of(tree: Tree, words: Words) -> int | None:
    """Return the noun that a number counts: "4,000 members", "dozens of people"."""
    inside = set(words)
    for word in reversed(words):
        token = tree.tokens[word]
        if token.head not in inside and token.head > words[-1]:
            return token.head if tree.tokens[token.head].pos in NOMINAL else None
    behind = (noun for word in words for noun in after_of(tree, word))
    return next(behind, None)


def after_of(tree: Tree, word: int) -> Iterator[int]:
    """Yield the nouns of the prepositions under a word."""
    for preposition in tree.under(word, "prep"):
        yield from tree.under(preposition, "pobj")


def whole_of(tree: Tree, words: Words, noun: int | None) -> int | None:
    """Return the whole that a part is told of: "90 % of the personnel"."""
    if noun is not None and tree.tokens[noun].head not in words:
        behind = next(after_of(tree, noun), None)
        return noun if behind is None else behind
    return next((one for word in words for one in after_of(tree, word)), noun)


def verb_over(tree: Tree, word: int) -> int | None:
    """Return the verb that a word hangs on."""
    for _ in range(CLIMB):
        above = tree.parent(word)
        if above is None:
            return None
        if tree.tokens[above].pos in VERBAL:
            return above
        word = above
    return None


def owner_of(ends: Ends, word: int, deep: int = DEEP, *, other: bool = False) -> Mention | None:
    """Return whose a noun is: "the group's ranks", "people of Gaza"; never itself, if `other`."""
    tree = ends.scene.tree
    below = [*tree.under(word, *INSIDE)]
    below += (
        noun
        for of in tree.under(word, "prep")
        if ends.listed(of, "of")
        for noun in tree.under(of, "pobj")
    )
    for at in below:
        found = next(ends.parties(at, ENDS), None)
        if found is not None:
            return found
        inner = owner_of(ends, at, deep - 1) if deep else None
        if inner is not None:
            return inner
    if other or ends.listed(word, "carriers"):
        return None
    return next(ends.parties(word, ENDS), None)


def doer_of(ends: Ends, verb: int | None) -> Mention | None:
    """Return the party that does what a verb says, or has the noun that does: "its income"."""
    tree, at = ends.scene.tree, verb
    for _ in range(CLIMB):
        if at is None:
            return None
        doers, objects = list(as_subject(tree, at)), list(as_object(tree, at))
        if is_passive(tree, at) or not doers or any(ends.listed(o, "carriers") for o in objects):
            doers = [*(o for o in objects if ends.listed(o, "carriers")), *doers, *objects]
        for doer in doers:
            found = owner_of(ends, doer)
            if found is not None:
                return found
        subjects = tree.under(at, "nsubj", "nsubjpass")
        theirs = any(tree.tokens[one].pos in NOMINAL for one in subjects)
        if theirs or tree.under(at, "expl"):
            return None  # nobody's above: "Seoul said that the North has", "that there are"
        at = verb_over(tree, at)
    return None


def area_of(ends: Ends, noun: int | None, verb: int | None) -> Mention | None:
    """Return the area that a number is told of: its own, its verb's, or that of the subject."""
    tree = ends.scene.tree
    near = [word for word in (noun, verb) if word is not None]
    subjects = tree.under(verb, "nsubj", "nsubjpass") if verb is not None else ()
    own = tree.under(verb, "dobj") if verb is not None else ()
    joint = [other for one in subjects for other in joined(tree, one)]
    for word in (*near, *subjects, *joint, *own):
        behind = tuple(after_of(tree, word))
        further = (place for noun in behind for place in after_of(tree, noun))
        for place in (*behind, *tree.under(word, "npadvmod"), *further, word):
            found = next(ends.parties(place, AREAS), None)
            if found is not None:
                return found
    above = verb_over(tree, verb) if verb is not None else None
    return area_of(ends, None, above) if above is not None else None

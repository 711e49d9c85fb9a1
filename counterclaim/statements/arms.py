"""Whose arms they are: whether a force that did something is under the source that tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model.tree import Tree, Words
from counterclaim.statements.stance import Said

STEM = 4
"""Letters by which a country and its people are told to be the same: "Syria", "Syrian"."""


def namesake(said: Said, word: int) -> bool:
    """Whether a doer has a name in common with the source: "Ukraine", "Ukrainian troops"."""
    tree = said.page.tree
    of = (at for tie in tree.under(word, "prep") for at in tree.under(tie, "pobj"))
    parts = (word, *tree.under(word, "amod", "compound", "poss"), *of)
    doer = [tree.tokens[at].text for at in parts]
    source = said.source.name.split()
    if said.source.span:
        source += [tree.tokens[at].text for at in tree.at(said.source.span)]
    return bool(stems(doer) & stems(source))


def of_its_arms(said: Said, doer: int) -> bool:
    """Whether a doer is a force under its source: of the same name, or "the army" to a ministry.

    The source itself must speak for arms: no observer owns to a deed.
    """
    tree, lexicon = said.page.tree, said.page.lexicon
    if not lexicon.listed(tree, doer, "force"):
        wholes = [at for of in tree.under(doer, "prep") for at in tree.under(of, "pobj")]
        part = lexicon.listed(tree, doer, "detachment")
        return part and any(of_its_arms(said, at) for at in wholes)
    own = _is_bare(said, doer) and _has_such_arms(said, doer)
    return _speaks_for_arms(said) and (own or namesake(said, doer))


def perhaps_its_arms(said: Said, doer: int) -> bool:
    """Whether nobody can tell if "the army" of a spokesman's words is his own, or the enemy's."""
    if not said.page.lexicon.listed(said.page.tree, doer, "force"):
        return False
    bare = _is_bare(said, doer) and not _is_irregular(said, (doer, *_office(said)))
    return bare and _speaks_for_arms(said) and not of_its_arms(said, doer)


def _speaks_for_arms(said: Said) -> bool:
    tree, listed, office = said.page.tree, said.page.lexicon.listed, _office(said)
    speaks = any(listed(tree, at, "force", "command") for at in office)
    return speaks and not any(listed(tree, at, "civil") for at in office)


def _is_bare(said: Said, force: int) -> bool:
    """Whether a force is taken for known, and not said to be anybody's: "the army", "troops"."""
    tree, listed = said.page.tree, said.page.lexicon.listed
    before = [at for at in tree.children[force] if at < force]
    whose = any(_is_named(tree, at) for at in before) or _is_somebodys(said, force)
    loose = listed(tree, force, "troops") and all(
        tree.tokens[at].dep == "compound" for at in before
    )
    return not whose and (loose or any(listed(tree, at, "definite") for at in before))


def _has_such_arms(said: Said, force: int) -> bool:
    """Whether a source has such arms: those that it is called by, or a state's those of a state.

    A militia, and whoever fights a state, is under nobody who speaks for one.
    """
    tree, listed, office = said.page.tree, said.page.lexicon.listed, _office(said)
    if tree.lower(force) in {tree.lower(at) for at in office}:
        return True
    letters = any(tree.tokens[at].text.isupper() and len(tree.tokens[at].text) > 1 for at in office)
    state = any(listed(tree, at, "force", "state_office") for at in office)
    return state and not letters and not _is_irregular(said, (force, *office))


def _is_irregular(said: Said, words: Sequence[int]) -> bool:
    return any(said.page.lexicon.listed(said.page.tree, at, "irregular") for at in words)


def _is_somebodys(said: Said, force: int) -> bool:
    """Whether the words after a force say whose it is: "the army of Osteria"."""
    tree, listed = said.page.tree, said.page.lexicon.listed
    of = (tie for tie in tree.under(force, "prep") if listed(tree, tie, "of"))
    return any(not listed(tree, at, "force") for tie in of for at in tree.under(tie, "pobj"))


def _is_named(tree: Tree, word: int) -> bool:
    """Whether a word before a noun is a name, or is made of one: "the Osterian army"."""
    token = tree.tokens[word]
    return token.pos == "PROPN" or (token.dep != "det" and token.text[:1].isupper())


def _office(said: Said) -> Words:
    """Return the words of a source, and those that go with its name wherever that stands."""
    tree, name = said.page.tree, said.source.name.split()[-1:]
    words = list(tree.at(said.source.span)) if said.source.span else []
    for at, token in enumerate(tree.tokens):
        if [token.text] == name:
            beside = (token.head,) if token.dep in {"appos", "compound"} else ()
            words += [*tree.under(at, "compound", "appos", "amod"), *beside]
    return tuple(words)


def stems(words: Sequence[str]) -> set[str]:
    """Return the first letters of the names among words, by which names are told to be akin."""
    return {word[:STEM].casefold() for word in words if word[:1].isupper() and len(word) >= STEM}

"""The two ends of words that state a relation, as the tree of the parse has them."""

from __future__ import annotations

from collections.abc import Iterator, Set

from counterclaim.content.arguments import (
    PASSIVE,
    VERBAL,
    Links,
    is_passive,
    noun_that_suffers,
    of_the_agent,
    own_object,
    passive_subject,
)
from counterclaim.knowledge.relations import RelationFrame
from counterclaim.model.tree import Tree

NO_LINKS = Links()
SUBJECT = ("nsubj", "csubj")
CLIMB = 5
PARTICLES = ("prt", "advmod", "acomp")
OWNING = frozenset({"compound", "nmod", "poss"})
BEFORE = ("compound", "nmod", "amod", "poss")
SAID = frozenset({"attr", "acomp", "oprd"})


def as_subject(tree: Tree, verb: int, *, undergoing: bool = False) -> Iterator[int]:
    """Yield who does what a verb says; of a passive whom it is done to, if `undergoing`."""
    if is_passive(tree, verb):
        yield from _undergoers(tree, verb) if undergoing else of_the_agent(tree, NO_LINKS, verb)
        return
    own = tree.under(verb, *SUBJECT)
    yield from own or _from_above(tree, verb, CLIMB)


def _undergoers(tree: Tree, verb: int) -> Iterator[int]:
    subjects = tuple(passive_subject(tree, NO_LINKS, verb))
    yield from subjects or noun_that_suffers(tree, NO_LINKS, verb)


def _from_above(tree: Tree, verb: int, steps: int) -> Iterator[int]:
    """Yield the subject that a verb shares with those above it, or the noun that it describes."""
    token, above = tree.tokens[verb], tree.tokens[verb].head
    if above == verb or not steps:
        return
    if token.dep in {"acl", "relcl"}:
        yield above
    elif token.dep == "pcomp":
        yield from _of_the_charged(tree, tree.tokens[above].head, steps)
    elif token.dep == "xcomp":
        yield from tree.under(above, "dobj") or _subject_of(tree, above, steps)
    elif token.dep in {"conj", "advcl"} and tree.tokens[above].pos in VERBAL:
        yield from _subject_of(tree, above, steps)


def _of_the_charged(tree: Tree, verb: int, steps: int) -> Iterator[int]:
    """Yield who is charged with it: "accuses Rwanda of backing the rebels"."""
    if tree.tokens[verb].pos in VERBAL:
        yield from tree.under(verb, "dobj") or _subject_of(tree, verb, steps)


def _subject_of(tree: Tree, verb: int, steps: int) -> Iterator[int]:
    own = tree.under(verb, *SUBJECT, *PASSIVE)
    yield from own or _from_above(tree, verb, steps - 1)


def as_object(tree: Tree, verb: int) -> Iterator[int]:
    """Yield whom it is done to."""
    if is_passive(tree, verb):
        yield from _undergoers(tree, verb)
    else:
        yield from own_object(tree, NO_LINKS, verb)


def behind(tree: Tree, word: int, listed: Set[str]) -> Iterator[int]:
    """Yield what stands behind listed prepositions on a word, or on its particle: "away from"."""
    on = (word, *tree.under(word, *PARTICLES))
    near = [at for one in on for at in tree.under(one, "prep", "dative", "agent")]
    if all(tree.lower(at) not in listed for at in near):  # "listed as a group by the council"
        nouns = [noun for at in near for noun in tree.under(at, "pobj")]
        near = [at for noun in nouns for at in tree.under(noun, "prep")]
    yield from (noun for at in near if tree.lower(at) in listed for noun in tree.under(at, "pobj"))
    yield from (at for at in tree.under(word, "dative") if tree.tokens[at].pos != "ADP")


def carried(tree: Tree, frame: RelationFrame, verb: int) -> Iterator[int]:
    """Yield who is at the end of a verb with its noun: "pledged allegiance to", "armed with"."""
    nouns = tree.under(verb, "dobj", *(PASSIVE if is_passive(tree, verb) else ()))
    for noun in nouns:
        if not frame.carrying.isdisjoint(_called(tree, noun)):
            yield from behind(tree, noun, frame.to)
            yield from behind(tree, verb, frame.to)
    for preposition in tree.under(verb, "prep"):
        means = tree.under(preposition, "pobj")
        if any(not frame.carrying.isdisjoint(_called(tree, noun)) for noun in means):
            yield from as_object(tree, verb)
    for label in tree.under(verb, "oprd", "ccomp"):
        if not frame.carrying.isdisjoint(_called(tree, label)):  # "named it a terrorist group"
            yield from (*as_object(tree, verb), *tree.under(label, "nsubj"))


def carries(tree: Tree, frame: RelationFrame, verb: int) -> bool:
    """Whether a verb has one of the nouns that it must have: "held talks"."""
    nouns = tree.under(verb, "dobj", *(PASSIVE if is_passive(tree, verb) else ()))
    return any(not frame.carrying.isdisjoint(_called(tree, noun)) for noun in nouns)


def between(tree: Tree, noun: int) -> Iterator[tuple[int, int]]:
    """Yield the two that stand joined behind a preposition: "talks between the army and them"."""
    for preposition in tree.under(noun, "prep"):
        for one in tree.under(preposition, "pobj"):
            yield from ((one, other) for other in tree.under(one, "conj"))


def doers_of_deed(tree: Tree, noun: int) -> Iterator[int]:
    """Yield whose a deed is: "Rwanda's support", "Iranian support"."""
    yield from tree.under(noun, "poss") or _before(tree, noun)


def _called(tree: Tree, noun: int) -> set[str]:
    """Return a noun, those joined to it, and each with the word before it: "military support"."""
    found: set[str] = set()
    for at in (noun, *tree.under(noun, "conj")):
        forms = {tree.tokens[at].lemma, tree.lower(at)}
        found |= forms | {f"{tree.lower(one)} {tree.tokens[at].lemma}" for one in _before(tree, at)}
    return found


def _before(tree: Tree, word: int) -> tuple[int, ...]:
    return tuple(at for at in tree.under(word, *BEFORE) if at < word)


def said_of(tree: Tree, word: int) -> Iterator[int]:
    """Yield of whom a noun or an adjective is said: "N. N., its leader", "is hostile to"."""
    token = tree.tokens[word]
    head = token.head
    yield from tree.under(word, "appos")
    if token.dep == "ccomp":  # "calls the front a branch"
        yield from tree.under(word, "nsubj")
    if head == word:
        return
    if token.dep in {"appos", "amod", "acl"} or (token.dep in BEFORE and head > word):
        yield head
    elif token.dep in SAID and tree.tokens[head].pos in VERBAL:
        called = tree.under(head, "dobj") if token.dep == "oprd" else ()
        yield from called or _subject_of(tree, head, CLIMB)
    elif token.dep == "pobj" and tree.tokens[tree.tokens[head].head].pos == "AUX":
        yield from _subject_of(tree, tree.tokens[head].head, CLIMB)  # "is in control of"
    elif token.dep == "conj" and tree.tokens[head].pos != "PROPN":
        yield from (one for one in said_of(tree, head) if one != word)
    elif token.dep == "relcl":
        yield head


def whole_of(tree: Tree, noun: int, bearer: int, listed: Set[str]) -> Iterator[int]:
    """Yield whose a noun is: "leader of the front", else the nearest before it: "front leader"."""
    of = list(behind(tree, noun, listed))
    near = [at for at in _before(tree, noun) if tree.tokens[at].dep in OWNING]
    if tree.tokens[noun].head == bearer and tree.tokens[noun].dep in BEFORE:
        near += [at for at in _before(tree, bearer) if at < noun and tree.tokens[at].dep in OWNING]
    yield from of or sorted(near)[-1:]

"""How a text names bodies: whether a noun is one, and by which words it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.content.arguments import joined
from counterclaim.content.blame import Blame
from counterclaim.content.cast import BODIES, Cast, called
from counterclaim.content.scene import Scene
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.tree import Tree, Words

MARKS = "\"'“”‘’()[],;:- "
CLOSED = (")", "]")
OPENED = re.compile(r"\s[(\[]")
"""Where another name of a party begins whose bracket its words cut: "the Northern Front (NF"."""


def name_in(scene: Scene, words: Words) -> str:
    """Return the name that words make, without the marks round it."""
    text = " ".join(scene.tree.quote(scene.tree.span(words)).split()).strip(MARKS)
    return text if any(mark in text for mark in CLOSED) else OPENED.split(text)[0].strip(MARKS)


PLACES = frozenset({"GPE", "LOC", "NORP", "DATE", "FAC"})
HYPHENS = frozenset({"-", "–"})


def is_name(tree: Tree, word: int) -> bool:
    """Whether a word before a noun is a name: "Owl fighters", but not "narco-rebels"."""
    token = tree.tokens[word]
    glued = word + 1 < len(tree.tokens) and tree.tokens[word + 1].text in HYPHENS
    return token.pos == "PROPN" and token.entity[2:] not in PLACES and not glued


def words_for(tree: Tree, blame: Blame, word: int) -> Iterator[int]:
    """Yield a noun, the words before it, what stands beside it, and what it calls itself."""
    yield word
    of = () if blame.listed(tree, word, "branches") else ("compound", "nmod", "amod", "poss")
    yield from tree.under(word, *of, "appos")
    if tree.tokens[word].dep == "appos":
        yield tree.tokens[word].head
    for naming in tree.under(word, "acl", "relcl"):
        if blame.listed(tree, naming, "naming"):
            yield from tree.under(naming, "dobj", "oprd", "attr", "ccomp")
            yield from (at for tie in tree.under(naming, "prep") for at in tree.under(tie, "pobj"))


def is_many(tree: Tree, blame: Blame, word: int) -> bool:
    """Whether a noun is for several people, who are of what is named before: "Shining Path men"."""
    several = tree.tokens[word].tag in {"NNS", "NNPS"}
    return several or blame.listed(tree, word, "forces", "attackers", "armed")


def tied(tree: Tree, blame: Blame, word: int) -> Iterator[int]:
    """Yield the nouns that people are said to be of: "guerrillas of the front", "belonging to"."""
    for tie in tree.under(word, "prep", "acl"):
        if blame.listed(tree, tie, "ties"):
            for preposition in (tie, *tree.under(tie, "prep")):
                for noun in tree.under(preposition, "pobj"):
                    yield from (noun, *joined(tree, noun))
                    if blame.listed(tree, noun, "people"):
                        yield from tied(tree, blame, noun)


def is_its_name(scene: Scene, mention: Mention, word: int, text: str, body: bool) -> bool:
    """Whether a longer name is that of a body, not of its people: "Militants from the Brigade"."""
    if mention.rule in ON_RECORD or not body:
        return text in mention.name or not body
    return text in mention.name and scene.head(scene.words(mention)) == word


PEOPLE = ("attackers", "sides", "people")


def whose(scene: Scene, cast: Cast, body: Words) -> Words:
    """Return the words after a body that name its state: "the army of Osteria"."""
    tree, of = scene.tree, body[-1] + 1
    if of >= len(tree.tokens) - 1 or tree.lower(of) != "of" or tree.tokens[of].head not in body:
        return ()
    after = tree.under(of, "pobj")
    named = after and tree.tokens[after[0]].pos == "PROPN"
    return tuple(range(of, max(called(scene, cast, after[0])) + 1)) if named else ()


def is_person(scene: Scene, name: str) -> bool:
    """Whether the text has a person of that name elsewhere: parsers take some for bodies."""
    last = name.split()[-1:]
    people = (one for one in scene.mentions if one.type is MentionType.PERSON)
    return any(one.rule == "named" and one.name.split()[-1:] == last for one in people)


def is_place(scene: Scene, name: str) -> bool:
    """Whether the text has a place of that name elsewhere: "the Tarn massacre", "near Tarn"."""
    return name in scene.places


def is_body(tree: Tree, blame: Blame, word: int) -> bool:
    """Whether a noun is a body of which a country has one, or is named for what it is of."""
    before = tree.under(word, "compound", "amod", "nmod", "poss")
    pairs = {f"{tree.lower(at)} {tree.tokens[word].lemma}" for at in before}
    if blame.listed(tree, word, "bodies") or not pairs.isdisjoint(blame.words.get("bodies", ())):
        return True
    led = (at for word in before for at in tree.under(word, "npadvmod"))  # "Saudi-led"
    named = any(tree.tokens[at].pos == "PROPN" or tree.tokens[at].entity for at in (*before, *led))
    return named and blame.listed(tree, word, "forces")


def has_article(scene: Scene, blame: Blame, word: int) -> bool:
    """Whether a name stands behind an article, as no person's does: "the Extraditables"."""
    tree = scene.tree
    if tree.tokens[word].entity[2:] not in {"", "PERSON"} or tree.under(word, "compound", "amod"):
        return False
    return any(blame.listed(tree, at, "article") for at in tree.under(word, "det"))


def name_of_a_body(scene: Scene, word: int) -> Mention | None:
    """Return the name of a body that a word is part of: no "the rebels", whoever they are."""
    names = [
        one
        for one in scene.named.get(word, ())
        if one.type in BODIES
        and not any(scene.tree.tokens[at].dep == "cc" for at in scene.words(one))
    ]
    known = [one for one in names if one.rule in ON_RECORD]
    proper = scene.tree.tokens[word].pos == "PROPN"
    own = [one for one in names if proper and one.rule not in DESCRIBED]
    return next(iter((*known, *own)), None)


ON_RECORD = frozenset({"known", "short"})
DESCRIBED = frozenset({"role", "described"})

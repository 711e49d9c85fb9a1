"""The deed that a verb or a noun tells of, by its own words and by those that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.content.arguments import VERBAL
from counterclaim.content.deed_patterns import OBJECTS, Lore, matched, mended, named
from counterclaim.content.scene import Scene
from counterclaim.knowledge.deeds import DeedFrame
from counterclaim.model.tree import Tree, Words

CLAUSES = ("xcomp", "ccomp", "pcomp")
DEEP = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A deed at the word that tells of it; `words` are those that show it, by their place.

    `inner` is the deed that this one is made of: what was agreed, refused, demanded. `rule` names
    what made it so.
    """

    deed: str
    head: int
    words: Words
    rule: str
    inner: Told | None = None

    @property
    def all_words(self) -> Words:
        """Return its words and those of all that it is made of."""
        return tuple(sorted({*self.words, *(self.inner.all_words if self.inner else ())}))


def deed_of(scene: Scene, lore: Lore, word: int) -> Told | None:
    """Return the deed that a verb tells of, as it is put: done, promised, refused, demanded."""
    told = _plain(scene, lore, word, DEEP)
    return _put(scene, lore, told) if told is not None else None


def deed_of_noun(scene: Scene, lore: Lore, word: int) -> Told | None:
    """Return the deed that a noun names, with the words before it: "air strike"."""
    tree = scene.tree
    if tree.tokens[word].pos not in {"NOUN", "PROPN"}:
        return None
    for size in (2, 1, 0):
        words = tuple(range(word - size, word + 1))
        if words[0] >= 0 and tree.sentence[words[0]] == tree.sentence[word]:
            frame = named(tree, lore, words)
            if frame is not None:
                return _of_noun(scene, lore, frame, words)
    return None


def _of_noun(scene: Scene, lore: Lore, frame: DeedFrame, words: Words) -> Told:
    if not frame.turn:
        return Told(frame.deed, words[-1], words, "noun_of_deed")
    inner = _below_noun(scene, lore, words[-1])
    deed = lore.deeds.turned(frame.turn, inner.deed if inner else "")
    return Told(deed, words[-1], words, f"noun_of_{frame.turn}", inner)


def _below_noun(scene: Scene, lore: Lore, noun: int) -> Told | None:
    """Return the deed that hangs on a noun: "a threat to attack", "the suspension of aid"."""
    tree = scene.tree
    for clause in tree.under(noun, "acl", "relcl"):
        if tree.tokens[clause].tag == "VB":
            return _plain(scene, lore, clause, DEEP - 1)
    below = (at for of in tree.under(noun, "prep") for at in tree.under(of, "pobj", "pcomp"))
    found = (_any(scene, lore, at, DEEP - 1) for at in below)
    return next((told for told in found if told), None)


def _any(scene: Scene, lore: Lore, word: int, deep: int) -> Told | None:
    if scene.tree.tokens[word].pos in VERBAL:
        return _plain(scene, lore, word, deep)
    return deed_of_noun(scene, lore, word)


def _plain(scene: Scene, lore: Lore, word: int, deep: int) -> Told | None:
    """Return the deed of a verb as it stands, without what helping verbs make of it.

    What the object of a light verb names goes before what the verb alone means.
    """
    fit = matched(scene.tree, lore, word) if deep >= 0 else None
    alone = deep >= 0 and (fit is None or (len(fit[0]) == 1 and not fit[1].turn))
    carried = _carried(scene, lore, word) if alone else None
    if carried is not None or fit is None:
        return carried
    words, frame = fit
    if not frame.turn:
        return Told(frame.deed, word, words, "verb_of_deed") if frame.deed else None
    return _turned(scene, lore, words, frame, deep)


def _turned(scene: Scene, lore: Lore, words: Words, frame: DeedFrame, deep: int) -> Told | None:
    """Return what a verb makes of the deed that it governs."""
    word = words[0]
    if any(_is_open(scene.tree, lore, clause) for clause in scene.tree.under(word, *CLAUSES)):
        return None
    inner = _governed(scene, lore, word, words, deep)
    deed = lore.deeds.turned(frame.turn, inner.deed if inner else "")
    if not deed:
        return _carried(scene, lore, word) if inner is None else None
    return Told(deed, word, words, f"verb_of_{frame.turn}", inner)


def _is_open(tree: Tree, lore: Lore, clause: int) -> bool:
    """Whether a clause asks, and tells nothing: "asked whether they attacked"."""
    return any(lore.listed(tree, mark, "open") for mark in tree.under(clause, "mark"))


def _carried(scene: Scene, lore: Lore, word: int) -> Told | None:
    """Return the deed that a verb carries: "staged a protest"."""
    tree = scene.tree
    light = lore.words.get("light", frozenset())
    if light.isdisjoint(mended(lore, tree, word)):
        return None
    for noun in tree.under(word, *OBJECTS):
        parts = (of for of in tree.under(noun, "prep") if lore.listed(tree, of, "of"))
        whole = (at for of in parts for at in tree.under(of, "pobj"))
        for at in (noun, *tree.under(noun, "conj"), *whole):
            found = deed_of_noun(scene, lore, at)
            if found is not None and found.deed:
                return Told(found.deed, word, (word, *found.words), "carried", found)
    return None


def _behind(tree: Tree, word: int) -> Iterator[int]:
    for preposition in tree.under(word, "prep", "dative"):
        yield from tree.under(preposition, "pobj")


def _governed(scene: Scene, lore: Lore, verb: int, words: Words, deep: int) -> Told | None:
    """Return the deed that a verb governs: in its clause, in its object, behind a preposition."""
    for clause in _clauses(scene.tree, verb, words):
        found = _any(scene, lore, clause, deep - 1) or _joined(scene, lore, clause, deep - 1)
        if found is not None and found.deed:
            return found
    for noun in _objects(scene.tree, verb):
        found = deed_of_noun(scene, lore, noun) if noun not in words else None
        if found is not None and found.deed:
            return found
    return None


def _clauses(tree: Tree, verb: int, words: Words) -> Iterator[int]:
    """Yield the verbs of the clauses on a verb and on the words that complete it."""
    own = (verb, *(at for at in words if tree.tokens[at].pos in {"ADJ", "NOUN", "ADV"}))
    if tree.tokens[verb].pos == "AUX":  # "it is clear that" governs nothing
        own = own[1:]
        yield from tree.under(verb, "xcomp")
    for one in own:
        yield from tree.under(one, *CLAUSES, "acl")
    for one in own:
        yield from (at for to in tree.under(one, "prep") for at in tree.under(to, "pcomp"))


def _objects(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the nouns that a verb governs, and those that hang on them; "to be" governs none."""
    if tree.tokens[verb].pos == "AUX":
        return
    behind = (at for one in (verb, *tree.under(verb, "prt", "advmod")) for at in _behind(tree, one))
    for noun in (*tree.under(verb, *OBJECTS), *behind):
        yield from (noun, *tree.under(noun, "conj", "compound"), *_behind(tree, noun))


def _joined(scene: Scene, lore: Lore, clause: int, deep: int) -> Told | None:
    """Return the deed that is joined to a clause that tells none: "come and attack"."""
    if scene.tree.tokens[clause].pos not in VERBAL:
        return None
    found = (_any(scene, lore, at, deep) for at in scene.tree.under(clause, "conj"))
    return next((told for told in found if told), None)


def _put(scene: Scene, lore: Lore, told: Told) -> Told | None:
    """Say what helping verbs make of a deed: "will attack" threatens, "did not meet" refuses."""
    tree, verb = scene.tree, told.head
    helpers = _helpers(tree, verb)
    negated = _is_negated(tree, lore, verb)
    will = next((at for at in helpers if lore.listed(tree, at, "will", "may")), None)
    turn = _turn(negated=negated, future=will is not None)
    if not turn:
        return told
    deed = lore.deeds.turned(turn, told.deed)
    words = told.words if will is None else tuple(sorted({*told.words, will}))
    return Told(deed, verb, words, f"put_as_{turn}", told.inner) if deed else None


def _is_negated(tree: Tree, lore: Lore, verb: int) -> bool:
    """Whether it was not done, or by nobody: "neither side attacked"."""
    nobody = (at for one in tree.under(verb, "nsubj") for at in tree.children[one])
    said_not = tree.under(verb, "neg", "advmod", "aux")
    return any(lore.listed(tree, at, "not") for at in said_not) or any(
        lore.listed(tree, at, "no_one") for at in nobody
    )


def _turn(*, negated: bool, future: bool) -> str:
    if negated:
        return "unwilling" if future else "negate"
    return "future" if future else ""


def _helpers(tree: Tree, verb: int) -> Words:
    own = tree.under(verb, "aux", "auxpass")
    token = tree.tokens[verb]
    if token.dep in {"conj", "xcomp"} and not tree.under(verb, "nsubj", "nsubjpass", "aux"):
        return (*own, *tree.under(token.head, "aux"))
    return own

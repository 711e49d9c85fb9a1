"""The deed that a verb or a noun tells of, by its own words and by those that govern it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from counterclaim.content.scene import Scene
from counterclaim.knowledge.deeds import DeedFrame, Deeds, DeedWords
from counterclaim.model.tree import Tree, Words

ATTACHED = frozenset(
    {
        *("prt", "dobj", "nsubjpass", "prep", "pobj", "acomp", "advmod", "attr", "oprd", "dative"),
        *(
            "xcomp",
            "compound",
            "amod",
            "pcomp",
            "neg",
            "agent",
            "npadvmod",
            "aux",
            "ccomp",
            "nsubj",
        ),
        *("conj", "nummod", "quantmod", "appos", "poss"),
    }
)
OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")
CLAUSES = ("xcomp", "ccomp", "pcomp")
DEEP = 3
TIMES = frozenset({"DATE", "TIME"})
VERBAL = frozenset({"VERB", "AUX"})
Pattern = tuple[tuple[frozenset[str], ...], DeedFrame]
Patterns = Mapping[str, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True)
class Lore:
    """Deeds and their words in a language, ready to be looked up."""

    deeds: Deeds
    verbs: Patterns = field(default_factory=dict)
    nouns: Patterns = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    aims: Mapping[str, int] = field(default_factory=dict)

    def listed(self, tree: Tree, word: int, *names: str) -> bool:
        """Whether a word, or its lemma, is on one of the lists."""
        forms = {tree.lower(word), tree.tokens[word].lemma}
        return any(not forms.isdisjoint(self.words.get(name, frozenset())) for name in names)


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

    @property
    def heads(self) -> Words:
        """Return its head and that of each deed it is made of, the outermost first."""
        return (self.head, *(self.inner.heads if self.inner else ()))


@cache
def open_lore(words: DeedWords, deeds: Deeds) -> Lore:
    """Turn the frames of a language into look-up tables, the longest patterns first."""
    verbs, nouns = _patterns(words, "verbs"), _patterns(words, "nouns")
    aims = {word: cost for cost, listed in enumerate(words.aims, 1) for word in listed}
    return Lore(deeds, verbs, nouns, words.words, aims)


def _patterns(words: DeedWords, kind: str) -> Patterns:
    found: dict[str, list[Pattern]] = defaultdict(list)
    for frame in words.frames:
        for phrase in getattr(frame, kind):
            first, *rest = (frozenset(part.split("|")) for part in phrase.split())
            for word in sorted(first):
                found[word].append((tuple(rest), frame))
    return {word: tuple(sorted(listed, key=_longest)) for word, listed in found.items()}


def _longest(pattern: Pattern) -> tuple[int, bool]:
    rest, frame = pattern
    return -len(rest), bool(frame.turn) and bool(rest)


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
        if words[0] < 0 or tree.sentence[words[0]] != tree.sentence[word]:
            continue
        first = lore.nouns.get(tree.tokens[words[0]].lemma, ()) or lore.nouns.get(
            tree.lower(words[0]), ()
        )
        for rest, frame in first:
            if len(rest) == size and all(
                not _forms(tree, at).isdisjoint(wanted)
                for at, wanted in zip(words[1:], rest, strict=True)
            ):
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
    """Return the deed of a verb as it stands, without what helping verbs make of it."""
    if deep < 0:
        return None
    matched = _matched(scene.tree, lore, word)
    if matched is None:
        return _carried(scene, lore, word)
    words, frame = matched
    if not frame.turn:
        return Told(frame.deed, word, words, "verb_of_deed") if frame.deed else None
    inner = _governed(scene, lore, word, words, deep)
    deed = lore.deeds.turned(frame.turn, inner.deed if inner else "")
    if not deed and inner is None:
        return _carried(scene, lore, word)
    return Told(deed, word, words, f"verb_of_{frame.turn}", inner) if deed else None


def _carried(scene: Scene, lore: Lore, word: int) -> Told | None:
    """Return the deed that a verb carries: "staged a protest"."""
    tree = scene.tree
    light = lore.words.get("light", frozenset())
    if light.isdisjoint(_mended(lore, tree, word)):
        return None
    near = (*tree.under(word, *OBJECTS), *_behind(tree, word))
    for noun in near:
        for at in (noun, *tree.under(noun, "conj"), *_behind(tree, noun)):
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


def _matched(tree: Tree, lore: Lore, verb: int) -> tuple[Words, DeedFrame] | None:
    """Return the longest pattern that a verb and the words on it fit."""
    found = (lore.verbs[form] for form in _mended(lore, tree, verb) if form in lore.verbs)
    patterns = next(found, ())
    near = tuple(at for at in _attached(tree, verb, 4) if _may_complete(tree, verb, at))
    for rest, frame in patterns:
        words = _fitting(tree, near, rest)
        if words is not None and not (frame.bare and tree.under(verb, *OBJECTS, "agent")):
            return (verb, *words), frame
    return None


def _may_complete(tree: Tree, verb: int, word: int) -> bool:
    """Whether a word may be part of a pattern.

    A particle must be the verb's own; no preposition stands before it, or before a time.
    """
    if tree.tokens[word].pos not in {"ADP", "PART"}:
        return True
    nouns = tree.under(word, "pobj")
    if tree.tokens[word].dep == "prt" and tree.tokens[word].head != verb:
        return False
    return word > verb and all(tree.tokens[at].entity[2:] not in TIMES for at in nouns)


def _fitting(tree: Tree, near: Words, rest: tuple[frozenset[str], ...]) -> Words | None:
    found: list[int] = []
    for wanted in rest:
        at = next(
            (w for w in near if w not in found and not _forms(tree, w).isdisjoint(wanted)), None
        )
        if at is None:
            return None
        found.append(at)
    return tuple(found)


def _attached(tree: Tree, word: int, steps: int) -> Words:
    """Return the words that hang on a verb, the nearest first, none of inner clauses."""
    found: list[int] = []
    level = [word]
    for _ in range(steps):
        open_ = [at for at in level if at == word or tree.tokens[at].pos != "VERB"]
        level = [
            at for one in open_ for at in tree.children[one] if tree.tokens[at].dep in ATTACHED
        ]
        found.extend(level)
    return tuple(found)


def _forms(tree: Tree, word: int) -> frozenset[str]:
    return frozenset({tree.tokens[word].lemma, tree.lower(word)})


def _mended(lore: Lore, tree: Tree, verb: int) -> Iterator[str]:
    """Yield the lemma of a verb, and what it may be where the parser has taken it for another."""
    yield tree.tokens[verb].lemma
    yield tree.lower(verb)
    for ending in sorted(lore.words.get("endings", ())):
        if tree.lower(verb).endswith(ending):
            yield tree.lower(verb).removesuffix(ending)
            yield tree.lower(verb).removesuffix(ending) + "e"


def _put(scene: Scene, lore: Lore, told: Told) -> Told | None:
    """Say what helping verbs make of a deed: "will attack" threatens, "did not meet" refuses."""
    tree, verb = scene.tree, told.head
    helpers = _helpers(tree, verb)
    negated = any(lore.listed(tree, at, "not") for at in tree.under(verb, "neg", "advmod", "aux"))
    will = next((at for at in helpers if lore.listed(tree, at, "will", "may")), None)
    turn = _turn(negated=negated, future=will is not None)
    if not turn:
        return told
    deed = lore.deeds.turned(turn, told.deed)
    words = told.words if will is None else tuple(sorted({*told.words, will}))
    return Told(deed, verb, words, f"put_as_{turn}", told.inner) if deed else None


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

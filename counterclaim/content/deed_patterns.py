"""The words for deeds, by lemma: which patterns a verb fits with the words that hang on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from counterclaim.knowledge.deeds import DeedFrame, Deeds, DeedWords
from counterclaim.model.tree import Tree, Words

ATTACHED = frozenset(
    {
        *("prt", "dobj", "nsubjpass", "prep", "pobj", "acomp", "advmod", "attr", "oprd", "dative"),
        *(
            "xcomp",
            "advcl",
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
TIMES = frozenset({"DATE", "TIME"})
STEPS = 4
PARTICLE, PURPOSE = "+", ">"
"""Stand before words in patterns: "give +in" is to yield, not "given in court"; "send >investigate"
is to send somebody for that."""
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


def matched(tree: Tree, lore: Lore, verb: int) -> tuple[Words, DeedFrame] | None:
    """Return the longest pattern that a verb and the words on it fit."""
    found = (lore.verbs[form] for form in mended(lore, tree, verb) if form in lore.verbs)
    patterns = next(found, ())
    near = tuple(at for at in _attached(tree, verb, STEPS) if _may_complete(tree, verb, at))
    for rest, frame in patterns:
        words = _fitting(tree, near, rest)
        if words is not None and _fits_object(tree, verb, frame):
            return (verb, *words), frame
    return None


def _fits_object(tree: Tree, verb: int, frame: DeedFrame) -> bool:
    """Whether a verb has an object, or has none, as the frame asks."""
    has = bool(tree.under(verb, *OBJECTS, "agent"))
    return not frame.object or has == (frame.object == "some")


def named(tree: Tree, lore: Lore, words: Words) -> DeedFrame | None:
    """Return the frame of a noun that words side by side name: "air strike"."""
    first = (lore.nouns[form] for form in sorted(forms(tree, words[0])) if form in lore.nouns)
    for rest, frame in next(first, ()):
        if len(rest) == len(words) - 1 and all(
            not forms(tree, at).isdisjoint(wanted)
            for at, wanted in zip(words[1:], rest, strict=True)
        ):
            return frame
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
        at = next((w for w in near if w not in found and _is_one(tree, w, wanted)), None)
        if at is None:
            return None
        found.append(at)
    return tuple(found)


def _is_one(tree: Tree, word: int, wanted: frozenset[str]) -> bool:
    """Whether a word is one of those that stand there; a particle has no noun behind it."""
    said = forms(tree, word)
    if tree.tokens[word].dep == "advcl":
        return any(f"{PURPOSE}{form}" in wanted for form in said)
    particle = "" if tree.under(word, "pobj") else PARTICLE
    return not wanted.isdisjoint(said) or any(f"{particle}{form}" in wanted for form in said)


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


def forms(tree: Tree, word: int) -> frozenset[str]:
    """Return the lemma of a word, and the word itself in small letters."""
    return frozenset({tree.tokens[word].lemma, tree.lower(word)})


def mended(lore: Lore, tree: Tree, verb: int) -> Iterator[str]:
    """Yield the lemma of a verb, and what it may be where the parser has taken it for another."""
    yield tree.tokens[verb].lemma
    yield tree.lower(verb)
    for ending in sorted(lore.words.get("endings", ())):
        if tree.lower(verb).endswith(ending):
            yield tree.lower(verb).removesuffix(ending)
            yield tree.lower(verb).removesuffix(ending) + "e"

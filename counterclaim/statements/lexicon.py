"""The words of attribution, ready to be looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.attribution import Attribution, CueGroup
from counterclaim.model.text import Token
from counterclaim.model.tree import Tree

Groups = Mapping[str, tuple[CueGroup, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by their words, and closed lists of words as sets.

    `seconds` holds, for the first word of a two-word cue, its second words, `according` the phrases
    that begin with a word; `evidence` the kind of evidence that a noun, or a noun with the word
    before it, stands for.
    """

    verbs: Groups
    nouns: Groups
    adjectives: Groups
    seconds: Mapping[str, frozenset[str]]
    lemmas: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    roles: frozenset[str]
    documents: frozenset[str]
    media: frozenset[str]
    hearsay: frozenset[str]
    according: Mapping[str, tuple[tuple[str, ...], ...]]
    evidence: Mapping[str, str]
    attribution: Attribution
    pronouns: frozenset[str]

    def lemma(self, tree: Tree, word: int) -> str:
        """Return the lemma of a word, mended where the parser is known to get it wrong."""
        lemma = tree.tokens[word].lemma
        return self.lemmas.get(lemma, lemma)

    def listed(self, tree: Tree, word: int, *names: str) -> bool:
        """Whether a word, or its lemma, is on one of the lists; "the US" is no "us"."""
        lower, lemma = tree.lower(word), tree.tokens[word].lemma
        if lower in self.pronouns and _is_acronym(tree.tokens[word]):
            return False
        for name in names:
            listed = self.words.get(name, ())
            if lower in listed or lemma in listed:
                return True
        return False

    def negated(self, tree: Tree, word: int) -> bool:
        """Whether a negation hangs on a word."""
        return any(
            self.listed(tree, child, "negation")
            for child in tree.under(word, "neg", "det", "advmod", "preconj", "cc")
        )


@cache
def open_lexicon(attribution: Attribution) -> Lexicon:
    """Turn the lists of a language into look-up tables."""
    verbs = _by_word(attribution.verbs)
    pairs = [word.split(maxsplit=1) for word in verbs if " " in word]
    seconds: dict[str, set[str]] = defaultdict(set)
    for first, second in pairs:
        seconds[first].add(second)
    according: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in attribution.according:
        words = tuple(phrase.split())
        according[words[0]].append(words)
    return Lexicon(
        verbs=verbs,
        nouns=_by_word(attribution.nouns),
        adjectives=_by_word(attribution.adjectives),
        seconds={first: frozenset(found) for first, found in seconds.items()},
        lemmas=attribution.lemmas,
        words={name: frozenset(listed) for name, listed in attribution.words.items()},
        roles=frozenset(word for listed in attribution.roles.values() for word in listed),
        documents=frozenset(attribution.roles.get("document", ())),
        media=frozenset(attribution.media),
        hearsay=frozenset(attribution.hearsay),
        according={first: tuple(phrases) for first, phrases in according.items()},
        evidence={word: one.kind for one in attribution.evidence for word in one.words},
        attribution=attribution,
        pronouns=frozenset(one for name in PRONOUNS for one in attribution.words.get(name, ())),
    )


PRONOUNS = ("speaker", "personal", "itself", "who")
"""The lists of words that an acronym may look like: the US, the WHO."""


def _is_acronym(token: Token) -> bool:
    return token.pos == "PROPN" and len(token.text) > 1 and token.text.isupper()


def _by_word(groups: Iterable[CueGroup]) -> Groups:
    found: dict[str, list[CueGroup]] = defaultdict(list)
    for group in groups:
        for word in group.words:
            found[word].append(group)
    return {word: tuple(listed) for word, listed in found.items()}

"""What sort of party a name is of: its own words show it, whatever the parser takes it for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.mentions import MentionWords, Words
from counterclaim.language.mentions.nouns import SEVERAL, Noun, open_nouns, singular
from counterclaim.model.statement import MentionType
from counterclaim.model.text import Token

PARTIES = frozenset({MentionType.ORGANISATION, MentionType.NATIONALITY})
"""What the parser calls parties of any sort."""

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words within names: those that end one or stand before a link, and those that begin one.

    `articles` may follow a first word: "Jaish al-Islam".
    """

    named: Mapping[str, MentionType]
    first: Mapping[str, MentionType]
    nouns: Mapping[str, Noun]
    links: frozenset[str]
    articles: frozenset[str]

    def type_of(self, name: Sequence[Token], label: MentionType) -> MentionType:
        """Return what a name shows its bearer to be, else what the parser takes it for."""
        words = [token.text.lower() for token in name]
        if label in PARTIES or (label is MentionType.PERSON and self._is_group(words)):
            label = self._by_words(words) or label
        last = name[-1]
        if label in PARTIES and (noun := self.nouns.get(singular(last))):
            label = noun.several if last.tag in SEVERAL or noun.one is noun.several else label
        return self.of_people(last, label)

    def of_people(self, last: Token, label: MentionType) -> MentionType:
        """Take the plural of a nationality for those who have it: "the Syrians"."""
        is_people = last.tag in SEVERAL and last.dep not in MODIFIERS
        return MentionType.POPULATION if label is MentionType.NATIONALITY and is_people else label

    def _is_group(self, words: Sequence[str]) -> bool:
        """Whether what the parser takes for a person is called like a group: "Jaish al-Islam"."""
        if len(words) < 2:
            return False
        return words[-1] in self.named or (words[0] in self.first and words[1][:3] in self.articles)

    def _by_words(self, words: Sequence[str]) -> MentionType | None:
        """Read the first word of a name, and the last ones before "of": "Al-Tawhid Brigade"."""
        if len(words) == 1:
            return None
        cut = next((at for at, word in enumerate(words) if at and word in self.links), len(words))
        last = (" ".join(words[max(cut - 2, 0) : cut]), words[cut - 1])
        found = (self.first.get(words[0]), *(self.named.get(form) for form in last))
        return next((kind for kind in found if kind), None)


@cache
def open_names(words: MentionWords) -> NameWords:
    """Turn the lists of a language into look-up tables."""
    return NameWords(
        _by_word(words.named),
        _by_word(words.first),
        open_nouns(words).nouns,
        frozenset(words.links),
        frozenset(words.articles),
    )


def _by_word(listed: Words) -> Mapping[str, MentionType]:
    return {word: kind for kind, words in listed.items() for word in words}

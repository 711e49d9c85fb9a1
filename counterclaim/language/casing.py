"""Text in capitals, as it would be written: parsers learned their trade on both kinds of letters.

A letter takes the place of a letter, so no span shifts. A name is what no dictionary lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.?!…][\"'”’»)\]]*\s+[\"'“‘«(\[]*$")
SHORTENED = re.compile(r"\b[^\W\d_]{1,3}\.\s+$")
"""What may end in a full stop within a sentence: an initial, most titles."""

GENITIVE = re.compile(r"^(\w{3,}?)['’]?s$")

ENOUGH = 20
"""Letters without which a line is a label, not a sentence in capitals."""

ACRONYM = 6
LONGEST = 6
"""Words of the longest name that is looked up."""

LINK = 3
"""Letters of the longest word that stays small within a name: "of", "the", "and"."""

BRACKETS = {"(": ")", "[": "]"}
VOWELS = frozenset("AEIOUYÁÉÍÓÚ")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words by their small letters: whether a dictionary lists them, which of them are names.

    `acronyms` are written in capitals whatever they spell; `phrases` are names of several words.
    """

    listed: Callable[[str], bool]
    names: Set[str]
    acronyms: Set[str] = frozenset()
    phrases: Set[str] = frozenset()

    def is_name(self, word: str) -> bool:
        """Whether a word, or what it is the genitive or the plural of, is known for a name."""
        return not self.names.isdisjoint((word, *GENITIVE.findall(word)))


def in_capitals(text: str) -> bool:
    """Whether a text is written in capitals alone."""
    return text.isupper() and sum(map(str.isalpha, text)) >= ENOUGH


def recase(text: str, spelling: Spelling) -> str:
    """Write a text in capitals with both kinds of letters, as many as it had."""
    named = set(_in_phrases(text, spelling.phrases))

    def written(match: re.Match[str]) -> str:
        """Write one word as it would stand in a text in both kinds of letters."""
        word, small = match[0], match[0].lower()
        if len(small) != len(word) or _is_initial(match) or small in spelling.acronyms:
            return word
        if spelling.is_name(small) or match.start() in named:
            return _named(word)
        if spelling.listed(small):
            return small.capitalize() if _starts(match) else small
        return word if _is_acronym(match) else _named(word)

    return WORD.sub(written, text)


def _in_phrases(text: str, phrases: Set[str]) -> Iterator[int]:
    """Yield where the words of a name of several words begin, from each word on the longest."""
    words = list(WORD.finditer(text)) if phrases else []
    small = [word[0].lower() for word in words]
    for first in range(len(words)):
        for last in range(min(first + LONGEST, len(words)), first + 1, -1):
            if " ".join(small[first:last]) in phrases:
                yield from (word.start() for word in words[first:last] if len(word[0]) > LINK)
                break


def _named(word: str) -> str:
    """Write a word as a name: "O'Brien", "Lima's"."""
    parts = re.split(r"(['’])", word)
    return "".join(
        part.capitalize() if len(part) > 1 or place == 0 else part.lower()
        for place, part in enumerate(parts)
    )


def _is_initial(match: re.Match[str]) -> bool:
    """Whether a letter stands for a word: "U.S.", "A. Lopez"."""
    return len(match[0]) == 1 and match.string[match.end() : match.end() + 1] == "."


def _starts(match: re.Match[str]) -> bool:
    """Whether a word begins a sentence, or the text."""
    before = match.string[: match.start()][-ACRONYM - len(match[0]) :]
    if not any(map(str.isalnum, match.string[: match.start()][-ENOUGH:])):
        return True
    return bool(SENTENCE_END.search(before)) and not SHORTENED.search(before)


def _is_acronym(match: re.Match[str]) -> bool:
    """Whether an unknown word cannot be spoken, or is put in brackets, short as it is."""
    word, text = match[0], match.string
    closing = BRACKETS.get(text[match.start() - 1 : match.start()], "")
    bracketed = bool(closing) and text[match.end() : match.end() + 1] == closing
    return len(word) <= ACRONYM and (bracketed or VOWELS.isdisjoint(word))

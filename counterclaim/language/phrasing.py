"""Turns of phrase in a text: forms of words, read step by step into words that carry a value.

Every form is a path through one tree, so that a text is read in a time that grows with its length
and not with the number of forms. The longest form that a rule can read wins; the first of a length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

from counterclaim.knowledge.phrasing import Phrase
from counterclaim.model.text import Span

WORD = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|[0-9]{1,4}(?P<cut>[/.])[0-9]{1,2}(?P=cut)[0-9]{2,4}(?![0-9]|\.[0-9])"
    r"|[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}(?![0-9-])"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|['’]?[0-9]{1,3}0s\b"
    r"|[0-9]+(?:st|nd|rd|th)\b"
    r"|[0-9]{1,3}(?:(?:[\u00a0\u2009\u202f][0-9]{3})+|(?: [0-9]{3}){2,4})(?:\.[0-9]+)?(?![0-9])"
    r"|[0-9]+(?:[.,][0-9]+)*"
    r"|(?<![\w.])\.[0-9]+\b"
    r"|[^\W\d_](?:\.[^\W\d_])+\b\.?"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:['’]clock\b)?"
    r"|\S"
)
PART = re.compile(r"\[|\]|\(|\)|\||[^\s\[\]()|]+")
HYPHENS = frozenset("-\u2010\u2011")
LONGEST = 12
"""Words in a form at most, so that one word starts a bounded search."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or what a rule made of several: where it stands, and its value by category.

    `glued` marks one that a hyphen ties to the word before; `rule` names what read it.
    """

    begin: int
    end: int
    text: str
    capital: bool = False
    glued: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A turn of phrase in a text: its rule and value, its words, and the values of its categories.

    The second value of a category is kept under its name and a 2, the third under a 3.
    """

    phrase: Phrase
    words: tuple[Word, ...]
    values: Mapping[str, Any]

    @property
    def begin(self) -> int:
        """The first character."""
        return self.words[0].begin

    def says(self, *texts: str) -> bool:
        """Whether one of its words is one of these."""
        return any(word.text in texts for word in self.words)


@dataclass(slots=True)
class Node:
    """A place in the tree of forms: where each next word leads, and the rules that end here."""

    next: dict[str, Node] = field(default_factory=dict)
    ends: list[tuple[int, Phrase]] = field(default_factory=list)


Lexicon = Mapping[str, Mapping[str, Any]]
Reader = Callable[[Found], Word | None]


def split_words(text: str, lexicon: Lexicon, part: Span) -> list[Word]:
    """Split a part of a text into words and marks; a hyphen within a word only ties it."""
    found: list[Word] = []
    hyphen = False
    for match in WORD.finditer(text, part.begin, part.end):
        begin, end = match.span()
        whole, glued = match.group(), bool(found) and found[-1].end == begin - 1 and hyphen
        hyphen = whole in HYPHENS and bool(found) and found[-1].end == begin and end < part.end
        if hyphen and (found[-1].text[-1].isalpha() or text[end].isalpha()):
            continue
        hyphen = False
        lower = whole.lower()
        found.append(Word(begin, end, lower, whole[0].isupper(), glued, lexicon.get(lower, {})))
    return found


def by_word(lexicon: Lexicon) -> dict[str, dict[str, Any]]:
    """Turn values by category and word into values by word and category."""
    found: dict[str, dict[str, Any]] = {}
    for category, words in lexicon.items():
        for word, value in words.items():
            found.setdefault(word, {})[category] = value
    return found


def grow(phrases: Iterable[Phrase]) -> dict[int, Node]:
    """Return the tree of forms of each step."""
    trees: dict[int, Node] = {}
    order = 0
    for phrase in phrases:
        for form in phrase.forms:
            for path in spell_out(form):
                order += 1
                _plant(trees.setdefault(phrase.step, Node()), path, (order, phrase))
    return dict(sorted(trees.items()))


def spell_out(form: str) -> list[tuple[str, ...]]:
    """Return every line of words that a form stands for."""
    parts = iter(PART.findall(form))
    return [path for path in _choices(parts, "") if path]


def _choices(parts: Iterator[str], closing: str) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = []
    line: list[list[tuple[str, ...]]] = []
    for part in parts:
        if part == closing:
            break
        if part == "|":
            lines += _lines(line)
            line = []
        elif part == "[":
            line.append([*_choices(parts, "]"), ()])
        elif part == "(":
            line.append(_choices(parts, ")"))
        else:
            line.append([(part,)])
    return lines + _lines(line)


def _lines(line: list[list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    return [sum(choice, ()) for choice in product(*line)]


def _plant(tree: Node, path: Sequence[str], end: tuple[int, Phrase]) -> None:
    for part in path:
        tree = tree.next.setdefault(part, Node())
    tree.ends.append(end)


def read_phrases(words: Sequence[Word], tree: Node, read: Reader) -> list[Word]:
    """Replace each turn of phrase that can be read by one word that carries its value."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        begins = word.values or word.text in tree.next  # most words of a text begin nothing
        for length, phrase, values in _matches(words, at, tree) if begins else ():
            whole = read(Found(phrase, tuple(words[at : at + length]), values))
            if whole is not None:
                found.append(whole)
                at += length
                break
        else:
            found.append(word)
            at += 1
    return found


def _matches(
    words: Sequence[Word], at: int, tree: Node
) -> list[tuple[int, Phrase, dict[str, Any]]]:
    """Return the forms that start at a word, the longest first."""
    ends: list[tuple[int, int, Phrase, tuple[tuple[str, Any], ...]]] = []
    states: list[tuple[Node, tuple[tuple[str, Any], ...]]] = [(tree, ())]
    for length, word in enumerate(words[at : at + LONGEST], 1):
        states = [after for node, taken in states for after in _steps(node, taken, word)]
        if not states:
            break
        ends += [(-length, *end, taken) for node, taken in states for end in node.ends]
    ends.sort(key=lambda one: one[:2])
    return [(-length, phrase, _named(taken)) for length, _, phrase, taken in ends]


def _steps(
    node: Node, taken: tuple[tuple[str, Any], ...], word: Word
) -> Iterator[tuple[Node, tuple[tuple[str, Any], ...]]]:
    if word.text in node.next:
        yield node.next[word.text], taken
    for category, value in word.values.items():
        after = node.next.get(f"{{{category}}}")
        if after is not None:
            yield after, (*taken, (category, value))


def _named(taken: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    seen: dict[str, int] = {}
    for category, value in taken:
        seen[category] = seen.get(category, 0) + 1
        values[category + (str(seen[category]) if seen[category] > 1 else "")] = value
    return values


def whole(found: Found, values: Mapping[str, Any]) -> Word:
    """Make one word of a turn of phrase."""
    first, last = found.words[0], found.words[-1]
    text = " ".join(word.text for word in found.words) if len(found.words) > 1 else first.text
    return replace(first, end=last.end, text=text, values=values, rule=found.phrase.rule)

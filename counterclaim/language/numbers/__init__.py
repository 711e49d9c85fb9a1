"""How many, and how much: the numbers of a text, what they count, and what befell the counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from counterclaim.knowledge.numbers import NumberWords
from counterclaim.language.numbers.amounts import RULES
from counterclaim.language.numbers.counted import Clauses, counted
from counterclaim.language.numbers.numerals import read_numerals
from counterclaim.language.phrasing import (
    Found,
    Node,
    Word,
    by_word,
    grow,
    read_phrases,
    split_words,
    whole,
)
from counterclaim.model.quantity import Quantity
from counterclaim.model.text import Cited, Parse, Span, meets

Lexicon = dict[str, dict[str, object]]


def find_numbers(
    text: Parse, words: NumberWords, times: Iterable[Span] = ()
) -> tuple[Cited[Quantity], ...]:
    """Find the numbers of a text, as intervals, with what they count; none that tells the time.

    The first span is the number's own; a second is the words that say what befell the counted.
    """
    told = sorted(times)
    clauses = Clauses(text, words.lexicon, told)
    found = (
        read
        for part in _parts(text)
        for read in _read(text, part, words)
        if not meets(read[0], told)
    )
    cited = (counted(clauses, span, quantity, rule) for span, quantity, rule in found)
    return tuple(one for one in cited if one is not None)


def _parts(text: Parse) -> tuple[Span, ...]:
    whole_text = (Span(0, len(text.document.text)),) if text.document.text else ()
    return text.paragraphs or whole_text


def _read(text: Parse, part: Span, words: NumberWords) -> Iterator[tuple[Span, Quantity, str]]:
    """Yield the numbers of a paragraph, each with its words and the rule that read it last."""
    lexicon = _lexicon(words)
    read = read_numerals(split_words(text.document.text, lexicon, part))
    for tree in _trees(words):
        read = read_phrases(read, tree, _value)
    for before, word, after in zip([None, *read], read, [*read[1:], None], strict=False):
        if "quantity" in word.values and not (_tied(before, word) or _tied(word, after)):
            yield Span(word.begin, word.end), word.values["quantity"], word.rule


def _tied(word: Word | None, after: Word | None) -> bool:
    """Whether a hyphen, or nothing, stands between a number and a word: "F-16", "M16"."""
    if word is None or after is None:
        return False
    together = word.end == after.begin and (word.text[-1] + after.text[0]).isalnum()
    return after.glued or together


def _value(found: Found) -> Word | None:
    quantity = RULES[found.phrase.rule](found)
    if quantity is None:
        return None
    return whole(found, {"quantity": quantity, "scale": found.words[-1].values.get("scale", 1)})


@cache
def _lexicon(words: NumberWords) -> Lexicon:
    return by_word(words.lexicon)


@cache
def _trees(words: NumberWords) -> tuple[Node, ...]:
    return tuple(grow(words.phrases).values())

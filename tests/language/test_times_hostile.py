"""Times and numbers of texts that nobody would write: no error, no stall, no shifted span."""

from datetime import date
from time import process_time

import pytest

from counterclaim.knowledge.phrasing import Phrase
from counterclaim.language.numbers import find_numbers
from counterclaim.language.phrasing import (
    by_word,
    grow,
    read_phrases,
    spell_out,
    split_words,
    whole,
)
from counterclaim.language.times import find_times
from counterclaim.model.quantity import Quantity
from counterclaim.model.text import Cited, Document, Parse, Span, Token
from counterclaim.model.time import Time
from tests.language.timed import NUMBERS, TIMES

LONG = 100_000
SIZE = 20_000
SECONDS = 8.0
"""What a text may cost at most, on a busy machine."""

HOSTILE = {
    "figures": "1" * LONG,
    "figures and commas": "1,2." * (SIZE // 4),
    "figures and blanks": "1 234 567 " * (SIZE // 10),
    "dashes": "1-" * (SIZE // 2),
    "slashes": "1/2/" * (SIZE // 4),
    "initials": "a." * (SIZE // 2),
    "magnitudes": "hundred " * (SIZE // 8),
    "crores": "two crore " * (SIZE // 10),
    "numerals": "twenty and " * (LONG // 11),
    "months": "May " * (LONG // 4),
    "years ago": "a year ago " * (SIZE // 11),
    "days later": "two days later " * (LONG // 15),
    "ranges": "from May 7 to " * (SIZE // 14),
    "bounds": "at least " * (SIZE // 9),
    "brackets": "([{" * (SIZE // 3),
    "bidi": "\u202e12\u202c May \u200f2021 " * (SIZE // 14),
    "digits of other scripts": "٣٤ مايو ४५ 二千 ½ ² " * (SIZE // 20),
    "emoji": "💥2 May💥" * (SIZE // 8),
    "nulls": "\x00 May 7 \x00" * (SIZE // 10),
}


def bare(text):
    return Parse(Document(text, published=date(2024, 4, 12)), (), ())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_in_time(name):
    text, start = HOSTILE[name], process_time()
    found: list[Cited[Time] | Cited[Quantity]] = [
        *find_times(bare(text), TIMES, NUMBERS),
        *find_numbers(bare(text), NUMBERS),
    ]
    assert process_time() - start < SECONDS
    assert all(span.end <= len(text) for one in found for span in one.spans)


def test_a_sentence_of_ten_thousand_words_is_read_in_time():
    text = "killed 24 soldiers in May and " * 1700
    tokens, at = [], 0
    for place, word in enumerate(text.split()):
        span = Span(at, at + len(word))
        pos = "NUM" if word.isdigit() else "NOUN"
        tokens.append(Token(span, word, word.lower(), pos, "NN", "nummod", max(0, place - 1)))
        at += len(word) + 1
    parse = Parse(Document(text, published=date(2024, 4, 12)), tuple(tokens), (Span(0, at - 1),))
    start = process_time()
    assert len(find_times(parse, TIMES, NUMBERS)) == 1700
    assert len(find_numbers(parse, NUMBERS)) == 1700
    assert process_time() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2023",
        "99/99/9999",
        "0000-00-00",
        "9999-12-31 and a thousand years later",
        "the 99999999th century",
        "999999999999 years ago",
        "31 December 9999. The next day",
        "25:99 p.m. on 40 May",
        "between 2020 and",
        "from to until",
    ],
)
def test_a_time_outside_the_calendar_is_no_error(text):
    for time in find_times(bare(text), TIMES, NUMBERS):
        assert time.value.days is None or time.value.days[0] <= time.value.days[1]


def test_a_form_stands_for_all_its_lines():
    assert spell_out("[the] (first|last) {unit}") == [
        ("the", "first", "{unit}"),
        ("the", "last", "{unit}"),
        ("first", "{unit}"),
        ("last", "{unit}"),
    ]


def test_the_longest_form_wins_then_the_first():
    lexicon = by_word({"unit": {"day": "D"}, "name": {"day": 1}})
    forms = (
        Phrase("short", ("last",)),
        Phrase("unit", ("last {unit}",)),
        Phrase("name", ("last {name}",)),
    )
    (tree,) = grow(forms).values()
    split = split_words("the last day", lexicon, Span(0, 12))
    read = read_phrases(split, tree, lambda found: whole(found, found.values))
    assert [(word.text, word.rule) for word in read] == [("the", ""), ("last day", "unit")]


def test_a_hyphen_ties_a_word_to_the_one_before():
    text = "a two-day raid, 2014-2018"
    words = split_words(text, {}, Span(0, len(text)))
    assert [(word.text, word.glued) for word in words][1:3] == [("two", False), ("day", True)]
    assert [word.text for word in words][-3:] == ["2014", "-", "2018"]

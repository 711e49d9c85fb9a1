"""Times, numbers and sums of money among the mentions of a text."""

from datetime import date
from itertools import pairwise

import pytest

from counterclaim.knowledge import Language
from counterclaim.language import find_mentions, rule_book
from counterclaim.language.numbers import amounts
from counterclaim.language.times import rules as times
from counterclaim.model.quantity import Effect
from counterclaim.model.statement import MentionType
from counterclaim.model.text import Document

VALUES = {MentionType.TIME, MentionType.QUANTITY, MentionType.MONEY}
TEXT = (
    "Karim Daud said in Paris on Tuesday that at least 24 people had been killed since 2021. "
    "The ransom came to $3.5 million."
)


@pytest.fixture
def found(read):
    reading = read(Document(TEXT, language="en", published=date(2024, 3, 29)))
    return {one.name: one for one in reading.mentions}


def test_a_time_has_its_value_and_the_rule_that_read_it(found):
    tuesday = found["Tuesday"]
    assert (tuesday.type, tuesday.time.value.value) == (MentionType.TIME, "2024-03-26")
    assert tuesday.rule == tuesday.time.rule == "weekday"
    assert tuesday.quantity is None


def test_a_number_has_its_interval_and_what_befell_the_counted(found):
    number = found["at least 24"]
    assert number.type is MentionType.QUANTITY
    assert (number.quantity.value.low, number.quantity.value.high) == (24, None)
    assert (number.quantity.value.unit, number.quantity.value.effect) == ("people", Effect.KILLED)


def test_a_sum_of_money_is_no_mere_number(found):
    ransom = found["$3.5 million"]
    assert (ransom.type, ransom.quantity.value.unit) == (MentionType.MONEY, "USD")


def test_a_year_is_no_number(found):
    assert found["2021"].type is MentionType.TIME
    assert not any(one.quantity for one in found.values() if "2021" in one.name)


def test_what_is_neither_time_nor_number_has_no_value(found):
    names = [one for one in found.values() if one.type not in VALUES]
    assert {"Karim Daud", "Paris"} <= {one.name for one in names}
    assert not any(one.time or one.quantity for one in names)


def test_a_relative_day_stays_open_without_a_publication(read):
    [day] = [one for one in read("He left on Tuesday.").mentions if one.time]
    assert (day.time.value.value, day.time.value.days) == ("XXXX-WXX-2", None)


def test_a_time_within_a_name_is_part_of_the_name(read):
    mentions = read("Prime Minister Karim May spoke to the press.").mentions
    assert [one.name for one in mentions if one.type in VALUES] == []
    assert "Karim May" in {one.name for one in mentions}


def test_values_stand_in_the_order_of_the_text_and_apart(read):
    spans = [one.span for one in read(TEXT).mentions if one.type in VALUES]
    assert len(spans) >= 4
    assert all(one.end <= other.begin for one, other in pairwise(spans))


def test_a_language_without_words_for_them_has_no_values(parsed, english):
    bare = Language("en", english.parser, english.attribution, english.layout)
    assert not any(one.time or one.quantity for one in find_mentions(parsed(TEXT), bare))


def test_every_rule_is_explained_under_a_name_of_its_own():
    book = rule_book()
    assert times.RULES.keys().isdisjoint(amounts.RULES)
    assert all(book[name].endswith(".") for name in (*times.RULES, *amounts.RULES))


def test_every_rule_that_the_words_name_is_there(english):
    assert {phrase.rule for phrase in english.times.phrases} == times.RULES.keys() | times.WORDS
    assert {phrase.rule for phrase in english.numbers.phrases} == amounts.RULES.keys()

"""On which day it was said: what the text itself dates."""

from datetime import date

import pytest

from counterclaim.model.statement import Kind
from counterclaim.model.text import Document

PUBLISHED = date(2024, 3, 29)  # a Friday


def march(day: int) -> date:
    return date(2024, 3, day)


DATED = [
    ("The mayor said on 27 March 2024 that the road was shut.", march(27)),
    ("The mayor said on March 27, 2024, that the road was shut.", march(27)),
    ("The mayor said on 27 March that the road was shut.", march(27)),
    ("The mayor said on March 3rd that the road was shut.", march(3)),
    ("The mayor said on Tuesday, 5 March 2024, that the road was shut.", march(5)),
    ("The road was shut, the mayor said on Wednesday.", march(27)),
    ("The mayor said on Friday that the road was shut.", PUBLISHED),
    ("The mayor said on Saturday that the road was shut.", march(23)),
    ("The mayor said late on Tuesday that the road was shut.", march(26)),
    ("The mayor told reporters on Tuesday night that the road was shut.", march(26)),
    ("On Tuesday, the mayor said the road was shut.", march(26)),
    ("The mayor said last Wednesday that the road was shut.", march(27)),
    ("The mayor said yesterday that the road was shut.", march(28)),
    ("The mayor said two days ago that the road was shut.", march(27)),
    ("The mayor said in a statement on Tuesday that the road was shut.", march(26)),
    ("The road was shut, the mayor said in a statement dated 3 March.", march(3)),
    ("According to a report published on Tuesday, the road was shut.", march(26)),
]


def said_on(text, by_rules, published=PUBLISHED):
    """The days of the last statement with a cue, and their words."""
    document = Document(text, published=published, language="en")
    found = [one for one in by_rules(document).statements if one.kind is not Kind.NARRATION]
    assert found
    day = found[-1].said_on
    return (day.value, document.quote(day.spans[0])) if day else None


@pytest.mark.parametrize(("text", "day"), DATED)
def test_a_day_beside_the_cue_dates_what_is_said(text, day, by_rules):
    days, words = said_on(text, by_rules)
    assert days == (day, day)
    assert words in text


SPANS = [
    ("The mayor said last week that the road was shut.", (march(18), march(24)), "last week"),
    ("The mayor said this month that the road was shut.", (march(1), PUBLISHED), "this month"),
    (
        "The mayor said in February that the road was shut.",
        (date(2024, 2, 1), date(2024, 2, 29)),
        "February",
    ),
    (
        "The mayor said in May that the road was shut.",
        (date(2023, 5, 1), date(2023, 5, 31)),
        "May",
    ),
]


@pytest.mark.parametrize(("text", "days", "words"), SPANS)
def test_a_week_or_a_month_is_all_its_days_so_far(text, days, words, by_rules):
    assert said_on(text, by_rules) == (days, words)


AWAY = [
    ("The bridge fell on Tuesday. A day earlier, the army said it was safe.", march(25)),
    ("The bridge fell on 12 March. The army said two days later that it was safe.", march(14)),
]


@pytest.mark.parametrize(("text", "day"), AWAY)
def test_a_day_earlier_counts_from_the_day_named_before_it(text, day, by_rules):
    days, _ = said_on(text, by_rules)
    assert days == (day, day)


def test_what_is_added_was_said_on_the_same_day(by_rules):
    text = "“The town fell,” the general told Reuters on Monday, adding that the bridge was safe."
    days, _ = said_on(text, by_rules)
    assert days == (march(25), march(25))


UNDATED = [
    "The mayor said the road was shut.",
    "The mayor said on 31 February 2024 that the road was shut.",
    "The mayor said in 2030 that the road was shut.",
    "The mayor said on Monday and Tuesday that the road was shut.",
    "The mayor said in Kabul that the road was shut.",
    "The bridge fell. A day earlier, the army said it was safe.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_a_day_that_the_text_leaves_open_stays_open(text, by_rules):
    assert said_on(text, by_rules) is None


CONTENTS = [
    "The mayor said the road was shut on Wednesday.",
    "The road was shut on Wednesday, the mayor said.",
    "The army announced an air strike on the camp on Tuesday.",
    "The army will say on Monday that the town fell.",
]


@pytest.mark.parametrize("text", CONTENTS)
def test_the_day_of_what_happened_is_not_the_day_of_saying_it(text, by_rules):
    assert said_on(text, by_rules) is None


@pytest.mark.parametrize("published", [None, date.min])
@pytest.mark.parametrize("when", ["on Sunday", "yesterday", "last week", "on 3 March", "in May"])
def test_days_without_a_date_need_a_day_of_publication(when, published, by_rules):
    text = f"The mayor said {when} that the road was shut."
    assert said_on(text, by_rules, published) is None

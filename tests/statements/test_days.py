"""On which day it was said: what the text itself dates."""

from datetime import date

import pytest

from counterclaim.model.statement import Kind
from counterclaim.model.text import Document

PUBLISHED = date(2024, 3, 29)  # a Friday

DATED = [
    ("The mayor said on 27 March 2024 that the road was shut.", date(2024, 3, 27)),
    ("The mayor said on March 27, 2024, that the road was shut.", date(2024, 3, 27)),
    ("The road was shut, the mayor said on Wednesday.", date(2024, 3, 27)),
    ("The mayor said on Friday that the road was shut.", PUBLISHED),
    ("The mayor said on Saturday that the road was shut.", date(2024, 3, 23)),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_a_day_beside_the_cue_dates_what_is_said(text, day, read):
    document = Document(text, published=PUBLISHED, language="en")
    [found] = [one for one in read(document).statements if one.kind is not Kind.NARRATION]
    assert found.said_on is not None
    assert found.said_on.value == (day, day)
    assert document.quote(found.said_on.spans[0]) in text


UNDATED = [
    "The mayor said the road was shut.",
    "The mayor said the road was shut on Wednesday.",
    "The mayor said on 27 March that the road was shut.",
    "The mayor said on 31 February 2024 that the road was shut.",
    "The mayor said last Wednesday that the road was shut.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_any_other_day_leaves_it_open(text, read):
    document = Document(text, published=PUBLISHED, language="en")
    assert all(one.said_on is None for one in read(document).statements)


@pytest.mark.parametrize("published", [None, date.min])
def test_a_weekday_needs_a_day_of_publication(published, read):
    document = Document(
        "The mayor said on Sunday that the road was shut.", published=published, language="en"
    )
    assert all(one.said_on is None for one in read(document).statements)

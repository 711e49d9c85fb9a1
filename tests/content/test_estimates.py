"""Estimates: what a number measures, and of whom; what belongs to an event is none."""

from datetime import date
from functools import cache

import pytest

from counterclaim.knowledge import load_knowledge
from counterclaim.model.record import Reading
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document

PUBLISHED = date(2025, 3, 28)


@cache
def reading(text: str) -> Reading:
    return read_document(Document(text, language="en", published=PUBLISHED), load_knowledge())


def measured(text: str) -> list[tuple[object, ...]]:
    """Say measure, subject and ends of each estimate of a text."""
    found = reading(text).estimates
    return [(e.measure, e.subject, e.count.value.low, e.count.value.high) for e in found]


MEASURED = [
    ("The group has 4,000 to 6,000 members.", ("members", "group", 4000, 6000)),
    (
        "The Red Column has grown. The number of its members is estimated to be 5,000.",
        ("members", "Red Column", 5000, 5000),
    ),
    ("The total number of Hamas fighters was put at 900.", ("fighters", "Hamas", 900, 900)),
    ("The number of soldiers of Osteria rose to 8,000.", ("soldiers", "Osteria", 8000, 8000)),
    ("Washington keeps some 900 soldiers in Syria.", ("soldiers", "Washington", 900, 900)),
    ("There are up to 300 Hamas fighters in the camp.", ("fighters", "Hamas", None, 300)),
    ("Half of the militia's recruits are children.", ("share_of_members", "militia", 0.5, 0.5)),
    ("Hamas controls 60 % of the territory.", ("share_of_territory", "Hamas", 60, 60)),
    ("The gang earned $50 million last year.", ("income", "gang", 50_000_000, 50_000_000)),
    ("The war has displaced 9 million people in Sudan.", ("displaced", "Sudan", 9e6, 9e6)),
    ("The war in Yemen has killed 377,000 people.", ("killed", "Yemen", 377_000, 377_000)),
    ("Russia has lost more than 3,000 tanks.", ("vehicles_lost", "Russia", 3000, None)),
    ("Boko Haram carried out 200 attacks in 2023.", ("attacks", "Boko Haram", 200, 200)),
    ("Some 8,000 prisoners are held in Eritrea.", ("detained", "Eritrea", 8000, 8000)),
]


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_a_number_measures_somebody(text, expected):
    assert measured(text) == [expected]


OF_AN_EVENT = [
    "The blast killed 24 people on Tuesday.",
    "Three gunmen attacked a bus near Kano on Monday.",
    "Police arrested 30 men after the raid.",
    "The bomber carried five kilograms of explosives.",
    "A court fined the newspaper 500 dollars.",
    "Hamas does not have 40,000 fighters.",
    "Hamas said that there were 200 soldiers.",
    "The number of Hamas fighters fell by 300.",
    "The number of Hamas fighters will be 900.",
    "The mission is to have 2,500 police officers.",
    "",
]


@pytest.mark.parametrize("text", OF_AN_EVENT)
def test_what_belongs_to_an_event_or_is_not_so_is_no_estimate(text):
    assert measured(text) == []


def test_an_estimate_has_its_day_and_who_made_it():
    text = "The UN said that Hamas had 40,000 fighters in October 2023."
    (found,) = reading(text).estimates
    assert found.as_of is not None
    assert found.as_of.value == (date(2023, 10, 1), date(2023, 10, 31))
    (held,) = [one for one in reading(text).statements if one.id == found.statement]
    assert held.source.name == "UN"


def test_an_estimate_without_a_day_has_none():
    (found,) = reading("Hamas has 40,000 fighters.").estimates
    assert found.as_of is None

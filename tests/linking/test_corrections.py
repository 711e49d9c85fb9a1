"""What a person corrected is what is linked, and nothing else is."""

from datetime import UTC, datetime

import pytest

from counterclaim.linking.corrections import corrected
from counterclaim.model.record import Reading, Review, Verdict
from counterclaim.model.statement import Act, Polarity
from counterclaim.model.text import Span
from counterclaim.views.texts import is_spoken

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def reading(read) -> Reading:
    found: Reading = read("The army said on Monday that the bridge was closed. Nobody was hurt.")
    return found


def first(reading: Reading):
    return next(each for each in reading.statements if is_spoken(each))


def after(reading: Reading, field: str, value: str, verdict: Verdict = Verdict.CORRECT):
    review = Review(first(reading).id, verdict, "Ana", NOON, field, value)
    return first(corrected([reading], [review])[0])


def test_a_field_takes_the_reviewers_value_and_names_the_rule(reading):
    told = after(reading, "polarity", "-")
    assert (told.polarity.value, told.polarity.rule) == (Polarity.FALSE, "decided_by_reviewer")
    assert told.polarity.spans == first(reading).polarity.spans


@pytest.mark.parametrize(
    ("field", "value", "read_back"),
    [
        ("act", "warn", lambda told: told.act.value is Act.WARN),
        ("certainty", "possible", lambda told: told.certainty.value.value == "possible"),
        ("source", "The navy", lambda told: told.source.name == "The navy"),
        ("content", "29-50", lambda told: told.content == (Span(29, 50),)),
    ],
)
def test_every_field_can_be_corrected(reading, field, value, read_back):
    assert read_back(after(reading, field, value))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("polarity", "maybe"),
        ("rule", "mine"),
        ("content", "12"),
        ("content", "9-3"),
        ("content", "0-9999"),
        ("source", "  "),
    ],
)
def test_what_makes_no_sense_changes_nothing(reading, field, value):
    assert after(reading, field, value) == first(reading)


def test_only_corrections_correct(reading):
    assert after(reading, "polarity", "-", Verdict.CONFIRM) == first(reading)

"""How a statement's fields read: its days, how likely it is called, what it points to."""

from dataclasses import replace
from datetime import date

import pytest

from counterclaim.model.statement import SourceType
from counterclaim.model.text import Cited, Span
from counterclaim.views.entries import enter
from counterclaim.views.explanations import explain
from counterclaim.views.statements import days, exhibits, likelihood, speaker
from tests.views.built import ARMY, LEDGER, spoken

MONDAY, SUNDAY = date(2024, 3, 18), date(2024, 3, 24)
BLAST = Span(0, 7)
POINTED = (
    Cited("video", (BLAST,), "pointed_to"),
    Cited("data", (Span(2, 7), Span(12, 17)), "based_on"),
)


def test_a_single_day_is_told_once():
    said = replace(spoken(ARMY), said_on=Cited((MONDAY, MONDAY), (BLAST,), "weekday"))
    assert days(said) == "2024-03-18"


def test_several_days_are_told_from_first_to_last():
    said = replace(spoken(ARMY), said_on=Cited((MONDAY, SUNDAY), (BLAST,), "last_or_this"))
    assert days(said) == "2024-03-18 to 2024-03-24"


@pytest.mark.parametrize(
    ("type", "rule", "outlet", "shown"),
    [
        (SourceType.UNSPECIFIED, "no_one_named", "Hill Courier", "(nobody named)"),
        (SourceType.UNSPECIFIED, "doubtful", "Hill Courier", "(source left open)"),
        (SourceType.OUTLET, "outlet", "", "the report itself"),
        (SourceType.NAMED, "named", "", "The army"),
    ],
)
def test_who_is_not_on_record_is_told_apart(type, rule, outlet, shown):
    said = spoken(ARMY)
    document = replace(ARMY.document, outlet=outlet)
    assert (
        speaker(replace(said, source=replace(said.source, type=type, rule=rule)), document) == shown
    )


def test_a_likelihood_is_told_in_hundredths():
    said = replace(spoken(ARMY), likelihood=Cited((0.55, 0.8), (BLAST,), "by_likelihood"))
    assert likelihood(said) == "55% to 80%"


def test_evidence_is_told_with_its_words():
    said = replace(spoken(ARMY), evidence=POINTED)
    assert exhibits(said, ARMY.document) == ("video “A blast”", "data “blast … a bus”")


def test_what_is_not_known_is_not_told():
    said = spoken(ARMY)
    assert (days(said), likelihood(said), exhibits(said, ARMY.document)) == ("", "", ())


def test_evidence_is_explained_by_its_rule():
    said = replace(spoken(ARMY), evidence=POINTED)
    entries = enter(replace(LEDGER, readings=(replace(ARMY, statements=(said,)),)))
    found = explain("statement", said.id, entries, {"pointed_to": "Take what a source cites."})
    reasons = [each for each in found.reasons if each.field == "evidence"]
    assert [(each.value, each.rule) for each in reasons] == [
        ("video", "pointed_to"),
        ("data", "based_on"),
    ]
    assert reasons[0].says == "Take what a source cites."
    assert reasons[0].words == ("A blast",)

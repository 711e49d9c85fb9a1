"""What `explain` can say: every rule that speaks or loses is in the book."""

import pytest

from counterclaim.statements import rule_book

OPEN = {
    "another_may_be_meant": "Kabul and Delhi said the road was shut. It said the bridge was mined.",
    "only_mentioned": "A convoy left with Omar Sayed on Monday. He said the road was shut.",
    "nobody_known": "He said the road was shut. He added that the bridge had fallen.",
    "named_with_another": "Omar Sayed and residents said the road was shut. He said it was mined.",
    "may_be_a_person": "A caller said the road was shut. It said the bridge was mined.",
    "accused_may_be_meant": "The Sarrin Front accused the army. It denied that it had fired.",
}
"""For each reason why a pronoun stays open, a text in which it does."""


@pytest.mark.parametrize("reason", OPEN)
def test_why_a_pronoun_stays_open_can_be_said(by_rules, reason):
    source = by_rules(OPEN[reason]).statements[-1].source
    assert (source.name, source.rule) == ("unknown", "doubtful")
    assert reason in {rival.rule for rival in source.rivals}
    assert rule_book()[reason]


def test_the_learned_reader_is_in_the_book(read):
    reading = read("The army said on Monday that the front had, in all likelihood, shelled it.")
    told = [
        field
        for one in reading.statements
        for field in (one.source, one.act, one.polarity, one.certainty)
    ]
    rules = {one.rule for one in told} | {lost.rule for one in told for lost in one.rivals}
    assert "learned" in rules
    assert rules <= rule_book().keys()

"""Cores, histories, questions and ratings arranged for reading."""

from dataclasses import replace

import pytest

from counterclaim.model.claim import Corroboration
from counterclaim.model.derived import Interest, Move
from counterclaim.model.statement import Polarity
from counterclaim.views.entries import enter
from counterclaim.views.inquiries import (
    admiralty,
    core_card,
    history_cards,
    inquiry_card,
    stake_card,
)
from counterclaim.views.origins import told_sources
from tests.views.built import ATTACK, LEDGER, MINISTRY, PLAN, QUESTION, spoken

ENTRIES = enter(LEDGER)


def test_a_core_has_its_place_by_name_and_its_sources_in_words():
    found = {each.field: each for each in core_card(ATTACK, ENTRIES).agreed}
    assert found["type"].value == "bombing"
    assert found["killed"].sources == "1 document, 1 telling, 1 origin"
    assert found["killed"].single
    [(holder, added)] = core_card(ATTACK, ENTRIES).added
    assert (holder, added[0].value) == ("The army", "Osteria, accused")


def test_a_history_has_the_statement_of_each_move():
    steps = history_cards(PLAN, ENTRIES)
    assert [step.move for step in steps] == [Move.SAID, Move.PRINTED, Move.DENIED]
    assert steps[-1].statement.id == spoken(MINISTRY).id


def test_an_inquiry_asks_of_each_side():
    found = inquiry_card(QUESTION, ENTRIES)
    assert {each.claim for each in found.questions} == {PLAN.id}
    assert found.weighing.rows == ()


def test_a_stake_says_why():
    found = stake_card(spoken(MINISTRY).id, ENTRIES)
    assert found.interest is Interest.UNKNOWN
    assert found.why == "Nothing on record tells what is at stake for the holder."


@pytest.mark.parametrize(
    ("signs", "origins", "rating"),
    [
        ((Polarity.TRUE, Polarity.FALSE), 4, "F4: contested"),
        ((Polarity.FALSE,), 1, "F6: nobody on record affirms it"),
        ((Polarity.TRUE,), 1, "F3: one origin, nobody denies it"),
        ((Polarity.TRUE,), 2, "F2: up to 2 origins, nobody denies it"),
        ((Polarity.TRUE,), 5, "F1: up to 5 origins, nobody denies it"),
    ],
)
def test_the_admiralty_code_judges_no_source(signs, origins: int, rating: str):
    stances = tuple(
        replace(stance, polarity=sign) for stance, sign in zip(PLAN.stances, signs, strict=False)
    )
    claim = replace(PLAN, stances=stances)
    counted = (Corroboration(PLAN.id, 5, 5, origins),)
    assert admiralty(claim, enter(replace(LEDGER, corroboration=counted))) == rating


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((12, 5, 2), "12 documents, 5 tellings, up to 2 origins"),
        ((1, 1, 1), "1 document, 1 telling, 1 origin"),
        ((3, 2, None), "3 documents, 2 tellings"),
        ((None, None, None), ""),
    ],
)
def test_sources_are_counted_in_words(counts, words: str):
    assert told_sources(*counts) == words

"""The measures of chains, on cases that can be counted by hand."""

import pytest

from evaluation.coreference import b_cubed, ceaf, chains_of, conll, muc


def chains(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


def test_what_is_all_right_is_a_hundred():
    wanted = chains("abc", "de")
    assert set(conll([(wanted, wanted)]).values()) == {100.0}


def test_each_measure_counts_what_it_says():
    wanted, found = chains("abc", "de"), chains("ab", "c", "de")
    assert muc(wanted, found).f1 == pytest.approx(80.0)
    assert b_cubed(wanted, found).recalled == pytest.approx(4 / 3 + 1 / 3 + 2)
    assert ceaf(wanted, found).precise == pytest.approx(0.8 + 1)


def test_all_in_one_and_all_alone_are_no_answers():
    wanted = chains("ab", "cd")
    assert conll([(wanted, chains("abcd"))])["CoNLL F1"] < 70
    assert conll([(wanted, chains("a", "b", "c", "d"))])["MUC F1"] == 0.0


def test_chains_of_one_mention_are_not_asked_for():
    assert conll([(chains("ab", "c"), chains("ab"))])["CoNLL F1"] == 100.0


def test_nothing_found_is_nothing():
    assert conll([(chains("ab"), [])])["CoNLL F1"] == 0.0


def test_mentions_of_one_owner_are_one_chain():
    assert set(chains_of({"a": 1, "b": 2, "c": 1})) == {frozenset("ac"), frozenset("b")}

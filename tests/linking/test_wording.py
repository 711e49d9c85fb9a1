"""Words in a plain form, and how alike clauses are by their rare words."""

import pytest

from counterclaim.knowledge.denials import load_denials
from counterclaim.linking.wording import Wording, rarity_of
from counterclaim.model.text import DocumentId

ENGLISH = Wording.of(load_denials()["en"].words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("denied", "denies"),
        ("raising", "raise"),
        ("hitting", "hit"),
        ("bombing", "strike"),
        ("shelled", "attack"),
        ("killings", "death"),
        ("the army's", "soldiers"),
    ],
)
def test_forms_of_a_word_and_words_of_one_meaning_are_one(one, other):
    assert ENGLISH.plain(one.split()) == ENGLISH.plain(other.split())


def test_little_words_tell_nothing():
    assert ENGLISH.plain(["it", "was", "not", "the", "one"]) == frozenset()


@pytest.mark.parametrize("said", ["the charge", "any involvement", "it", "such reports as absurd"])
def test_a_denial_that_says_no_more_is_hollow(said):
    assert ENGLISH.hollow(said.split())


def test_a_denial_that_names_a_deed_is_not():
    assert not ENGLISH.hollow(["having", "shelled", "the", "mill"])


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("the charge as a bad joke", "the charge"),
        ("the army's reports pure theatre", "the army's reports"),
        ("its account had been robbed", "its account had been robbed"),
        ("the claim that it fell", "the claim that it fell"),
        ("having shelled the mill", "having shelled the mill"),
    ],
)
def test_what_is_thought_of_something_said_tells_nothing_of_it(said, left):
    assert " ".join(ENGLISH.without_verdict(said.split())) == left


def test_a_contraction_negates():
    assert ENGLISH.negated(["didn't"])
    assert not ENGLISH.negated(["did"])


def test_rare_words_make_clauses_alike():
    clauses = {
        "a": frozenset({"mill", "attack"}),
        "b": frozenset({"harbour", "attack"}),
        "c": frozenset({"mill", "attack", "night"}),
    }
    rarity = rarity_of((DocumentId(id), words) for id, words in clauses.items())
    assert rarity.alike(clauses["a"], clauses["c"]) > rarity.alike(clauses["a"], clauses["b"])
    assert rarity.within(clauses["a"], clauses["c"]) == 1.0
    assert rarity.alike(clauses["a"], frozenset()) == 0.0

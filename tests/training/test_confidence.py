"""What makes a finding right, and the scales that are fitted to such counts."""

from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.confidence import Confidence
from counterclaim.knowledge.files import read_toml
from training.confidence import (
    WANTED,
    Case,
    bound,
    cases,
    chance_of,
    fit,
    known_as,
    measure,
    names_of,
    same_party,
    source_chance,
    write,
)
from training.written import Marked, read_written

REPORT = """== one | 2024-03-01 | Post
[S1 The army] [C1 denied] that [N1 it had shelled the camp].
[S2 The mayor] [C2 said] [N2 the road was shut].
--
1 act=deny polarity=- source="army of Olmar"
2 source=council
"""
ASIS = Confidence(words={"source": 1.0})
"""A scale by which the chance of a source hangs on one sign alone."""


def case(sign=0.0, *, rule="named", met=True, words=True, name: bool | None = True):
    right = bool(words and name)
    return Case({"source": sign}, rule, right=right, met=met, words=words, name=name)


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    path = tmp_path_factory.mktemp("reports") / "reports.txt"
    path.write_text(REPORT, encoding="utf-8")
    [report] = read_written([path])
    return report


def test_each_finding_is_held_against_what_was_marked(marked, english):
    army, mayor = cases(marked, english)
    assert (army.right, army.met, army.words, army.name) == (True, True, True, True)
    assert (mayor.met, mayor.words) == (True, True)


def test_a_finding_of_other_words_is_wrong(marked, english):
    first, second = marked.labels
    swapped = (
        replace(first, source=second.source),
        replace(second, content=first.content),
    )
    army, mayor = cases(replace(marked, labels=swapped), english)
    assert (army.met, army.words, army.right) == (True, False, False)
    assert (mayor.met, mayor.right) == (False, False)


def test_nothing_marked_makes_every_finding_wrong(marked, english):
    found = list(cases(replace(marked, labels=()), english))
    assert [(one.met, one.right, one.name) for one in found] == [(False, False, None)] * 2


def test_what_has_no_cue_is_not_counted(english):
    text = "“We held the bridge,” the mayor said. “They fled.”"
    assert len(list(cases(Marked("run-on", text, ()), english))) == 1


def test_a_source_is_known_by_all_that_a_text_calls_it(marked):
    first, second = marked.labels
    one_party = replace(marked, labels=(first, replace(second, name=first.name)))
    assert known_as(one_party, first) == {"army of Olmar", "The army", "The mayor"}
    assert known_as(marked, first) == {"army of Olmar", "The army"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the army", "Army", True),
        ("General Omar Sayed", "Sayed", True),
        ("ministry of defence", "defence ministry", True),
        ("Omar Sayed", "Nuri Sayed", False),
        ("army", "police", False),
        ("the", "the president", False),
        ("", "", False),
    ],
)
def test_two_names_are_one_partys_if_all_words_of_one_are_in_the_other(one, other, same):
    assert same_party(one, other) is same
    assert same_party(other, one) is same


def test_a_fitted_scale_gives_the_share_of_right_answers():
    rows = [{"always": 1.0, "both": float(n % 2)} for n in range(400)]
    right = [n % 8 != 0 if n % 2 == 0 else n % 20 != 1 for n in range(400)]
    weights = fit(rows, right)
    assert chance_of(weights, {"always": 1.0, "both": 0.0}) == pytest.approx(0.75, abs=0.02)
    assert chance_of(weights, {"always": 1.0, "both": 1.0}) == pytest.approx(0.9, abs=0.02)


def test_what_always_holds_does_not_make_a_scale_run_away():
    weights = fit([{"always": 1.0}] * 20, [True] * 20)
    assert 0.8 < chance_of(weights, {"always": 1.0}) < 1


def test_a_sign_that_tells_nothing_weighs_nothing():
    rows = [{"always": 1.0, "cue": 0.0}] * 10
    assert fit(rows, [True, False] * 5) == {"always": 0.0, "cue": 0.0}


def test_rules_are_counted_where_the_words_are_right():
    found = [case()] * 3 + [case(name=False), case(met=False, name=False)]
    found += [case(words=False, name=False), case(name=None)]
    assert names_of(found) == {"named": pytest.approx(4 / 5.5, abs=0.001)}
    assert names_of([case(rule="pronoun", name=False)])["pronoun"] < 0.5


def test_no_rule_is_counted_as_always_right():
    assert names_of([case()] * 50)["named"] < 1


def test_the_bound_keeps_as_many_sources_as_are_right_often_enough():
    found = [case(2.0)] * 8 + [case(0.0, name=False)] * 2 + [case(-2.0, name=False)] * 5
    assert bound(ASIS, found, 0.8) == pytest.approx(0.5)
    assert bound(ASIS, found, 0.95) == pytest.approx(0.881, abs=0.001)


def test_what_stands_nowhere_or_has_no_name_sets_no_bound():
    others = [case(3.0, met=False, name=False), case(3.0, name=None)]
    assert bound(ASIS, [*others, case(1.0)], 0.95) == pytest.approx(0.731, abs=0.001)


def test_where_no_source_is_right_all_are_left_open():
    assert bound(ASIS, [case(3.0, name=False)], 0.95) == 1
    assert bound(ASIS, [], 0.95) == 1


def test_of_the_sources_that_stay_named_as_many_are_right_as_is_wanted():
    wrong = [case(-2.0 - n / 10, words=False, name=False) for n in range(10)]
    found = [case(2.0)] * 40 + wrong
    known = measure(found, [], found)
    assert set(known.statement) == set(known.words) == {"source"}
    kept = [one.right for one in found if source_chance(known, one) >= known.open]
    assert sum(kept) == 40
    assert sum(kept) / len(kept) >= WANTED


def test_what_was_measured_is_read_back(tmp_path: Path):
    known = Confidence({"always": -1.5}, {"cue": 0.25}, {"named": 0.999}, 0.617)
    path = tmp_path / "confidence.toml"
    write(known, path)
    assert read_toml(path, Confidence, KnowledgeError) == known

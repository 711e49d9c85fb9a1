"""Our own sentences: how their marks are read, and when a fact is one of those marked."""

import pytest

from evaluation.labelled import HERE
from evaluation.sentences import ENDS, Fact, facts, read, same

FILES = sorted((HERE / "marked").glob("*.txt"))


def test_marks_name_the_ends_of_a_fact():
    line = "[s:leader_of N. N.] leads [o:leader_of the Front]."
    assert read(line)[0] == "N. N. leads the Front."
    assert facts("1", line, ENDS["relations"]) == [Fact("1", "leader_of", (0, 5), (12, 21))]


def test_ends_that_are_marked_alike_are_all_paired():
    line = "[s:fights A] fights [o:fights B] and [o:fights C]."
    assert len(facts("1", line, ENDS["relations"])) == 2


def test_a_fact_is_another_where_name_or_place_differ():
    one = Fact("1", "fights", (0, 5), (10, 15))
    assert same(one, Fact("1", "fights", (3, 8), (9, 11)))
    assert not same(one, Fact("1", "trains", (0, 5), (10, 15)))
    assert not same(one, Fact("1", "fights", (10, 15), (0, 5)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_has_two_halves_and_every_mark_its_other_end(path):
    halves = path.read_text(encoding="utf-8").split("\n## ")
    assert [half.split("\n")[0] for half in halves[1:]] == ["build", "held"]
    for line in [line for half in halves[1:] for line in half.split("\n")[1:] if line]:
        marks = {name for _, name, _ in read(line)[1]}
        assert {fact.name for fact in facts("", line, ENDS[path.stem])} == marks, line

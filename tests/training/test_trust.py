"""What is counted on marked reports, and the file it is written to."""

from pathlib import Path

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.files import read_toml
from counterclaim.knowledge.trust import Measured, Trust
from counterclaim.model.statement import Act
from counterclaim.statements.judgement import ACT, POLARITY
from training.trust import is_right, measure, read, reliability, to_toml
from training.written import Label, read_written

REPORTS = """== one | 2024-03-01 | Post
[S1 The army] [C1 denied] that [N1 the bridge had fallen].
[S2 The mayor] [C2 said] [N2 the road was shut].
--
1 act=deny polarity=- source=army
2 source=mayor
== two | 2024-03-01 | Post
[S1 The army] [C1 said] [N1 two bridges were closed].
[S2 The council] [C2 demanded] [N2 an inquiry].
--
1 source=army
2 act=demand source=council
"""


@pytest.fixture(scope="module")
def judged(english, tmp_path_factory):
    path = tmp_path_factory.mktemp("reports") / "reports.txt"
    path.write_text(REPORTS, encoding="utf-8")
    return [one for marked in read_written([path]) for one in read(marked, english)]


def test_each_marked_statement_is_met_once(judged):
    assert [label.name for _, label in judged] == ["army", "mayor", "army", "council"]


def test_a_rule_is_trusted_as_often_as_it_was_right(judged):
    trust = measure(judged, judged)
    assert trust.act.rules["plain_assertion"] == pytest.approx(5 / 6, abs=0.01)
    assert trust.act.rules["deed_by_its_cue"] == pytest.approx(5 / 6, abs=0.01)
    assert trust.polarity.common == {"-": 0.25, "+": 0.75}
    wrong = [(said, Label(act="warn")) for said, _ in judged]
    assert measure(wrong, judged).act.rules["plain_assertion"] == pytest.approx(1 / 6, abs=0.01)


def test_marks_do_not_tell_a_finer_act_from_its_coarser_one():
    assert is_right(Act.DECLINE, Label(act="other"), ACT)
    assert not is_right(Act.DENY, Label(act="other"), ACT)
    assert not is_right("-", Label(polarity="+"), POLARITY)


def test_what_was_measured_is_read_back(judged, tmp_path: Path):
    trust = measure(judged, judged)
    path = tmp_path / "trust.toml"
    path.write_text(to_toml(trust), encoding="utf-8")
    assert read_toml(path, Trust, KnowledgeError) == trust


def test_reliability_tells_of_each_question(judged):
    lines = list(reliability(judged, measure(judged, judged)))
    assert [line.split(":")[0] for line in lines if not line.startswith(" ")] == [
        "act",
        "polarity",
        "certainty",
    ]


def test_a_wrong_file_is_refused(tmp_path: Path):
    path = tmp_path / "trust.toml"
    path.write_text("[act]\nrules = {asks = 'often'}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"trust\.toml"):
        read_toml(path, Trust, KnowledgeError)


def test_nothing_measured_is_no_trust():
    assert Trust().of("act") == Measured()

"""The measured confidence that is shipped, and files of it that are wrong."""

from pathlib import Path

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.confidence import Confidence
from counterclaim.knowledge.files import read_toml
from counterclaim.statements import rule_book

SIGNS = {"always", "both", "rules", "cue", "source", "content"}


def test_what_is_shipped_weighs_every_sign(english):
    known = english.confidence
    assert set(known.statement) == set(known.words) == SIGNS


def test_what_is_shipped_leaves_some_sources_open(english):
    assert 0 < english.confidence.open < 1


def test_only_rules_that_there_are_were_counted(english):
    names = english.confidence.names
    assert set(names) <= rule_book().keys()
    assert {"named", "described", "pronoun"} <= set(names)
    assert all(0 < share <= 1 for share in names.values())


def test_names_are_trusted_above_pronouns(english):
    assert english.confidence.names["named"] > english.confidence.names["pronoun"]


def test_nothing_measured_opens_nothing():
    assert Confidence() == Confidence({}, {}, {}, 0.0)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("opens = 0.5\n", "opens"),
        ('open = "often"\n', "open"),
        ("[names]\nnamed = 'mostly'\n", "named|names"),
        ("open = \n", "confidence"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: str, complaint: str):
    path = tmp_path / "confidence.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        read_toml(path, Confidence, KnowledgeError)

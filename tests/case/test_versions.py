import re
from dataclasses import replace
from importlib.metadata import requires

import pytest

from counterclaim.case import versions
from counterclaim.case.versions import documents_version, linking_version, reader_version
from counterclaim.knowledge import load_knowledge


def test_versions_are_the_same_until_something_changes():
    knowledge = load_knowledge()
    assert reader_version(knowledge) == reader_version(replace(knowledge))
    changed = replace(knowledge, digest="other")
    assert reader_version(changed) != reader_version(knowledge)
    assert documents_version(changed) != documents_version(knowledge)
    assert len({reader_version(knowledge), documents_version(knowledge), linking_version()}) == 3


@pytest.mark.parametrize(
    "name",
    ["statements/a.py", "content/a.py", "data/models/attribution.json", "data/models/pieces.json"],
)
def test_another_byte_of_code_weights_or_vocabulary_is_another_reader(tmp_path, monkeypatch, name):
    monkeypatch.setattr(versions, "PACKAGE", tmp_path)
    for folder in ("language", "statements", "content", "model", "knowledge", "data/models"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data" / "actors").mkdir()
    (tmp_path / "pipeline.py").touch()
    seen = set()
    for content in ("1", "2"):
        (tmp_path / name).write_text(content)
        versions._version.cache_clear()
        seen.add(reader_version(load_knowledge()))
    versions._version.cache_clear()
    assert len(seen) == 2


def test_only_libraries_that_the_program_declares_are_asked_for_their_release():
    declared = {re.split(r"[^\w-]", line)[0] for line in requires("counterclaim") or ()}
    assert {*versions.FORMATS, *versions.READING} <= declared


def test_another_release_of_a_library_is_another_version():
    made = {versions._version((), (name,), "") for name in ("msgspec", "click", "no-such-library")}
    assert len(made) == 3

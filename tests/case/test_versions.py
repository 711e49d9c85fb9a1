import re
from dataclasses import replace
from importlib.metadata import requires

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


def test_another_byte_of_code_is_another_version(tmp_path, monkeypatch):
    (tmp_path / "linking").mkdir()
    monkeypatch.setattr(versions, "PACKAGE", tmp_path)
    seen = set()
    for code in ("x = 1", "x = 2"):
        (tmp_path / "linking" / "a.py").write_text(code)
        versions._version.cache_clear()
        seen.add(versions._version(("linking",), (), ""))
    versions._version.cache_clear()
    assert len(seen) == 2


def test_only_libraries_that_the_program_declares_are_asked_for_their_release():
    declared = {re.split(r"[^\w-]", line)[0] for line in requires("counterclaim") or ()}
    assert set(versions.FORMATS) <= declared


def test_another_release_of_a_library_is_another_version():
    made = {versions._version((), (name,), "") for name in ("msgspec", "click", "no-such-library")}
    assert len(made) == 3

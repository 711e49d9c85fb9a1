"""The pages on commands, JSON and Python say what is so."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.cli import COMMANDS
from counterclaim.cli.export import FORMATS
from counterclaim.cli.program import EXIT_CODES
from counterclaim.exports import EXPORTERS
from counterclaim.exports.json import chunks
from counterclaim.exports.tables import TABLES
from tests.cli.manual import PAGE, manual
from tests.views.built import LEDGER

DOCS = PAGE.parent
JSON, PYTHON = ((DOCS / name).read_text("utf-8") for name in ("json.md", "python.md"))


def keys(value: object) -> Iterator[str]:
    """Every key inside a value, but for those that name fields of a statement or columns."""
    if isinstance(value, dict):
        yield from value
        for name, inner in value.items():
            if name not in ("cited", "extraction", "cells"):
                yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_the_page_of_commands_is_what_help_says():
    assert PAGE.read_text("utf-8") == manual(), "run: python -m tests.cli.manual"


@pytest.mark.parametrize("name", sorted(set(keys(json.loads(b"".join(chunks(LEDGER, ["acled"])))))))
def test_every_key_of_the_export_is_explained(name: str):
    assert f"`{name}`" in JSON or f"\n## {name}\n" in JSON


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_named(name: str):
    assert name in JSON.partition("# Tables")[2]


def test_every_format_has_its_choice():
    assert tuple(EXPORTERS) == FORMATS


def test_every_exit_code_is_explained():
    for code in {0, 3, 130, *(code for _, code in EXIT_CODES)}:
        assert f"| {code} |" in manual()


def test_every_command_has_its_chapter():
    assert [f"counterclaim {name}" for name in COMMANDS] == re.findall(r"## (.*)", manual())


def test_the_examples_in_python_run(tmp_path: Path, monkeypatch, capsys):
    pytest.importorskip("pandas")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text("The army said that the plan was made abroad.")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", PYTHON, re.DOTALL):
        exec(block, names)  # the examples of our own page
    assert "statement the plan was made abroad" in capsys.readouterr().out

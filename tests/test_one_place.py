"""What a newcomer adds, they add in one place."""

import ast
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from counterclaim.cli import COMMANDS
from counterclaim.cli.options import CODEBOOKS
from counterclaim.documents import READERS
from counterclaim.errors import KnowledgeError
from counterclaim.exports import EXPORTERS
from counterclaim.knowledge import BUILT_IN, Language, load_knowledge
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document

PACKAGE = Path(__file__).parent.parent / "counterclaim"


def modules_with(verb: str, folder: str) -> set[str]:
    """Return the modules of a package that define a public function of this name."""
    found = set()
    for path in (PACKAGE / folder).glob("*.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        if any(isinstance(node, ast.FunctionDef) and node.name == verb for node in body):
            found.add(f"counterclaim.{folder}.{path.stem}")
    return found


def test_a_format_is_one_module_and_its_line_in_readers():
    assert modules_with("read", "documents") == {reader.__module__ for reader in READERS.values()}


def test_an_export_is_one_module_and_its_line_in_exporters():
    made = (getattr(files, "func", files) for files in EXPORTERS.values())
    assert modules_with("files", "exports") == {files.__module__ for files in made}


def test_a_codebook_is_one_file_and_its_name_among_the_exports():
    assert {name for name in EXPORTERS if name in load_codebooks()} == set(load_codebooks())
    assert set(CODEBOOKS) == set(load_codebooks())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_one_module_and_its_line_in_commands(name: str):
    module, _, verb = COMMANDS[name].partition(":")
    assert getattr(import_module(module), verb).name == name


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / "languages" / "xx" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return folder


def test_a_language_is_one_folder(tmp_path: Path):
    knowledge = load_knowledge(written(tmp_path, "parser", 'package = "xx_parser"\n'))
    assert knowledge.languages["xx"].parser.package == "xx_parser"
    assert "en" in knowledge.languages
    assert knowledge.digest != load_knowledge().digest


def test_a_language_that_nobody_parses_is_kept_unread(tmp_path: Path):
    knowledge = load_knowledge(written(tmp_path, "parser", ""))
    reading = read_document(Document("Nix da.", language="xx"), knowledge)
    assert reading.unread.startswith("language: no reader for 'xx'")
    assert (reading.statements, reading.document.text) == ((), "Nix da.")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("package = 3\n", r"parser\.toml: .*package"),
        ('pakage = "x"\n', r"parser\.toml: unknown key 'pakage'\. Did you mean 'package'\?"),
        ("package = \n", r"parser\.toml: "),
    ],
)
def test_wrong_knowledge_says_which_file_and_what(tmp_path: Path, content: str, complaint: str):
    with pytest.raises(KnowledgeError, match=complaint):
        load_knowledge(written(tmp_path, "parser", content))


def test_every_file_of_a_language_is_read():
    known = {part.name for part in fields(Language)}
    assert {path.stem for path in BUILT_IN.glob("languages/*/*.toml")} <= known

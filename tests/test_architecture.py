"""The rules that keep the code legible."""

import ast
import re
from itertools import chain
from pathlib import Path
from statistics import median

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "counterclaim"
Function = ast.FunctionDef | ast.AsyncFunctionDef
SAYS_NOTHING = re.compile(r"util|utils|helpers?|common|core|base|manager|processor|misc|types")
WORD = re.compile(r"[a-z][a-z' -]+")


def modules(*folders: str) -> list[Path]:
    return sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in folders))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> list[Function]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def lines_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def is_word_list(node: ast.Set | ast.List | ast.Tuple) -> bool:
    """A dozen or more lower-case words written out in a row."""
    values = [element.value for element in node.elts if isinstance(element, ast.Constant)]
    words = [value for value in values if isinstance(value, str) and WORD.fullmatch(value)]
    return len(node.elts) >= 12 and len(words) == len(node.elts)


def test_imports_flow_one_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize(
    "path", modules("counterclaim", "evaluation", "training", "tests"), ids=name_of
)
def test_a_module_is_short_and_its_name_says_something(path: Path):
    assert path.read_text(encoding="utf-8").count("\n") <= 300
    assert not SAYS_NOTHING.fullmatch(path.stem)


@pytest.mark.parametrize("path", modules("counterclaim"), ids=name_of)
def test_words_of_a_language_are_data(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    rows = [node for node in ast.walk(tree) if isinstance(node, ast.Set | ast.List | ast.Tuple)]
    assert not [row.lineno for row in rows if is_word_list(row)]


@pytest.mark.parametrize("path", modules("counterclaim"), ids=name_of)
def test_only_the_command_line_speaks_to_the_terminal(path: Path):
    if PACKAGE / "cli" not in path.parents:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        assert not [call.lineno for call in calls if getattr(call, "id", "") in ("print", "input")]


def test_functions_are_short():
    lengths = sorted(lines_of(each) for path in modules("counterclaim") for each in functions(path))
    assert median(lengths) <= 8
    assert lengths[int(0.95 * (len(lengths) - 1))] <= 30
    assert lengths[-1] <= 60


def test_the_whole_fits_on_one_page():
    assert (PACKAGE / "pipeline.py").read_text(encoding="utf-8").count("\n") <= 70

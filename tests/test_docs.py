"""The documentation names what there is, and nothing that is not for its readers."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.cli import COMMANDS
from counterclaim.documents import READERS
from counterclaim.exports import EXPORTERS

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").glob("*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = "\n".join([README, *(page.read_text(encoding="utf-8") for page in PAGES)])
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# Written so that this file does not hold what it looks for.
NOT_FOR_READERS = re.compile(
    r"(?<![\w.~/:-])/(?:home|root|Users|opt|mnt|srv|work)/\w|pypi\.org|python[h]osted|npm[j]s"
)
PROSE = {".md", ".py", ".toml", ".txt", ".sql", ".cfg", ""}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    ).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def shell_lines(page: str) -> list[str]:
    blocks = re.findall(r"```(?:sh|console|powershell)\n(.*?)```", page, re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


def test_the_commands_of_the_pages_exist():
    for line in shell_lines(DOCS):
        verb, _, rest = line.partition(" ")
        first = rest.split(" ")[0]
        if verb == "counterclaim" and not first.startswith("-"):
            assert first in COMMANDS, line
        if verb == "make":
            assert f"\n{first}:" in MAKEFILE, line


def test_readme_starts_with_two_commands():
    assert {"make demo", "counterclaim demo"} <= set(shell_lines(README))


def test_readme_shows_what_the_demo_shows(tmp_path: Path):
    demo = [sys.executable, "-m", "counterclaim", "demo", str(tmp_path / "case")]
    run = subprocess.run(demo, capture_output=True, check=True, encoding="utf-8")
    shown = "\n".join(line.rstrip() for line in run.stdout.splitlines())
    [picture] = re.findall(r"```\n(Is it true.*?)\n```", README, re.DOTALL)
    assert picture in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str):
    assert f"counterclaim {command}" in DOCS


@pytest.mark.parametrize("suffix", READERS)
def test_every_format_is_documented(suffix: str):
    assert f"`{suffix}`" in DOCS


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_export_is_documented(name: str):
    assert f"counterclaim export {name}" in DOCS


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_every_page_is_in_the_index():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert not [page.name for page in PAGES if f"({page.name})" not in index + "(index.md)"]


def test_nothing_tells_of_one_machine():
    told = []
    for path in tracked():
        if path.suffix in PROSE:
            text = path.read_text(encoding="utf-8", errors="replace")
            told += [f"{path.name}: {found[0]}" for found in NOT_FOR_READERS.finditer(text)]
    assert not told

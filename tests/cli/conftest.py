"""A case read once from three short reports, and a way to run a command line in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from counterclaim.cli.program import run

REPORTS = {
    "army.txt": "The army said on Monday that the attack on the dam was planned in Osteria.\n\n"
    "Six engineers died. Who was to blame?\n",
    "ministry.txt": "The Osterian ministry denied that the attack on the dam was planned"
    " in Osteria.",
    "name with blank é.txt": "The mayor said that the \x1b[31mbridge\x1b[0m was closed.",
}


@dataclass(frozen=True)
class Ended:
    """How a command line ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture
def command(capsys, monkeypatch) -> Command:
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str) -> Ended:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def reports(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def case(reports, tmp_path_factory) -> str:
    """A case in a folder with a blank and an accent in its name. Tests do not write to it."""
    folder = tmp_path_factory.mktemp("cases") / "mon affaire é"
    assert run(["read", str(reports), "--into", str(folder), "-q", "--outlet", "Vell Gazette"]) == 0
    return str(folder)

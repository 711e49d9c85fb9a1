"""Cases read once from short reports, and a way to run a command line in this process."""

import json
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


BOMBING = (
    {
        "id": "first",
        "outlet": "Vell Gazette",
        "published": "2031-05-04",
        "text": "A car bomb exploded at the Chaman Gate market in Quetta on Saturday, killing 12"
        " people. The Red Dawn Brigade carried out the bombing in Quetta, Colonel Tarik Osmani"
        " said. The Red Dawn Brigade has about 400 fighters, the Karvan police said.",
    },
    {
        "id": "second",
        "outlet": "Hill Courier",
        "published": "2031-05-06",
        "text": "The bombing at the Chaman Gate market in Quetta on Saturday killed 15 people,"
        " the Karvan police said. The Red Dawn Brigade denied that it carried out the bombing"
        " in Quetta.",
    },
    {
        "id": "undated",
        "outlet": "Plain Wire",
        "text": "Mayor Ines Prado said that the bridge over the Osk was closed.",
    },
)
"""What two outlets tell of one bombing, the second one later and with a denial."""


def read_rows(rows: tuple[dict[str, str], ...], folder: Path) -> str:
    """Read reports into a case in a folder."""
    table = folder / "reports.jsonl"
    table.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    made = str(folder / "case")
    assert run(["read", str(table), "--into", made, "-q", "--jobs", "1"]) == 0
    return made


@pytest.fixture(scope="session")
def bombing(tmp_path_factory) -> str:
    """A case of the reports on one bombing. Tests do not write to it."""
    return read_rows(BOMBING, tmp_path_factory.mktemp("bombing"))

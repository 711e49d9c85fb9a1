"""What is installed is the whole package: code, words, SQL, and the mark that it is typed."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

import counterclaim

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "counterclaim"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    offline = {**os.environ, "COUNTERCLAIM_WITHOUT_PLACES": "1"}
    subprocess.run(build, cwd=ROOT, env=offline, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return set(ZipFile(wheel).namelist())


def test_every_file_of_the_package_is_in_the_wheel(installed: set[str]):
    files = [path for path in PACKAGE.rglob("*") if path.is_file()]
    wanted = {
        path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts
    }
    assert wanted <= installed
    assert "counterclaim/py.typed" in installed


def test_nothing_but_the_package_is_in_the_wheel(installed: set[str]):
    assert {name.split("/")[0].split("-")[0] for name in installed} == {"counterclaim"}


@pytest.mark.parametrize("name", ["LICENSE", "NOTICE"])
def test_the_licence_is_in_the_wheel(installed: set[str], name: str):
    assert any(file.endswith(f"licenses/{name}") for file in installed)


def test_the_version_is_said_once_and_the_same():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == counterclaim.__version__

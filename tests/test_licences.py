"""What the program runs on is free to use and to pass on, and what it was made of is named."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKED = re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements-all.txt").read_text("utf-8"))
PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software|Zlib")
OF_FILES = {"certifi", "pathspec", "tld", "tqdm"}
"""Under the Mozilla Public License, which asks that changes to their own files be published."""


def licence(package: str) -> str:
    """Return the licence that a package states: an expression, its classifiers, or its words."""
    about = metadata(package)
    stated = [line for line in about.get_all("Classifier", []) if line.startswith("License")]
    return about["License-Expression"] or " ".join(stated) or about["License"] or ""


@pytest.mark.parametrize("package", sorted(set(LOCKED)))
def test_every_library_has_a_permissive_licence(package: str):
    try:
        stated = licence(package)
    except PackageNotFoundError:
        pytest.skip("not for this system")
    if package in OF_FILES:
        assert re.search(r"Mozilla|MPL", stated)
    else:
        assert PERMISSIVE.search(stated)
        assert not re.search(r"GPL|Mozilla|MPL", stated)


@pytest.mark.parametrize("name", ["", "-all", "-dev", "-training"])
def test_every_locked_library_has_its_hash(name: str):
    locked = (ROOT / f"requirements{name}.txt").read_text("utf-8").replace("\\\n", "")
    lines = [line for line in locked.splitlines() if line and line.strip()[0] not in "#-"]
    assert lines
    assert all("--hash=sha256:" in line for line in lines)


def test_whose_data_and_weights_are_in_it_is_said():
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for name in ("GeoNames", "CC BY 4.0", "all-MiniLM-L6-v2"):
        assert name in notice

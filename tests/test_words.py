"""Every list of words that a language has is asked for somewhere."""

import re
import tomllib
from pathlib import Path

import pytest

from counterclaim.knowledge import BUILT_IN

PACKAGE = BUILT_IN.parent
CODE = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
FILES = sorted((BUILT_IN / "languages").rglob("*.toml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_no_list_of_words_is_left_over(file: Path):
    lists = tomllib.loads(file.read_text("utf-8")).get("words", {})
    names = {name for name in lists if name.islower()}
    assert names <= set(re.findall(r'"(\w+)"', CODE))

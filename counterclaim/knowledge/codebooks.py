"""Codebooks: which columns a row has, what fills each, and which values it may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.files import read_toml

FOLDER = Path(__file__).parent.parent / "data" / "codebooks"
Value = str | int | float


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `derive` names what fills it and `of` what with, or `blank` why nothing does.

    `values` are the only ones allowed, any if empty; `table` turns a word of ours into theirs,
    `words` lists the words (singular, lower case) that make something be of a sort.
    """

    name: str
    type: Literal["text", "integer", "number", "date"] = "text"
    derive: str = ""
    of: str = ""
    blank: Literal["", "judgement", "registry", "text_silent"] = ""
    values: tuple[Value, ...] = ()
    table: Mapping[str, Value] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Codebook:
    """A codebook: what one row is, what splits and merges rows, which number stands for several.

    `gate` names what an event must have to be within the codebook; one with `deeds` has rows for
    what parties do to each other, and not for events alone; `number_words` what it takes words
    like "dozens" for, by the words.
    """

    title: str
    version: str
    row: str
    split: str
    merge: str
    numbers: str
    columns: tuple[Column, ...]
    gate: tuple[str, ...] = ()
    deeds: bool = False
    number_words: Mapping[str, int] = field(default_factory=dict)


@cache
def load_codebooks(folder: Path = FOLDER) -> Mapping[str, Codebook]:
    """Read every codebook of a folder, by the names of their files.

    Raises KnowledgeError where a file is not a codebook.
    """
    return {
        path.stem: read_toml(path, Codebook, KnowledgeError)
        for path in sorted(folder.glob("*.toml"))
    }

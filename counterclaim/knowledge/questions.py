"""How a dispute is asked about in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.denials import FOLDER
from counterclaim.knowledge.files import read_toml


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Words that tell whether those of a claim make a sentence; the file explains each list."""

    finite: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    headless: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked by slot alone (`open`), and what is asked of the words of a claim (`asked`)."""

    open: dict[str, str] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    words: QuestionWords = field(default_factory=QuestionWords)


@cache
def load_questions() -> Mapping[str, Questions]:
    """Read how disputes are asked about, by language. Raises KnowledgeError for a faulty file."""
    paths = sorted(FOLDER.glob("*/questions.toml"))
    return {path.parent.name: read_toml(path, Questions, KnowledgeError) for path in paths}

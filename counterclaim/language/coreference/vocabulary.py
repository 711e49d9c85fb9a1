"""The words of reference: what each tells of whom it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.knowledge.reference import ReferenceWords
from counterclaim.model.statement import MentionType


class Sort(StrEnum):
    """How a mention stands for its party."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of reference, each with all that it tells."""

    pronouns: dict[str, Sort]
    number: dict[str, str]
    gender: dict[str, str]
    relative: frozenset[str]
    article: dict[str, str]
    different: frozenset[str]
    armed: frozenset[str]
    kinds: dict[MentionType, frozenset[str]]
    titles: frozenset[str]
    speaking: frozenset[str]


def vocabulary(
    words: ReferenceWords,
    men: Iterable[str],
    women: Iterable[str],
    titles: Iterable[str],
    speaking: Iterable[str],
) -> Vocabulary:
    """Put the words of a language in order for look-up."""
    third = (*words.men, *words.women, *words.neuter, *words.plural)
    selves = dict.fromkeys((*words.first, *words.second), Sort.SPEAKER)
    gender = dict.fromkeys((*men, *words.men), "man")
    gender |= dict.fromkeys((*women, *words.women), "woman") | dict.fromkeys(words.neuter, "thing")
    person = frozenset(words.kinds.get("person", ()))
    return Vocabulary(
        pronouns=dict.fromkeys((*third, *words.relative), Sort.PRONOUN) | selves,
        number=dict.fromkeys((*words.men, *words.women, *words.neuter), "one")
        | dict.fromkeys(words.plural, "many"),
        gender=gender,
        relative=frozenset(words.relative),
        article=dict.fromkeys(words.indefinite, "indefinite")
        | dict.fromkeys(words.definite, "definite")
        | dict.fromkeys(words.pointing, "pointing"),
        different=frozenset(words.different),
        armed=frozenset(words.armed),
        kinds={MentionType(kind): frozenset(listed) for kind, listed in words.kinds.items()},
        titles=frozenset(titles) | person,
        speaking=frozenset(speaking),
    )

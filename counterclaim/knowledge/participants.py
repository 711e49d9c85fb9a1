"""What takes part in events, and what ties it to them, in the words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ParticipantWords:
    """Words by lemma or in small letters.

    `links` tie a noun to the words for an event; `kinds` say what a noun stands for: people, thing,
    weapon, or other, which takes no part. What each list of `words` does stands beside it.
    """

    links: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

"""The words that hold a party responsible for what happened, in a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from counterclaim.model.event import Degree, Share


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that lay an event on a party alike; two words are a verb and what goes with it.

    `party` says how the one who is held responsible hangs on them, after one of `ties` where it
    follows a preposition. `weight` is what the words alone make of it: fact is as firm as its
    voice.
    `alone` marks words that speak of an event even where it is named in another sentence.
    """

    words: tuple[str, ...]
    party: Literal["subject", "object", "to", "owner"]
    share: Share = Share.PERPETRATOR
    weight: Degree = Degree.FACT
    ties: frozenset[str] = frozenset()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ResponsibilityWords:
    """Frames, and closed lists by lemma or in small letters; the file says what each list does."""

    frames: tuple[Frame, ...] = ()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

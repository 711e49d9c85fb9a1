"""What the learned reader makes of a text: the roles of its words, and attributions with scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = tuple[int, ...]
"""Places of words in the parse, in the order of the text."""

Ranking = tuple[tuple[str, float], ...]
"""Answers with their probabilities, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Roles:
    """How likely a word belongs to a source, to a cue, to a content: 0 to 1 each."""

    source: float
    cue: float
    content: float


@dataclass(frozen=True, slots=True)
class TaggedStatement:
    """One attribution as the learned reader sees it; all words by their place in the parse.

    `cue_score` and `content_score` are probabilities: that these words are a cue, that this is its
    content. `sources` ranks the words that may be its source, no words for none. `stance` ranks the
    answers of each head: `sort` (class of the cue), `act`, `polarity`, `certainty`.
    """

    cue: Words
    content: Words
    cue_score: float
    content_score: float
    sources: tuple[tuple[Words, float], ...]
    stance: Mapping[str, Ranking]

    @property
    def source(self) -> Words:
        """Return the likeliest source; no words where the text names none."""
        return self.sources[0][0]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of words that the learned reader takes for something: a name, a part in an event.

    `label` is one of those listed beside the weights; marks of different labels may overlap.
    """

    label: str
    words: Words
    score: float


@dataclass(frozen=True, slots=True)
class Tags:
    """The learned reading of one parse: a `Roles` for each of its words, and the attributions.

    `relays` are noun phrases that pass on another's words, `marks` names, things and parts in
    events, in the order of the text. `model` names the weights.
    """

    roles: tuple[Roles, ...] = ()
    statements: tuple[TaggedStatement, ...] = ()
    relays: tuple[Words, ...] = ()
    marks: tuple[Mark, ...] = ()
    model: str = ""

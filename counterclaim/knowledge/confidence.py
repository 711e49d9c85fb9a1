"""How sure a found statement is: measured on reports that the reader was not made with."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Confidence:
    """Weights of two logistic scales, and each source rule's share of right names.

    `statement` weighs what speaks for a statement to stand there, `words` for its source's words:
    `always`, `both` (rules and learned reader agree), `rules` (only a rule sees it), and the log
    odds of the learned reader's `cue`, `source` and `content`. `names` tells, by the rule that
    names a source, how often the name is right; below `open`, a source is left open.
    """

    statement: dict[str, float] = field(default_factory=dict)
    words: dict[str, float] = field(default_factory=dict)
    names: dict[str, float] = field(default_factory=dict)
    open: float = 0.0

"""How often each voice that judges a stance is right: measured, not believed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Measured:
    """One question of stance, as it was counted on labelled reports.

    `rules` gives each rule's share of right answers where it is the first to answer, `common` the
    share of statements for which each answer is right; 0 to 1. `learned` and `both` are
    temperatures: how far the chances of the learned reader, and of it with a rule, are to be
    flattened (above 1) or sharpened (below 1) until they are shares of right answers too.
    """

    rules: dict[str, float] = field(default_factory=dict)
    common: dict[str, float] = field(default_factory=dict)
    learned: float = 1.0
    both: float = 1.0


@dataclass(frozen=True, slots=True)
class Trust:
    """What was measured for each question of stance; empty where nothing was."""

    act: Measured = field(default_factory=Measured)
    polarity: Measured = field(default_factory=Measured)
    certainty: Measured = field(default_factory=Measured)

    def of(self, question: str) -> Measured:
        """Return what was measured for a question."""
        return {"act": self.act, "polarity": self.polarity, "certainty": self.certainty}[question]

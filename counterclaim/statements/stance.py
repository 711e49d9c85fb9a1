"""What a source does by saying it, whether it holds it to be true, and how sure it is.

Each rule looks at the words of one statement and answers, or passes with None. The first counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from counterclaim.model.statement import Act, Certainty, Polarity, SourceType
from counterclaim.model.text import Cited, Span
from counterclaim.statements.finding import Finding, Page

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one statement: its cue with what negates it, its content, its source."""

    page: Page
    finding: Finding
    source: SourceType

    def cue_span(self) -> tuple[Span, ...]:
        """Return where the cue stands."""
        return (self.page.tree.span(self.finding.cue),) if self.finding.cue else ()


def first(
    rules: Iterable[Callable[[Said], Cited[V] | None]], said: Said, default: Cited[V]
) -> Cited[V]:
    """Return the first answer of several rules."""
    answers = (rule(said) for rule in rules)
    return next((answer for answer in answers if answer is not None), default)


def act_by_cue(said: Said) -> Cited[Act] | None:
    """A cue that is a deed by itself: condemn, accuse, deny, urge."""
    act = said.finding.group.act
    return Cited(Act(act), said.cue_span(), "act_by_cue") if act else None


def polarity_by_cue(said: Said) -> Cited[Polarity] | None:
    """A cue that holds its content to be untrue, or leaves it open."""
    polarity = Polarity(said.finding.group.polarity)
    return (
        Cited(polarity, said.cue_span(), "polarity_by_cue")
        if polarity is not Polarity.TRUE
        else None
    )


def certainty_by_cue(said: Said) -> Cited[Certainty] | None:
    """A cue of thinking or guessing."""
    certainty = said.finding.group.certainty
    return Cited(Certainty(certainty), said.cue_span(), "certainty_by_cue") if certainty else None


ACTS = (act_by_cue,)
POLARITIES = (polarity_by_cue,)
CERTAINTIES = (certainty_by_cue,)


def act_of(said: Said) -> Cited[Act]:
    """Judge what a source does by saying it."""
    return first(ACTS, said, Cited(Act.ASSERT, said.cue_span(), "plain_assertion"))


def polarity_of(said: Said) -> Cited[Polarity]:
    """Judge whether a source holds the content, as it is written, to be true."""
    return first(POLARITIES, said, Cited(Polarity.TRUE, said.cue_span(), "affirmed"))


def certainty_of(said: Said) -> Cited[Certainty]:
    """Judge how sure a source says it is."""
    return first(CERTAINTIES, said, Cited(Certainty.CERTAIN, said.cue_span(), "no_doubt_voiced"))

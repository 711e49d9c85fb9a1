"""Which question about an event a dispute is on: who, where, how many, whether at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counterclaim.knowledge.denials import DenialWords
from counterclaim.linking.positions import WORD, Position
from counterclaim.linking.signs import CHARGING
from counterclaim.model.quantity import Effect
from counterclaim.model.statement import Act

KILLED, INJURED, RESPONSIBILITY, OCCURRENCE = "killed", "injured", "responsibility", "occurrence"
COUNTED = ((Effect.KILLED, KILLED), (Effect.INJURED, INJURED))

Sides = tuple[Sequence[Position], Sequence[Position]]
"""Who claims it and who denies it, those of whom it is surest that they are on one thing first."""


def slot_of(sides: Sides, words: DenialWords) -> str:
    """Return the question that both sides are on, as their words and their acts tell."""
    return next(slot for rule in RULES if (slot := rule(sides, words)))


def number_of_both(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take what both sides count, where one of them gives a number for its own sake."""
    if not any(each.act is Act.ESTIMATE for side in sides for each in side):
        return ""
    for effect, slot in COUNTED:
        if all(any(effect is count[0] for each in side for count in each.counts) for side in sides):
            return slot
    return ""


def words_of_both(sides: Sides, words: DenialWords) -> str:
    """Take a question whose words stand on both sides."""
    said = [_said(side[0]) for side in sides]
    return next((each.slot for each in words.slots if all(s & {*each.words} for s in said)), "")


def charge_denied(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take who did it, where a party denies its own part or what is laid on it."""
    claiming, denying = sides
    own = any(each.act is Act.DENY_RESPONSIBILITY for each in denying)
    charges = [each for each in claiming if each.act in CHARGING or each.charged]
    laid = any(_is_on(charge, denial) for charge in charges for denial in denying)
    return RESPONSIBILITY if own or laid else ""


def _is_on(charge: Position, denial: Position) -> bool:
    named = charge.charged | charge.named
    return bool(named & denial.voice or charge.lands & denial.home)


def words_of_one(sides: Sides, words: DenialWords) -> str:
    """Take a question whose words stand in the denials, or else in what is denied."""
    said = [_said(side[0]) for side in reversed(sides)]
    return next((each.slot for s in said for each in words.slots if s & {*each.words}), "")


def charge(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take who did it, where what is denied is a charge."""
    return RESPONSIBILITY if any(each.act in CHARGING for each in sides[0]) else ""


def whether_at_all(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take whether it happened, where nothing tells of a narrower question."""
    return OCCURRENCE


RULES: tuple[Callable[[Sides, DenialWords], str], ...] = (
    number_of_both,
    words_of_both,
    charge_denied,
    words_of_one,
    charge,
    whether_at_all,
)


def _said(position: Position) -> frozenset[str]:
    return frozenset(WORD.findall(position.content.casefold()))

"""Which question about an event a dispute is on: who, where, how many, whether at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counterclaim.knowledge.denials import DenialWords
from counterclaim.linking.positions import WORD, Position
from counterclaim.model.quantity import Effect
from counterclaim.model.statement import Act

KILLED, INJURED, RESPONSIBILITY, OCCURRENCE = "killed", "injured", "responsibility", "occurrence"
COUNTED = ((Effect.KILLED, KILLED), (Effect.INJURED, INJURED))

Sides = tuple[Sequence[Position], Sequence[Position]]


def slot_of(claiming: Sequence[Position], denying: Sequence[Position], words: DenialWords) -> str:
    """Return the question that both sides are on, as their words and their acts tell."""
    sides = claiming, denying
    return next(slot for rule in RULES if (slot := rule(sides, words)))


def number_of_both(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take what both sides count for what they dispute."""
    for effect, slot in COUNTED:
        if all(any(effect is count[0] for each in side for count in each.counts) for side in sides):
            return slot
    return ""


def words_of_both(sides: Sides, words: DenialWords) -> str:
    """Take a question whose words stand on both sides."""
    said = [_said(side) for side in sides]
    return next((each.slot for each in words.slots if all(s & {*each.words} for s in said)), "")


def own_part_denied(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take who did it, where a party denies its own part or is charged by name."""
    claiming, denying = sides
    own = sum(each.act is Act.DENY_RESPONSIBILITY for each in denying) * 2 >= len(denying)
    charged = any(each.voice & one.charged for each in denying for one in claiming)
    return RESPONSIBILITY if own or charged else ""


def words_of_the_denial(sides: Sides, words: DenialWords) -> str:
    """Take a question whose words stand in the denials."""
    said = _said(sides[1])
    return next((each.slot for each in words.slots if said & {*each.words}), "")


def whether_at_all(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take whether it happened, where nothing tells of a narrower question."""
    return OCCURRENCE


RULES: tuple[Callable[[Sides, DenialWords], str], ...] = (
    number_of_both,
    words_of_both,
    own_part_denied,
    words_of_the_denial,
    whether_at_all,
)


def _said(side: Sequence[Position]) -> frozenset[str]:
    return frozenset(word for each in side for word in WORD.findall(each.content.casefold()))

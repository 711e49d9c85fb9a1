"""Which question about an event a dispute is on: who, where, how many, whether at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counterclaim.knowledge.denials import DenialWords
from counterclaim.linking.positions import WORD, Position
from counterclaim.linking.signs import CHARGING
from counterclaim.model.quantity import Effect
from counterclaim.model.statement import Act

KILLED, INJURED, NUMBER, OCCURRENCE = "killed", "injured", "number", "occurrence"
PERPETRATOR, RESPONSIBILITY, MEMBERSHIP = "perpetrator", "responsibility", "membership"
COUNTED = ((Effect.KILLED, KILLED), (Effect.INJURED, INJURED))

Sides = tuple[Sequence[Position], Sequence[Position]]
"""Who claims it and who denies it, those of whom it is surest that they are on one thing first."""


def slot_of(sides: Sides, words: DenialWords) -> str:
    """Return the question that both sides are on, as their words and their acts tell.

    Of armed forces it is asked whether they did it, of others whether they had a part in it.
    """
    slot = next(slot for rule in RULES if (slot := rule(sides, words)))
    if slot == NUMBER:
        slot = next((of for effect, of in COUNTED if _counts(sides[0][0], effect)), slot)
    said = frozenset(w for side in sides for w in WORD.findall(side[0].content.casefold()))
    return PERPETRATOR if slot == RESPONSIBILITY and said & {*words.forces} else slot


def _counts(position: Position, effect: Effect) -> bool:
    return any(each[0] is effect for each in position.counts)


def number_of_both(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take what both sides count, where one of them gives a number for its own sake."""
    if not any(each.act is Act.ESTIMATE for side in sides for each in side):
        return ""
    for effect, slot in COUNTED:
        if all(any(_counts(each, effect) for each in side) for side in sides):
            return slot
    return ""


def words_of_both(sides: Sides, words: DenialWords) -> str:
    """Take a question whose words stand on both sides; one wording of both counts nothing."""
    said = [_said(side[0]) for side in sides]
    told = (each for each in words.slots if not (each.both and said[0] == said[1]))
    return next((each.slot for each in told if all(map(each.stands_in, said))), "")


def label_denied(sides: Sides, words: DenialWords) -> str:
    """Take what a claim says that somebody or something is: a crime, a member of a group."""
    said = _said(sides[0][0])
    return next((each.slot for each in words.slots if each.label and each.stands_in(said)), "")


def own_part_denied(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take who did it, where a party denies its own part, or a charge and says no more."""
    claiming, denying = sides
    own = denying[0].act is Act.DENY_RESPONSIBILITY
    charge = claiming[0].act in CHARGING and denying[0].hollow
    return RESPONSIBILITY if own or charge else ""


def words_of_one(sides: Sides, words: DenialWords) -> str:
    """Take a question whose words stand in the denials, or else in what is denied."""
    said = [_said(side[0]) for side in reversed(sides)]
    told = [each for each in words.slots if not each.both]
    return next((each.slot for s in said for each in told if each.stands_in(s)), "")


def charge(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take who did it, where what is denied is a charge, by somebody whom it touches."""
    claim, denial = sides[0][0], sides[1][0]
    touched = denial.voice & (claim.charged | claim.named) or denial.home & claim.lands
    return RESPONSIBILITY if claim.act in CHARGING and (touched or not denial.party) else ""


def whether_at_all(sides: Sides, words: DenialWords) -> str:  # noqa: ARG001
    """Take whether it happened, where nothing tells of a narrower question."""
    return OCCURRENCE


RULES: tuple[Callable[[Sides, DenialWords], str], ...] = (
    number_of_both,
    words_of_both,
    label_denied,
    own_part_denied,
    words_of_one,
    charge,
    whether_at_all,
)


def _said(position: Position) -> frozenset[str]:
    """Return the words of a claim; those of a name tell of no question ("the Red Front")."""
    words = WORD.findall(position.content)
    return frozenset({*(each for each in words if each.islower()), *(w.lower() for w in words[:1])})

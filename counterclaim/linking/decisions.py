"""What reviewers decided about what belongs together, which no later reading undoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from counterclaim.model.record import Review, Verdict

M = TypeVar("M", bound=str)
G = TypeVar("G")


def standing(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Return the decisions that nobody has taken back, in the order in which they were given.

    WITHDRAW takes back the last standing decision of the same reviewer on the same entry.
    """
    kept: list[Review] = []
    for review in reviews:
        if review.verdict is not Verdict.WITHDRAW:
            kept.append(review)
            continue
        own = [each for each in kept if _is_by(review, each)]
        if own:
            del kept[len(kept) - 1 - kept[::-1].index(own[-1])]
    return tuple(kept)


def _is_by(review: Review, other: Review) -> bool:
    return (review.target, review.reviewer) == (other.target, other.reviewer)


def rejected(reviews: Sequence[Review]) -> frozenset[str]:
    """Return the entries whose last verdict is that they should not be there."""
    judged = (Verdict.CONFIRM, Verdict.REJECT)
    last = {review.target: review.verdict for review in _in_order(reviews, judged)}
    return frozenset(target for target, verdict in last.items() if verdict is Verdict.REJECT)


def regrouped(groups: Mapping[M, G], alone: Mapping[M, G], reviews: Sequence[Review]) -> dict[M, G]:
    """Move members between groups as reviewers decided, the latest decision last.

    MERGE brings the groups of `target` and `value` together; SPLIT gives `target` a group of its
    own, `alone[target]`. Decisions on members that are not there are passed over.
    """
    moved = dict(groups)
    members: dict[str, M] = {member: member for member in groups}
    together: dict[G, set[M]] = defaultdict(set)
    for member, group in groups.items():
        together[group].add(member)
    for review in _in_order(reviews, (Verdict.MERGE, Verdict.SPLIT)):
        target, other = members.get(review.target), members.get(review.value)
        if target and review.verdict is Verdict.SPLIT:
            moving, new = {target}, alone[target]
        elif target and other:
            moving, new = set(together[moved[target]]), moved[other]
        else:
            continue
        together[moved[target]] -= moving
        together[new] |= moving
        moved.update(dict.fromkeys(moving, new))
    return moved


def _in_order(reviews: Sequence[Review], verdicts: tuple[Verdict, ...]) -> list[Review]:
    wanted = [review for review in standing(reviews) if review.verdict in verdicts]
    return sorted(wanted, key=lambda review: (review.at, review.target, review.value))

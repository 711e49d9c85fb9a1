"""A decision stands until the person who took it takes it back."""

from datetime import UTC, datetime

from counterclaim.linking.decisions import regrouped, rejected, standing
from counterclaim.model.record import Review, Verdict


def decided(*told: tuple[str, Verdict, str, str]) -> tuple[Review, ...]:
    return tuple(
        Review(target, verdict, reviewer, datetime(2024, 6, 1, 12, minute, tzinfo=UTC), value=value)
        for minute, (target, verdict, reviewer, value) in enumerate(told)
    )


def test_taking_back_uncovers_the_decision_before():
    reviews = decided(
        ("a", Verdict.REJECT, "Ana", ""),
        ("a", Verdict.CONFIRM, "Ana", ""),
        ("a", Verdict.WITHDRAW, "Ana", ""),
    )
    assert rejected(reviews) == {"a"}
    assert rejected((*reviews, *decided(("a", Verdict.WITHDRAW, "Ana", "")))) == set()


def test_nobody_takes_back_what_another_decided():
    reviews = decided(("a", Verdict.REJECT, "Ana", ""), ("a", Verdict.WITHDRAW, "Ben", ""))
    assert rejected(reviews) == {"a"}


def test_taking_back_nothing_does_nothing():
    assert standing(decided(("a", Verdict.WITHDRAW, "Ana", ""))) == ()


def test_a_merge_taken_back_is_none():
    merge = decided(("m1", Verdict.MERGE, "Ana", "m2"), ("m1", Verdict.WITHDRAW, "Ana", ""))
    assert regrouped({"m1": "A", "m2": "B"}, {}, merge) == {"m1": "A", "m2": "B"}

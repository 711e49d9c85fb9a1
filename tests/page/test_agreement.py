"""Agreement beyond chance, against figures worked out by hand."""

from datetime import UTC, datetime

import pytest

from counterclaim.model.record import Review, Verdict
from counterclaim.page.agreement import agreements

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


def given(reviewer: str, verdicts: str) -> list[Review]:
    meant = {"y": Verdict.CONFIRM, "n": Verdict.REJECT, "f": Verdict.FLAG}
    told = enumerate(verdicts)
    return [
        Review(str(number), meant[each], reviewer, NOON) for number, each in told if each != " "
    ]


def test_kappa_of_a_textbook_table():
    """20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: share 0.7, chance 0.5, kappa 0.4."""
    one = given("Ana", "y" * 25 + "n" * 25)
    other = given("Ben", "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15)
    [found] = agreements([*one, *other])
    assert (found.one, found.other, found.both) == ("Ana", "Ben", 50)
    assert (found.share, found.kappa) == pytest.approx((0.7, 0.4))


def test_only_what_both_decided_counts():
    [found] = agreements([*given("Ana", "yn y"), *given("Ben", "ynf")])
    assert (found.both, found.share) == (2, 1.0)
    assert found.kappa == pytest.approx(1.0)


def test_where_chance_explains_all_there_is_no_kappa():
    [found] = agreements([*given("Ana", "yy"), *given("Ben", "yy")])
    assert found.kappa is None


def test_reviewers_who_met_nowhere_are_not_compared():
    assert agreements([*given("Ana", "y"), *given("Ben", " y")]) == ()

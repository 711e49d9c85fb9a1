from datetime import UTC, datetime

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger.reviews import add_review, reviews
from counterclaim.model.record import Review, Verdict

FIRST = Review("s1", Verdict.CONFIRM, "ana", datetime(2024, 5, 2, 10, tzinfo=UTC))
SECOND = Review("s1", Verdict.CORRECT, "ben", datetime(2024, 5, 1, tzinfo=UTC), "act", "deny", "é")


def test_reviews_come_back_in_the_order_given(store):
    add_review(store, FIRST)
    add_review(store, SECOND)
    assert reviews(store) == (FIRST, SECOND)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE reviews SET verdict = 'reject'", "never edited"),
        ("DELETE FROM reviews", "never deleted"),
    ],
)
def test_reviews_only_grow(store, sql, told):
    add_review(store, FIRST)
    with pytest.raises(LedgerError, match=told):
        store.run(sql)
    assert reviews(store) == (FIRST,)


def test_a_review_is_audited(store):
    add_review(store, FIRST)
    assert store.rows("SELECT action, subject FROM audit") == [("review", "s1")]

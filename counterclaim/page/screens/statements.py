"""A statement as every screen shows it: its card, its certainty, its review, who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.linking.decisions import standing
from counterclaim.model.claim import Dispute, DisputeId
from counterclaim.model.record import Review, Verdict
from counterclaim.model.statement import Polarity, StatementId
from counterclaim.page.shelf import Shelf
from counterclaim.views.entries import Entries
from counterclaim.views.statements import StatementCard, card


@dataclass(frozen=True, slots=True)
class Counter:
    """A dispute that a statement takes part in, and one voice of each other side."""

    dispute: DisputeId
    question: str
    state: str
    voices: tuple[tuple[Polarity, StatementCard], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement to show. `confidence` is the chance, 0 to 1, that it was read rightly."""

    card: StatementCard
    number: int | None
    confidence: float | None
    review: Verdict | None
    reviewer: str
    counters: tuple[Counter, ...]


def last_reviews(shelf: Shelf) -> dict[str, Review]:
    """Return the decision that stands on each entry that has one."""
    return {review.target: review for review in standing(shelf.reviews())}


def disputes_on(id: StatementId, shelf: Shelf) -> tuple[Dispute, ...]:
    """Return the disputes in which a statement is a voice."""
    linked = shelf.linked
    claims = linked.entries.claims_of.get(id, ())
    found = (each for claim in claims for each in linked.disputes_of.get(claim.id, ()))
    return tuple({dispute.id: dispute for dispute in found if _has(dispute, id)}.values())


def voices_in(disputes: Iterable[Dispute]) -> tuple[StatementId, ...]:
    """Return the statements of all sides, each once."""
    return tuple(
        dict.fromkeys(id for each in disputes for side in each.sides for id in side.statements)
    )


def shown(
    id: StatementId,
    entries: Entries,
    shelf: Shelf,
    reviews: dict[str, Review],
    number: int | None = None,
) -> Said:
    """Arrange one statement with what stands against it."""
    statement, _ = entries.statements[id]
    review = reviews.get(id)
    counters = (_counter(each, id, entries) for each in disputes_on(id, shelf))
    return Said(
        card(id, entries),
        number,
        statement.extraction.score if statement.extraction else None,
        review.verdict if review else None,
        review.reviewer if review else "",
        tuple(counters),
    )


def _has(dispute: Dispute, id: StatementId) -> bool:
    return any(id in side.statements for side in dispute.sides)


def _counter(dispute: Dispute, id: StatementId, entries: Entries) -> Counter:
    others = (side for side in dispute.sides if id not in side.statements)
    voices = (
        (side.polarity, card(next(known), entries))
        for side in others
        if (known := iter([each for each in side.statements if each in entries.statements]))
        and any(each in entries.statements for each in side.statements)
    )
    return Counter(dispute.id, dispute.question, dispute.state.value, tuple(voices))

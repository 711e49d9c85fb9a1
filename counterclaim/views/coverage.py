"""What became of every sentence of a document: stated, narrated or set aside, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from counterclaim.model.record import Reading
from counterclaim.model.statement import StatementId, Treatment
from counterclaim.model.text import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, what became of it, why, and the statements read from it."""

    span: Span
    text: str
    treatment: Treatment
    reason: str
    statements: tuple[StatementId, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a document was read. `share` is of its sentences, None where it has none."""

    sentences: tuple[Sentence, ...]
    counts: dict[Treatment, int]
    reasons: tuple[tuple[str, int], ...]
    share: float | None
    unread: str


def cover(reading: Reading) -> Coverage:
    """Account for every sentence of a reading."""
    counts = Counter(account.treatment for account in reading.accounts)
    reasons = Counter(
        account.reason for account in reading.accounts if account.treatment is Treatment.SET_ASIDE
    )
    total = len(reading.accounts)
    return Coverage(
        sentences=tuple(
            Sentence(
                account.span,
                reading.document.quote(account.span),
                account.treatment,
                account.reason,
                account.statements,
            )
            for account in reading.accounts
        ),
        counts={treatment: counts[treatment] for treatment in Treatment},
        reasons=tuple(sorted(reasons.items(), key=lambda each: (-each[1], each[0]))),
        share=1 - counts[Treatment.SET_ASIDE] / total if total else None,
        unread=reading.unread,
    )

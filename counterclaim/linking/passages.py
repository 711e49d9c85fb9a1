"""Sentences that stand, word for word, in an earlier document: a part of a report reprinted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from counterclaim.model.record import Reading
from counterclaim.model.statement import StatementId
from counterclaim.model.text import DocumentId, digest

WORD = re.compile(r"\w+")
LEAST = 10
"""Words of a sentence below which two reports may well have come to it on their own."""


def reprinted(readings: Sequence[Reading]) -> Mapping[StatementId, DocumentId]:
    """Return, for statements of later documents, the one that printed their sentence first.

    So the parts of a report or of a press release that others run add no telling of their own.
    """
    first: dict[str, DocumentId] = {}
    found: dict[StatementId, DocumentId] = {}
    for reading in sorted(readings, key=_precedence):
        for sentence, statements in _sentences(reading):
            home = first.setdefault(sentence, reading.document.id)
            if home != reading.document.id:
                found.update(dict.fromkeys(statements, home))
    return found


def _sentences(reading: Reading) -> Iterator[tuple[str, Sequence[StatementId]]]:
    """Yield the sentences that hold statements, by their words."""
    for account in reading.accounts:
        words = WORD.findall(reading.document.quote(account.span).casefold())
        if account.statements and len(words) >= LEAST:
            yield digest(*words), account.statements


def _precedence(reading: Reading) -> tuple[date, DocumentId]:
    return reading.document.published or date.max, reading.document.id

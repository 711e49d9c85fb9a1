"""What entries of every section are made of: spans, days, the grounds of a field."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from counterclaim.model.text import Cited, Rival, Span

Entry = dict[str, Any]
"""One entry of a section, or a part of one, as JSON holds it."""


def span(found: Span) -> list[int]:
    """Return the ends of a span."""
    return [found.begin, found.end]


def spans(found: Iterable[Span]) -> list[list[int]]:
    """Return the ends of spans."""
    return [span(each) for each in found]


def day(found: date | None) -> str | None:
    """Return a day as ISO 8601, or null."""
    return found.isoformat() if found else None


def grounds(field: Cited[Any]) -> Entry:
    """Return the words, the rule and the chance behind a field, and what lost to it."""
    return {
        "spans": spans(field.spans),
        "rule": field.rule,
        "score": field.score,
        "rivals": [rival(lost) for lost in field.rivals],
    }


def rival(lost: Rival[Any]) -> Entry:
    """Return an answer that lost."""
    return {"value": lost.value, "rule": lost.rule, "score": lost.score}

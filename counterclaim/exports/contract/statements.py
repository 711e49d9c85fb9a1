"""Statements, as JSON values."""

from __future__ import annotations

from typing import Any

from counterclaim.exports.contract.parts import Entry, day, grounds, rival, span, spans
from counterclaim.exports.links import Links
from counterclaim.linking.interest import NOT_TOLD
from counterclaim.model.derived import Stake
from counterclaim.model.record import Reading
from counterclaim.model.statement import Source, Statement
from counterclaim.model.text import Cited, Span


def told(reading: Reading) -> list[Statement]:
    """Return the statements of a reading in the order of its text."""
    return sorted(
        reading.statements, key=lambda each: (each.content[:1], each.cue or Span(0, 1), each.id)
    )


def statement(told: Statement, reading: Reading, links: Links) -> Entry:
    """Return a statement with the words and the rule behind each of its fields."""
    return {
        "id": told.id,
        "document": reading.document.id,
        "source": {
            **_voice(told.source, links),
            "type": told.source.type.value,
            "named_at": span(told.source.named_at) if told.source.named_at else None,
            "score": told.source.score,
            "rivals": [rival(lost) for lost in told.source.rivals],
        },
        "cue": span(told.cue) if told.cue else None,
        "content": spans(told.content),
        "kind": told.kind.value,
        "class": told.cue_class.value,
        "act": told.act.value.value,
        "polarity": told.polarity.value.value,
        "certainty": told.certainty.value.value,
        "likelihood": list(told.likelihood.value) if told.likelihood else None,
        "via": _voice(told.via, links) if told.via else None,
        "embedded_in": told.embedded_in,
        "answers": {"statement": told.answers} if told.answers else None,
        "general": told.general,
        "interest": _stake(told, links).interest.value,
        "interest_rule": _stake(told, links).rule,
        "said_on": [day(each) for each in told.said_on.value] if told.said_on else None,
        "evidence": [{"value": each.value, **grounds(each)} for each in told.evidence],
        "cited": {name: grounds(field) for name, field in cited(told).items()},
        "extraction": {
            "by": told.rule,
            "score": told.extraction.score if told.extraction else None,
            "voices": list(told.extraction.by) if told.extraction else [],
            **{name: field.rule for name, field in cited(told).items()},
        },
        "review": links.review(told.id),
    }


def _stake(told: Statement, links: Links) -> Stake:
    return links.stakes.get(told.id, NOT_TOLD)


def cited(told: Statement) -> dict[str, Cited[Any]]:
    """Return the fields of a statement that carry words and a rule of their own."""
    fields: dict[str, Cited[Any] | None] = {
        "act": told.act,
        "polarity": told.polarity,
        "certainty": told.certainty,
        "likelihood": told.likelihood,
        "said_on": told.said_on,
    }
    return {name: field for name, field in fields.items() if field}


def _voice(source: Source, links: Links) -> Entry:
    return {
        "name": source.name,
        "actor": links.actor(source),
        "span": span(source.span) if source.span else None,
    }

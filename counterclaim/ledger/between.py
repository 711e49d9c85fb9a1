"""What a document tells of parties beside events, as rows: deeds between them, numbers, ties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from counterclaim.model.event import Estimate, Tie, estimate_id, tie_id
from counterclaim.model.interaction import Interaction
from counterclaim.model.quantity import Number
from counterclaim.model.record import Reading
from counterclaim.model.text import Document
from counterclaim.model.time import Days


class InteractionRow(NamedTuple):
    """A deed between two parties; `source_is` and `target_is` are mentions."""

    id: str
    document: str
    deed: str
    source: str | None
    source_is: str | None
    target: str | None
    target_is: str | None
    modality: str
    first_day: str | None
    last_day: str | None
    statement: str | None
    begin: int
    end: int
    quote: str
    rule: str


class EstimateRow(NamedTuple):
    """A number about a party or an area; `subject_is` is a mention."""

    id: str
    document: str
    subject: str
    subject_is: str | None
    measure: str
    low: float | None
    high: float | None
    bound: str
    unit: str
    first_day: str | None
    last_day: str | None
    statement: str | None
    begin: int
    end: int
    quote: str
    rule: str


class RelationRow(NamedTuple):
    """A tie between two parties; `subject_is` and `object_is` are mentions."""

    id: str
    document: str
    subject_is: str
    predicate: str
    object_is: str
    first_day: str | None
    last_day: str | None
    statement: str | None
    begin: int
    end: int
    quote: str
    rule: str


BetweenRow = InteractionRow | EstimateRow | RelationRow


def interaction_rows(reading: Reading) -> Iterator[InteractionRow]:
    """Yield a row for each deed between two parties."""
    for found in reading.interactions:
        yield _interaction(reading.document, found)


def estimate_rows(reading: Reading) -> Iterator[EstimateRow]:
    """Yield a row for each number about a party or an area."""
    for found in reading.estimates:
        yield _estimate(reading.document, found)


def relation_rows(reading: Reading) -> Iterator[RelationRow]:
    """Yield a row for each tie between two parties."""
    for tie in reading.ties:
        yield _relation(reading.document, tie)


def _interaction(text: Document, found: Interaction) -> InteractionRow:
    source, target, span = found.source, found.target, found.deed.spans[0]
    first, last = _days(found.when.value.days if found.when else None)
    return InteractionRow(
        id=found.id,
        document=text.id,
        deed=found.deed.value,
        source=source.text if source else None,
        source_is=source.mention if source else None,
        target=target.text if target else None,
        target_is=target.mention if target else None,
        modality=msgspec.json.encode([each.value for each in found.modality]).decode(),
        first_day=first,
        last_day=last,
        statement=found.statement,
        begin=span.begin,
        end=span.end,
        quote=text.quote(span),
        rule=found.deed.rule,
    )


def _estimate(text: Document, found: Estimate) -> EstimateRow:
    number, span = found.count.value, found.span
    first, last = _days(found.as_of.value if found.as_of else None)
    return EstimateRow(
        id=estimate_id(text.id, found),
        document=text.id,
        subject=found.subject,
        subject_is=found.mention,
        measure=found.measure,
        low=_real(number.low),
        high=_real(number.high),
        bound=number.bound,
        unit=number.unit,
        first_day=first,
        last_day=last,
        statement=found.statement,
        begin=span.begin,
        end=span.end,
        quote=text.quote(span),
        rule=found.count.rule,
    )


def _relation(text: Document, tie: Tie) -> RelationRow:
    span = tie.predicate.spans[0]
    first, last = _days(tie.when.value.days if tie.when else None)
    return RelationRow(
        id=tie_id(tie),
        document=text.id,
        subject_is=tie.subject,
        predicate=tie.predicate.value,
        object_is=tie.object,
        first_day=first,
        last_day=last,
        statement=tie.statement,
        begin=span.begin,
        end=span.end,
        quote=text.quote(span),
        rule=tie.predicate.rule,
    )


def _days(days: Days | None) -> tuple[str | None, str | None]:
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)


def _real(number: Number | None) -> float | None:
    return None if number is None else float(number)

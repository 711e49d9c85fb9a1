"""Why a time or a number has its value: what it rests on, and which words say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import Mention
from counterclaim.model.text import Cited, Document, Rival
from counterclaim.model.time import Relation, Time, TimeBasis


class Found(NamedTuple):
    """One field as it was read, before its rules are put in words."""

    field: str
    value: str
    rule: str
    words: tuple[str, ...]
    score: float | None = None
    rivals: tuple[Rival[Any], ...] = ()


def value_fields(mention: Mention, document: Document) -> Iterator[Found]:
    """Yield the fields of a time or a number; the word outside it stands with what it decided."""
    if mention.time:
        yield from _told(mention.time, _time(mention.time.value), document)
    if mention.quantity:
        yield from _told(mention.quantity, _number(mention.quantity.value), document)


Lines = Iterator[tuple[str, str]]
DECIDED_OUTSIDE = frozenset({"relation", "effect"})
"""Fields that a word beside the expression decides, where one is cited."""

BASES = {
    TimeBasis.EXPLICIT: "the words say all",
    TimeBasis.INFERRED: "the words, but for the year",
    TimeBasis.PUBLICATION: "counted from the publication",
    TimeBasis.CONTEXT: "counted from a time before it",
    TimeBasis.OPEN: "open: no day to count from",
}


def _told(read: Cited[Any], lines: Lines, document: Document) -> Iterator[Found]:
    own, *outside = (document.quote(span) for span in read.spans)
    for field, value in lines:
        words = outside if outside and field in DECIDED_OUTSIDE else [own]
        yield Found(field, value, read.rule, tuple(words), read.score, read.rivals)


def _time(time: Time) -> Lines:
    yield "value", f"{time.value}, {time.kind.value}"
    if time.days:
        yield "days", " to ".join(dict.fromkeys(day.isoformat() for day in time.days))
    yield "basis", BASES[time.basis]
    if time.modifier:
        yield "modifier", time.modifier
    if time.relation is not Relation.IN:
        yield "relation", time.relation.value


def _number(number: Quantity) -> Lines:
    yield "value", _interval(number)
    if number.unit:
        yield "unit", number.unit
    if number.of:
        yield "of", number.of
    if number.effect:
        yield "effect", number.effect.value


def _interval(number: Quantity) -> str:
    """Write both ends where both are stated: "4000 to 6000", "24 or more", "up to 24"."""
    if number.low is None:
        ends = "open" if number.high is None else f"up to {number.high}"
    elif number.high is None:
        ends = f"{number.low} or more"
    else:
        ends = " to ".join(dict.fromkeys((str(number.low), str(number.high))))
    return f"{ends}, {number.bound.value}"

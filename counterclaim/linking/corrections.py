"""Readings as reviewers corrected them: the machine proposes, a named person decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from counterclaim.linking.decisions import standing
from counterclaim.model.record import Reading, Review, Verdict
from counterclaim.model.statement import Act, Certainty, Polarity, Statement
from counterclaim.model.text import Cited, Span

RULE = "decided_by_reviewer"
T = TypeVar("T")
Correct = Callable[[Statement, str], Statement]


def corrected(readings: Iterable[Reading], reviews: Sequence[Review]) -> tuple[Reading, ...]:
    """Return the readings with the fields of statements as reviewers set them, the last one last.

    A value that a field cannot have, or a span outside the text, changes nothing.
    """
    given: dict[str, list[Review]] = defaultdict(list)
    for review in standing(reviews):
        if review.verdict is Verdict.CORRECT:
            given[review.target].append(review)
    return tuple(_reading(reading, given) if given else reading for reading in readings)


def _reading(reading: Reading, given: Mapping[str, list[Review]]) -> Reading:
    if not any(each.id in given for each in reading.statements):
        return reading
    length = len(reading.document.text)
    statements = tuple(
        _statement(each, given.get(each.id, ()), length) for each in reading.statements
    )
    return replace(reading, statements=statements)


def _statement(statement: Statement, given: Iterable[Review], length: int) -> Statement:
    for review in given:
        try:
            found = FIELDS[review.field](statement, review.value)
        except (KeyError, ValueError, TypeError):
            continue
        if all(0 <= span.begin < span.end <= length for span in found.content):
            statement = found
    return statement


def _by(field: Cited[T], value: T) -> Cited[T]:
    """Put a person's value in place of ours."""
    return replace(field, value=value, rule=RULE, score=None)


def _act(statement: Statement, value: str) -> Statement:
    return replace(statement, act=_by(statement.act, Act(value)))


def _polarity(statement: Statement, value: str) -> Statement:
    return replace(statement, polarity=_by(statement.polarity, Polarity(value)))


def _certainty(statement: Statement, value: str) -> Statement:
    return replace(statement, certainty=_by(statement.certainty, Certainty(value)))


def _source(statement: Statement, value: str) -> Statement:
    if not value.strip():
        return statement
    source = replace(statement.source, name=value.strip(), rule=RULE, mention=None, score=None)
    return replace(statement, source=source)


def _content(statement: Statement, value: str) -> Statement:
    """Take `120-180` for the one span of the content. Raises ValueError for anything else."""
    begin, _, end = value.partition("-")
    first, last = int(begin), int(end)
    return replace(statement, content=(Span(first, last),)) if 0 <= first < last else statement


FIELDS: Mapping[str, Correct] = {
    "act": _act,
    "polarity": _polarity,
    "certainty": _certainty,
    "source": _source,
    "content": _content,
}
"""What a reviewer may correct."""

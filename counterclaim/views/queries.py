"""A search as a person writes it: `claimant:ISPR about:dam -polarity:denied date:2024-03..`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from counterclaim.errors import QueryError
from counterclaim.model.query import SLOTS, Query
from counterclaim.model.statement import Act, Certainty, Polarity

TERM = re.compile(r'(?:(?<!\S)([-\u2212])(?=["\w]))?(?:([A-Za-z_]+):)?("[^"]*"?|\S+)')
DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
HELD = {
    **{polarity.value: polarity for polarity in Polarity},
    "affirmed": Polarity.TRUE,
    "denied": Polarity.FALSE,
    "open": Polarity.OPEN,
}
Member = TypeVar("Member", bound=StrEnum)


def parse_query(text: str) -> Query:
    """Read a search. Raises QueryError, which names the nearest key or value."""
    query = Query()
    for minus, key, value in TERM.findall(text):
        if minus:
            query = replace(query, without=(*query.without, _with(Query(), key, value)))
        else:
            query = _with(query, key, value)
    return query


def _with(query: Query, key: str, value: str) -> Query:
    if not key:
        return replace(query, words=f"{query.words} {value}".strip())
    if key.lower() in KEYS:
        return KEYS[key.lower()](query, value.strip('"'))
    raise _unknown("key", key, KEYS, 'Words with a colon go in quotes: "12:30"')


def _claimant(query: Query, value: str) -> Query:
    return replace(query, claimant=value)


def _about(query: Query, value: str) -> Query:
    return replace(query, about=f"{query.about} {value}".strip())


def _outlet(query: Query, value: str) -> Query:
    return replace(query, outlet=value)


def _polarity(query: Query, value: str) -> Query:
    if value.lower() not in HELD:
        raise _unknown("polarity", value, HELD)
    return replace(query, polarity=HELD[value.lower()])


def _act(query: Query, value: str) -> Query:
    return replace(query, act=_member(Act, "act", value))


def _slot(query: Query, value: str) -> Query:
    if value.lower() not in SLOTS:
        raise _unknown("slot", value, SLOTS)
    return replace(query, slot=value.lower())


def _event(query: Query, value: str) -> Query:
    return replace(query, event=value)


def _certainty(query: Query, value: str) -> Query:
    return replace(query, certainty=_member(Certainty, "certainty", value))


def _narration(query: Query, value: str) -> Query:
    if value.lower() not in ("yes", "no"):
        raise _unknown("narration", value, ("yes", "no"))
    return replace(query, narration=value.lower() == "yes")


def _date(query: Query, value: str) -> Query:
    first, between, last = value.partition("..")
    return replace(
        query,
        first=_days(first)[0] if first else None,
        last=_days(last if between else first)[1] if last or not between else None,
    )


def _days(text: str) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day."""
    found = DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in found.groups())
        last = date(int(year or 0), month or 12, 1)
        end = day or monthrange(last.year, last.month)[1]
        return date(last.year, month or 1, day or 1), last.replace(day=end)
    except ValueError as error:
        raise QueryError(
            f"'{text}' is no date", "Write 2024, 2024-03, 2024-03-31 or a range: 2024-03..2024-04"
        ) from error


def _member(kind: type[Member], name: str, value: str) -> Member:
    try:
        return kind(value.lower())
    except ValueError as error:
        raise _unknown(name, value, [member.value for member in kind]) from error


def _unknown(what: str, value: str, known: Iterable[str], hint: str = "") -> QueryError:
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(value.lower(), names, 1)
    there_are = f"There are: {', '.join(names)}"
    next_step = f"Did you mean '{near[0]}'?" if near else f"{there_are}. {hint}".strip(". ")
    return QueryError(f"a search has no {what} '{value}'", next_step)


KEYS: Mapping[str, Callable[[Query, str], Query]] = {
    "claimant": _claimant,
    "about": _about,
    "outlet": _outlet,
    "polarity": _polarity,
    "slot": _slot,
    "event": _event,
    "act": _act,
    "certainty": _certainty,
    "date": _date,
    "narration": _narration,
}

"""What the times and numbers of a text are worth: as JSON values, and as cells of a table."""

from __future__ import annotations

from datetime import date
from typing import Any

from counterclaim.model.quantity import Quantity
from counterclaim.model.statement import Mention
from counterclaim.model.time import Precision, Time

COLUMNS = "value first last basis relation low high bound unit of effect"
"""The columns that `cells` fills."""

TYPES = {"first": date, "last": date, "low": float, "high": float}


def worth(found: Mention) -> str | dict[str, Any] | None:
    """Return the value of a time as TIMEX3 or EDTF, of a number as its interval."""
    if found.time:
        return found.time.value.value
    return count(found.quantity.value) if found.quantity else None


def edges(time: Time) -> list[str] | None:
    """Return the first and the last day that a time can be."""
    return [day.isoformat() for day in time.days] if time.days else None


def about_time(time: Time) -> dict[str, Any]:
    """Return the days that a time can be, and how its value was come by."""
    return {
        "kind": time.kind.value,
        "days": edges(time),
        "precision": None if time.precision is Precision.NONE else time.precision.value,
        "basis": time.basis.value,
        "modifier": time.modifier or None,
        "relation": time.relation.value,
        "edtf": time.edtf or None,
    }


def count(number: Quantity) -> dict[str, Any]:
    """Return the interval that the words of a number leave, and what it counts."""
    return {
        "low": number.low,
        "high": number.high,
        "bound": number.bound.value,
        "unit": number.unit or None,
        "of": number.of or None,
        "effect": number.effect.value if number.effect else None,
    }


def cells(found: Mention) -> tuple[str | float | date | None, ...]:
    """Return the cells of COLUMNS: all empty for a mention without a value."""
    return (*_time_cells(found), *_number_cells(found))


def _time_cells(found: Mention) -> tuple[str | date | None, ...]:
    if found.time is None:
        return (None,) * 5
    time = found.time.value
    first, last = time.days or (None, None)
    return (time.value, first, last, time.basis.value, time.relation.value)


def _number_cells(found: Mention) -> tuple[str | float | None, ...]:
    if found.quantity is None:
        return (None,) * 6
    low, high, *rest = count(found.quantity.value).values()
    ends = (None if end is None else float(end) for end in (low, high))
    return (*ends, *rest)

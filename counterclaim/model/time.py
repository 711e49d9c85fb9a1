"""When: what a text says of a time, as a TIMEX3 value and as the days that it may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Days = tuple[date, date]


class TimeKind(StrEnum):
    """What sort of time is spoken of, as in TimeML."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class TimeBasis(StrEnum):
    """What a value rests on (coding practice, section 8).

    `explicit` words say all; `inferred` took the year from the publication or a time before it;
    `publication` and `context` were counted from the publication or from a time before it; `open`
    would need a day that the document does not give.
    """

    EXPLICIT = "explicit"
    INFERRED = "inferred"
    PUBLICATION = "publication"
    CONTEXT = "context"
    OPEN = "open"


class Precision(StrEnum):
    """The finest unit that the words give."""

    CLOCK = "clock"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    NONE = "none"


class Relation(StrEnum):
    """How what happened lies to the time that is named."""

    IN = "in"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Time:
    """A time: its TIMEX3 value, and the first and last day that it can be, both included.

    A range has the EDTF value "first/last". `days` is None where no day of a calendar is known.
    `modifier` is TimeML's: START, MID, END, APPROX, LESS_THAN, MORE_THAN and their like.
    """

    value: str
    kind: TimeKind
    days: Days | None = None
    precision: Precision = Precision.NONE
    basis: TimeBasis = TimeBasis.EXPLICIT
    modifier: str = ""
    relation: Relation = Relation.IN

    @property
    def edtf(self) -> str:
        """Return the stated days in EDTF: open at the end that the words leave open, or empty."""
        if self.days is None:
            return ""
        first, last = (day.isoformat() for day in self.days)
        if self.relation in {Relation.SINCE, Relation.AFTER}:
            return f"{first if self.relation is Relation.SINCE else last}/.."
        if self.relation in {Relation.UNTIL, Relation.BEFORE}:
            return f"../{last if self.relation is Relation.UNTIL else first}"
        return first if first == last else f"{first}/{last}"

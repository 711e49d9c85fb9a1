"""When it happened, as codebooks write it: nothing finer than the words, nothing contested."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from counterclaim.coding.draft import Draft, blank, filled
from counterclaim.model.event import Blank
from counterclaim.model.row import Cell, Passage
from counterclaim.model.text import Cited
from counterclaim.model.time import Days, Precision, Time, TimeBasis

WEEK, MONTH, YEAR = 7, 31, 366
FINER = (
    *(Precision.CLOCK, Precision.PART_OF_DAY, Precision.DAY, Precision.WEEK),
    *(Precision.PART_OF_MONTH, Precision.MONTH, Precision.SEASON, Precision.YEAR),
)


def coded_day(draft: Draft) -> Cell:
    """Take the one day that stands for a span: its end or start where the words say so."""
    read = _read(draft)
    if read is None or draft.event.when is None:
        return _no_day(draft)
    if len(_rival_days(draft)) > 1:
        return blank(Blank.CONTESTED, _rivals(draft), _words(draft))
    if (draft.event.when[1] - draft.event.when[0]).days >= MONTH:
        return blank(Blank.NOT_FOUND, "no day finer than a month", _words(draft))
    return filled(_standing_for(draft.event.when, read), _words(draft), _basis(read))


def first_day(draft: Draft) -> Cell:
    """Take the first day on which it can have happened."""
    return _edge(draft, 0)


def last_day(draft: Draft) -> Cell:
    """Take the last day on which it can have happened."""
    return _edge(draft, 1)


def year(draft: Draft) -> Cell:
    """Take the year where no telling gives another."""
    return _shared(draft, [day.year for day in draft.event.when or ()])


def month(draft: Draft) -> Cell:
    """Take the month where no telling gives another."""
    if _months(draft.event.when) > 1:
        return _no_day(draft)
    return _shared(draft, [day.month for day in draft.event.when or ()])


def day_of_month(draft: Draft) -> Cell:
    """Take the day; 0, which is the codebook's word for it, where the texts give a month only."""
    when = draft.event.when
    if when is None or _months(when) > 1:
        return _no_day(draft)
    if when[0] != when[1] and len(_rival_days(draft)) > 1:
        return blank(Blank.CONTESTED, _rivals(draft), _words(draft))
    day = when[0].day if when[0] == when[1] else 0
    return filled(day, _words(draft), "" if day else "the texts give no day")


def precision_of_time(draft: Draft) -> Cell:
    """Take how finely the words give the time, in the codebook's numbers."""
    read = _read(draft)
    code = draft.column.table.get(read.precision) if read else None
    if code is None:
        return _no_day(draft)
    return filled(code, _words(draft))


def precision_of_days(draft: Draft) -> Cell:
    """Grade the span of days: one, up to six, a week, a month, up to a year."""
    if draft.event.when is None:
        return _no_day(draft)
    length = (draft.event.when[1] - draft.event.when[0]).days + 1
    grades = (1, WEEK - 1, WEEK, MONTH, YEAR)
    grade = next((n for n, most in enumerate(grades, 1) if length <= most), None)
    if grade is None:
        return blank(Blank.NOT_FOUND, "longer than a year", _words(draft))
    return filled(grade, _words(draft))


def day_as_said(draft: Draft) -> Cell:
    """Quote the words for a time that is no single day."""
    when = draft.event.when
    if when is None:
        return _no_day(draft)
    if when[0] == when[1]:
        return blank(Blank.TEXT_SILENT, "the day is exact")
    passages = _words(draft)
    return filled(draft.quote(*passages), passages)


def clock(draft: Draft) -> Cell:
    """Take the time of day where a clock is told."""
    told = [cited for cited in _times(draft) if cited.value.precision is Precision.CLOCK]
    times = {cited.value.value.partition("T")[2] for cited in told}
    if len(times) != 1:
        return blank(Blank.CONTESTED if times else Blank.NOT_FOUND)
    return filled(times.pop(), _words(draft))


def has_a_month(draft: Draft) -> bool:
    """Whether the time is known as finely as a month."""
    when = draft.event.when
    return when is not None and (when[1] - when[0]).days < MONTH


def _edge(draft: Draft, end: int) -> Cell:
    if draft.event.when is None:
        return _no_day(draft)
    note = _rivals(draft) if len(_rival_days(draft)) > 1 else ""
    return filled(draft.event.when[end], _words(draft), note)


def _shared(draft: Draft, values: list[int]) -> Cell:
    return filled(values[0], _words(draft)) if len(set(values)) == 1 else _no_day(draft)


def _months(when: Days | None) -> int:
    return len({(day.year, day.month) for day in when}) if when else 0


def _standing_for(when: Days, read: Time) -> date:
    """Let a month's end be its last day, a month its middle, a week its first (ACLED's rule)."""
    if when[0] == when[1] or read.modifier == "END":
        return when[1]
    if read.precision is Precision.MONTH and read.modifier != "START":
        return when[0] + (when[1] - when[0]) // 2
    return when[0]


def _no_day(draft: Draft) -> Cell:
    return blank(draft.reason("when"), passages=_words(draft))


def _times(draft: Draft) -> Iterator[Cited[Time]]:
    return (told.when for told in draft.tellings if told.when)


def _read(draft: Draft) -> Time | None:
    """Return the finest of the times that the tellings give."""
    found = [cited.value for cited in _times(draft) if cited.value.precision in FINER]
    return min(found, key=lambda time: FINER.index(time.precision), default=None)


def _rival_days(draft: Draft) -> set[Days]:
    """Return the spans of days of which none has a day in common with another."""
    spans = {cited.value.days for cited in _times(draft) if cited.value.days}
    return {one for one in spans if any(other[1] < one[0] or one[1] < other[0] for other in spans)}


def _rivals(draft: Draft) -> str:
    told = sorted(_rival_days(draft))
    return "told as " + "; ".join(f"{a}" if a == b else f"{a} to {b}" for a, b in told)


def _basis(read: Time) -> str:
    return "the year is taken from the publication" if read.basis is TimeBasis.INFERRED else ""


def _words(draft: Draft) -> tuple[Passage, ...]:
    return tuple(
        Passage(told.document, span)
        for told in draft.tellings
        for span in (told.when.spans if told.when else ())
    )

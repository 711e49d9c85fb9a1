"""Rules that read the time of day: the hour, the part of the day, and both with their day."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.language.phrasing import Found
from counterclaim.language.times.page import Page
from counterclaim.language.times.relative import at_part
from counterclaim.language.times.resolve import context_day, dated, undated
from counterclaim.model.time import Precision, Time, TimeKind

HOURS = 24
NOON = 12
HALF_DAYS = {"MO": 0, "AF": NOON, "EV": NOON, "NI": NOON}
"""What an hour of a part of the day is counted from."""
MINUTES = 60
HALF = 30
HUNDRED = 100
QUARTER = 15


def clock_time(found: Found, page: Page) -> Time | None:
    """Read an hour in figures or words: "10:35 a.m.", "5 pm", "noon"."""
    hour, minute = _hour_and_minute(found)
    half_day = found.values.get("half_day")
    if {"half_day", "zone"} & found.values.keys() and isinstance(hour, int) and hour >= HUNDRED:
        hour, minute = divmod(hour, HUNDRED)
    if half_day is None and "part" in found.values:
        half_day = 0 if found.values["part"] == "MO" else NOON
    if half_day is not None and hour > NOON:
        return None
    hour = hour if half_day is None else hour % NOON + half_day
    clock = f"T{hour:02}:{minute:02}{_seconds(found)}" if _possible(hour, minute) else ""
    return _today(page, found.begin, clock) if clock else None


def _seconds(found: Found) -> str:
    """Return the seconds of an hour in figures, with their colon: ":30" of "7:56:30"."""
    return "".join(f":{part}" for part in str(found.values.get("clock", "")).split(":")[2:])


def _possible(hour: float, minute: float) -> bool:
    """Whether a day has such an hour: "24:30" is none, nor is "2.5 past five"."""
    whole = isinstance(hour, int) and isinstance(minute, int)
    return whole and 0 <= minute < MINUTES and 0 <= hour * MINUTES + minute <= HOURS * MINUTES


def _hour_and_minute(found: Found) -> tuple[int, int]:
    written = [found.values[name] for name in ("noon", "clock", "dotted") if name in found.values]
    if written:
        hour, minute = str(written[0]).split(":")[:2]
        return int(hour), int(minute)
    number, second = found.values["number"], found.values.get("number2")
    if found.phrase.value == "past":
        return (second, number) if second else (number, HALF)
    if found.phrase.value == "to" and second:
        return second - 1, MINUTES - number
    return number, 0


def _today(page: Page, begin: int, clock: str) -> Time:
    """Put a time of day on the day spoken of before, or the day of publication."""
    day, basis = context_day(page, begin, "D")
    time = dated(f"{day.isoformat()}{clock}", basis) if day else None
    return time or undated(f"XXXX-XX-XX{clock}", TimeKind.TIME)


def part_of_day(found: Found, page: Page) -> Time:
    """Read a part of the day spoken of before: "in the morning", "in the early morning"."""
    time = _today(page, found.begin, f"T{found.phrase.value or found.values['part']}")
    return replace(time, modifier=found.values.get("modifier", ""))


def day_and_part(found: Found, _page: Page) -> Time | None:
    """Read a day and its part: "Tuesday night"."""
    day: Time = found.values["date"]
    return at_part(day, found.values["part"]) if day.kind is TimeKind.DATE else None


def part_and_hour(found: Found, _page: Page) -> Time | None:
    """Read an hour of a part of a day: "last night at 8"."""
    day: Time = found.values["date"]
    date, _, part = day.value.partition("T")
    if part not in HALF_DAYS:
        return None
    hour, minute = _clock(found)
    if not (0 < hour <= NOON and minute < 60):
        return None
    value = f"{date}T{hour % NOON + HALF_DAYS[part]:02}:{minute:02}"
    time = dated(value, day.basis) if day.days else undated(value, TimeKind.TIME)
    return replace(time, precision=Precision.CLOCK) if time and day.days else time


def _clock(found: Found) -> tuple[int, int]:
    """Return hour and minute: of "8", "8.30", and of "0730" as armies write it."""
    number = found.values.get("number")
    if isinstance(number, int):
        return divmod(number, HUNDRED) if number >= HUNDRED else (number, 0)
    clock = found.values["hour"].value[-len("T00:00") :]
    return int(clock[1:3]), int(clock[4:6])


def set_and_hour(found: Found, _page: Page) -> Time | None:
    """Read an hour of every day, of every such weekday: "every Friday at noon"."""
    every, hour = found.values["set"].value, found.values["hour"].value
    day = {"P1D": "XXXX-XX-XX"}.get(every, every)
    if not day.startswith("XXXX-") or "T" in day:
        return None
    return undated(f"{day}T{hour.partition('T')[2]}", TimeKind.SET)


def day_and_hour(found: Found, _page: Page) -> Time | None:
    """Read a day and its hour: "noon on Saturday"."""
    day, hour = found.values["date"], found.values["hour"]
    clock = hour.value.partition("T")[2]
    if day.kind is not TimeKind.DATE:
        return None
    value = f"{day.value}T{clock}"
    time = dated(value, day.basis) if day.days else undated(value, TimeKind.TIME)
    return time and replace(time, precision=Precision.CLOCK) if day.days else time

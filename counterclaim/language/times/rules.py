"""Which rule reads each turn of phrase in `times.toml`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from counterclaim.language.phrasing import Found
from counterclaim.language.times import (
    clock,
    dates,
    durations,
    feasts,
    ranges,
    relative,
    traps,
    years,
)
from counterclaim.language.times.page import Page
from counterclaim.model.time import Time

Reader = Callable[[Found, Page], Time | None]

WORDS: Mapping[str, Callable[[Found], Mapping[str, Any] | None]] = {
    "trap": traps.trap,
    "compound_ordinal": traps.compound_ordinal,
    "week_of": traps.week_of,
    "spoken_year": traps.spoken_year,
}
"""What reads a turn of phrase that is no time itself."""

RULES: Mapping[str, Reader] = {
    "iso_day": dates.iso_day,
    "iso_month": dates.iso_month,
    "slashed_day": dates.slashed_day,
    "calendar_day": dates.calendar_day,
    "short_day": dates.short_day,
    "days_of_month": ranges.days_of_month,
    "calendar_month": dates.calendar_month,
    "calendar_year": years.calendar_year,
    "short_month": dates.short_month,
    "months": ranges.months,
    "month_of_year": dates.month_of_year,
    "two_years": ranges.two_years,
    "decade": years.decade,
    "century": years.century,
    "day_of_month": dates.day_of_month,
    "day_of_month_off": dates.day_of_month_off,
    "part_of_month": dates.part_of_month,
    "month_by_number": dates.month_by_number,
    "week_of_year": dates.week_of_year,
    "weekday": dates.weekday,
    "weekday_of_week": dates.weekday_of_week,
    "holiday": feasts.holiday,
    "easter": feasts.easter,
    "weekday_of_month": feasts.weekday_of_month,
    "season": years.season,
    "quarter": years.quarter,
    "quarter_of_year": years.quarter_of_year,
    "half_year": years.half_year,
    "near_day": relative.near_day,
    "tonight": relative.tonight,
    "unit_off": relative.unit_off,
    "weekend": relative.weekend,
    "week_of_calendar": relative.week_of_calendar,
    "month_off": relative.month_off,
    "weekday_off": relative.weekday_off,
    "whole_unit": relative.whole_unit,
    "year_end": relative.year_end,
    "same_unit": relative.same_unit,
    "neighbour_unit": relative.neighbour_unit,
    "neighbour_weekday": relative.neighbour_weekday,
    "ago": relative.ago,
    "within": relative.within,
    "moments_off": relative.moments_off,
    "shifted": relative.shifted,
    "shifted_from": relative.shifted_from,
    "year_earlier": relative.year_earlier,
    "modified": relative.modified,
    "edge_of_unit": relative.edge_of_unit,
    "part_of_unit": relative.part_of_unit,
    "until_now": ranges.until_now,
    "short_days": ranges.short_days,
    "lasting_from": ranges.lasting_from,
    "bound_hour": ranges.bound_hour,
    "from_now": ranges.from_now,
    "ranged": ranges.ranged,
    "day_and_hours": ranges.day_and_hours,
    "duration": durations.duration,
    "duration_and_more": durations.duration_and_more,
    "duration_and_a_half": durations.duration_and_a_half,
    "spell": durations.spell,
    "measured_span": durations.measured_span,
    "approximated": durations.approximated,
    "repeated": durations.repeated,
    "regularly": durations.regularly,
    "reference": durations.reference,
    "clock_time": clock.clock_time,
    "part_of_day": clock.part_of_day,
    "part_within": clock.part_of_day,
    "day_and_part": clock.day_and_part,
    "part_and_hour": clock.part_and_hour,
    "set_and_hour": clock.set_and_hour,
    "day_and_hour": clock.day_and_hour,
}
"""What reads each turn of phrase in `times.toml`; step and length decide which comes first."""

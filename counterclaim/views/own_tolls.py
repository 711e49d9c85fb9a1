"""How many, as a coder's row has it, beside what each source says of it now.

A number is new where it was published after the last report of the row's own number, or after the
day on which the row was coded; else it contradicts the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.coding.own_rows import coded_on, whole
from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.views.events import number
from counterclaim.views.own_held import Difference, Held, News
from counterclaim.views.voices import Voice, voice_of

ROUGHLY = 0.1  # of a number that is told as "about"


@dataclass(frozen=True, slots=True)
class _Count:
    """A number of the whole, and who gives it."""

    count: Quantity
    voice: Voice

    @property
    def reach(self) -> tuple[float, float]:
        """The lowest and the highest number that its words allow."""
        low = 0.0 if self.count.low is None else float(self.count.low)
        high = float("inf") if self.count.high is None else float(self.count.high)
        about = ROUGHLY if self.count.bound is Bound.ABOUT else 0.0
        return low * (1 - about), high * (1 + about)

    @property
    def day(self) -> date:
        """The day on which it was published, before all others where none is known."""
        return self.voice.published or date.min


def tolls(held: Held) -> Iterator[Difference]:
    """Compare how many were killed and injured: each source's latest number with the row's."""
    book = held.signs.book
    for columns, effect in ((book.killed, Effect.KILLED), (book.injured, Effect.INJURED)):
        numbers = {name: whole(held.cell(name)) for name in columns}
        own = {name: n for name, n in numbers.items() if n is not None}
        if columns:
            yield from _differing(held, columns, own, list(_counts(held, effect)))


def _differing(
    held: Held, columns: tuple[str, ...], own: Mapping[str, int], counts: list[_Count]
) -> Iterator[Difference]:
    book = held.signs.book
    agreeing = [each.day for each in counts if _agrees(each, own)]
    since = max((*agreeing, *coded_on(held.row, book)), default=date.max)
    unknown = not own or (book.none_is_zero and not any(own.values()))
    for each in _latest(counts):
        if not _agrees(each, own):
            news = News.NEW if unknown or each.day > since else News.CONTRADICTS
            column = _column(each, own, columns)
            yield Difference(news, column, held.cell(column), number(each.count), (each.voice,))


def _counts(held: Held, effect: Effect) -> Iterator[_Count]:
    """Yield the numbers of the whole, copies aside; none of a part, none that was taken back."""
    tellings = {telling.id: (telling, reading) for telling, reading in held.tellings()}
    for told in held.event.tolls:
        toll, count = told.value, told.value.count.value
        stated = (count.low, count.high) != (None, None) and count.bound is not Bound.UNQUANTIFIED
        kept = toll.effect is effect and not (toll.partial or toll.earlier)
        if stated and kept and told.telling in tellings:
            telling, reading = tellings[told.telling]
            span = (*toll.count.spans, telling.triggers[0].span)[0]
            yield _Count(count, voice_of(span, reading, toll.statement))


def _agrees(each: _Count, own: Mapping[str, int]) -> bool:
    low, high = each.reach
    return bool(own) and low <= max(own.values()) and min(own.values()) <= high


def _latest(counts: Sequence[_Count]) -> list[_Count]:
    """Keep of each source what it said last, and of that the most: others count a part."""
    found: dict[str, _Count] = {}
    for each in counts:
        known = found.get(each.voice.who)
        if known is None or (each.day, each.reach) > (known.day, known.reach):
            found[each.voice.who] = each
    return sorted(found.values(), key=lambda each: (each.day, each.reach), reverse=True)


def _column(each: _Count, own: Mapping[str, int], columns: tuple[str, ...]) -> str:
    """Return the cell that a number is beyond: the highest that the row has, or the lowest."""
    if not own:
        return columns[0]
    above = each.reach[0] > max(own.values())
    return max(own, key=lambda name: own[name] if above else -own[name])

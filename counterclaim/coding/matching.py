"""Which of a coder's own rows an event is coded in: by day, place, parties, kind and number.

A row and an event whose days or whose places contradict each other are never one, whatever else
they share. Of several rows that fit, and of one that fits half, it is said that they may be it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from counterclaim.coding.happenings import Happening
from counterclaim.coding.own_rows import OwnRow
from counterclaim.coding.own_signs import Sign, Signs
from counterclaim.model.event import EventId
from counterclaim.model.time import Days

NIGHT = timedelta(days=1)
"""A happening of one night is told of either day."""
LEAST = 1.6
"""What the signs of an event's own row are worth together, at least."""
FULL = 2.4
"""What they must be worth where the place is told as an area only."""
PERHAPS = 1.3
"""What is worth a look."""
PLACED, DATED = 0.5, 0.4
"""What place and day must be worth for a row to be an event's own."""
MARGIN = 0.3
"""How far the best must stand above the next."""
SHOWN = 5  # rows that an event may be coded in; of more, nothing is said
WIDE = 31  # days: an event told no finer is held against no row; rows have drawers for months


@dataclass(frozen=True, slots=True)
class Match:
    """A row that an event may be coded in, and what speaks for it."""

    event: EventId
    row: OwnRow
    score: float
    signs: tuple[Sign, ...]

    @property
    def whole(self) -> bool:
        """Whether day, place and the rest are enough to say that they are one."""
        worth = {sign.name: sign.worth for sign in self.signs}
        place, day = worth.get("place", 0.0), worth.get("day", 0.0)
        firm = place >= PLACED or (place > 0 and self.score >= FULL)
        return firm and day >= DATED and self.score >= LEAST


@dataclass(frozen=True, slots=True)
class Coded:
    """An event and the rows it may be coded in, the likeliest first; none where it is not coded.

    It is coded in the first where `sure`; `why` says what stands in the way of that.
    """

    event: EventId
    matches: tuple[Match, ...] = ()
    sure: bool = False
    why: str = ""


def match(rows: Sequence[OwnRow], happened: Iterable[Happening], signs: Signs) -> tuple[Coded, ...]:
    """Say of each event in which row it is coded, in which it may be, or that it is not."""
    shelf = _Shelf(rows, signs)
    found = [_coded(each, shelf, signs) for each in happened]
    return tuple(_one_row_each(found))


def _coded(one: Happening, shelf: _Shelf, signs: Signs) -> Coded:
    id = one.event.id
    if one.days is None:
        return Coded(id, why="no day is known of it")
    if one.days[1] - one.days[0] >= timedelta(days=WIDE):
        return Coded(id, why="no day finer than a month is known of it")
    matches = sorted(_matches(one, shelf, signs), key=lambda each: (-each.score, each.row.number))
    if not matches:
        return Coded(id)
    best = matches[0]
    rivals = [each for each in matches if each.score > best.score - MARGIN]
    if len(rivals) > SHOWN:
        return Coded(id, why=f"{len(rivals)} rows fit it, and none better")
    if len(rivals) == 1 and best.whole:
        return Coded(id, (best,), sure=True)
    why = "several rows fit" if len(rivals) > 1 else "not enough of it is told to be sure"
    return Coded(id, tuple(rivals), why=why)


def _matches(one: Happening, shelf: _Shelf, signs: Signs) -> Iterator[Match]:
    for row in shelf.near(one):
        found = signs.between(row, one)
        score = round(sum(sign.worth for sign in found), 2) if found else 0.0
        if found and score >= PERHAPS:
            yield Match(one.event.id, row, score, found)


def _one_row_each(found: list[Coded]) -> Iterator[Coded]:
    """Leave a row to the event that it fits best; where two fit as well, it may be either."""
    scores: dict[int, list[tuple[float, EventId]]] = defaultdict(list)
    for each in found:
        if each.sure:
            scores[each.matches[0].row.number].append((each.matches[0].score, each.event))
    for each in found:
        rivals = scores[each.matches[0].row.number] if each.sure else []
        others = [one for one in rivals if one[1] != each.event]
        if others and max(others)[0] > each.matches[0].score - MARGIN:
            best = max(others)
            fits = "better" if best[0] >= each.matches[0].score + MARGIN else "as well"
            yield replace(each, sure=False, why=f"the row fits event {best[1]} {fits}")
        else:
            yield each


class _Shelf:
    """Rows by country and day; those that leave more than a month open by country and month."""

    def __init__(self, rows: Sequence[OwnRow], signs: Signs) -> None:
        self._by_day: dict[tuple[str, int], list[OwnRow]] = defaultdict(list)
        self._by_month: dict[tuple[str, int], list[OwnRow]] = defaultdict(list)
        self._lands = {""}
        for row in rows:
            land = signs.land(row)
            self._lands.add(land)
            wide = (row.days[1] - row.days[0]).days > WIDE
            drawer = self._by_month if wide else self._by_day
            for key in _months(row.days) if wide else _days(row.days):
                drawer[land, key].append(row)

    def near(self, one: Happening) -> Iterator[OwnRow]:
        """Yield the rows of an event's country and days, a night on either side, each once."""
        assert one.days
        slack = NIGHT if one.told else timedelta(0)
        days = one.days[0] - slack, one.days[1] + slack
        lands = sorted(one.lands | {""}) if one.lands else sorted(self._lands)
        found: dict[int, OwnRow] = {}
        for land in lands:
            for drawer, keys in ((self._by_day, _days(days)), (self._by_month, _months(days))):
                for key in keys:
                    found.update((row.number, row) for row in drawer.get((land, key), ()))
        yield from found.values()


def _days(days: Days) -> range:
    return range(days[0].toordinal(), days[1].toordinal() + 1)


def _months(days: Days) -> range:
    return range(12 * days[0].year + days[0].month, 12 * days[1].year + days[1].month + 1)

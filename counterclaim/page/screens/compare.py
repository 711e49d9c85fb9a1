"""One's own coded rows beside the case: what is new on each, what is coded, what is not yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.coding.own_rows import Flaw
from counterclaim.model.event import EventId
from counterclaim.page.opened import Bench, PageNumber, Part, part_of
from counterclaim.page.worker import Workbench
from counterclaim.views.own_rows import CodedEvent, Comparison, NotCoded, PerhapsCoded

FLAWS = 50  # rows that are named on the page before the rest is counted


class Shown(StrEnum):
    """Which events are asked for: with news, not coded, perhaps coded, coded with nothing new."""

    NEWS = "news"
    UNCODED = "uncoded"
    PERHAPS = "perhaps"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The comparison that was asked for last; `name` is empty where none was.

    Of each sort of events there is one page; `untold` counts the rows that the case tells nothing
    of.
    """

    name: str
    codebook: str
    rows: int
    untold: int
    missing: tuple[str, ...]
    flaws: tuple[Flaw, ...]
    flawed: int
    show: Shown
    news: Part[CodedEvent]
    uncoded: Part[NotCoded]
    perhaps: Part[PerhapsCoded]
    same: Part[CodedEvent]


def own_row(bench: Workbench, event: EventId) -> CodedEvent | None:
    """Return the row that codes an event, of those that were given last."""
    _, found = bench.compared
    coded = (*found.news, *found.same) if found else ()
    return next((each for each in coded if each.event.id == event), None)


NOTHING = Comparison("", 0, (), (), (), (), (), (), 0)


def compare(bench: Bench, show: Shown = Shown.NEWS, page: PageNumber = 1) -> ComparePage:
    """Show the rows that were given last beside the case."""
    name, compared = bench.compared
    found = compared or NOTHING
    return ComparePage(
        name,
        found.codebook,
        found.rows,
        found.untold,
        found.missing,
        found.flaws[:FLAWS],
        len(found.flaws),
        show,
        part_of(found.news, page),
        part_of(found.uncoded, page),
        part_of(found.perhaps, page),
        part_of(found.same, page),
    )

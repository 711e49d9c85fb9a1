"""Cores, histories and open questions on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from counterclaim.cli.board import SIGNS, voice_lines
from counterclaim.cli.terminal import Line, Painted, Part
from counterclaim.cli.wrapping import wrapped
from counterclaim.model.derived import Exhibit, Weighing

if TYPE_CHECKING:
    from counterclaim.views.inquiries import CoreCard, InquiryCard, StepCard

MOVES = 2
"""On a claim, from which their order tells something."""


def core_lines(core: CoreCard) -> Iterator[Line]:
    """Yield what nobody denies, by several origins and by one, then what each holder adds."""
    several = [each for each in core.agreed if not each.single]
    alone = [each for each in core.agreed if each.single]
    headings = ("Nobody denies, of several origins:", "Nobody denies, of one origin each:")
    for heading, fields in zip(headings, (several, alone), strict=True):
        if fields:
            yield (Painted(heading, "heading"),)
        for each in fields:
            parts: list[Part] = [
                f"{each.field}: ",
                Painted(each.value, "content"),
                Painted(f" ({each.sources})", "faint"),
            ]
            yield from wrapped(parts, "  ", "    ")
    for holder, added in core.added:
        told = "; ".join(f"{each.field}: {each.value}" for each in added)
        yield from wrapped([Painted(holder, "source"), f" adds {told}"], "  ", "    ")


def history_lines(steps: tuple[StepCard, ...]) -> Iterator[Line]:
    """Yield the moves on a claim by day; nothing where there was only one."""
    if len(steps) < MOVES:
        return
    yield (Painted("In time:", "heading"),)
    for each in steps:
        day = each.day.isoformat() if each.day else "no day"
        parts: list[Part] = [
            Painted(f"{day}  ", "faint"),
            Painted(each.holder, "source"),
            f" {each.move.value}",
            Painted(f" {each.statement.id}", "faint"),
        ]
        yield from wrapped(parts, "  ", "    ")


def inquiry_lines(inquiry: InquiryCard) -> Iterator[Line]:
    """Yield the evidence cited and asked for, what is to be asked, and the matrix."""
    yield (Painted("Evidence cited:" if inquiry.cited else "No evidence is cited.", "heading"),)
    for each in inquiry.cited:
        yield from wrapped(_exhibit(each), "  ", "    ")
    if inquiry.asked_for:
        yield (Painted("Asked for:", "heading"),)
    for card in inquiry.asked_for:
        yield from voice_lines(card, "  ", "    ")
    if inquiry.questions:
        yield (Painted("Open questions:", "heading"),)
    for question in inquiry.questions:
        yield from wrapped([question.text], "  ", "    ")
    yield from weighing_lines(inquiry.weighing)


def weighing_lines(weighing: Weighing) -> Iterator[Line]:
    """Yield the matrix of rival answers and evidence; what a person has to judge is left empty."""
    if not weighing.rows:
        return
    yield (
        Painted("Who cites it for and against which answer; a person judges the rest:", "faint"),
    )
    for exhibit, cells in weighing.rows:
        yield from wrapped(_exhibit(exhibit), "  ", "    ")
        for name, cell in zip(weighing.hypotheses, cells, strict=True):
            yield (f"    {SIGNS[cell] if cell else '·'} {name}",)


def _exhibit(each: Exhibit) -> list[Part]:
    cited = f"{each.kind} “{each.words}”, cited by "
    return [cited, Painted(each.cited_by, "source"), Painted(f" {each.statement}", "faint")]

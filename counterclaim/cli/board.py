"""Contested propositions on a terminal: the sides one under the other, each with its voices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from counterclaim.cli.terminal import Line, Painted, Part
from counterclaim.cli.wrapping import wrapped
from counterclaim.model.statement import Polarity
from counterclaim.views.disputes import BoardSide, ClaimBoard, DisputeBoard
from counterclaim.views.origins import told_sources
from counterclaim.views.statements import STANCES, StatementCard

SIGNS = {Polarity.TRUE: "●", Polarity.FALSE: "○", Polarity.OPEN: "◌"}
VOICES = 4  # of one side that are shown before the rest is counted


def dispute_lines(board: DisputeBoard, voices: int = VOICES) -> Iterator[Line]:
    """Yield a dispute: the question, its state, and each side with who holds it."""
    yield from wrapped([Painted(board.question, "heading")])
    days = _days(board.first, board.latest)
    facts = [board.state.value, board.slot, f"reported {days}" if days else None, board.id]
    yield (Painted("  " + " · ".join(fact for fact in facts if fact), "faint"),)
    for side in board.sides:
        yield from _side_lines(side, voices)


def claim_lines(board: ClaimBoard) -> Iterator[Line]:
    """Yield a claim and everybody who takes a stance on it."""
    yield from wrapped([Painted(board.value, "heading")])
    sources = told_sources(board.documents, board.tellings, board.origins)
    straw = "known only through its denier" if board.straw else None
    facts = [_state(board), board.slot, sources, straw, board.id]
    yield (Painted("  " + " · ".join(fact for fact in facts if fact), "faint"),)
    for polarity, cards in board.stances:
        yield ("  ", Painted(f"{SIGNS[polarity]} {STANCES[polarity]}", STANCES[polarity]))
        for card in cards:
            yield from voice_lines(card, "      ", "        ")


def voice_lines(
    card: StatementCard, first: str = "", then: str = "  ", known: str = "", *, within: bool = False
) -> Iterator[Line]:
    """Yield one statement: who, where, when, its id, and its words unless `known` ends in them.

    `within` its own document, where and when are not said again.
    """
    cue = f" {card.cue}" if card.cue else ""
    words = " " if known.endswith(card.said) else f": {card.said} "
    place = "" if within else _place(card)
    via = f"via {card.via}" if card.via else ""
    about = " ".join(part for part in (place, via) if part)
    parts: list[Part] = [
        Painted(card.speaker, "source"),
        Painted(cue, "cue"),
        words,
        Painted(f"[{about}] {card.id}" if about else card.id, "faint"),
    ]
    yield from wrapped(parts, first, then)


def _place(card: StatementCard) -> str:
    where = ", ".join(part for part in (card.outlet or card.title, _day(card.published)) if part)
    return f"{where} (copy: adds no voice)" if card.copied_from else where


def _state(board: ClaimBoard) -> str:
    """Name what is known of a claim; one that is only denied is not uncontested."""
    held = {polarity for polarity, _ in board.stances}
    if board.contested:
        return "contested"
    if Polarity.TRUE in held:
        return "uncontested"
    return "only denied" if Polarity.FALSE in held else "open"


def _side_lines(side: BoardSide, voices: int) -> Iterator[Line]:
    word = STANCES[side.polarity]
    held = ", ".join(side.held_by) or "nobody named"
    origins = f" ({told_sources(side.documents, side.tellings, side.origins)})"
    sign = Painted(f"{SIGNS[side.polarity]} {word} by ", word)
    yield from wrapped([sign, Painted(held, "source"), origins], "  ", "    ")
    yield from wrapped([side.position], "      ", "        ")
    for card in side.voices[:voices]:
        yield from voice_lines(card, "      ", "        ", side.position)
    rest = len(side.voices) - voices
    if rest > 0:
        yield (Painted(f"        and {rest} more", "faint"),)
    if side.copies:
        outlets = ", ".join(sorted({card.outlet or card.title for card in side.copies}))
        text = f"printed again by {outlets}: {_copies(len(side.copies))}"
        yield from wrapped([Painted(text, "faint")], "        ")


def _copies(number: int) -> str:
    return "a copy, no new voice" if number == 1 else f"{number} copies, no new voice"


def _days(first: date | None, last: date | None) -> str:
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""

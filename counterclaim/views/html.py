"""The ledger in a notebook or a page: HTML in which every word of a document is escaped.

Source, cue and content differ by weight, slant and underline, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from counterclaim.views.disputes import BoardSide, ClaimBoard, DisputeBoard, told_origins
from counterclaim.views.events import EventCard
from counterclaim.views.statements import STANCES, StatementCard
from counterclaim.views.texts import MarkedText, Segment

STYLES: Mapping[str, str] = {
    "source": "font-weight:bold;background:#dceaf7;color:#102a43",
    "via": "font-weight:bold;background:#eceff3;color:#102a43",
    "cue": "font-style:italic;background:#fdf1c7;color:#3d2f00",
    "content": "text-decoration:underline",
}
TEXT = "white-space:pre-wrap;max-width:68ch;line-height:1.6"
SHOWN = 20  # rows of a table, disputes of a case


def text_html(title: str, marked: MarkedText) -> str:
    """Return a document's text with its statements marked and numbered."""
    body = "".join(_segment(segment) for segment in marked.segments)
    return f'<h4>{escape(title)}</h4><div style="{TEXT}">{body}</div>'


def table_html(columns: Iterable[str], rows: Iterable[tuple[object, ...]], total: int) -> str:
    """Return the first rows of a table, and how many there are."""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in list(rows)[:SHOWN])
    more = f"<p>{SHOWN} of {total} rows</p>" if total > SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def dispute_html(board: DisputeBoard) -> str:
    """Return a dispute with its sides next to each other."""
    sides = "".join(f'<td style="vertical-align:top">{_side(side)}</td>' for side in board.sides)
    state = f"<p>{escape(board.state.value)}</p>"
    return f"<h4>{escape(board.question)}</h4>{state}<table><tr>{sides}</tr></table>"


def disputes_html(boards: Sequence[DisputeBoard]) -> str:
    """Return the first disputes, and how many there are."""
    more = f"<p>{SHOWN} of {len(boards)} disputes</p>" if len(boards) > SHOWN else ""
    return "".join(map(dispute_html, boards[:SHOWN])) + more


def claim_html(board: ClaimBoard) -> str:
    """Return a claim and everybody who takes a stance on it."""
    stances = (
        f"<p><b>{STANCES[polarity]}</b></p>{''.join(map(card_html, cards))}"
        for polarity, cards in board.stances
    )
    return f"<h4>{escape(board.value)}</h4>{''.join(stances)}"


def event_html(card: EventCard) -> str:
    """Return an event in a line, and every report's words for it."""
    days = " to ".join(dict.fromkeys(day.isoformat() for day in card.when or ()))
    numbers = {"killed": card.killed, "injured": card.injured}
    facts = (card.place, days, *(f"{told} {name}" for name, told in numbers.items() if told))
    told = "".join(
        f"<li>{escape(each.outlet or each.title)}: {escape(', '.join(each.words))}</li>"
        for each in card.tellings
    )
    about = escape(" · ".join(fact for fact in facts if fact))
    return f"<h4>{escape(card.type)}</h4><p>{about}</p><ul>{told}</ul>"


def card_html(card: StatementCard) -> str:
    """Return one statement: who, in which words, where and when, through whom."""
    day = f", {card.published.isoformat()}" if card.published else ""
    via = f", via {card.via}" if card.via else ""
    copied = ", a copy: adds no voice" if card.copied_from else ""
    return (
        f'<p><span style="{STYLES["source"]}">{escape(card.speaker)}</span> '
        f'<span style="{STYLES["cue"]}">{escape(card.cue)}</span>: '
        f"{escape(card.said)} "
        f"<small>[{escape(f'{card.outlet or card.title}{day}{via}{copied}')}]</small></p>"
    )


def fields_html(fields: Mapping[str, object]) -> str:
    """Return names and values in two columns."""
    rows = "".join(
        f"<tr><th>{escape(name)}</th>{_cell(value)}</tr>" for name, value in fields.items()
    )
    return f"<table>{rows}</table>"


def _segment(segment: Segment) -> str:
    numbers = "".join(f"<sup>{mark.number}</sup>" for mark in segment.opens)
    labels = dict.fromkeys(mark.label for mark in segment.marks)
    style = ";".join(STYLES[label] for label in labels)
    text = escape(segment.text)
    if not labels:
        return text
    title = ", ".join(f"{mark.label} of {mark.number}" for mark in segment.marks)
    return f'{numbers}<span style="{style}" title="{title}">{text}</span>'


def _side(side: BoardSide) -> str:
    held = escape(", ".join(side.held_by) or "nobody named")
    voices = "".join(map(card_html, side.voices))
    return f"<b>{STANCES[side.polarity]}</b> by {held}; {told_origins(side.origins)}{voices}"


def _cell(value: object) -> str:
    return f"<td>{'' if value is None else escape(str(value))}</td>"

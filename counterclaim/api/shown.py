"""Any entry of a ledger, arranged for reading and drawn for a notebook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from counterclaim.model.event import Telling
from counterclaim.model.record import Location
from counterclaim.model.statement import Mention
from counterclaim.views import html
from counterclaim.views.actors import ActorCard, actor_card
from counterclaim.views.disputes import ClaimBoard, DisputeBoard, claim_board, dispute_board
from counterclaim.views.entries import Entries
from counterclaim.views.events import EventCard, event_card
from counterclaim.views.statements import StatementCard, card
from counterclaim.views.texts import MarkedText, mark_text

View = (
    MarkedText
    | StatementCard
    | Mention
    | ActorCard
    | Location
    | EventCard
    | Telling
    | ClaimBoard
    | DisputeBoard
)


@dataclass(frozen=True)
class Shown:
    """One entry arranged for reading: `kind` names it, `view` holds it; a notebook draws it."""

    kind: str
    id: str
    view: View
    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id}>"


def show(id: str, entries: Entries) -> Shown:
    """Arrange the entry that an id, the beginning of one, or a document's key means."""
    kind, whole = entries.find(id)
    view, drawn = _SHOWN[kind](whole, entries)
    return Shown(kind, whole, view, drawn)


def _show_document(id: Any, entries: Entries) -> tuple[View, str]:
    reading = entries.readings[id]
    marked = mark_text(reading)
    return marked, html.text_html(reading.document.title or reading.document.key, marked)


def _show_statement(id: Any, entries: Entries) -> tuple[View, str]:
    shown = card(id, entries)
    return shown, html.card_html(shown)


def _show_mention(id: Any, entries: Entries) -> tuple[View, str]:
    mention, _ = entries.mentions[id]
    return mention, html.fields_html(asdict(mention))


def _show_actor(id: Any, entries: Entries) -> tuple[View, str]:
    shown = actor_card(entries.actors[id], entries)
    says = "".join(html.card_html(card(each, entries)) for each in shown.says)
    names = html.fields_html({"name": shown.name, "aliases": ", ".join(shown.aliases)})
    return shown, names + says


def _show_place(id: Any, entries: Entries) -> tuple[View, str]:
    location = entries.places[id]
    return location, html.fields_html(asdict(location.place))


def _show_event(id: Any, entries: Entries) -> tuple[View, str]:
    shown = event_card(entries.events[id], entries)
    return shown, html.event_html(shown)


def _show_telling(id: Any, entries: Entries) -> tuple[View, str]:
    telling, reading = entries.tellings[id]
    words = ", ".join(reading.document.quote(each.span) for each in telling.triggers)
    return telling, html.fields_html({"type": telling.type.value, "words": words})


def _show_claim(id: Any, entries: Entries) -> tuple[View, str]:
    board = claim_board(entries.claims[id], entries)
    return board, html.claim_html(board)


def _show_dispute(id: Any, entries: Entries) -> tuple[View, str]:
    board = dispute_board(entries.disputes[id], entries)
    return board, html.dispute_html(board)


_SHOWN: Mapping[str, Callable[[Any, Entries], tuple[View, str]]] = {
    "document": _show_document,
    "statement": _show_statement,
    "mention": _show_mention,
    "actor": _show_actor,
    "place": _show_place,
    "event": _show_event,
    "telling": _show_telling,
    "claim": _show_claim,
    "dispute": _show_dispute,
}

"""What an entry of the ledger rests on: statements, and the documents they stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from counterclaim.model.statement import MentionId, StatementId
from counterclaim.model.text import DocumentId
from counterclaim.views.actors import says
from counterclaim.views.entries import Entries
from counterclaim.views.texts import in_order


def statements_behind(kind: str, id: str, entries: Entries) -> tuple[StatementId, ...]:
    """Return the statements that an entry rests on, each once; `kind` is a name of Entries.find."""
    found = dict.fromkeys(_STATEMENTS[kind](id, entries))
    return tuple(each for each in found if each in entries.statements)


def documents_behind(kind: str, id: str, entries: Entries) -> tuple[DocumentId, ...]:
    """Return the documents that an entry was read from, each once."""
    if kind == "document":
        return (DocumentId(id),)
    if kind == "mention":
        return (entries.mentions[MentionId(id)][1].document.id,)
    if kind in _DOCUMENTS:
        return tuple(dict.fromkeys(_DOCUMENTS[kind](id, entries)))
    readings = [entries.statements[each][1] for each in statements_behind(kind, id, entries)]
    return tuple(dict.fromkeys(reading.document.id for reading in readings))


def _document(id: Any, entries: Entries) -> list[StatementId]:
    return [each.id for each in in_order(entries.readings[id].statements)]


def _statement(id: Any, entries: Entries) -> list[StatementId]:
    statement, _ = entries.statements[id]
    return [each for each in (id, statement.embedded_in, statement.answers) if each]


def _mention(id: Any, entries: Entries) -> list[StatementId]:
    _, reading = entries.mentions[id]
    return [each.id for each in in_order(reading.statements) if each.source.mention == id]


def _actor(id: Any, entries: Entries) -> list[StatementId]:
    return list(says(entries.actors[id], entries))


def _place(id: Any, entries: Entries) -> list[StatementId]:
    return [
        told
        for mention in entries.places[id].mentions
        if mention in entries.mentions
        for told in _mention(mention, entries)
    ]


def _event(id: Any, entries: Entries) -> list[StatementId]:
    """Return the statements in whose content it is told, and those that charge somebody."""
    event = entries.events[id]
    told = [each.trigger.statement for each in event.mentions]
    charged = [each.value.statement for each in event.responsibility]
    return [each for each in (*told, *charged) if each]


def _telling(id: Any, entries: Entries) -> list[StatementId]:
    telling, _ = entries.tellings[id]
    told = (
        *(each.statement for each in telling.triggers),
        *(each.statement for each in telling.tolls),
        *(each.statement for each in telling.responsibility),
    )
    return [each for each in told if each]


def _documents_of_place(id: Any, entries: Entries) -> list[DocumentId]:
    mentions = (each for each in entries.places[id].mentions if each in entries.mentions)
    return [entries.mentions[each][1].document.id for each in mentions]


def _documents_of_event(id: Any, entries: Entries) -> list[DocumentId]:
    return [each.document for each in entries.events[id].mentions]


def _documents_of_telling(id: Any, entries: Entries) -> list[DocumentId]:
    return [entries.tellings[id][0].document]


def _claim(id: Any, entries: Entries) -> list[StatementId]:
    return [stance.statement for stance in entries.claims[id].stances]


def _dispute(id: Any, entries: Entries) -> list[StatementId]:
    return [each for side in entries.disputes[id].sides for each in side.statements]


_STATEMENTS: Mapping[str, Callable[[Any, Entries], list[StatementId]]] = {
    "document": _document,
    "statement": _statement,
    "mention": _mention,
    "actor": _actor,
    "place": _place,
    "event": _event,
    "telling": _telling,
    "claim": _claim,
    "dispute": _dispute,
}

_DOCUMENTS: Mapping[str, Callable[[Any, Entries], list[DocumentId]]] = {
    "place": _documents_of_place,
    "event": _documents_of_event,
    "telling": _documents_of_telling,
}
"""Entries that also stand in documents without a statement on them."""

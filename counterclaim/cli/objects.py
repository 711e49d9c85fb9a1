"""Entries of the ledger as JSON objects of their own, with what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from counterclaim.exports import contract
from counterclaim.exports.links import Links, follow_links
from counterclaim.model.statement import StatementId
from counterclaim.views.coverage import cover
from counterclaim.views.entries import Entries
from counterclaim.views.grounds import statements_behind

Object = dict[str, Any]


def entry_objects(kind: str, ids: Iterable[str], entries: Entries) -> list[Object]:
    """Return entries of one kind, each with its schema and the statements that belong to it."""
    links = follow_links(entries.ledger)
    return [_entry(kind, id, entries, links) for id in ids]


def _entry(kind: str, id: str, entries: Entries, links: Links) -> Object:
    related = [each for each in statements_behind(kind, id, entries) if each != id]
    return {
        "schema": f"counterclaim/{kind}/1",
        **_ENTRIES[kind](id, entries, links),
        "statements": [_worded(each, entries, links) for each in related],
    }


def view_object(kind: str, view: object) -> Object:
    """Return a view as it is arranged for reading, days as ISO 8601, with its schema."""
    import msgspec

    return {"schema": f"counterclaim/{kind}/1", **msgspec.to_builtins(view, str_keys=True)}


def coverage_object(id: Any, entries: Entries) -> Object:
    """Return every sentence of a document with what became of it."""
    coverage = cover(entries.readings[id])
    return {
        "schema": "counterclaim/coverage/1",
        "document": id,
        "share": coverage.share,
        "unread": coverage.unread or None,
        "sentences": [
            {
                "span": [sentence.span.begin, sentence.span.end],
                "text": sentence.text,
                "treatment": sentence.treatment.value,
                "reason": sentence.reason or None,
                "statements": list(sentence.statements),
            }
            for sentence in coverage.sentences
        ],
    }


def statement_objects(ids: Iterable[StatementId], entries: Entries) -> list[Object]:
    """Return statements as in the contract, with their words beside their spans."""
    links = follow_links(entries.ledger)
    return [_worded(id, entries, links) for id in ids]


def _worded(id: Any, entries: Entries, links: Links) -> Object:
    statement, reading = entries.statements[id]
    quote = reading.document.quote
    words = {
        "source": quote(statement.source.span) if statement.source.span else None,
        "cue": quote(statement.cue) if statement.cue else None,
        "content": [quote(span) for span in statement.content],
    }
    return {**contract.statement(statement, reading, links), "words": words}


def _document(id: Any, entries: Entries, links: Links) -> Object:
    return contract.document(entries.readings[id], links)


def _mention(id: Any, entries: Entries, links: Links) -> Object:
    return contract.mention(*entries.mentions[id], links)


def _actor(id: Any, entries: Entries, links: Links) -> Object:
    return contract.actor(entries.actors[id], links)


def _place(id: Any, entries: Entries, _: Links) -> Object:
    return contract.place(entries.places[id])


def _event(id: Any, entries: Entries, links: Links) -> Object:
    return contract.event(entries.events[id], links)


def _telling(id: Any, entries: Entries, _: Links) -> Object:
    return contract.telling(entries.tellings[id][0])


def _claim(id: Any, entries: Entries, links: Links) -> Object:
    return contract.claim(entries.claims[id], links)


def _dispute(id: Any, entries: Entries, links: Links) -> Object:
    return contract.dispute(entries.disputes[id], links)


_ENTRIES: Mapping[str, Callable[[Any, Entries, Links], Object]] = {
    "document": _document,
    "statement": _worded,
    "mention": _mention,
    "actor": _actor,
    "place": _place,
    "event": _event,
    "telling": _telling,
    "claim": _claim,
    "dispute": _dispute,
}

"""Finding things again: statements by their words and speakers, documents by what rests on them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from counterclaim.ledger.store import Store
from counterclaim.model.actor import ActorId
from counterclaim.model.query import Hit, Query
from counterclaim.model.statement import Kind, StatementId
from counterclaim.model.text import DocumentId, Span

LIMIT = 1000
"""Hits of one search, at most."""
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_BEHIND = {
    "document": "SELECT id FROM documents WHERE {}",
    "statement": "SELECT document FROM statements WHERE {}",
    "mention": "SELECT document FROM mentions WHERE {}",
    "actor": "SELECT document FROM (SELECT actor AS id, document FROM actor_documents) WHERE {}",
    "claim": "SELECT document FROM statements WHERE id IN "
    "(SELECT statement FROM stances WHERE claim IN (SELECT id FROM claims WHERE {}))",
    "place": "SELECT document FROM mentions WHERE id IN "
    "(SELECT mention FROM place_mentions WHERE place IN (SELECT id FROM places WHERE {}))",
    "event": "SELECT document FROM event_mentions WHERE event IN (SELECT id FROM events WHERE {})",
    "telling": "SELECT document FROM event_mentions WHERE event IN "
    "(SELECT event FROM (SELECT telling AS id, event FROM event_mentions) WHERE {})",
    "dispute": "SELECT document FROM statements WHERE id IN (SELECT value FROM sides, "
    "json_each(statements) WHERE dispute IN (SELECT id FROM disputes WHERE {}))",
}
"""What leads from the ids of each kind of entry to the documents that it rests on."""
_DISPUTED = """
SELECT DISTINCT document FROM statements
WHERE id IN (SELECT value FROM sides, json_each(statements))
"""
_NAMED = """
SELECT d.id FROM documents AS d JOIN chosen AS c ON c.document = d.id
WHERE d.key = ?1 OR substr(json_extract(c.metadata, '$.path'), -length(?1)) = ?1
"""
_SLOT = """
s.id IN (SELECT t.statement FROM stances AS t JOIN claims AS c ON c.id = t.claim WHERE c.slot = ?)
OR s.id IN (SELECT value FROM sides AS b JOIN disputes AS d ON d.id = b.dispute,
            json_each(b.statements) WHERE d.slot = ?)
"""
_MEANT = """
SELECT e.id FROM events AS e LEFT JOIN places AS p ON p.id = e.place
WHERE e.id >= ? AND e.id < ? OR e.type = ? OR instr(lower(p.name), ?)
"""
_EVENT = f"""
s.id IN (SELECT statement FROM event_mentions WHERE event IN ({_MEANT}))
OR s.id IN (SELECT statement FROM charges WHERE event IN ({_MEANT}))
"""
_HITS = """
SELECT s.id, s.document, s.begin, s."end", s.content FROM statements AS s
"""

_LIKE = """
SELECT DISTINCT document FROM statements WHERE number IN (
    SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?)
"""


def find_statements(store: Store, query: Query) -> tuple[Hit, ...]:
    """Return the statements that answer a search, in the order of documents and their texts."""
    tests = [test for test in _tests(query) if test is not None]
    where = " AND ".join(sql for sql, _ in tests) or "TRUE"
    order = f"ORDER BY s.document, s.begin, s.id LIMIT {LIMIT}"
    values = [value for _, values in tests for value in values]
    rows = store.rows(f"{_HITS} WHERE {where} {order}", *values)
    return tuple(Hit(id, text, Span(begin, end), words) for id, text, begin, end, words in rows)


def documents_of_actor(store: Store, actor: ActorId) -> set[DocumentId]:
    """Return the documents that speak of an actor, as linked last."""
    rows = store.rows("SELECT document FROM actor_documents WHERE actor = ?", actor)
    return {DocumentId(row[0]) for row in rows}


def documents_behind(store: Store, name: str) -> set[DocumentId]:
    """Return the documents behind all that a name may mean.

    A name is an id or the beginning of one, or a document's key or the end of its path.
    """
    id = name.strip().lstrip("'").lower()
    if not id:
        return set()
    rows = store.rows(_NAMED, name)
    for sql in _BEHIND.values():
        rows += store.rows(sql.format("id >= ? AND id < ?"), id, f"{id}~")
    return {DocumentId(row[0]) for row in rows}


def documents_of(store: Store, statements: Iterable[StatementId]) -> set[DocumentId]:
    """Return the documents that statements stand in."""
    sql = "SELECT document FROM statements WHERE id IN (SELECT value FROM json_each(?))"
    return {DocumentId(row[0]) for row in store.rows(sql, json.dumps(list(statements)))}


def documents_in_dispute(store: Store) -> set[DocumentId]:
    """Return the documents with a voice in any dispute."""
    return {DocumentId(row[0]) for row in store.rows(_DISPUTED)}


def documents_published_by(store: Store, day: date) -> set[DocumentId]:
    """Return the documents that were out on a day; those without a day of their own are not."""
    published = "SELECT document FROM chosen WHERE json_extract(metadata, '$.published') <= ?"
    return {DocumentId(row[0]) for row in store.rows(published, day.isoformat())}


def documents_like(store: Store, words: Iterable[str], most: int) -> set[DocumentId]:
    """Return the documents of the statements that have the most, and the rarest, of these words."""
    safe = (word.replace('"', " ").replace("\0", " ") for word in words)
    asked = " OR ".join(f'"{word}"' for word in sorted({*safe}) if any(map(str.isalnum, word)))
    rows = store.rows(_LIKE, f"{{content source}} : ({asked})", most) if asked else []
    return {DocumentId(row[0]) for row in rows}


Test = tuple[str, tuple[Any, ...]] | None
"""A condition in SQL with its values; None asks for nothing."""


def _tests(query: Query) -> tuple[Test, ...]:
    return (
        *_asked(query),
        None if query.narration else ("s.kind <> ?", (Kind.NARRATION,)),
        *map(_without, query.without),
    )


def _without(query: Query) -> Test:
    """Turn a search round; what is unknown of a statement does not leave it out."""
    tests = [test for test in _asked(query) if test is not None]
    asked = " AND ".join(f"({sql})" for sql, _ in tests)
    values = tuple(value for _, values in tests for value in values)
    return (f"({asked}) IS NOT TRUE", values) if tests else None


def _asked(query: Query) -> tuple[Test, ...]:
    return (
        _words(f"{query.words} {query.about}"),
        _claimant(query.claimant),
        _outlet(query.outlet),
        _equal("s.polarity", query.polarity),
        _equal("s.act", query.act),
        _equal("s.certainty", query.certainty),
        _day(">=", query.first),
        _day("<=", query.last),
        (f"({_SLOT})", (query.slot,) * 2) if query.slot else None,
        _event(query.event),
    )


def _event(meant: str) -> Test:
    name = meant.strip().lower()
    values = (name, f"{name}~", name.replace(" ", "_"), name)
    return (f"({_EVENT})", values * 2) if name else None


def _words(words: str) -> Test:
    if not words.strip():
        return None
    inside = "s.number IN (SELECT rowid FROM words WHERE words MATCH ?)"
    return _matching(inside, f"{{content title}} : ({match(words)})", words)


def _claimant(name: str) -> Test:
    """Find a claimant by the words of the text, and by any name of the actor behind them."""
    if not name.strip():
        return None
    as_said = "s.number IN (SELECT rowid FROM words WHERE words MATCH ?)"
    as_known = (
        "s.mention IN (SELECT m.mention FROM actor_mentions AS m JOIN actor_names AS n "
        "ON n.actor = m.actor WHERE n.actor_names MATCH ?)"
    )
    if not match(name):
        return "FALSE", ()
    return f"({as_said} OR {as_known})", (f"source : ({match(name)})", f"name : ({match(name)})")


def _outlet(name: str) -> Test:
    outlet = "SELECT id FROM documents WHERE instr(lower(outlet), lower(?))"
    return (f"s.document IN ({outlet})", (name.strip(),)) if name.strip() else None


def _equal(column: str, value: str | None) -> Test:
    return None if value is None else (f"{column} = ?", (value,))


def _day(comparison: str, day: date | None) -> Test:
    published = f"json_extract(metadata, '$.published') {comparison} ?"
    inside = f"s.document IN (SELECT document FROM chosen WHERE {published})"
    return (inside, (day.isoformat(),)) if day else None


def _matching(sql: str, asked: str, words: str) -> tuple[str, tuple[Any, ...]]:
    """Words without a letter or digit, such as '--', are in no text."""
    return (sql, (asked,)) if match(words) else ("FALSE", ())


def match(words: str) -> str:
    """Return the full-text question for words and "phrases": each quoted, so none is a command."""
    phrases = ((found[1] or found[2] or "").replace('"', " ") for found in _PHRASE.finditer(words))
    safe = (phrase.replace("\0", " ") for phrase in phrases)
    return " AND ".join(f'"{phrase}"' for phrase in safe if any(map(str.isalnum, phrase)))

"""Finding things again: statements by their words and speakers, anything by its id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from counterclaim.errors import UnknownId
from counterclaim.ledger.store import Store
from counterclaim.model.query import Hit, Query
from counterclaim.model.statement import Kind
from counterclaim.model.text import Span

LIMIT = 1000
"""Hits of one search, at most."""
SHOWN = 9
"""Things that are named where an id may be any of them."""
ALIKE = 4
"""Characters in which a wrong id must begin like another for that to be suggested."""
Found = tuple[str, str, str | None]
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_IDS = (
    ("document", "SELECT id, id FROM documents"),
    ("statement", "SELECT id, document FROM statements"),
    ("actor", "SELECT id, NULL FROM actors"),
    ("claim", "SELECT id, NULL FROM claims"),
    ("dispute", "SELECT id, NULL FROM disputes"),
)
_MENTIONS = (("mention", "SELECT id, document FROM mentions"),)
"""Looked at last: they have no index of ids, so each look is a long one."""
_HITS = """
SELECT s.id, s.document, s.begin, s."end", s.content FROM statements AS s
"""


def find_statements(store: Store, query: Query) -> tuple[Hit, ...]:
    """Return the statements that answer a search, in the order of documents and their texts."""
    tests = [test for test in _tests(query) if test is not None]
    where = " AND ".join(sql for sql, _ in tests) or "TRUE"
    order = f"ORDER BY s.document, s.begin, s.id LIMIT {LIMIT}"
    values = [value for _, values in tests for value in values]
    rows = store.rows(f"{_HITS} WHERE {where} {order}", *values)
    return tuple(Hit(id, text, Span(begin, end), words) for id, text, begin, end, words in rows)


def resolve(store: Store, prefix: str) -> Found:
    """Return kind, whole id and document of what an id, or the beginning of one, names.

    Raises UnknownId where nothing has it, or several things have.
    """
    found = _beginning(store, prefix, _IDS) or _beginning(store, prefix, _MENTIONS)
    exact = [row for row in found if row[1] == prefix]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        several = ", ".join(f"{kind} {id}" for kind, id, _ in found)
        raise UnknownId(f"'{prefix}' may be any of: {several}", "Give more of the id")
    raise UnknownId(f"nothing in the case has the id '{prefix}'", _nearest(store, prefix))


def _beginning(store: Store, prefix: str, kinds: Sequence[tuple[str, str]]) -> list[Found]:
    found: set[Found] = set()
    for kind, sql in kinds if prefix else ():
        rows = store.rows(f"{sql} WHERE id >= ? AND id < ? LIMIT {SHOWN}", prefix, f"{prefix}~")
        found.update((kind, *row) for row in rows)
    return sorted(found, key=lambda row: row[:2])[:SHOWN]


def _nearest(store: Store, prefix: str) -> str:
    """Name an id that begins most like this one, if one does for a few characters."""
    for length in range(len(prefix) - 1, ALIKE - 1, -1):
        if near := _beginning(store, prefix[:length], _IDS):
            return f"Did you mean {near[0][0]} {near[0][1]}?"
    return "Find ids with `counterclaim search`"


def _tests(query: Query) -> tuple[tuple[str, tuple[Any, ...]] | None, ...]:
    return (
        _words(f"{query.words} {query.about}"),
        _claimant(query.claimant),
        _outlet(query.outlet),
        _equal("s.polarity", query.polarity),
        _equal("s.act", query.act),
        _equal("s.certainty", query.certainty),
        _day(">=", query.first),
        _day("<=", query.last),
        None if query.narration else ("s.kind <> ?", (Kind.NARRATION,)),
    )


def _words(words: str) -> tuple[str, tuple[Any, ...]] | None:
    if not words.strip():
        return None
    inside = "s.number IN (SELECT rowid FROM words WHERE words MATCH ?)"
    return _matching(inside, f"{{content title}} : ({match(words)})", words)


def _claimant(name: str) -> tuple[str, tuple[Any, ...]] | None:
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


def _outlet(name: str) -> tuple[str, tuple[Any, ...]] | None:
    outlet = "SELECT id FROM documents WHERE instr(lower(outlet), lower(?))"
    return (f"s.document IN ({outlet})", (name.strip(),)) if name.strip() else None


def _equal(column: str, value: str | None) -> tuple[str, tuple[Any, ...]] | None:
    return None if value is None else (f"{column} = ?", (value,))


def _day(comparison: str, day: date | None) -> tuple[str, tuple[Any, ...]] | None:
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

"""Finding things again: statements by their words and speakers, anything by its id."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from counterclaim.errors import UnknownId
from counterclaim.ledger.store import Store
from counterclaim.model.query import Hit, Query
from counterclaim.model.statement import Kind
from counterclaim.model.text import Span

LIMIT = 1000
"""Hits of one search, at most."""
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_IDS = (
    ("document", "SELECT id, id FROM documents"),
    ("statement", "SELECT id, document FROM statements"),
    ("mention", "SELECT id, document FROM mentions"),
    ("actor", "SELECT id, NULL FROM actors"),
    ("claim", "SELECT id, NULL FROM claims"),
    ("dispute", "SELECT id, NULL FROM disputes"),
)
_HITS = """
SELECT s.id, s.document, s.begin, s."end", s.content FROM statements AS s
JOIN chosen AS c ON c.document = s.document
"""


def find_statements(store: Store, query: Query) -> tuple[Hit, ...]:
    """Return the statements that answer a search, in the order of documents and their texts."""
    tests = [test for test in _tests(query) if test is not None]
    where = " AND ".join(sql for sql, _ in tests) or "TRUE"
    order = f"ORDER BY s.document, s.begin, s.id LIMIT {LIMIT}"
    values = [value for _, values in tests for value in values]
    rows = store.rows(f"{_HITS} WHERE {where} {order}", *values)
    return tuple(Hit(id, text, Span(begin, end), words) for id, text, begin, end, words in rows)


def resolve(store: Store, prefix: str) -> tuple[str, str, str | None]:
    """Return kind, whole id and document of what an id, or the beginning of one, names.

    Raises UnknownId where nothing has it, or several things have.
    """
    found = {
        (kind, *row)
        for kind, sql in _IDS
        for row in store.rows(
            f"{sql} WHERE id >= ? AND id < ? LIMIT 9", prefix, f"{prefix}\U0010ffff"
        )
    }
    exact = [row for row in found if row[1] == prefix]
    if len(exact or found) != 1:
        raise _unknown(prefix, sorted({f"{row[0]} {row[1]}" for row in found}))
    kind, id, document = (exact or list(found))[0]
    return kind, id, document


def _unknown(prefix: str, candidates: list[str]) -> UnknownId:
    if not prefix or not candidates:
        return UnknownId(
            f"nothing in the case has the id '{prefix}'", "Find ids with `counterclaim search`"
        )
    return UnknownId(f"'{prefix}' may be any of: {', '.join(candidates)}", "Give more of the id")


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
    published = "json_extract(c.metadata, '$.published')"
    return (f"{published} {comparison} ?", (day.isoformat(),)) if day else None


def _matching(sql: str, asked: str, words: str) -> tuple[str, tuple[Any, ...]]:
    """Words without a letter or digit, such as '--', are in no text."""
    return (sql, (asked,)) if match(words) else ("FALSE", ())


def match(words: str) -> str:
    """Return the full-text question for words and "phrases": each quoted, so none is a command."""
    phrases = ((found[1] or found[2] or "").replace('"', " ") for found in _PHRASE.finditer(words))
    safe = (phrase.replace("\0", " ") for phrase in phrases)
    return " AND ".join(f'"{phrase}"' for phrase in safe if any(map(str.isalnum, phrase)))

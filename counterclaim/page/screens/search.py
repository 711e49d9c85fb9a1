"""Search: statements by their words, and by who said them, about whom, how and when."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.errors import QueryError
from counterclaim.ledger.search import LIMIT
from counterclaim.page.opened import Opened, PageNumber, Part, Words, filled, part_of
from counterclaim.page.screens.statements import Said, last_reviews, shown
from counterclaim.views.queries import KEYS, parse_query


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was asked, what was found, and the keys that a search knows."""

    query: str
    hits: Part[Said] | None
    at_least: bool
    problem: str
    next_step: str
    keys: tuple[str, ...]


def search(shelf: Opened, q: Words = "", page: PageNumber = 1) -> SearchPage:
    """Search the statements of the case."""
    if not q.strip():
        return _page(q)
    try:
        hits = shelf.search(parse_query(q))
    except QueryError as error:
        return _page(q, problem=error.message, next_step=error.next_step)
    part = part_of(hits, page)
    entries = shelf.entries({hit.document for hit in part.items})
    reviews = last_reviews(shelf)
    found = [shown(hit.statement, entries, shelf, reviews) for hit in part.items]
    return _page(q, hits=filled(part, found), at_least=len(hits) >= LIMIT)


def _page(
    query: str,
    *,
    hits: Part[Said] | None = None,
    at_least: bool = False,
    problem: str = "",
    next_step: str = "",
) -> SearchPage:
    return SearchPage(query, hits, at_least, problem, next_step, tuple(KEYS))

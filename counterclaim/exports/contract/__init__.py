"""The entries of the ledger as plain JSON values, key by key as docs/json.md describes them.

Unknown is null, never a guess. Spans are `[begin, end)` in code points of the document's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from counterclaim.coding import code_events, code_interactions, world_of
from counterclaim.exports.contract.claims import claim, corroboration, dispute
from counterclaim.exports.contract.documents import document, mention
from counterclaim.exports.contract.events import estimate, event, relation, telling
from counterclaim.exports.contract.interactions import interaction
from counterclaim.exports.contract.parties import actor, place
from counterclaim.exports.contract.parts import Entry
from counterclaim.exports.contract.rows import row
from counterclaim.exports.contract.statements import statement, told
from counterclaim.exports.links import follow_links, in_order
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.model.actor import Actor
from counterclaim.model.claim import Claim, Dispute
from counterclaim.model.record import Event, Ledger
from counterclaim.model.version import VERSION

__all__ = [
    "Entry",
    "actor",
    "claim",
    "corroboration",
    "dispute",
    "document",
    "estimate",
    "event",
    "heading",
    "interaction",
    "mention",
    "place",
    "relation",
    "row",
    "sections",
    "statement",
    "telling",
    "told",
]

SCHEMA = "counterclaim/ledger/1"
Named = TypeVar("Named", Actor, Claim, Dispute, Event)


def heading() -> Entry:
    """Say what this is and who wrote it; no clock, so that a ledger always gives the same bytes."""
    return {
        "schema": SCHEMA,
        "program": {"name": "counterclaim", "version": VERSION},
        "note": "Read by a machine. What 'review' calls unreviewed, no person has checked.",
    }


def sections(
    ledger: Ledger, codebooks: Sequence[str] = ()
) -> Iterator[tuple[str, Iterator[Entry]]]:
    """Yield every section of the contract in its order; it has rows of the codebooks named."""
    links, readings = follow_links(ledger), in_order(ledger)
    yield "documents", (document(each, links) for each in readings)
    yield "mentions", (mention(m, each, links) for each in readings for m in each.mentions)
    yield "actors", (actor(each, links) for each in _by_id(ledger.actors))
    yield "places", (place(each) for each in sorted(ledger.places, key=lambda at: at.place.id))
    yield "statements", (statement(s, each, links) for each in readings for s in told(each))
    yield "events", (event(each, links) for each in _by_id(ledger.events))
    world = world_of(ledger)
    yield "interactions", (interaction(each) for each in code_interactions(world, ledger.events))
    books = load_codebooks() if codebooks else {}
    coded = (code_events(ledger.events, name, books[name], world) for name in codebooks)
    yield "rows", (row(each, links) for rows in coded for each in rows)
    yield "estimates", (estimate(e, each, links) for each in readings for e in each.estimates)
    yield "relations", (relation(tie, each, links) for each in readings for tie in each.ties)
    yield "claims", (claim(each, links) for each in _by_id(ledger.claims))
    yield "disputes", (dispute(each, links) for each in _by_id(ledger.disputes))
    counted = sorted(ledger.corroboration, key=lambda row: row.claim)
    yield "corroboration", (corroboration(row) for row in counted)


def _by_id(entries: Iterable[Named]) -> list[Named]:
    return sorted(entries, key=lambda entry: entry.id)

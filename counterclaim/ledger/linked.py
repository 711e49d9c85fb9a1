"""What all readings add up to: one packed value for the program, tables for questions."""

from __future__ import annotations

from dataclasses import dataclass, fields

import msgspec

from counterclaim.ledger import happenings
from counterclaim.ledger.packing import pack, seal, unpack
from counterclaim.ledger.store import Store
from counterclaim.model.actor import Actor
from counterclaim.model.claim import Claim, Corroboration, Dispute
from counterclaim.model.record import Copy, Event, Ledger, Location, Reading, Review

TABLES = (
    *("copies", "actors", "actor_mentions", "actor_names"),
    *("stances", "sides", "claims", "disputes"),
    *happenings.TABLES,
)
"""In an order in which they can be emptied: what refers to another goes first."""


SPOKEN_OF = """
SELECT DISTINCT a.actor, m.document
FROM mentions AS m JOIN actor_mentions AS a ON a.mention = m.id
"""
"""Which documents speak of which actor: worked out from two tables, and kept in a third."""


@dataclass(frozen=True, slots=True)
class Links:
    """A ledger without the readings and reviews that it was made from."""

    copies: tuple[Copy, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    corroboration: tuple[Corroboration, ...] = ()
    places: tuple[Location, ...] = ()
    events: tuple[Event, ...] = ()

    @classmethod
    def of(cls, ledger: Ledger) -> Links:
        """Take from a ledger what its readings add up to."""
        return cls(*(getattr(ledger, each.name) for each in fields(cls)))


def keep_links(store: Store, ledger: Ledger, made_from: str) -> None:
    """Replace the links of the case, whole or not at all."""
    links = Links.of(ledger)
    content = pack(links)
    with store.transaction():
        for table in (*TABLES, "actor_documents"):
            store.run(f"DELETE FROM {table}")
        _keep_actors(store, links)
        _keep_claims(store, links)
        _keep_disputes(store, links)
        happenings.keep_places(store, links.places)
        happenings.keep_events(store, links.events)
        row = (made_from, content, seal(content))
        store.run("INSERT OR REPLACE INTO linked VALUES (1, ?, ?, ?)", *row)


def is_kept(store: Store, made_from: str) -> bool:
    """Whether the links of the case were made from this."""
    return store.row("SELECT 1 FROM linked WHERE made_from = ?", made_from) is not None


def links(store: Store, made_from: str) -> Links | None:
    """Return the links of the case, or None where they were made from something else."""
    row = store.row("SELECT content FROM linked WHERE made_from = ?", made_from)
    return unpack(row[0], Links) if row else None


def last_links(store: Store) -> tuple[str, Links] | None:
    """Return what the links of the case were made from last, and the links; None before any."""
    row = store.row("SELECT made_from, content FROM linked")
    return (row[0], unpack(row[1], Links)) if row else None


def last_made_from(store: Store) -> str:
    """Return what the links of the case were made from last; empty before any."""
    row = store.row("SELECT made_from FROM linked")
    return row[0] if row else ""


def with_links(readings: tuple[Reading, ...], reviews: tuple[Review, ...], found: Links) -> Ledger:
    """Put a ledger together again."""
    return Ledger(
        readings, reviews, **{each.name: getattr(found, each.name) for each in fields(found)}
    )


def _keep_actors(store: Store, links: Links) -> None:
    copies = ((copy.document, copy.of, copy.likeness) for copy in links.copies)
    store.run_all("INSERT INTO copies VALUES (?, ?, ?)", copies)
    store.run_all(
        "INSERT INTO actors VALUES (?, ?, ?, ?)",
        ((actor.id, actor.name, actor.type, actor.rule) for actor in links.actors),
    )
    store.run_all(
        "INSERT OR IGNORE INTO actor_mentions VALUES (?, ?)",
        ((mention, actor.id) for actor in links.actors for mention in actor.mentions),
    )
    store.run(f"INSERT INTO actor_documents {SPOKEN_OF}")
    store.run_all(
        "INSERT INTO actor_names VALUES (?, ?)",
        (
            (name, actor.id)
            for actor in links.actors
            for name in dict.fromkeys((actor.name, *actor.aliases))
        ),
    )


def _keep_claims(store: Store, links: Links) -> None:
    known = {found.claim: found for found in links.corroboration}
    for claim in links.claims:
        found = known.get(claim.id)
        counts = (found.documents, found.tellings, found.origins) if found else (None, None, None)
        row = (claim.id, claim.slot, claim.value, claim.straw, claim.rule, *counts, claim.event)
        store.run("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *row)
        store.run_all(
            "INSERT INTO stances VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (claim.id, s.holder, s.name, s.polarity, s.certainty, s.statement, s.state)
                for s in claim.stances
            ),
        )


def _keep_disputes(store: Store, links: Links) -> None:
    for dispute in links.disputes:
        store.run(
            "INSERT INTO disputes VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(dispute.id, dispute.slot, dispute.question, dispute.state, dispute.rule),
            *(dispute.event, dispute.score),
        )
        for side in dispute.sides:
            held_by, statements = _list(side.held_by), _list(side.statements)
            store.run(
                "INSERT INTO sides VALUES (?, ?, ?, ?, ?, ?, ?)",
                *(dispute.id, side.claim, side.polarity, side.position),
                *(held_by, statements, side.origins),
            )


def _list(values: tuple[str, ...]) -> str:
    return msgspec.json.encode(values).decode()

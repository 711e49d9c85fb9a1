"""The ledger of a store: made by linking, and kept until a reading or a review changes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from counterclaim.case.versions import linking_version
from counterclaim.ledger import intake, readings
from counterclaim.ledger.linked import keep_links, links, with_links
from counterclaim.ledger.packing import seal
from counterclaim.ledger.reviews import reviews
from counterclaim.ledger.store import Store
from counterclaim.model.record import Ledger, Reading

WAITING = "waiting: not read yet, run `counterclaim read` again"


def link_store(store: Store) -> None:
    """Bring the links of a store up to date with its readings and reviews."""
    made_from = _made_from(store)
    if links(store, made_from) is None:
        keep_links(store, _link(store), made_from)


def ledger_of(store: Store) -> Ledger:
    """Return the whole ledger: linked here and now where a run was killed before its end."""
    with store.snapshot():
        found = links(store, _made_from(store))
        if found is None:
            return _link(store)
        return with_links(tuple(all_readings(store)), reviews(store), found)


def all_readings(store: Store) -> Iterator[Reading]:
    """Yield the readings of all documents, in the order of their ids."""
    for each in intake.taken(store):
        yield reading_of(store, each)


def reading_of(store: Store, each: intake.Taken) -> Reading:
    """Return the reading of a document; one that is still waiting to be read says so."""
    document = intake.document(store, each.id)
    found = readings.findings(store, each.id)
    if found is None:
        return Reading(document, unread=WAITING)
    return Reading(document, found.mentions, found.statements, found.accounts, each.unread)


def _link(store: Store) -> Ledger:
    from counterclaim.pipeline import link_readings

    return link_readings(tuple(all_readings(store)), reviews(store))


def _made_from(store: Store) -> str:
    decided = msgspec.json.encode(reviews(store)).decode()
    return seal("\x1f".join((linking_version(), readings.state(store), decided)))

"""The ledger of a store: made by linking, and kept until a reading or a review changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from counterclaim.case.garbage import only_growing
from counterclaim.case.versions import linking_version
from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.ledger import intake, readings
from counterclaim.ledger.linked import (
    Links,
    is_kept,
    keep_links,
    last_links,
    links,
    with_links,
)
from counterclaim.ledger.packing import seal
from counterclaim.ledger.reviews import reviews
from counterclaim.ledger.store import Store
from counterclaim.linking.corrections import corrected
from counterclaim.model.record import Ledger, Reading
from counterclaim.model.text import DocumentId

OWN_ACTORS = Path("dictionaries") / "actors.csv"
"""Where a case has its own parties and names."""
WAITING = "waiting: not read yet, run `counterclaim read` again"


@only_growing()
def link_store(store: Store) -> None:
    """Bring the links of a store up to date with its readings and reviews."""
    made = made_from(store)
    if not is_kept(store, made):
        keep_links(store, _link(store), made)


def check_table(store: Store) -> None:
    """Raise KnowledgeError where the case has a table of actors that cannot be read."""
    if table := _table(store):
        _known_actors(table)


def is_linked(store: Store) -> bool:
    """Whether this program has linked these readings and reviews, and has kept the result."""
    return is_kept(store, made_from(store))


def ledger_of(store: Store, documents: Collection[DocumentId] | None = None) -> Ledger:
    """Return the ledger, all of it or with the readings of some documents only.

    Where the links that are kept are not those of today, it is linked here and now, and whole.
    """
    with store.snapshot(), only_growing():
        found = links(store, made_from(store))
        if found is None:
            return _link(store)
        decided = reviews(store)
        return with_links(corrected(_readings(store, documents), decided), decided, found)


def kept_ledger(store: Store) -> Ledger:
    """Return the ledger as linked last, without readings; empty where nothing was linked yet.

    It may be older than readings and reviews: `is_linked` says whether it is. Never links.
    """
    with store.snapshot(), only_growing():
        found = last_links(store)
        return with_links((), reviews(store), found[1] if found else Links())


def kept_readings(store: Store, documents: Collection[DocumentId]) -> tuple[Reading, ...]:
    """Return the readings of documents, as reviewers corrected them, in the order of their ids."""
    with store.snapshot():
        return corrected(_readings(store, documents), reviews(store))


def link_aside(store: Store) -> tuple[Ledger, str]:
    """Link what a store holds, without writing; and say what it was made from."""
    with store.snapshot():
        return _link(store), made_from(store)


def keep_if_fresh(store: Store, ledger: Ledger, made: str) -> bool:
    """Keep links that were made aside, unless readings or reviews have changed meanwhile."""
    fresh = made == made_from(store)
    if fresh:
        keep_links(store, ledger, made)
    return fresh


def _readings(store: Store, documents: Collection[DocumentId] | None = None) -> Iterator[Reading]:
    """Yield the readings of all or some documents, in the order of their ids."""
    if documents is None:
        taken = intake.taken(store)
    else:
        taken = [each for id in sorted(set(documents)) for each in intake.taken(store, id)]
    return (_reading(store, each) for each in taken)


def _reading(store: Store, each: intake.Taken) -> Reading:
    """Return the reading of a document; one that is still waiting to be read says so."""
    document = intake.document(store, each.id)
    found = readings.findings(store, each.id)
    if found is None:
        return Reading(document, unread=WAITING)
    return found.in_document(document, each.unread)


def ledger_as_of(store: Store, documents: Collection[DocumentId]) -> Ledger:
    """Return the ledger that some documents alone make: what was on record when they were out."""
    with store.snapshot():
        return _link(store, documents)


def ledger_with(
    store: Store, documents: Collection[DocumentId], beside: Iterable[Reading]
) -> Ledger:
    """Return the ledger that some documents make with readings that the case does not hold."""
    with store.snapshot():
        return _link(store, documents, beside)


@only_growing()
def _link(
    store: Store,
    documents: Collection[DocumentId] | None = None,
    beside: Iterable[Reading] = (),
) -> Ledger:
    from counterclaim.knowledge import BUILT_IN
    from counterclaim.knowledge.events import load_event_types
    from counterclaim.pipeline import link_readings

    known, types = _known_actors(_table(store)), load_event_types([BUILT_IN])
    decided = reviews(store)
    readings = {each.document.id: each for each in (*_readings(store, documents), *beside)}
    ordered = [readings[id] for id in sorted(readings)]
    return link_readings(corrected(ordered, decided), decided, known, types)


def made_from(store: Store) -> str:
    """Name all that the links of a store are made from: readings, decisions, tables, program."""
    decided = msgspec.json.encode(reviews(store)).decode()
    made = (linking_version(), readings.state(store), decided, _digest(_table(store)))
    return seal("\x1f".join(made))


def _table(store: Store) -> Path | None:
    """Return the case's own table of actors, where there is one."""
    table = store.folder / OWN_ACTORS if store.folder else None
    return table if table and table.exists() else None


def _known_actors(table: Path | None) -> ActorIndex:
    from counterclaim.knowledge.actor_files import load_actors

    return load_actors(table, _digest(table))


def _digest(table: Path | None) -> str:
    """Name the content of a table: an edited one makes the links anew. Raises KnowledgeError."""
    try:
        return sha256(table.read_bytes()).hexdigest() if table else ""
    except OSError as error:
        raise KnowledgeError(
            f"{table}: {error.strerror}", "Check that the file is there"
        ) from error

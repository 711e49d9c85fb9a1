"""The case as the page has it open: links in memory, readings as they are asked for.

A look never links. What is shown is what was linked last, and says so where that is older than the
documents or the decisions.
"""

from __future__ import annotations

import gc
import re
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from counterclaim.case import Case
from counterclaim.errors import UnknownId
from counterclaim.exports.redaction import People, blotted, people_in, said_in
from counterclaim.knowledge.actor_files import load_actors
from counterclaim.ledger.summaries import DocumentLine, OutletLine
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.event import EventId
from counterclaim.model.intake import Failure
from counterclaim.model.query import Hit, Query
from counterclaim.model.record import Event, Reading, Review, Verdict
from counterclaim.model.statement import StatementId
from counterclaim.model.text import DocumentId, digest
from counterclaim.page.linked import Linked, linked
from counterclaim.views.entries import Entries, enter

ID = re.compile(r"[0-9a-f]{16}")
KEPT = 512
"""Readings kept in memory: some 20 MB, and more than any screen asks for."""
BEHIND = 40
"""Documents behind an entry that are opened to show it: more take longer than anybody waits."""
T = TypeVar("T")
READ_ANEW = frozenset({Verdict.CORRECT, Verdict.WITHDRAW})
"""Decisions that change what a document reads as."""


class Shelf:
    """One case, opened for one page. Requests take turns: SQLite and the readings are shared."""

    def __init__(self, folder: Path, reviewer: str) -> None:
        self.folder = folder
        self.reviewer = reviewer
        self._case = Case.open(folder)
        self._turn = RLock()
        self._readings: OrderedDict[DocumentId, Reading] = OrderedDict()
        self._version = -1
        self._linked_from: str | None = None
        self._stale = False
        self._linked: Linked
        self._documents: tuple[DocumentId, ...] | None = None
        self._outlets: tuple[OutletLine, ...] = ()
        self._failures: tuple[Failure, ...] | None = None
        self._made: dict[str, Any] = {}

    def close(self) -> None:
        """Close the files of the case."""
        self._case.close()

    @property
    def name(self) -> str:
        """The name of the case: that of its folder."""
        return self.folder.resolve().name

    @property
    def linked(self) -> Linked:
        """The links as they were made last."""
        with self._turn:
            self._look()
            return self._linked

    @property
    def stale(self) -> bool:
        """Whether documents or decisions came after the links that are shown."""
        with self._turn:
            self._look()
            return self._stale

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The ids of all documents, the newest first."""
        with self._turn:
            self._look()
            self._documents = self._documents or self._case.summaries.newest()
            return self._documents

    def lines(self, documents: Collection[DocumentId]) -> tuple[DocumentLine, ...]:
        """Return documents in lines, in the order in which they are named."""
        with self._turn:
            return self._case.summaries.lines(documents)

    def outlets(self, most: int) -> tuple[OutletLine, ...]:
        """Return the outlets with most documents."""
        with self._turn:
            self._look()
            self._outlets = self._outlets or self._case.summaries.outlets(most)
            return self._outlets

    def published(self, documents: Collection[DocumentId]) -> Mapping[DocumentId, date]:
        """Return the days on which documents were published, of those that have one."""
        with self._turn:
            return self._case.summaries.published(documents)

    def reviews(self) -> tuple[Review, ...]:
        """Return all decisions in the order in which they were given."""
        return self.linked.entries.ledger.reviews

    def entries(self, documents: Iterable[DocumentId]) -> Entries:
        """Return the links with the readings of some documents."""
        with self._turn:
            base = self.linked.entries
            found = self._read(dict.fromkeys(documents))
        return replace(
            base,
            ledger=replace(base.ledger, readings=tuple(found)),
            readings={each.document.id: each for each in found},
            statements={s.id: (s, each) for each in found for s in each.statements},
            mentions={m.id: (m, each) for each in found for m in each.mentions},
            tellings={t.id: (t, each) for each in found for t in each.tellings},
        )

    def around(self, statements: Iterable[StatementId]) -> Entries:
        """Return the links with the readings that some statements stand in."""
        return self.entries(self.documents_of(statements))

    def documents_of(self, statements: Iterable[StatementId]) -> Collection[DocumentId]:
        """Return the documents that statements stand in, in the order of their ids."""
        with self._turn:
            return sorted(self._case.documents_of(statements))

    def find(self, name: str) -> tuple[str, str, Entries]:
        """Return kind and id of what a name means, and the links with the readings behind it.

        Raises UnknownId where nothing has the name.
        """
        entries = self.entries(sorted(self.behind(name))[:BEHIND])
        for kind, known in _kinds(entries):
            if name in known:
                return kind, name, entries
        return *entries.find(name), entries

    def behind(self, name: str) -> Collection[DocumentId]:
        """Return the documents that bear on an id, a key or a path. Raises UnknownId for none.

        Of what is shown most, the links say where it stands; the tables are searched for the rest.
        """
        with self._turn:
            documents = self._known(name) or self._case.documents_behind(name)
        if not documents:
            raise UnknownId(f"nothing here has the id '{name}'", "Search for it by its words")
        return documents

    def _known(self, id: Any) -> Collection[DocumentId]:
        links = self.linked.entries
        if id in links.actors:
            return self._case.documents_of_actor(id)
        if id in links.claims:
            return self.documents_of(stance.statement for stance in links.claims[id].stances)
        if id in links.disputes:
            sides = links.disputes[id].sides
            return self.documents_of(each for side in sides for each in side.statements)
        if id in links.events:
            return sorted({mention.document for mention in links.events[id].mentions})
        return self.documents_of([id])

    def event_of(self, id: str) -> Event | None:
        """Return the event of an id: its own, or one that it had before others joined it."""
        links = self.linked.entries
        own = links.events.get(EventId(id))
        if own or not ID.fullmatch(id):
            return own
        return next((e for t, e in links.event_of.items() if digest("event", t) == id), None)

    def actor_of(self, id: str) -> Actor | None:
        """Return the actor of an id."""
        return self.linked.entries.actors.get(ActorId(id))

    def search(self, query: Query) -> tuple[Hit, ...]:
        """Return the statements that answer a search."""
        with self._turn:
            return self._case.search(query)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what is made of all links, made once after each linking. `name` is its own."""
        with self._turn:
            self._look()
            if name not in self._made:
                self._made[name] = make()
            found: T = self._made[name]
            return found

    def published_view(self, view: T) -> T:
        """Return the values of a screen as they may be published, without private names.

        The first time after each linking, all readings are looked through for them.
        """
        people = self.once("people", self._find_people)
        return blotted(view, said_in(people, view))

    def _find_people(self) -> People:
        readings = self._case.readings(self.documents)
        return people_in(replace(self.linked.entries.ledger, readings=readings), load_actors())

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read."""
        with self._turn:
            self._look()
            if self._failures is None:
                self._failures = self._case.failures()
            return self._failures

    def decide(self, review: Review) -> None:
        """Keep a decision. Raises LedgerBusy while somebody else writes."""
        with self._turn:
            self._case.add_review(review)

    def _look(self) -> None:
        """Take notice of what somebody has written since; asking costs microseconds."""
        version = self._case.version()
        if version == self._version:
            return
        self._version, self._documents = version, None
        self._outlets, self._failures = (), None
        linked_from = self._case.linked_from()
        linked_anew = linked_from != self._linked_from
        if linked_anew:
            self._readings.clear()
            self._made.clear()
            self._linked = linked(enter(self._case.kept()))
            self._linked_from = linked_from
            gc.collect()
            gc.freeze()
        decided = self._take_decisions()
        self._stale = True if decided and not linked_anew else not self._case.is_linked()

    def _take_decisions(self) -> bool:
        """Add the decisions that are new; say whether there were any."""
        entries = self._linked.entries
        known = entries.ledger.reviews
        new = self._case.reviews(len(known))
        for target in {review.target for review in new if review.verdict in READ_ANEW}:
            for document in self._case.documents_of([StatementId(target)]):
                self._readings.pop(document, None)
        with_them = replace(entries, ledger=replace(entries.ledger, reviews=(*known, *new)))
        self._linked = replace(self._linked, entries=with_them)
        return bool(new)

    def _read(self, documents: Iterable[DocumentId]) -> list[Reading]:
        wanted = list(documents)
        missing = [id for id in wanted if id not in self._readings]
        self._readings.update((each.document.id, each) for each in self._case.readings(missing))
        for id in wanted:
            with suppress(KeyError):
                self._readings.move_to_end(id)
        found = [self._readings[id] for id in sorted(wanted) if id in self._readings]
        while len(self._readings) > max(KEPT, len(wanted)):
            self._readings.popitem(last=False)
        return found


def _kinds(entries: Entries) -> tuple[tuple[str, Mapping[Any, Any]], ...]:
    return (
        ("document", entries.readings),
        ("statement", entries.statements),
        ("actor", entries.actors),
        ("event", entries.events),
        ("claim", entries.claims),
        ("dispute", entries.disputes),
        ("mention", entries.mentions),
        ("telling", entries.tellings),
        ("place", entries.places),
    )

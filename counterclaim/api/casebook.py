"""A ledger in the hand: its tables, what could not be read, and any entry by its id."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property
from html import escape
from pathlib import Path

from counterclaim.api.rows import Rows
from counterclaim.api.shown import Shown, show
from counterclaim.coding import CodedInteraction, code_interactions, world_of
from counterclaim.coding.own_days import Order
from counterclaim.coding.own_rows import read_own_rows
from counterclaim.errors import UnknownId
from counterclaim.exports import EXPORTERS, write_export
from counterclaim.exports.contract import told
from counterclaim.exports.links import in_order
from counterclaim.model.actor import Actor
from counterclaim.model.claim import Claim
from counterclaim.model.event import Estimate, Tie
from counterclaim.model.intake import Failure
from counterclaim.model.record import Ledger, Location, Reading
from counterclaim.model.statement import Mention
from counterclaim.model.text import Document
from counterclaim.views import html
from counterclaim.views.actors import find_actor
from counterclaim.views.disputes import DisputeBoard, dispute_boards
from counterclaim.views.dossiers import Dossier, dossier
from counterclaim.views.entries import Entries, enter
from counterclaim.views.events import EventCard, Wanted, event_cards
from counterclaim.views.own_rows import Comparison, compare_rows, days_of
from counterclaim.views.statements import StatementCard, card


class Casebook:
    """A ledger in the hand: its tables, what could not be read, and any entry by its id."""

    def __init__(self, ledger: Ledger, failures: Iterable[Failure] = ()) -> None:
        self.ledger = ledger
        self.failures = tuple(failures)

    @cached_property
    def _entries(self) -> Entries:
        return enter(self.ledger)

    @cached_property
    def _readings(self) -> tuple[Reading, ...]:
        return in_order(self.ledger)

    @cached_property
    def documents(self) -> Rows[Document]:
        """Every document, read or kept unread."""
        return Rows(self.ledger, "documents", (each.document for each in self._readings))

    @cached_property
    def statements(self) -> Rows[StatementCard]:
        """Who says what, in which words, where; narration is there too, as the outlet's own."""
        cards = (card(s.id, self._entries) for each in self._readings for s in told(each))
        return Rows(self.ledger, "statements", cards)

    @cached_property
    def mentions(self) -> Rows[Mention]:
        """Everything that is named or stood for."""
        found = (mention for each in self._readings for mention in each.mentions)
        return Rows(self.ledger, "mentions", found)

    @cached_property
    def actors(self) -> Rows[Actor]:
        """The parties, each under all its names."""
        return Rows(self.ledger, "actors", sorted(self.ledger.actors, key=lambda each: each.id))

    @cached_property
    def places(self) -> Rows[Location]:
        """Where things are, each place with its mentions."""
        places = sorted(self.ledger.places, key=lambda each: each.place.id)
        return Rows(self.ledger, "places", places)

    @cached_property
    def events(self) -> Rows[EventCard]:
        """What happened, the latest first, with every report's telling of it.

        Sums, references and what was only feared or denied are there too; each says so.
        """
        return Rows(self.ledger, "events", event_cards(self._entries, Wanted(everything=True)))

    @cached_property
    def interactions(self) -> Rows[CodedInteraction]:
        """Who does what to whom, with the codes of PLOVER and CAMEO."""
        coded = code_interactions(world_of(self.ledger), self.ledger.events)
        return Rows(self.ledger, "interactions", coded)

    @cached_property
    def estimates(self) -> Rows[Estimate]:
        """Numbers about parties and areas that are no events."""
        found = (estimate for each in self._readings for estimate in each.estimates)
        return Rows(self.ledger, "estimates", found)

    @cached_property
    def relations(self) -> Rows[Tie]:
        """Ties between two parties, as a text or a source states them."""
        return Rows(self.ledger, "relations", (tie for each in self._readings for tie in each.ties))

    @cached_property
    def claims(self) -> Rows[Claim]:
        """Propositions with everybody's stance on them."""
        return Rows(self.ledger, "claims", sorted(self.ledger.claims, key=lambda each: each.id))

    @cached_property
    def disputes(self) -> Rows[DisputeBoard]:
        """Contested questions with their sides, the newest first, and the possible ones.

        The data frame has a row for each side.
        """
        return Rows(self.ledger, "disputes", dispute_boards(self._entries, possible=True))

    def show(self, id: str) -> Shown:
        """Return the entry of an id, the beginning of one, or a document's key.

        Raises UnknownId where nothing, or more than one thing, is meant.
        """
        return show(id, self._entries)

    def actor(self, name: str) -> Dossier:
        """Return all that is on record of a party: by any of its names, or an id.

        Raises UnknownId where the name is of none or of several, and names the nearest.
        """
        return dossier(find_actor(name, self.ledger.actors), self._entries)

    def compare(
        self, rows: str | os.PathLike[str], *, codebook: str = "", dates: str = "open"
    ) -> Comparison:
        """Hold a CSV of one's own coded rows (ACLED, UCDP, GTD) against the ledger; keep nothing.

        `codebook` and `dates` ("day-first", "month-first") are told from the table if not given.
        Raises DocumentError where it is no such table, UnsafeDocument for one larger than any.
        """
        table = read_own_rows(Path(rows).read_bytes(), codebook, Order(dates))
        entries = self._entries
        return compare_rows(table, self.ledger, days_of(entries), lambda _: entries)

    def export(
        self, name: str, out: str | os.PathLike[str], *, numbers: str = "", rows: Iterable[str] = ()
    ) -> Path:
        """Write the ledger as `name`, a key of EXPORTERS, to a file, a folder or a .zip.

        `numbers` and `rows` are the options of `counterclaim export`. Return where it lies. Raises
        UnknownId where no export is called so.
        """
        if name not in EXPORTERS:
            raise UnknownId(f"no export is called '{name}'", f"There are: {', '.join(EXPORTERS)}")
        return write_export(self.ledger, name, Path(out), numbers, tuple(rows))

    def __repr__(self) -> str:
        tables = (self.documents, self.statements, self.events, self.claims, self.disputes)
        counts = ", ".join(f"{len(table)} {table.name}" for table in tables)
        return f"<Casebook: {counts}, {len(self.failures)} failures>"

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self))}</p>{html.disputes_html(tuple(self.disputes))}"

"""Everything in a ledger by its id, so that any id, or the start of one, can be looked up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from counterclaim.errors import UnknownId
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import Claim, ClaimId, Dispute, DisputeId
from counterclaim.model.event import EventId, Telling, TellingId
from counterclaim.model.place import PlaceId
from counterclaim.model.record import Event, Ledger, Location, Reading
from counterclaim.model.statement import Mention, MentionId, Statement, StatementId
from counterclaim.model.text import DocumentId

NAMED = 5  # how many entries are named that the start of an id may mean


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a ledger by id, and what leads from one to another."""

    ledger: Ledger
    readings: Mapping[DocumentId, Reading]
    statements: Mapping[StatementId, tuple[Statement, Reading]]
    mentions: Mapping[MentionId, tuple[Mention, Reading]]
    actors: Mapping[ActorId, Actor]
    claims: Mapping[ClaimId, Claim]
    disputes: Mapping[DisputeId, Dispute]
    actor_of: Mapping[MentionId, Actor]
    copy_of: Mapping[DocumentId, DocumentId]
    claims_of: Mapping[StatementId, tuple[Claim, ...]]
    places: Mapping[PlaceId, Location]
    events: Mapping[EventId, Event]
    tellings: Mapping[TellingId, tuple[Telling, Reading]]
    event_of: Mapping[TellingId, Event]

    def find(self, wanted: str) -> tuple[str, str]:
        """Return kind and whole id of what is meant: by an id, the start of one, a key or a path.

        Raises UnknownId where nothing, or more than one thing, is meant.
        """
        id = wanted.strip().lstrip("'")
        started = [
            (kind, known) for kind, known in self._ids() if id and known.startswith(id.lower())
        ]
        exact = [each for each in started if each[1] == id.lower()]
        exact += [("document", each) for each, names in self._names() if wanted in names]
        found = exact or started
        if len(set(found)) == 1:
            return found[0]
        raise _unknown(wanted, found, (name for _, names in self._names() for name in names))

    def _names(self) -> Iterator[tuple[DocumentId, tuple[str, ...]]]:
        """Yield what else a document may be called by: its key, its path, the path's last part."""
        for id, reading in self.readings.items():
            path = reading.document.path
            yield id, (reading.document.key, path, re.split(r"[/\\]", path)[-1])

    def _ids(self) -> Iterable[tuple[str, str]]:
        sections: tuple[tuple[str, Iterable[str]], ...] = (
            ("document", self.readings),
            ("statement", self.statements),
            ("mention", self.mentions),
            ("actor", self.actors),
            ("place", self.places),
            ("event", self.events),
            ("telling", self.tellings),
            ("claim", self.claims),
            ("dispute", self.disputes),
        )
        return ((kind, id) for kind, ids in sections for id in ids)


def enter(ledger: Ledger) -> Entries:
    """Index a ledger."""
    claims_of: dict[StatementId, list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        for id in dict.fromkeys(stance.statement for stance in claim.stances):
            claims_of[id].append(claim)
    return Entries(
        ledger=ledger,
        readings={each.document.id: each for each in ledger.readings},
        statements={s.id: (s, each) for each in ledger.readings for s in each.statements},
        mentions={m.id: (m, each) for each in ledger.readings for m in each.mentions},
        actors={actor.id: actor for actor in ledger.actors},
        claims={claim.id: claim for claim in ledger.claims},
        disputes={dispute.id: dispute for dispute in ledger.disputes},
        actor_of={mention: actor for actor in ledger.actors for mention in actor.mentions},
        copy_of={copy.document: copy.of for copy in ledger.copies},
        claims_of={id: tuple(claims) for id, claims in claims_of.items()},
        places={location.place.id: location for location in ledger.places},
        events={event.id: event for event in ledger.events},
        tellings={t.id: (t, each) for each in ledger.readings for t in each.tellings},
        event_of={telling: event for event in ledger.events for telling in event.tellings},
    )


def _unknown(wanted: str, found: list[tuple[str, str]], names: Iterable[str]) -> UnknownId:
    if not found:
        near = _nearest(wanted, names)
        next_step = f"Did you mean '{near}'?" if near else "Find ids with `counterclaim search`"
        return UnknownId(f"nothing here has the id '{wanted}'", next_step)
    named = ", ".join(f"{kind} {id}" for kind, id in found[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    return UnknownId(f"'{wanted}' may mean {named}{more}", "Give more of the id")


def _nearest(wanted: str, names: Iterable[str]) -> str:
    """Return the name of a document that holds what is wanted, or is spelled nearly so."""
    from difflib import get_close_matches

    known = sorted({name for name in names if name})
    holding = [name for name in known if wanted and wanted.lower() in name.lower()]
    return next(iter(sorted(holding, key=len) or get_close_matches(wanted, known, 1)), "")

"""Provenance: why the ledger says what it says, for any id; and where any id is shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from counterclaim import coding, language, linking, statements
from counterclaim.errors import UnknownId
from counterclaim.model.claim import Claim, ClaimId
from counterclaim.model.event import TellingId
from counterclaim.model.text import DocumentId
from counterclaim.page.opened import Opened
from counterclaim.page.screens.reading import DocumentFacts, facts
from counterclaim.views.disputes import ClaimBoard, claim_board
from counterclaim.views.entries import Entries
from counterclaim.views.explanations import Explanation, explain
from counterclaim.views.grounds import documents_behind


@dataclass(frozen=True, slots=True)
class ProvenancePage:
    """Each field of an entry with its rule, words and rivals; and the files behind it."""

    explanation: Explanation
    address: str
    documents: tuple[DocumentFacts, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A proposition and everybody's stance on it."""

    board: ClaimBoard
    disputes: tuple[tuple[str, str], ...]


def provenance(shelf: Opened, id: str) -> ProvenancePage:
    """Explain an entry of any kind."""
    kind, whole, entries = shelf.find(id)
    behind = documents_behind(kind, whole, entries)
    return ProvenancePage(
        explain(kind, whole, entries, rule_book()),
        address_of(kind, whole, entries),
        tuple(
            facts(entries.readings[each], entries) for each in behind if each in entries.readings
        ),
    )


def claim(shelf: Opened, id: str) -> ClaimPage:
    """Show one claim with all stances on it."""
    _, whole, entries = shelf.find(id)
    if whole not in entries.claims:
        raise UnknownId(f"no claim has the id '{id}'", "Search for it by its words")
    found: Claim = entries.claims[ClaimId(whole)]
    disputes = shelf.linked.disputes_of.get(found.id, ())
    return ClaimPage(
        claim_board(found, entries), tuple((each.id, each.question) for each in disputes)
    )


def address(shelf: Opened, id: str) -> str:
    """Return the address of the screen that shows an entry of any kind."""
    return address_of(*shelf.find(id))


def address_of(kind: str, id: str, entries: Entries) -> str:
    """Return the address of the screen that shows an entry."""
    if kind == "statement":
        return passage_address(id, entries)
    if kind in SCREENS:
        return f"/{SCREENS[kind]}/{id}"
    if event := entries.event_of.get(TellingId(id)):
        return f"/events/{event.id}"
    behind = documents_behind(kind, id, entries)
    return f"/read/{behind[0]}" if behind else "/"


def passage_address(id: str, entries: Entries) -> str:
    """Return the address of a statement in its text."""
    document: DocumentId = documents_behind("statement", id, entries)[0]
    return f"/read/{document}?statement={id}#s-{id}"


SCREENS = {
    "document": "read",
    "actor": "actors",
    "event": "events",
    "claim": "claims",
    "dispute": "disputes",
}


@cache
def rule_book() -> dict[str, str]:
    """Return every rule of the reader and the linker by name, with what it says."""
    return {
        **coding.rule_book(),
        **linking.rule_book(),
        **language.rule_book(),
        **statements.rule_book(),
    }

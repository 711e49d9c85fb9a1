"""What follows from the ledger on one entry: cores, histories, open questions, stakes, ratings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.linking import rule_book
from counterclaim.linking.evidence import inquire
from counterclaim.linking.histories import history_of
from counterclaim.linking.interest import NOT_TOLD, find_stakes
from counterclaim.linking.uncontested import find_cores, voices_at_hand
from counterclaim.model.claim import Claim, Dispute
from counterclaim.model.derived import (
    Added,
    Agreed,
    Exhibit,
    Interest,
    Move,
    Question,
    Step,
    Weighing,
)
from counterclaim.model.place import PlaceId
from counterclaim.model.record import Event
from counterclaim.model.statement import Polarity, StatementId
from counterclaim.views.entries import Entries
from counterclaim.views.origins import told_sources
from counterclaim.views.statements import StatementCard, card


@dataclass(frozen=True, slots=True)
class AgreedCard:
    """A field of an event that nobody denies, in words, with its sources counted in words."""

    field: str
    value: str
    sources: str
    single: bool
    agreed: Agreed


@dataclass(frozen=True, slots=True)
class CoreCard:
    """What nobody denies of an event, and what each holder adds, the holders in order."""

    agreed: tuple[AgreedCard, ...]
    added: tuple[tuple[str, tuple[Added, ...]], ...]


@dataclass(frozen=True, slots=True)
class StepCard:
    """One move on a claim with the statement that makes it."""

    move: Move
    holder: str
    day: date | None
    polarity: Polarity
    statement: StatementCard


@dataclass(frozen=True, slots=True)
class InquiryCard:
    """What a dispute has and what it wants: evidence cited and asked for, questions, a matrix."""

    cited: tuple[Exhibit, ...]
    asked_for: tuple[StatementCard, ...]
    questions: tuple[Question, ...]
    weighing: Weighing


@dataclass(frozen=True, slots=True)
class StakeCard:
    """Whether a statement serves who holds it, and why."""

    interest: Interest
    rule: str
    why: str


def core_card(event: Event, entries: Entries) -> CoreCard:
    """Arrange what nobody denies of an event, and what each holder adds to it."""
    ledger = entries.ledger
    voices = voices_at_hand(ledger, load_actors())
    [core] = find_cores(ledger, voices, [event])
    holders = dict.fromkeys(each.holder for each in core.added)
    return CoreCard(
        tuple(_agreed_card(each, entries) for each in core.agreed),
        tuple(
            (
                holder,
                tuple(
                    replace(each, value=_plain(each.field, each.value, entries))
                    for each in core.added
                    if each.holder == holder
                ),
            )
            for holder in holders
        ),
    )


def _plain(field: str, value: str, entries: Entries) -> str:
    """Write a value for people: a type in words, a place by its name."""
    if field == "type":
        return value.replace("_", " ")
    location = entries.places.get(PlaceId(value)) if field == "place" else None
    return location.place.name if location else value


def _agreed_card(agreed: Agreed, entries: Entries) -> AgreedCard:
    value = _plain(agreed.field, agreed.value, entries)
    sources = told_sources(agreed.documents, agreed.tellings, agreed.origins)
    return AgreedCard(agreed.field, value, sources, agreed.origins <= 1, agreed)


def history_cards(claim: Claim, entries: Entries) -> tuple[StepCard, ...]:
    """Arrange who said a claim when, repeated, changed or denied it, and who fell silent."""
    steps: Sequence[Step] = history_of(claim, entries.ledger, entries.actor_of)
    return tuple(
        StepCard(each.move, each.holder, each.day, each.polarity, card(each.statement, entries))
        for each in steps
    )


def inquiry_card(dispute: Dispute, entries: Entries) -> InquiryCard:
    """Arrange what a dispute rests on and what it leaves open."""
    found = inquire(dispute, entries.ledger)
    asked_for = tuple(card(id, entries) for id in found.asked_for)
    return InquiryCard(found.cited, asked_for, found.questions, found.weighing)


def stake_card(id: StatementId, entries: Entries) -> StakeCard:
    """Say whether a statement serves its holder; the rule says why."""
    _, reading = entries.statements[id]
    document = reading.document.id
    events = tuple(
        event
        for event in entries.ledger.events
        if any(mention.document == document for mention in event.mentions)
    )
    beside = replace(entries.ledger, readings=(reading,), events=events)
    stake = find_stakes(beside, entries.actor_of).get(id, NOT_TOLD)
    why = rule_book().get(stake.rule, "Nothing on record tells what is at stake for the holder.")
    return StakeCard(stake.interest, stake.rule, why)


def admiralty(claim: Claim, entries: Entries) -> str:
    """Rate a claim after the Admiralty code, with what the rating rests on.

    The letter is always F: the program judges no source. The digit tells how it is borne out here.
    """
    counted = next((row for row in entries.ledger.corroboration if row.claim == claim.id), None)
    origins = counted.origins if counted else 1
    held = {stance.polarity for stance in claim.stances}
    if Polarity.TRUE not in held:
        return "F6: nobody on record affirms it"
    if claim.contested:
        return "F4: contested"
    names = {1: "F3: one origin, nobody denies it", 2: "F2: up to 2 origins, nobody denies it"}
    return names.get(origins, f"F1: up to {origins} origins, nobody denies it")

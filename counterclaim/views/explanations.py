"""Why the ledger says what it says: each field's value, its rule, and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.model.record import Actor, Claim, Dispute, Reading
from counterclaim.model.statement import Mention, Source, Statement
from counterclaim.model.text import Cited, Document, Span
from counterclaim.views.disputes import told_origins
from counterclaim.views.entries import Entries
from counterclaim.views.statements import STANCES, said


@dataclass(frozen=True, slots=True)
class Reason:
    """One field: its value, the rule that read it, what the rule says, and the words it cites."""

    field: str
    value: str
    rule: str
    says: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One entry with a reason for each of its fields."""

    id: str
    kind: str
    title: str
    reasons: tuple[Reason, ...]


def explain(kind: str, id: str, entries: Entries, rules: Mapping[str, str]) -> Explanation:
    """Explain an entry; `rules` says in a line what each rule does."""
    title, found = _EXPLAINED[kind](id, entries)
    reasons = tuple(
        Reason(field, value, rule, rules.get(rule, ""), words)
        for field, value, rule, words in found
    )
    return Explanation(id, kind, title, reasons)


Found = tuple[str, str, str, tuple[str, ...]]
Explained = tuple[str, Iterator[Found]]


def _statement(id: Any, entries: Entries) -> Explained:
    statement, reading = entries.statements[id]
    return said(statement, reading.document), _statement_fields(statement, reading.document)


def _statement_fields(statement: Statement, document: Document) -> Iterator[Found]:
    yield "statement", statement.kind.value, statement.rule, _quote(statement.content, document)
    yield _source("source", statement.source, document)
    if statement.via:
        yield _source("via", statement.via, document)
    if statement.cue:
        cue = document.quote(statement.cue)
        yield "cue", statement.cue_class.value, statement.rule, (cue,)
    fields: dict[str, Cited[Any] | None] = {
        "act": statement.act,
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "likelihood": statement.likelihood,
        "said_on": statement.said_on,
    }
    for name, field in fields.items():
        if field:
            yield name, _value(field.value), field.rule, _quote(field.spans, document)


def _mention(id: Any, entries: Entries) -> Explained:
    mention, reading = entries.mentions[id]
    return mention.name, _mention_fields(mention, reading.document, entries)


def _mention_fields(mention: Mention, document: Document, entries: Entries) -> Iterator[Found]:
    words = (document.quote(mention.span),)
    yield "mention", f"{mention.type.value} {mention.name}", mention.rule, words
    if mention.refers_to and mention.refers_to in entries.mentions:
        meant, _ = entries.mentions[mention.refers_to]
        yield "refers to", mention.refers_to, mention.rule, (document.quote(meant.span),)
    if actor := entries.actor_of.get(mention.id):
        yield "actor", f"{actor.id} {actor.name}", actor.rule, ()


def _actor(id: Any, entries: Entries) -> Explained:
    actor: Actor = entries.actors[id]
    found = [entries.mentions[each] for each in actor.mentions if each in entries.mentions]
    words = dict.fromkeys(reading.document.quote(mention.span) for mention, reading in found)
    fields = [("actor", f"{actor.type.value} {actor.name}", actor.rule, tuple(words))]
    return actor.name, iter(fields)


def _claim(id: Any, entries: Entries) -> Explained:
    return entries.claims[id].value, _claim_fields(entries.claims[id], entries)


def _claim_fields(claim: Claim, entries: Entries) -> Iterator[Found]:
    yield "claim", claim.value, claim.rule, ()
    if claim.slot:
        yield "slot", claim.slot, claim.rule, ()
    for stance in claim.stances:
        if stance.statement in entries.statements:
            statement, reading = entries.statements[stance.statement]
            polarity = statement.polarity
            held = f"{STANCES[stance.polarity]}, certainty {stance.certainty.value}"
            value = f"{held}, statement {stance.statement}"
            yield stance.name, value, polarity.rule, _quote(polarity.spans, reading.document)


def _dispute(id: Any, entries: Entries) -> Explained:
    return entries.disputes[id].question, _dispute_fields(entries.disputes[id])


def _dispute_fields(dispute: Dispute) -> Iterator[Found]:
    yield "dispute", dispute.state.value, dispute.rule, ()
    for number, side in enumerate(dispute.sides, 1):
        held = ", ".join(side.held_by) or "nobody named"
        value = (
            f"{STANCES[side.polarity]} by {held}, claim {side.claim}, {told_origins(side.origins)}"
        )
        yield f"side {number}", value, dispute.rule, (side.position,)


def _document(id: Any, entries: Entries) -> Explained:
    reading = entries.readings[id]
    return reading.document.title or reading.document.key, _document_fields(reading, entries)


def _document_fields(reading: Reading, entries: Entries) -> Iterator[Found]:
    document = reading.document
    for copy in entries.ledger.copies:
        if copy.document == document.id:
            yield "copy of", f"{copy.of}, likeness {copy.likeness:.2f}", "near_duplicate", ()
    for passage in document.layout:
        yield "layout", passage.kind.value, passage.kind.value, (document.quote(passage.span),)
    if document.incomplete:
        yield "incomplete", document.incomplete, "incomplete", ()
    if reading.unread:
        yield "unread", reading.unread, "unread", ()
    for account in reading.accounts:
        value = ": ".join(part for part in (account.treatment.value, account.reason) if part)
        yield "sentence", value, account.reason, (document.quote(account.span),)


def _source(name: str, source: Source, document: Document) -> Found:
    words = (document.quote(source.span),) if source.span else ()
    return name, f"{source.name} ({source.type.value})", source.rule, words


def _quote(spans: tuple[Span, ...], document: Document) -> tuple[str, ...]:
    return tuple(document.quote(span) for span in spans)


def _value(value: object) -> str:
    return " to ".join(map(str, value)) if isinstance(value, tuple) else str(value)


_EXPLAINED = {
    "document": _document,
    "statement": _statement,
    "mention": _mention,
    "actor": _actor,
    "claim": _claim,
    "dispute": _dispute,
}

"""Why the ledger says what it says: each field's value, rule, words, and what lost to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.model.actor import Actor
from counterclaim.model.claim import Claim, Dispute
from counterclaim.model.record import Reading
from counterclaim.model.statement import Mention, Source, Statement
from counterclaim.model.text import Cited, Document, Span
from counterclaim.views.disputes import told_origins
from counterclaim.views.entries import Entries
from counterclaim.views.happenings import explain_event, explain_place, explain_telling
from counterclaim.views.statements import STANCES, said
from counterclaim.views.values import Found, value_fields


@dataclass(frozen=True, slots=True)
class Loser:
    """An answer that lost: its value, its rule or `learned`, what that says, and its chance."""

    value: str
    rule: str
    says: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One field: its value, the rule that read it, what the rule says, and the words it cites.

    `score` is the measured chance, 0 to 1, that the value is right; None where none was measured.
    """

    field: str
    value: str
    rule: str
    says: str
    words: tuple[str, ...]
    score: float | None = None
    losers: tuple[Loser, ...] = ()


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
    return Explanation(id, kind, title, tuple(_reason(one, rules) for one in found))


def _reason(found: Found, rules: Mapping[str, str]) -> Reason:
    losers = (
        Loser(_value(lost.value), lost.rule, rules.get(lost.rule, ""), lost.score)
        for lost in found.rivals
    )
    says = rules.get(found.rule, "")
    return Reason(
        found.field, found.value, found.rule, says, found.words, found.score, tuple(losers)
    )


Fields = Iterator[Found]
Explained = tuple[str, Fields]


def _statement(id: Any, entries: Entries) -> Explained:
    statement, reading = entries.statements[id]
    return said(statement, reading.document), _statement_fields(statement, reading.document)


def _statement_fields(statement: Statement, document: Document) -> Iterator[Found]:
    words = _quote(statement.content, document)
    found = statement.extraction
    by = f", found by {' and '.join(found.by)}" if found and found.by else ""
    sure = found.score if found else None
    yield Found("statement", f"{statement.kind.value}{by}", statement.rule, words, sure)
    yield _source("source", statement.source, document)
    if statement.via:
        yield _source("via", statement.via, document)
    if statement.cue:
        cue = document.quote(statement.cue)
        yield Found("cue", statement.cue_class.value, statement.rule, (cue,))
    fields: list[tuple[str, Cited[Any] | None]] = [
        ("act", statement.act),
        ("polarity", statement.polarity),
        ("certainty", statement.certainty),
        ("likelihood", statement.likelihood),
        ("said_on", statement.said_on),
        *(("evidence", each) for each in statement.evidence),
    ]
    yield from (_cited(name, field, document) for name, field in fields if field)


def _cited(name: str, field: Cited[Any], document: Document) -> Found:
    words = _quote(field.spans, document)
    return Found(name, _value(field.value), field.rule, words, field.score, field.rivals)


def _mention(id: Any, entries: Entries) -> Explained:
    mention, reading = entries.mentions[id]
    return mention.name, _mention_fields(mention, reading.document, entries)


def _mention_fields(mention: Mention, document: Document, entries: Entries) -> Iterator[Found]:
    words = (document.quote(mention.span),)
    yield Found("mention", f"{mention.type.value} {mention.name}", mention.rule, words)
    yield from value_fields(mention, document)
    if mention.refers_to and mention.refers_to in entries.mentions:
        meant, _ = entries.mentions[mention.refers_to]
        rule = mention.reference.rule if mention.reference else mention.rule
        score = mention.reference.score if mention.reference else None
        yield Found("refers to", mention.refers_to, rule, (document.quote(meant.span),), score)
    if mention.sense:
        yield _cited("sense", mention.sense, document)
    if actor := entries.actor_of.get(mention.id):
        yield Found("actor", f"{actor.id} {actor.name}", actor.rule, ())


def _actor(id: Any, entries: Entries) -> Explained:
    actor: Actor = entries.actors[id]
    found = [entries.mentions[each] for each in actor.mentions if each in entries.mentions]
    words = dict.fromkeys(reading.document.quote(mention.span) for mention, reading in found)
    fields = [Found("actor", f"{actor.type.value} {actor.name}", actor.rule, tuple(words))]
    return actor.name, iter(fields)


def _claim(id: Any, entries: Entries) -> Explained:
    return entries.claims[id].value, _claim_fields(entries.claims[id], entries)


def _claim_fields(claim: Claim, entries: Entries) -> Iterator[Found]:
    yield Found("claim", claim.value, claim.rule, (), claim.score)
    for ground, worth in claim.grounds:
        yield Found("ground", f"{ground}: {worth:+g}", claim.rule, ())
    if claim.slot:
        yield Found("slot", claim.slot, claim.rule, ())
    for stance in claim.stances:
        if stance.statement in entries.statements:
            statement, reading = entries.statements[stance.statement]
            polarity = statement.polarity
            held = f"{STANCES[stance.polarity]}, certainty {stance.certainty.value}"
            value = f"{held}, statement {stance.statement}"
            words = _quote(polarity.spans, reading.document)
            yield Found(stance.name, value, polarity.rule, words, polarity.score)


def _dispute(id: Any, entries: Entries) -> Explained:
    return entries.disputes[id].question, _dispute_fields(entries.disputes[id])


def _dispute_fields(dispute: Dispute) -> Iterator[Found]:
    yield Found("dispute", dispute.state.value, dispute.rule, (), dispute.score)
    for number, side in enumerate(dispute.sides, 1):
        held = ", ".join(side.held_by) or "nobody named"
        value = (
            f"{STANCES[side.polarity]} by {held}, claim {side.claim}, {told_origins(side.origins)}"
        )
        yield Found(f"side {number}", value, dispute.rule, (side.position,))


def _document(id: Any, entries: Entries) -> Explained:
    reading = entries.readings[id]
    return reading.document.title or reading.document.key, _document_fields(reading, entries)


def _document_fields(reading: Reading, entries: Entries) -> Iterator[Found]:
    document = reading.document
    for copy in entries.ledger.copies:
        if copy.document == document.id:
            yield Found("copy of", f"{copy.of}, likeness {copy.likeness:.2f}", "near_duplicate", ())
    for passage in document.layout:
        yield Found(
            "layout", passage.kind.value, passage.kind.value, (document.quote(passage.span),)
        )
    if document.incomplete:
        yield Found("incomplete", document.incomplete, "incomplete", ())
    if reading.unread:
        yield Found("unread", reading.unread, "unread", ())
    for account in reading.accounts:
        value = ": ".join(part for part in (account.treatment.value, account.reason) if part)
        yield Found("sentence", value, account.reason, (document.quote(account.span),))


def _source(name: str, source: Source, document: Document) -> Found:
    span = source.span or source.named_at
    words = (document.quote(span),) if span else ()
    value = f"{source.name} ({source.type.value})"
    return Found(name, value, source.rule, words, source.score, source.rivals)


def _quote(spans: tuple[Span, ...], document: Document) -> tuple[str, ...]:
    return tuple(document.quote(span) for span in spans)


def _value(value: object) -> str:
    return " to ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _place(id: Any, entries: Entries) -> Explained:
    location = entries.places[id]
    return location.place.name, explain_place(location, entries)


def _event(id: Any, entries: Entries) -> Explained:
    event = entries.events[id]
    return event.type, explain_event(event, entries)


def _telling(id: Any, entries: Entries) -> Explained:
    telling, reading = entries.tellings[id]
    return telling.type.value, explain_telling(telling, reading)


_EXPLAINED = {
    "document": _document,
    "statement": _statement,
    "mention": _mention,
    "actor": _actor,
    "place": _place,
    "event": _event,
    "telling": _telling,
    "claim": _claim,
    "dispute": _dispute,
}

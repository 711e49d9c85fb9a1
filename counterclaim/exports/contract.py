"""The entries of the ledger as plain JSON values, key by key as docs/json.md describes them.

Unknown is null, never a guess. Spans are `[begin, end)` in code points of the document's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from counterclaim.exports.links import Links, follow_links, in_order
from counterclaim.exports.values import about_time, worth
from counterclaim.model.record import Actor, Claim, Corroboration, Dispute, Ledger, Reading, Stance
from counterclaim.model.statement import Mention, Source, Statement, Treatment
from counterclaim.model.text import Cited, Passage, Rival, Span
from counterclaim.model.version import VERSION

SCHEMA = "counterclaim/ledger/1"
Entry = dict[str, Any]
Named = TypeVar("Named", Actor, Claim, Dispute)


def heading() -> Entry:
    """Say what this is and who wrote it; no clock, so that a ledger always gives the same bytes."""
    return {
        "schema": SCHEMA,
        "program": {"name": "counterclaim", "version": VERSION},
        "note": "Read by a machine. What 'review' calls unreviewed, no person has checked.",
    }


def sections(ledger: Ledger) -> Iterator[tuple[str, Iterator[Entry]]]:
    """Yield every section of the contract in its order, also those that no reader fills yet."""
    links, readings = follow_links(ledger), in_order(ledger)
    yield "documents", (document(reading, links) for reading in readings)
    yield "mentions", (mention(m, reading, links) for reading in readings for m in reading.mentions)
    yield "actors", (actor(each, links) for each in _by_id(ledger.actors))
    yield "places", iter(())
    yield (
        "statements",
        (statement(s, reading, links) for reading in readings for s in told(reading)),
    )
    yield "events", iter(())
    yield "rows", iter(())
    yield "estimates", iter(())
    yield "relations", iter(())
    yield "claims", (claim(each, links) for each in _by_id(ledger.claims))
    yield "disputes", (dispute(each, links) for each in _by_id(ledger.disputes))
    yield (
        "corroboration",
        (corroboration(each) for each in sorted(ledger.corroboration, key=lambda row: row.claim)),
    )


def told(reading: Reading) -> list[Statement]:
    """Return the statements of a reading in the order of its text."""
    return sorted(
        reading.statements, key=lambda each: (each.content[:1], each.cue or Span(0, 1), each.id)
    )


def document(reading: Reading, links: Links) -> Entry:
    """Return a document, whose text it prints, and what became of its sentences."""
    text = reading.document
    copy = links.copies.get(text.id)
    return {
        "id": text.id,
        "key": text.key,
        "path": text.path,
        "url": text.url or None,
        "outlet": text.outlet or None,
        "title": text.title or None,
        "author": text.author or None,
        "author_variants": list(text.author_variants),
        "published": _day(text.published),
        "language": text.language or None,
        "genre": text.genre.value,
        "text": text.text,
        "copy_of": copy.of if copy else None,
        "copy_likeness": round(copy.likeness, 3) if copy else None,
        "version_of": None,
        "repeated": [_pair(passage) for passage in text.layout if passage.of],
        "layout": [_passage(passage) for passage in text.layout],
        "incomplete": bool(text.incomplete),
        "incomplete_reason": text.incomplete or None,
        "original": text.original or None,
        "note": text.note or None,
        "unread": reading.unread or None,
        "coverage": _coverage(reading),
    }


def mention(found: Mention, reading: Reading, links: Links) -> Entry:
    """Return a mention, with its value where it is a time or a number. Its place: null."""
    read = found.time or found.quantity
    return {
        "id": found.id,
        "document": reading.document.id,
        "span": _span(found.span),
        "type": found.type.value,
        "text": reading.document.quote(found.span),
        "name": found.name,
        "value": worth(found),
        "time": about_time(found.time.value) if found.time else None,
        "actor": links.actors.get(found.id),
        "place": None,
        "refers_to": found.refers_to,
        "cited": {"value": _cited(read)} if read else {},
        "extraction": {"by": found.rule},
    }


def actor(entry: Actor, links: Links) -> Entry:
    """Return an actor under all its names; what only known parties have is null for others."""
    return {
        "id": entry.id,
        "name": entry.name,
        "type": entry.type.value,
        "known": entry.known or None,
        "country": next(iter(entry.countries), None),
        "part_of": list(entry.part_of),
        "aliases": sorted(entry.aliases),
        "mentions": sorted(entry.mentions),
        "extraction": {"by": entry.rule},
        "review": links.review(entry.id),
    }


def statement(told: Statement, reading: Reading, links: Links) -> Entry:
    """Return a statement with the words and the rule behind each of its fields."""
    return {
        "id": told.id,
        "document": reading.document.id,
        "source": {
            **_voice(told.source, links),
            "type": told.source.type.value,
            "score": told.source.score,
            "rivals": [_rival(lost) for lost in told.source.rivals],
        },
        "cue": _span(told.cue) if told.cue else None,
        "content": _spans(told.content),
        "kind": told.kind.value,
        "class": told.cue_class.value,
        "act": told.act.value.value,
        "polarity": told.polarity.value.value,
        "certainty": told.certainty.value.value,
        "likelihood": list(told.likelihood.value) if told.likelihood else None,
        "via": _voice(told.via, links) if told.via else None,
        "embedded_in": told.embedded_in,
        "answers": {"statement": told.answers} if told.answers else None,
        "general": told.general,
        "interest": "unknown",
        "said_on": [_day(day) for day in told.said_on.value] if told.said_on else None,
        "evidence": [{"value": each.value, **_cited(each)} for each in told.evidence],
        "cited": {name: _cited(field) for name, field in cited(told).items()},
        "extraction": {
            "by": told.rule,
            "score": told.extraction.score if told.extraction else None,
            "voices": list(told.extraction.by) if told.extraction else [],
            **{name: field.rule for name, field in cited(told).items()},
        },
        "review": links.review(told.id),
    }


def cited(told: Statement) -> dict[str, Cited[Any]]:
    """Return the fields of a statement that carry words and a rule of their own."""
    fields: dict[str, Cited[Any] | None] = {
        "act": told.act,
        "polarity": told.polarity,
        "certainty": told.certainty,
        "likelihood": told.likelihood,
        "said_on": told.said_on,
    }
    return {name: field for name, field in fields.items() if field}


def _cited(field: Cited[Any]) -> Entry:
    return {
        "spans": _spans(field.spans),
        "rule": field.rule,
        "score": field.score,
        "rivals": [_rival(lost) for lost in field.rivals],
    }


def _rival(lost: Rival[Any]) -> Entry:
    return {"value": lost.value, "rule": lost.rule, "score": lost.score}


def claim(entry: Claim, links: Links) -> Entry:
    """Return a claim and who affirms, denies or leaves it open. Its event comes later: null."""
    return {
        "id": entry.id,
        "event": None,
        "slot": entry.slot,
        "value": entry.value,
        "straw": entry.straw,
        "stances": [_stance(stance) for stance in entry.stances],
        "extraction": {"by": entry.rule},
        "review": links.review(entry.id),
    }


def dispute(entry: Dispute, links: Links) -> Entry:
    """Return a dispute and its sides. Score and event are the work of later readers: null."""
    return {
        "id": entry.id,
        "event": None,
        "slot": entry.slot,
        "question": entry.question,
        "state": entry.state.value,
        "score": None,
        "sides": [
            {
                "claim": side.claim,
                "polarity": side.polarity.value,
                "position": side.position,
                "held_by": list(side.held_by),
                "statements": list(side.statements),
                "origins": side.origins,
            }
            for side in entry.sides
        ],
        "extraction": {"by": entry.rule},
        "review": links.review(entry.id),
    }


def corroboration(row: Corroboration) -> Entry:
    """Return how many documents, tellings and independent origins a claim has."""
    return {
        "claim": row.claim,
        "documents": row.documents,
        "tellings": row.tellings,
        "origins": row.origins,
    }


def _stance(stance: Stance) -> Entry:
    return {
        "holder": stance.holder,
        "name": stance.name,
        "polarity": stance.polarity.value,
        "certainty": stance.certainty.value,
        "statement": stance.statement,
        "state": stance.state.value,
    }


def _voice(source: Source, links: Links) -> Entry:
    return {
        "name": source.name,
        "actor": links.actor(source),
        "span": _span(source.span) if source.span else None,
    }


def _coverage(reading: Reading) -> Entry:
    counts = Counter(account.treatment for account in reading.accounts)
    return {
        "sentences": len(reading.accounts),
        "stated": counts[Treatment.STATED],
        "narrated": counts[Treatment.NARRATED],
        "set_aside": [
            {"span": _span(account.span), "reason": account.reason}
            for account in reading.accounts
            if account.treatment is Treatment.SET_ASIDE
        ],
    }


def _passage(passage: Passage) -> Entry:
    of = _span(passage.of) if passage.of else None
    return {"kind": passage.kind.value, "span": _span(passage.span), "of": of}


def _pair(passage: Passage) -> list[list[int]]:
    """Return the first telling of a repeated passage, then the repeated one."""
    return _spans(sorted(span for span in (passage.of, passage.span) if span))


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _span(span: Span) -> list[int]:
    return [span.begin, span.end]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _by_id(entries: Iterable[Named]) -> list[Named]:
    return sorted(entries, key=lambda entry: entry.id)

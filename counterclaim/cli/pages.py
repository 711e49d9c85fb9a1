"""Documents, statements and actors on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from counterclaim.cli.board import claim_lines, dispute_lines, voice_lines
from counterclaim.cli.happenings import event_page, place_page, telling_page
from counterclaim.cli.inquiries import history_lines, inquiry_lines
from counterclaim.cli.terminal import Line, Painted, Part
from counterclaim.cli.wrapping import clipped, paragraphs, screen_width, wrapped
from counterclaim.model.actor import ActorId
from counterclaim.model.claim import ClaimId, DisputeId
from counterclaim.model.record import Reading
from counterclaim.model.statement import MentionId, StatementId
from counterclaim.model.text import DocumentId
from counterclaim.views.actors import actor_card
from counterclaim.views.coverage import Coverage, Sentence, cover
from counterclaim.views.disputes import claim_board, dispute_board
from counterclaim.views.entries import Entries
from counterclaim.views.inquiries import history_cards, inquiry_card, stake_card
from counterclaim.views.statements import STANCES, card, days, exhibits, likelihood, passage
from counterclaim.views.texts import MarkedText, Segment, mark_text

ALL_VOICES = 10_000
INNERMOST = ("source", "via", "cue", "content")  # which mark gives a stretch of text its colour


def document_lines(id: DocumentId, entries: Entries, *, everything: bool) -> Iterator[Line]:
    """Yield a document: its heading, its text with statements in brackets, and the statements."""
    reading = entries.readings[id]
    marked = mark_text(reading, everything=everything)
    yield from heading_lines(reading, entries)
    yield ()
    yield from text_lines(marked)
    yield ()
    for number, statement in enumerate(marked.statements, 1):
        shown = card(statement.id, entries)
        yield from voice_lines(shown, f"{number:>3} ", "      ", within=True)
    if unmarked := len(reading.statements) - len(marked.statements):
        yield (Painted(f"and {unmarked} more, narration or attitudes: --all marks them", "faint"),)
    yield ()
    yield from share_lines(cover(reading))


def heading_lines(reading: Reading, entries: Entries) -> Iterator[Line]:
    """Yield what is known of a document beside its text."""
    document = reading.document
    yield from wrapped([Painted(document.title or document.key or "untitled", "heading")])
    day = document.published.isoformat() if document.published else "no date"
    facts = (document.outlet or "outlet unknown", document.author, day, document.genre.value)
    yield from wrapped([Painted(" · ".join(each for each in facts if each), "faint")])
    yield from wrapped([Painted(f"{document.id} · {document.path or document.key}", "faint")])
    if document.id in entries.copy_of:
        yield (f"A copy of {entries.copy_of[document.id]}: it adds no voice.",)
    if document.incomplete:
        yield from wrapped([f"Incomplete: {document.incomplete}"])
    if document.note:
        yield from wrapped([f"Note: {document.note}"])


def text_lines(marked: MarkedText) -> Iterator[Line]:
    """Yield the text, statements in brackets: `[source:1 The army] [cue:1 said] ...`."""
    parts = [part for segment in marked.segments for part in _segment_parts(segment)]
    for paragraph in paragraphs(parts):
        yield from wrapped(paragraph)


def coverage_page(id: DocumentId, entries: Entries) -> Iterator[Line]:
    """Yield every sentence of a document with what became of it."""
    coverage = cover(entries.readings[id])
    yield from heading_lines(entries.readings[id], entries)
    yield ()
    labels = [_treatment(sentence) for sentence in coverage.sentences]
    width = max(map(len, labels), default=0) + 2
    for label, sentence in zip(labels, coverage.sentences, strict=True):
        words = clipped(sentence.text, max(screen_width() - width, 20))
        yield (Painted(f"{label:<{width}}", "faint"), words)
    yield ()
    yield from share_lines(coverage)


def _treatment(sentence: Sentence) -> str:
    reason = f": {sentence.reason}" if sentence.reason else ""
    return f"{sentence.treatment.value}{reason}"


def share_lines(coverage: Coverage) -> Iterator[Line]:
    """Yield the share of sentences that was read, and why the others were not."""
    if coverage.unread:
        yield from wrapped([f"Not read: {coverage.unread}"])
    if coverage.share is None:
        return
    counts = ", ".join(f"{number} {each.value}" for each, number in coverage.counts.items())
    reasons = ", ".join(f"{number} {reason}" for reason, number in coverage.reasons)
    why = f" ({reasons})" if reasons else ""
    total = len(coverage.sentences)
    yield from wrapped([f"Read {coverage.share:.0%} of {total} sentences: {counts}{why}."])


def statement_lines(id: StatementId, entries: Entries) -> Iterator[Line]:
    """Yield a statement: its words in their place, and its fields."""
    statement, reading = entries.statements[id]
    shown = card(id, entries)
    yield from voice_lines(shown)
    yield ()
    yield from passage_lines(id, entries)
    yield ()
    fields = {
        "act": shown.act.value,
        "polarity": f"{shown.polarity.value} {STANCES[shown.polarity]}",
        "certainty": shown.certainty.value,
        "likelihood": likelihood(statement),
        "kind": f"{shown.kind.value}, {statement.cue_class.value}",
        "source": f"{shown.speaker} ({statement.source.type.value})",
        "via": shown.via,
        "interest": _stake(id, entries),
        "said on": days(statement),
        "evidence": ", ".join(exhibits(statement, reading.document)),
        "embedded in": statement.embedded_in or "",
        "answers": statement.answers or "",
        "document": f"{reading.document.id} {reading.document.title or reading.document.key}",
        "claims": ", ".join(shown.claims),
    }
    yield from field_lines(fields)
    yield (Painted(f"Why: counterclaim explain {id}", "faint"),)


def _stake(id: StatementId, entries: Entries) -> str:
    stake = stake_card(id, entries)
    return f"{stake.interest.value}: {stake.rule.replace('_', ' ')}"


def passage_lines(id: StatementId, entries: Entries) -> Iterator[Line]:
    """Yield a statement's words within their paragraph."""
    statement, reading = entries.statements[id]
    words = passage(statement, reading.document)
    parts: list[Part] = [words.before, Painted(words.words, "content"), words.after]
    for paragraph in paragraphs(parts):
        yield from wrapped(paragraph, "  | ")


def provenance_lines(id: DocumentId, entries: Entries) -> Iterator[Line]:
    """Yield where a document came from."""
    reading = entries.readings[id]
    document = reading.document
    yield from field_lines(
        {
            "document": document.id,
            "key": document.key,
            "path": document.path,
            "url": document.url,
            "sha256": document.original,
            "author": document.author,
            "also spelled": ", ".join(document.author_variants),
            "language": document.language,
            "unread": reading.unread,
        }
    )


def mention_lines(id: MentionId, entries: Entries) -> Iterator[Line]:
    """Yield a mention: what it names, where, and the actor behind it."""
    mention, reading = entries.mentions[id]
    actor = entries.actor_of.get(id)
    fields = {
        "words": reading.document.quote(mention.span),
        "type": mention.type.value,
        "name": mention.name,
        "actor": f"{actor.id} {actor.name}" if actor else "",
        "refers to": mention.refers_to or "",
        "document": f"{reading.document.id} {reading.document.title or reading.document.key}",
        "found by": mention.rule,
    }
    yield from field_lines(fields)


def claim_page(id: ClaimId, entries: Entries) -> Iterator[Line]:
    """Yield a claim, everybody who takes a stance on it, and its history."""
    yield from claim_lines(claim_board(entries.claims[id], entries))
    yield from history_lines(history_cards(entries.claims[id], entries))


def dispute_page(id: DisputeId, entries: Entries) -> Iterator[Line]:
    """Yield a dispute with every voice on each side, and what it leaves open."""
    yield from dispute_lines(dispute_board(entries.disputes[id], entries), ALL_VOICES)
    yield ()
    yield from inquiry_lines(inquiry_card(entries.disputes[id], entries))


def actor_lines(id: ActorId, entries: Entries) -> Iterator[Line]:
    """Yield an actor: its names, and what it says."""
    shown = actor_card(entries.actors[id], entries)
    yield (Painted(shown.name, "heading"), f" ({shown.type.value})")
    forms = ", ".join(f"{form} ({number})" for form, number in shown.forms)
    fields = {
        "id": shown.id,
        "known as": shown.known,
        "part of": ", ".join(shown.part_of),
        "aliases": ", ".join(shown.aliases),
        "written as": forms,
        "documents": str(len(shown.documents)),
        "linked by": shown.rule,
        "perhaps": "; ".join(f"{each.name} ({', '.join(each.reasons)})" for each in shown.perhaps),
    }
    yield from field_lines(fields)
    yield (f"Says, {len(shown.says)} times:" if shown.says else "Says nothing on record.",)
    for statement in shown.says:
        yield from voice_lines(card(statement, entries), "  ", "    ")


def field_lines(fields: Mapping[str, str]) -> Iterator[Line]:
    """Yield names and values in two columns, without those that are empty."""
    width = max(map(len, fields), default=0) + 2
    for name, value in fields.items():
        if value:
            yield from wrapped([value], f"{name:<{width}}", " " * width)


def _segment_parts(segment: Segment) -> Iterator[Part]:
    for mark in segment.opens:
        yield Painted(f"[{mark.label}:{mark.number} ", "faint")
    labels = {mark.label for mark in segment.marks}
    style = next((label for label in INNERMOST if label in labels), None)
    yield Painted(segment.text, style) if style else segment.text
    for _ in segment.closes:
        yield Painted("]", "faint")


PAGES: Mapping[str, Callable[[Any, Entries], Iterator[Line]]] = {
    "statement": statement_lines,
    "mention": mention_lines,
    "actor": actor_lines,
    "claim": claim_page,
    "dispute": dispute_page,
    "place": place_page,
    "event": event_page,
    "telling": telling_page,
}
"""The page of each kind of entry; that of a document takes one thing more."""

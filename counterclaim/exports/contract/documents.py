"""Documents and what is named in them, as JSON values."""

from __future__ import annotations

from collections import Counter

from counterclaim.exports.contract.parts import Entry, day, grounds, rival, span, spans
from counterclaim.exports.links import Links
from counterclaim.exports.values import about_time, worth
from counterclaim.model.place import Place
from counterclaim.model.record import Reading
from counterclaim.model.statement import Mention, Treatment
from counterclaim.model.text import Cited, Passage


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
        "published": day(text.published),
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
    """Return a mention, with its value where it is a time or a number, and where it lies."""
    read = found.time or found.quantity
    return {
        "id": found.id,
        "document": reading.document.id,
        "span": span(found.span),
        "type": found.type.value,
        "text": reading.document.quote(found.span),
        "name": found.name,
        "value": worth(found),
        "time": about_time(found.time.value) if found.time else None,
        "actor": links.actors.get(found.id),
        "place": found.place.value.id if found.place else None,
        "refers_to": found.refers_to,
        "sense": found.sense.value.value if found.sense else None,
        "cited": {
            **({"value": grounds(read)} if read else {}),
            **({"place": _located(found.place)} if found.place else {}),
            **({"refers_to": _meant(found)} if found.reference else {}),
            **({"sense": grounds(found.sense)} if found.sense else {}),
        },
        "extraction": {"by": found.rule},
    }


def _meant(found: Mention) -> Entry | None:
    """Return why a mention stands for another; where that is open, all it may stand for."""
    meant = found.reference
    if meant is None or found.refers_to:
        return grounds(meant) if meant else None
    likeliest = {"value": meant.value, "rule": meant.rule, "score": meant.score}
    left_open = grounds(meant)
    rivals = [likeliest, *left_open["rivals"]]
    return {**left_open, "rule": "left_open", "score": None, "rivals": rivals}


def _located(place: Cited[Place]) -> Entry:
    """Return the grounds of a place; one that was not meant is told by its id."""
    rivals = [{**rival(lost), "value": lost.value.id} for lost in place.rivals]
    return {**grounds(place), "rivals": rivals}


def _coverage(reading: Reading) -> Entry:
    counts = Counter(account.treatment for account in reading.accounts)
    return {
        "sentences": len(reading.accounts),
        "stated": counts[Treatment.STATED],
        "narrated": counts[Treatment.NARRATED],
        "set_aside": [
            {"span": span(account.span), "reason": account.reason}
            for account in reading.accounts
            if account.treatment is Treatment.SET_ASIDE
        ],
    }


def _passage(passage: Passage) -> Entry:
    of = span(passage.of) if passage.of else None
    return {"kind": passage.kind.value, "span": span(passage.span), "of": of}


def _pair(passage: Passage) -> list[list[int]]:
    """Return the first telling of a repeated passage, then the repeated one."""
    return spans(sorted(span for span in (passage.of, passage.span) if span))

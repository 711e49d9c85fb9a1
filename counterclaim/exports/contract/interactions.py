"""Who does what to whom, and the rows of codebooks that rest on it, as JSON values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from counterclaim.coding import CodedInteraction, World, code_events
from counterclaim.coding.interactants import CodedParty
from counterclaim.exports.contract.parts import Entry, spans
from counterclaim.exports.values import edges
from counterclaim.knowledge.codebooks import load_codebooks
from counterclaim.model.record import Ledger
from counterclaim.model.row import Cell, Row


def interaction(coded: CodedInteraction) -> Entry:
    """Return a deed between two parties, with its codes; an end that is not known is null."""
    found = coded.interaction
    return {
        "id": found.id,
        "document": found.document,
        "statement": found.statement,
        "event": coded.event,
        "source": coded.source.actor if coded.source else None,
        "target": coded.target.actor if coded.target else None,
        "actor": _party(coded.source),
        "recipient": _party(coded.target),
        "deed": found.deed.value,
        "plover": _plover(coded),
        "cameo": coded.deed.cameo,
        "modality": [each.value.value for each in found.modality],
        "when": edges(found.when.value) if found.when else None,
        "spans": spans(found.deed.spans),
        "rule": found.deed.rule,
    }


def _plover(coded: CodedInteraction) -> Entry | None:
    """Return PLOVER's code; null for what it has no event for: comments, claims, denials."""
    if not coded.deed.plover:
        return None
    return {
        "event": coded.deed.plover,
        "mode": coded.deed.mode or None,
        "context": list(coded.contexts),
    }


def _party(found: CodedParty | None) -> Entry | None:
    if found is None:
        return None
    return {
        "actor": found.actor,
        "name": found.name,
        "country": found.country or None,
        "sector": found.sector or None,
        "span": spans([found.span])[0],
        "rule": found.rule or None,
    }


def coded_rows(ledger: Ledger, world: World) -> Iterator[Row]:
    """Yield the rows of the codebooks of deeds; those of events have exports of their own."""
    for name, book in load_codebooks().items():
        if book.deeds:
            yield from code_events(ledger.events, name, book, world)


def row(found: Row) -> Entry:
    """Return a row of a codebook, each cell with its words, its rule, or the reason for a blank."""
    return {
        "codebook": found.codebook,
        "events": list(found.events),
        "rule": found.rule,
        "below": list(found.below),
        "cells": {column: _cell(cell) for column, cell in found.cells.items()},
    }


def _cell(cell: Cell) -> Entry:
    value = cell.value.isoformat() if isinstance(cell.value, date) else cell.value
    return {
        "value": value,
        "spans": [[at.document, at.span.begin, at.span.end] for at in cell.passages],
        "rule": cell.rule,
        "reason": cell.reason.value if cell.reason else None,
    }

"""Rows of codebooks, every cell with its words and its rule, as JSON values."""

from __future__ import annotations

from datetime import date

from counterclaim.exports.contract.parts import Entry, span
from counterclaim.exports.links import Links
from counterclaim.model.row import Cell, Row


def row(found: Row, links: Links) -> Entry:
    """Return a row of a codebook; a blank cell is null, with the reason."""
    return {
        "codebook": found.codebook,
        "events": list(found.events),
        "rule": found.rule,
        "below": list(found.below),
        "cells": {name: _cell(cell) for name, cell in found.cells.items()},
        "reviews": links.reviews(found.events),
    }


def _cell(cell: Cell) -> Entry:
    value = cell.value
    return {
        "value": value.isoformat() if isinstance(value, date) else value,
        "spans": [[at.document, *span(at.span)] for at in cell.passages],
        "rule": cell.rule,
        "reason": cell.reason.value if cell.reason else None,
        "note": cell.note or None,
    }

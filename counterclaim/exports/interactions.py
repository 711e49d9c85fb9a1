"""Who does what to whom as rows for a spreadsheet or a data frame."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.coding import code_interactions, world_of
from counterclaim.coding.interactants import CodedParty
from counterclaim.exports.columns import BETWEEN, WRITTEN_BY, Row, written
from counterclaim.exports.links import Links
from counterclaim.model.record import Ledger


def interactions(ledger: Ledger, _: Links) -> Iterator[Row]:
    """Yield a row for each deed between two parties, with its codes and on whose word it rests."""
    said_by = {s.id: s.source.name for each in ledger.readings for s in each.statements}
    for coded in code_interactions(world_of(ledger), ledger.events):
        found = coded.interaction
        first, last = (found.when.value.days if found.when else None) or (None, None)
        yield (
            *(found.id, found.document, found.deed.value),
            *(*_party(coded.source), *_party(coded.target)),
            *(coded.deed.plover or None, coded.deed.mode or None),
            *(BETWEEN.join(coded.contexts) or None, coded.deed.cameo, first, last, coded.event),
            *(found.statement, said_by.get(found.statement) if found.statement else None),
            *(written(*found.deed.spans), found.deed.rule, WRITTEN_BY),
        )


def _party(found: CodedParty | None) -> Row:
    if found is None:
        return (None, None, None, None)
    return (found.name, found.actor, found.country or None, found.sector or None)

"""Who does what to whom, with the codes of PLOVER and CAMEO, as JSON values."""

from __future__ import annotations

from counterclaim.coding import CodedInteraction
from counterclaim.coding.interactants import CodedParty
from counterclaim.exports.contract.parts import Entry, spans
from counterclaim.exports.values import edges


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

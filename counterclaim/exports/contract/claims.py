"""Claims, the disputes on them and who bears them out, as JSON values."""

from __future__ import annotations

from counterclaim.exports.contract.parts import Entry
from counterclaim.exports.links import Links
from counterclaim.model.claim import Claim, Corroboration, Dispute, Stance


def claim(entry: Claim, links: Links) -> Entry:
    """Return a claim and who affirms, denies or leaves it open."""
    return {
        "id": entry.id,
        "event": entry.event,
        "slot": entry.slot,
        "value": entry.value,
        "straw": entry.straw,
        "score": entry.score,
        "stances": [_stance(stance) for stance in entry.stances],
        "extraction": {"by": entry.rule},
        "review": links.review(entry.id),
    }


def dispute(entry: Dispute, links: Links) -> Entry:
    """Return a dispute and its sides; its score is null where it was not weighed."""
    return {
        "id": entry.id,
        "event": entry.event,
        "slot": entry.slot,
        "question": entry.question,
        "state": entry.state.value,
        "score": entry.score,
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

"""Questions to which sources give answers that cannot all be true."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.linking.origins import Origins
from counterclaim.model.record import Claim, Dispute, DisputeId, DisputeState, Side, Stance
from counterclaim.model.statement import Polarity
from counterclaim.model.text import digest


def find_disputes(claims: Sequence[Claim], origins: Origins) -> tuple[Dispute, ...]:
    """Find the claims that one source affirms and another denies.

    A source that contradicts only itself is no dispute, nor is a claim that is only denied.
    """
    found = [affirmed_and_denied(claim, origins) for claim in claims if claim.contested]
    return tuple(sorted((dispute for dispute in found if dispute), key=lambda dispute: dispute.id))


def affirmed_and_denied(claim: Claim, origins: Origins) -> Dispute | None:
    """Find a dispute where one source affirms a claim and another one denies it."""
    held = {sign: _stances(claim, sign) for sign in (Polarity.TRUE, Polarity.FALSE)}
    affirming, denying = (origins.of(stances) for stances in held.values())
    if not (affirming - denying and denying - affirming):
        return None
    firm = all(any(s.statement in origins.known for s in stances) for stances in held.values())
    return Dispute(
        id=DisputeId(digest("dispute", claim.id)),
        slot=claim.slot,
        question=f"Is it so: “{claim.value}”?",
        state=DisputeState.CONTESTED if firm else DisputeState.POSSIBLE,
        sides=tuple(_side(claim, sign, stances, origins) for sign, stances in held.items()),
        rule="affirmed_and_denied",
    )


def _stances(claim: Claim, polarity: Polarity) -> list[Stance]:
    return [stance for stance in claim.stances if stance.polarity is polarity]


def _side(claim: Claim, polarity: Polarity, stances: list[Stance], origins: Origins) -> Side:
    return Side(
        claim=claim.id,
        polarity=polarity,
        position=claim.value if polarity is Polarity.TRUE else f"not so: {claim.value}",
        held_by=tuple(sorted({stance.name for stance in stances})),
        statements=tuple(stance.statement for stance in stances),
        origins=origins.number(stances),
    )

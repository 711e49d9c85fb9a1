"""Questions to which sources give answers that cannot all be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.linking.asking import Asking, names_in
from counterclaim.linking.claims import DENYING, Proposal
from counterclaim.linking.origins import Origins
from counterclaim.linking.rivals import find_rivals, side_of, stances_of
from counterclaim.linking.signs import is_on_another_matter
from counterclaim.model.claim import Claim, Dispute, DisputeId, DisputeState
from counterclaim.model.record import Reading
from counterclaim.model.statement import Polarity, StatementId
from counterclaim.model.text import digest

SURE = 0.31
"""Chance that a denial answers a claim from which that is shown as a dispute (docs/linking.md)."""


def find_disputes(
    readings: Sequence[Reading], claims: Sequence[Claim], origins: Origins
) -> tuple[Dispute, ...]:
    """Find the claims that one source affirms and another denies, and rival answers on events.

    A source that contradicts only itself is no dispute, nor is a claim that is only denied.
    """
    said = {s.id: Proposal(r.document, s) for r in readings for s in r.statements}
    worded = [claim for claim in claims if claim.contested and claim.slot is None]
    asking = Asking(said, names_in(readings))
    scored = [claim for claim in claims if claim.score is not None]
    weighed = [claimed_and_denied(claim, asking, origins) for claim in scored]
    rivals = find_rivals(readings, claims, origins)
    denied = [affirmed_and_denied(claim, asking, origins) for claim in worded]
    found = [each for each in (*weighed, *rivals, *denied) if each]
    found.sort(key=lambda each: each.state is not DisputeState.CONTESTED)
    return tuple(sorted(_once(found), key=lambda dispute: dispute.id))


def _once(disputes: Sequence[Dispute]) -> Iterator[Dispute]:
    """Leave out what a dispute before it asks already."""
    known: dict[StatementId, list[Dispute]] = defaultdict(list)
    for dispute in disputes:
        held = sorted({id for side in dispute.sides for id in side.statements})
        before = {other.id: other for id in held for other in known[id]}
        if not any(_asks_the_same(dispute, other) for other in before.values()):
            yield dispute
            for id in held:
                known[id].append(dispute)


def _asks_the_same(one: Dispute, other: Dispute) -> bool:
    """Whether each side shares a statement with one of the other's, or all its denials do."""
    sides = [[set(side.statements) for side in each.sides] for each in (one, other)]
    denials, known = _denying(one), _denying(other)
    shared = all(any(side & across for across in sides[1]) for side in sides[0])
    return shared or bool(denials and denials <= known)


def _denying(dispute: Dispute) -> set[StatementId]:
    sides = (side for side in dispute.sides if side.polarity is Polarity.FALSE)
    return {id for side in sides for id in side.statements}


def claimed_and_denied(claim: Claim, asking: Asking, origins: Origins) -> Dispute | None:
    """Find a dispute where one source denies, in whatever words, what another one says."""
    sides = {sign: stances_of(claim, sign) for sign in (Polarity.TRUE, Polarity.FALSE)}
    if not all(origins.of(stances) for stances in sides.values()):
        return None
    saying, denying = ({each.name for each in stances} for stances in sides.values())
    if not (saying - denying and denying - saying):
        return None
    signs = [sign for sign, _ in claim.grounds]
    sure = claim.score is not None and claim.score >= SURE and not is_on_another_matter(signs)
    return Dispute(
        id=DisputeId(digest("dispute", claim.id)),
        slot=claim.slot,
        question=asking.of(claim),
        state=DisputeState.CONTESTED if sure else DisputeState.POSSIBLE,
        sides=tuple(side_of(claim, sign, stances, origins) for sign, stances in sides.items()),
        rule=claimed_and_denied.__name__,
        event=claim.event,
        score=claim.score,
    )


def affirmed_and_denied(claim: Claim, asking: Asking, origins: Origins) -> Dispute | None:
    """Find a dispute where one source affirms a claim and another one denies it."""
    held = {sign: stances_of(claim, sign) for sign in (Polarity.TRUE, Polarity.FALSE)}
    affirming, denying = (origins.of(stances) for stances in held.values())
    if not (affirming - denying and denying - affirming):
        return None
    known = [
        [asking.said[stance.statement] for stance in stances if stance.statement in origins.known]
        for stances in held.values()
    ]
    return Dispute(
        id=DisputeId(digest("dispute", claim.id)),
        slot=claim.slot,
        question=asking.of(claim),
        state=DisputeState.CONTESTED if _clash(*known) else DisputeState.POSSIBLE,
        sides=tuple(side_of(claim, sign, stances, origins) for sign, stances in held.items()),
        rule="affirmed_and_denied",
    )


def _clash(affirming: Sequence[Proposal], denying: Sequence[Proposal]) -> bool:
    """Whether someone who is known denies, in so many words, what someone who is known affirms.

    "Rejected these claims" is a denial, but of which claim is the reader's inference.
    """
    spoken = [denial for denial in denying if not denial.statement.general]
    denials = [denial for denial in spoken if denial.statement.act.value in DENYING]
    return any(_apart(affirmed, denial) for affirmed in affirming for denial in denials)


def _apart(affirmed: Proposal, denial: Proposal) -> bool:
    """Whether two statements stand apart, or the text says that one denies the other.

    The same words in the same place, with two sources of which neither speaks of the other, are two
    ways to read one sentence ("she said that he rejected the plan, and that the war was over").
    """
    one, other = affirmed.statement, denial.statement
    if other.answers == one.id or (one.embedded_in == other.id and _has_clause(affirmed)):
        return True
    return affirmed.document.id != denial.document.id or one.content != other.content


def _has_clause(proposal: Proposal) -> bool:
    """Whether a word joins a cue and its content, as in "his claim that it rained".

    What follows the cue at once may be no more than its topic: "his remarks about rain".
    """
    cue, content = proposal.statement.cue, proposal.statement.content[0]
    between = proposal.document.text[cue.end : content.begin] if cue else ""
    return any(map(str.isalnum, between))


RULES = (claimed_and_denied, affirmed_and_denied)

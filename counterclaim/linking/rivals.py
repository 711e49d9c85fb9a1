"""Questions on one event to which sources give rival answers: who did it, how many were hurt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from counterclaim.linking.answers import RESPONSIBILITY
from counterclaim.linking.origins import Origins
from counterclaim.model.claim import Claim, Dispute, DisputeId, DisputeState, Side, Stance
from counterclaim.model.event import EventId
from counterclaim.model.record import Reading
from counterclaim.model.statement import Polarity, StatementId
from counterclaim.model.text import digest

# Who did it, and how many, may be asked of two happenings that were taken for one, and a denial may
# be of another charge than the one it stands beside: all these are possible, no more.
QUESTIONS = {"killed": "How many were killed?", "injured": "How many were injured?"}


def find_rivals(
    readings: Sequence[Reading], claims: Sequence[Claim], origins: Origins
) -> tuple[Dispute, ...]:
    """Find the questions on events to which known sources give answers that cannot all be true.

    `claims` are answers to questions on events; others are left alone.
    """
    days = {s.id: r.document.published or date.min for r in readings for s in r.statements}
    asked: dict[tuple[EventId, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event and claim.slot:
            asked[claim.event, claim.slot, claim.of].append(claim)
    found: list[Dispute] = []
    for (event, slot, _), answers in asked.items():
        if slot == RESPONSIBILITY:
            found.extend(charged_and_denied(event, answers, origins))
            found.extend(rival_parties(event, answers, origins))
        else:
            found.extend(rival_numbers(event, slot, answers, origins, days))
    return tuple(sorted(found, key=lambda dispute: dispute.id))


def charged_and_denied(
    event: EventId, answers: Sequence[Claim], origins: Origins
) -> Iterator[Dispute]:
    """Yield parties held responsible by one source and not by another, or by their own word."""
    for claim in answers:
        sides = [stances_of(claim, sign) for sign in (Polarity.TRUE, Polarity.FALSE)]
        if all(sides) and _apart(sides, origins):
            party = claim.value.removesuffix(" is responsible")
            yield _dispute(
                (event, RESPONSIBILITY, claim.id),
                f"Is {party} responsible?",
                "charged_and_denied",
                [(claim, Polarity.TRUE, sides[0]), (claim, Polarity.FALSE, sides[1])],
                origins,
            )


def rival_parties(event: EventId, answers: Sequence[Claim], origins: Origins) -> Iterator[Dispute]:
    """Yield one question with a side for each party, where nobody names two of them."""
    held = [(claim, stances_of(claim, Polarity.TRUE)) for claim in answers]
    held = [(claim, stances) for claim, stances in held if origins.of(stances)]
    voices = [origins.of(stances) for _, stances in held]
    shared = [a & b for n, a in enumerate(voices) for b in voices[n + 1 :]]
    if len(held) > 1 and not any(shared):
        sides = [(claim, Polarity.TRUE, stances) for claim, stances in held]
        key = (event, "perpetrator", "")
        yield _dispute(key, "Who did it?", "rival_parties", sides, origins)


def rival_numbers(
    event: EventId,
    slot: str,
    answers: Sequence[Claim],
    origins: Origins,
    days: Mapping[StatementId, date],
) -> Iterator[Dispute]:
    """Yield numbers that exclude each other, each source's own latest: what rises is an update."""
    latest: dict[str, tuple[date, Claim, Stance]] = {}
    for claim in answers:
        for stance in claim.stances:
            voice = origins.holders.get(stance.statement)
            if voice and stance.statement in origins.known:
                told = (days[stance.statement], claim, stance)
                if voice not in latest or told[0] >= latest[voice][0]:
                    latest[voice] = told
    groups = _exclusive([(claim, stance) for _, claim, stance in latest.values()])
    if len(groups) > 1:
        sides = [(group[0][0], Polarity.TRUE, [stance for _, stance in group]) for group in groups]
        yield _dispute(
            (event, slot, answers[0].of), QUESTIONS[slot], "rival_numbers", sides, origins
        )


def _exclusive(told: list[tuple[Claim, Stance]]) -> list[list[tuple[Claim, Stance]]]:
    """Group numbers so that those of two groups cannot both be true."""
    groups: list[list[tuple[Claim, Stance]]] = []
    reach = -1.0
    for claim, stance in sorted(told, key=lambda each: (each[0].interval, each[1].statement)):
        low, high = claim.interval
        if low > reach:
            groups.append([])
        groups[-1].append((claim, stance))
        reach = max(reach, high)
    return groups


def _apart(sides: Sequence[Sequence[Stance]], origins: Origins) -> bool:
    """Whether each side has a party that the other lacks: who takes back his word is no rival."""
    one, other = (
        {origins.parties.get(id, origins.holders[id]) for id in _voiced(stances, origins)}
        for stances in sides
    )
    return bool(one - other and other - one)


def _voiced(stances: Sequence[Stance], origins: Origins) -> Iterator[StatementId]:
    return (each.statement for each in stances if each.statement in origins.holders)


def stances_of(claim: Claim, polarity: Polarity) -> list[Stance]:
    """Return who affirms a claim, or who denies it."""
    return [stance for stance in claim.stances if stance.polarity is polarity]


def _dispute(
    key: tuple[EventId, str, str],
    question: str,
    rule: str,
    sides: Sequence[tuple[Claim, Polarity, Sequence[Stance]]],
    origins: Origins,
) -> Dispute:
    event, slot, _ = key
    return Dispute(
        id=DisputeId(digest("dispute", *key)),
        slot=slot,
        question=question,
        state=DisputeState.POSSIBLE,
        sides=tuple(side_of(*side, origins) for side in sides),
        rule=rule,
        event=event,
    )


def side_of(claim: Claim, polarity: Polarity, stances: Sequence[Stance], origins: Origins) -> Side:
    """Return one side of a dispute: a claim, affirmed or denied, and who holds it so."""
    return Side(
        claim=claim.id,
        polarity=polarity,
        position=claim.value if polarity is Polarity.TRUE else f"not so: {claim.value}",
        held_by=tuple(sorted({stance.name for stance in stances})),
        statements=tuple(stance.statement for stance in stances),
        origins=origins.number(stances),
    )


RULES = (charged_and_denied, rival_parties, rival_numbers)

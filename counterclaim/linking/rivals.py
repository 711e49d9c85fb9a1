"""Questions on one event to which sources give rival answers: who did it, how many were hurt."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.linking.answers import RESPONSIBILITY, same_answer_of_event
from counterclaim.linking.origins import Origins
from counterclaim.model.claim import Claim, Dispute, DisputeId, DisputeState, Side, Stance
from counterclaim.model.event import EventId
from counterclaim.model.record import Reading
from counterclaim.model.statement import Polarity, StatementId
from counterclaim.model.text import DocumentId, digest

# Who did it, and how many, may be asked of two happenings that were taken for one, and a denial may
# be of another charge than the one it stands beside: all these are possible, no more, unless one
# report sets the numbers of two parties side by side.
SIDE_BY_SIDE = 2
"""Sentences between two numbers that a report sets against each other."""
Numbers = list[tuple[Claim, Stance]]
QUESTIONS = {"killed": "How many were killed?", "injured": "How many were injured?"}


@dataclass(frozen=True, slots=True)
class ToldAt:
    """Where a statement stands: its document, the day of that, and the number of its sentence.

    `stands` unless the words call its number an earlier one; `revised` where they call it a change
    of another.
    """

    document: DocumentId
    day: date
    sentence: int
    stands: bool = True
    revised: bool = False

    @property
    def order(self) -> tuple[bool, date]:
        """What is said now goes before what was said earlier."""
        return self.stands, self.day

    def is_near(self, other: ToldAt) -> bool:
        """Whether another statement sets a number beside it, in its sentence or near by."""
        apart = abs(self.sentence - other.sentence)
        if self.revised or other.revised:
            return False
        return self.document == other.document and apart <= SIDE_BY_SIDE


def _told(reading: Reading) -> Iterator[tuple[StatementId, ToldAt]]:
    begins = [account.span.begin for account in reading.accounts]
    day = reading.document.published or date.min
    tolls = [toll for telling in reading.tellings for toll in telling.tolls]
    earlier = {toll.statement for toll in tolls if toll.earlier}
    revised = {toll.statement for toll in tolls if toll.revised}
    for statement in reading.statements:
        first = statement.content[0].begin if statement.content else 0
        yield (
            statement.id,
            ToldAt(
                document=reading.document.id,
                day=day,
                sentence=bisect_right(begins, first),
                stands=statement.id not in earlier,
                revised=statement.id in revised,
            ),
        )


def find_rivals(
    readings: Sequence[Reading], claims: Sequence[Claim], origins: Origins
) -> tuple[Dispute, ...]:
    """Find the questions on events to which known sources give answers that cannot all be true.

    Claims that are no answers to questions on events are left alone.
    """
    told = dict(pair for reading in readings for pair in _told(reading))
    asked: dict[tuple[EventId, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event and claim.slot and claim.rule == same_answer_of_event.__name__:
            asked[claim.event, claim.slot, claim.of].append(claim)
    found: list[Dispute] = []
    for (event, slot, _), answers in asked.items():
        if slot == RESPONSIBILITY:
            found.extend(charged_and_denied(event, answers, origins))
            found.extend(rival_parties(event, answers, origins))
        else:
            found.extend(rival_numbers(event, slot, answers, origins, told))
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
    told: Mapping[StatementId, ToldAt],
) -> Iterator[Dispute]:
    """Yield numbers that exclude each other, each source's own latest: what rises is an update.

    Those that one report sets side by side are rivals in its own eyes.
    """
    latest: dict[str, tuple[ToldAt, Claim, Stance]] = {}
    for claim in answers:
        for stance in claim.stances:
            voice = origins.holders.get(stance.statement)
            if voice and stance.statement in origins.known:
                at = told[stance.statement]
                if voice not in latest or at.order >= latest[voice][0].order:
                    latest[voice] = (at, claim, stance)
    groups = _exclusive([(claim, stance) for _, claim, stance in latest.values()])
    beside = [group for group in groups if _is_beside(group, groups, origins, told)]
    rivals, state = groups, DisputeState.POSSIBLE
    if len(beside) > 1:
        rivals, state = beside, DisputeState.CONTESTED
    if len(rivals) > 1:
        sides = [(one[0][0], Polarity.TRUE, [each for _, each in one]) for one in rivals]
        asked = (event, slot, answers[0].of)
        yield replace(
            _dispute(asked, QUESTIONS[slot], "rival_numbers", sides, origins), state=state
        )


def _is_beside(
    group: Numbers, groups: Sequence[Numbers], origins: Origins, told: Mapping[StatementId, ToldAt]
) -> bool:
    """Whether a report gives a number of a group beside one of another group and another party."""
    others = [stance.statement for other in groups if other is not group for _, stance in other]
    return any(
        told[id].is_near(told[other]) and _party(id, origins) != _party(other, origins)
        for id in (stance.statement for _, stance in group)
        for other in others
    )


def _party(id: StatementId, origins: Origins) -> str:
    return origins.parties.get(id, origins.holders[id])


def _exclusive(told: Numbers) -> list[Numbers]:
    """Group numbers so that those of two groups cannot both be true.

    What is open above goes with the highest that it allows, and is no side where it allows all.
    """
    groups: list[Numbers] = []
    reach = -1.0
    ordered = sorted(told, key=lambda each: (each[0].interval, each[1].statement))
    for claim, stance in (each for each in ordered if each[0].high is not None):
        low, high = claim.interval
        if low > reach:
            groups.append([])
        groups[-1].append((claim, stance))
        reach = max(reach, high)
    tops = [max(claim.interval[1] for claim, _ in group) for group in groups]
    above: Numbers = []
    for claim, stance in (each for each in ordered if each[0].high is None):
        allowed = [top for top in tops if top >= claim.interval[0]]
        if not allowed:
            above.append((claim, stance))
        elif len(allowed) < len(tops) or len(tops) == 1:
            groups[-1].append((claim, stance))
    return [*groups, above] if above else groups


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

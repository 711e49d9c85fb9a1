"""Who said a claim when, who repeated, changed or denied it, and who fell silent on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from counterclaim.linking.naming import plain_name
from counterclaim.model.actor import Actor
from counterclaim.model.claim import Claim, Stance, StanceState
from counterclaim.model.derived import Move, Step
from counterclaim.model.record import Ledger, Reading
from counterclaim.model.statement import Kind, MentionId, Polarity, Statement, StatementId

Said = Mapping[StatementId, tuple[Statement, Reading]]
FIRST = {Polarity.TRUE: Move.SAID, Polarity.FALSE: Move.DENIED, Polarity.OPEN: Move.LEFT_OPEN}


def history_of(
    claim: Claim, ledger: Ledger, owners: Mapping[MentionId, Actor] | None = None
) -> tuple[Step, ...]:
    """Return the moves on a claim by day; those of reports without a day come last.

    `owners` are the actors by mention, where they have been looked up already.
    """
    said = {s.id: (s, each) for each in ledger.readings for s in each.statements}
    copies = {copy.document for copy in ledger.copies}

    def place(stance: Stance) -> tuple[date, bool, tuple[object, ...]]:
        """Order by day, copies after what they print."""
        day, *rest = _order(stance.statement, said)
        return day, said[stance.statement][1].document.id in copies, tuple(rest)

    stances = sorted((each for each in claim.stances if each.statement in said), key=place)
    steps: list[Step] = []
    last: dict[str, Stance] = {}
    for stance in stances:
        holder = _holder(stance)
        copied = said[stance.statement][1].document.id in copies and holder in last
        move = Move.PRINTED if copied else _move(stance, last.get(holder))
        steps.append(_step(move, stance, said))
        last[holder] = stance
    known = owners or {id: actor for actor in ledger.actors for id in actor.mentions}
    event = next((each for each in ledger.events if each.id == claim.event), None)
    if event:
        own = {stance.statement for stance in claim.stances}
        told = (each.trigger.statement for each in event.mentions)
        others = dict.fromkeys(id for id in told if id and id in said and id not in own)
        steps += _silent(others, last, known, said)
    return tuple(sorted(steps, key=lambda step: (step.day or date.max, step.move is Move.SILENT)))


def _holder(stance: Stance) -> str:
    return stance.holder or plain_name(stance.name)


def _move(stance: Stance, before: Stance | None) -> Move:
    if before is None:
        return FIRST[stance.polarity]
    same = stance.polarity is before.polarity and stance.state is StanceState.HELD
    return Move.REPEATED if same else Move.CHANGED


def _step(move: Move, stance: Stance, said: Said) -> Step:
    document = said[stance.statement][1].document
    return Step(
        *(move, stance.name, _day(stance.statement, said)),
        *(stance.polarity, stance.statement, document.id),
    )


def _silent(
    told: Iterable[StatementId],
    last: Mapping[str, Stance],
    owners: Mapping[MentionId, Actor],
    said: Said,
) -> Iterator[Step]:
    """Yield who spoke of the event on a later day, and of the claim no more."""
    later: dict[str, list[StatementId]] = defaultdict(list)
    for id in told:
        statement, _ = said[id]
        if statement.kind is not Kind.NARRATION:
            mention, name = statement.source.mention, plain_name(statement.source.name)
            known = owners.get(mention) if mention else None
            later[known.id if known else name].append(id)
    for holder, stance in last.items():
        day = _day(stance.statement, said)
        after = [id for id in later[holder] if day and (_day(id, said) or day) > day]
        if after:
            yield _fell_silent(stance, max(after, key=lambda id: _order(id, said)), said)


def _fell_silent(stance: Stance, id: StatementId, said: Said) -> Step:
    document = said[id][1].document
    return Step(Move.SILENT, stance.name, _day(id, said), stance.polarity, id, document.id)


def _day(id: StatementId, said: Said) -> date | None:
    """Return the day it was said, where the text tells it, else that of the report."""
    statement, reading = said[id]
    spoken = statement.said_on
    return spoken.value[0] if spoken else reading.document.published


def _order(id: StatementId, said: Said) -> tuple[date, str, int, str]:
    statement, reading = said[id]
    begin = statement.content[0].begin if statement.content else 0
    return _day(id, said) or date.max, reading.document.id, begin, id

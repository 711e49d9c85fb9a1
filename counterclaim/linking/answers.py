"""What sources answer to the questions that an event raises: who did it, how many were hurt.

The words may be unlike: "blamed the Red Column", "said the Column had fired", "our men had no part
in it" answer one question, because they speak of one event and one party.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.actors import plain_form
from counterclaim.linking.decisions import rejected
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import Claim, ClaimId, Stance
from counterclaim.model.event import Degree, EventId, Responsibility, Toll
from counterclaim.model.quantity import Bound, Effect, Number
from counterclaim.model.record import Event, Reading, Review, Told
from counterclaim.model.statement import MentionId, Polarity, Statement, StatementId
from counterclaim.model.text import digest

CHARGES = frozenset(
    {
        *(Degree.CLAIMED, Degree.ADMITTED, Degree.FACT, Degree.SUSPECTED),
        *(Degree.ACCUSED, Degree.ACCUSED_BY_AUTHORITIES),
    }
)
RESPONSIBILITY = "responsibility"
COUNTED = {Effect.KILLED: "killed", Effect.INJURED: "injured"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One source's answer: the claim it is a stance on, in words of the ledger, and its sign.

    `of` is what a number counts, where that is not people at large: another count is another
    question.
    """

    event: EventId
    slot: str
    of: str
    key: str
    value: str
    polarity: Polarity
    statement: Statement
    low: Number | None = None
    high: Number | None = None

    @property
    def claim(self) -> ClaimId:
        """The claim, by event, question and answer."""
        return ClaimId(digest("answer", self.event, self.slot, self.of, self.key))


def link_answers(
    events: Sequence[Event],
    readings: Sequence[Reading],
    actors: Sequence[Actor],
    parties: Mapping[ActorId, str],
    reviews: Sequence[Review],
) -> tuple[Claim, ...]:
    """Bring the answers to each question of each event together as claims.

    `parties` names the known party behind an actor: an army and its ministry answer as one.
    """
    left_out = rejected(reviews)
    statements = {
        s.id: s for reading in readings for s in reading.statements if s.id not in left_out
    }
    holders = {mention: actor.id for actor in actors for mention in actor.mentions}
    grouped: dict[ClaimId, list[Answer]] = defaultdict(list)
    for event in events:
        for answer in (*_charges(event, statements, parties), *_numbers(event, statements)):
            grouped[answer.claim].append(answer)
    claims = (same_answer_of_event(id, answers, holders) for id, answers in grouped.items())
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _charges(
    event: Event, statements: Mapping[StatementId, Statement], parties: Mapping[ActorId, str]
) -> Iterator[Answer]:
    """Yield who is held, or denied to be, responsible: one party under all its names."""
    for told in event.responsibility:
        statement = statements.get(told.value.statement or StatementId(""))
        sign = _sign(told.value)
        if statement and sign and told.value.party:
            known = parties.get(told.actor, told.actor) if told.actor else ""
            key = plain_form(told.value.whose) or known or plain_form(told.value.party)
            value = f"{told.value.whose or told.value.party} is responsible"
            yield Answer(event.id, RESPONSIBILITY, "", str(key), value, sign, statement)


def _sign(charge: Responsibility) -> Polarity | None:
    if charge.degree.value in CHARGES:
        return Polarity.TRUE
    return Polarity.FALSE if charge.degree.value is Degree.DENIED else None


def _numbers(event: Event, statements: Mapping[StatementId, Statement]) -> Iterator[Answer]:
    """Yield how many were killed and injured, the largest number of each statement."""
    largest: dict[tuple[str, StatementId], Told[Toll]] = {}
    for told in event.tolls:
        slot, id = COUNTED.get(told.value.effect), told.value.statement
        stated = told.value.count.value.bound is not Bound.UNQUANTIFIED
        if stated and slot and id and id in statements:
            known = largest.get((slot, id))
            if known is None or _ends(told) > _ends(known):
                largest[slot, id] = told
    for (slot, id), told in largest.items():
        of, value = _counted(told.value), _written(told, slot)
        count, statement = told.value.count.value, statements[id]
        ends = count.low, count.high
        yield Answer(event.id, slot, of, value, value, Polarity.TRUE, statement, *ends)


def _counted(toll: Toll) -> str:
    """Return what is counted, in its own words."""
    count = toll.count.value
    return " ".join((count.of or count.unit).casefold().split())


def _ends(told: Told[Toll]) -> tuple[Number, Number]:
    count = told.value.count.value
    return count.low or 0, count.high if count.high is not None else float("inf")


def _written(told: Told[Toll], slot: str) -> str:
    low, high = _ends(told)
    if low == high:
        return f"{low:g} {slot}"
    if high == float("inf"):
        return f"at least {low:g} {slot}"
    return f"{low:g} to {high:g} {slot}" if low else f"up to {high:g} {slot}"


def same_answer_of_event(
    id: ClaimId, answers: Sequence[Answer], holders: Mapping[MentionId, ActorId]
) -> Claim:
    """Take the same answer to the same question on one event for one claim."""
    unique = {answer.statement.id: answer for answer in answers}
    stances = tuple(_stance(unique[each], holders) for each in sorted(unique))
    signs = {stance.polarity for stance in stances}
    return Claim(
        id=id,
        slot=answers[0].slot,
        value=Counter(answer.value for answer in answers).most_common(1)[0][0],
        stances=stances,
        straw=signs == {Polarity.FALSE},
        rule=same_answer_of_event.__name__,
        event=answers[0].event,
        of=answers[0].of,
        low=answers[0].low,
        high=answers[0].high,
    )


def _stance(answer: Answer, holders: Mapping[MentionId, ActorId]) -> Stance:
    source = answer.statement.source
    return Stance(
        holder=holders.get(source.mention) if source.mention else None,
        name=source.name,
        polarity=answer.polarity,
        certainty=answer.statement.certainty.value,
        statement=answer.statement.id,
    )

"""What a holder has at stake in what it says: it serves it, goes against it, or is not known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model.actor import Actor
from counterclaim.model.derived import Interest, Stake
from counterclaim.model.event import Degree, Part, Responsibility, Telling, TellingId
from counterclaim.model.record import Event, Ledger, Reading, Told
from counterclaim.model.statement import (
    Act,
    Kind,
    MentionId,
    MentionType,
    Polarity,
    Statement,
    StatementId,
)
from counterclaim.model.text import meets

FORCES = frozenset({MentionType.MILITARY, MentionType.ARMED_GROUP})
HELD = frozenset(Degree) - {Degree.DENIED, Degree.UNCLAIMED, Degree.ACQUITTED}
NOT_TOLD = Stake(Interest.UNKNOWN, "nothing_on_record_tells")
Parties = frozenset[str]
"""All ids that one party goes by: its own, that of the known one, and of those it is part of."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A statement with who holds it, whom its words name, and what it adds to events."""

    statement: Statement
    holder: Actor
    own: Parties
    named: Parties
    charges: Sequence[Told[Responsibility]]
    events: Sequence[Event]
    lost: Parties


def find_stakes(
    ledger: Ledger, owners: Mapping[MentionId, Actor] | None = None
) -> Mapping[StatementId, Stake]:
    """Say for each statement of a known holder what is at stake; narration has no holder.

    `owners` are the actors by mention, where they have been looked up already.
    """
    actors = owners or {id: actor for actor in ledger.actors for id in actor.mentions}
    events, charges, lost = _of_statements(ledger, actors)
    found: dict[StatementId, Stake] = {}
    for reading in ledger.readings:
        for said in reading.statements:
            holder = actors.get(said.source.mention) if said.source.mention else None
            if holder is None or said.kind is Kind.NARRATION:
                continue
            found[said.id] = stake_of(
                Holding(
                    statement=said,
                    holder=holder,
                    own=_parties(holder),
                    named=_named(said, reading, actors) if _is_denial(said) else frozenset(),
                    charges=charges.get(said.id, ()),
                    events=tuple(events.get(said.id, {}).values()),
                    lost=frozenset(lost.get(said.id, ())),
                )
            )
    return found


def stake_of(holding: Holding) -> Stake:
    """Return what the first rule says that speaks of this statement."""
    for rule in RULES:
        if interest := rule(holding):
            return Stake(interest, rule.__name__)
    return NOT_TOLD


def denies_its_own_part(holding: Holding) -> Interest | None:
    """Take who denies a part of its own to serve itself."""
    denied = any(_is_own(each, holding, Degree.DENIED) for each in holding.charges)
    own = denied or holding.statement.act.value is Act.DENY_RESPONSIBILITY
    return Interest.SERVES if own else None


def admits_its_own_part(holding: Holding) -> Interest | None:
    """Take who admits a part of its own to say so against its interest."""
    admitted = any(_is_own(each, holding, Degree.ADMITTED) for each in holding.charges)
    return Interest.AGAINST if admitted else None


def claims_the_deed(holding: Holding) -> Interest | None:
    """Leave open whom it serves that a deed is claimed: it may be a boast."""
    claimed = any(_is_own(each, holding, Degree.CLAIMED) for each in holding.charges)
    claims = claimed or holding.statement.act.value is Act.CLAIM_RESPONSIBILITY
    return Interest.UNKNOWN if claims else None


def concedes(holding: Holding) -> Interest | None:
    """Take who concedes something to say so against its interest."""
    return Interest.AGAINST if holding.statement.act.value is Act.CONCEDE else None


def tells_of_its_own_losses(holding: Holding) -> Interest | None:
    """Take a force that tells of its own dead to say so against its interest."""
    losses = holding.holder.type in FORCES and bool(holding.own & holding.lost)
    affirmed = holding.statement.polarity.value is Polarity.TRUE
    return (Interest.AGAINST if affirmed else Interest.SERVES) if losses else None


def turns_it_on_another(holding: Holding) -> Interest | None:
    """Take who is held responsible, and holds another responsible, to serve itself."""
    charged = any(
        holding.own & _charged(each) and each.value.degree.value in HELD
        for event in holding.events
        for each in event.responsibility
    )
    others = any(
        each.value.degree.value in HELD and not holding.own & _charged(each)
        for each in holding.charges
    )
    return Interest.SERVES if charged and others else None


def denies_what_is_said_of_it(holding: Holding) -> Interest | None:
    """Take who denies what is said of itself, or of its own country, to serve itself."""
    denies = _is_denial(holding.statement)
    return Interest.SERVES if denies and holding.own & holding.named else None


def takes_no_side(holding: Holding) -> Interest | None:
    """Take a body of no country to have no interest in an event that charges it with nothing."""
    apart = holding.holder.known.startswith("organisation.") and not holding.holder.countries
    told = bool(holding.events) and not any(
        holding.own & _charged(each) for event in holding.events for each in event.responsibility
    )
    return Interest.NONE if apart and told else None


RULES: tuple[Callable[[Holding], Interest | None], ...] = (
    admits_its_own_part,
    denies_its_own_part,
    claims_the_deed,
    concedes,
    tells_of_its_own_losses,
    turns_it_on_another,
    denies_what_is_said_of_it,
    takes_no_side,
)


def _parties(actor: Actor) -> Parties:
    ids = (actor.id, actor.known, *actor.part_of, *actor.countries)
    return frozenset(id for id in ids if id)


def _charged(charge: Told[Responsibility]) -> Parties:
    return frozenset(id for id in (charge.actor, charge.value.whose) if id)


def _is_own(charge: Told[Responsibility], holding: Holding, degree: Degree) -> bool:
    if charge.value.degree.value is not degree:
        return False
    mention = holding.statement.source.mention
    return bool(_charged(charge) & holding.own) or charge.value.mention == mention


def _is_denial(said: Statement) -> bool:
    return said.polarity.value is Polarity.FALSE


def _named(said: Statement, reading: Reading, actors: Mapping[MentionId, Actor]) -> Parties:
    """Return the parties and countries in the words of a denial, or of what it answers."""
    answered = next((each for each in reading.statements if each.id == said.answers), None)
    content = sorted((*said.content, *(answered.content if answered else ())))
    found = set[str]()
    for mention in reading.mentions:
        if meets(mention.span, content) and mention.id != said.source.mention:
            found |= _parties(actors[mention.id]) if mention.id in actors else set()
            found |= {mention.place.value.country} if mention.place else set()
    return frozenset(found - {""})


def _of_statements(
    ledger: Ledger, actors: Mapping[MentionId, Actor]
) -> tuple[
    Mapping[StatementId, dict[str, Event]],
    Mapping[StatementId, list[Told[Responsibility]]],
    Mapping[StatementId, set[str]],
]:
    """Return by statement the events it is on, whom it charges, and whose dead it counts."""
    tellings = {told.id: told for reading in ledger.readings for told in reading.tellings}
    events = defaultdict[StatementId, dict[str, Event]](dict)
    charges = defaultdict[StatementId, list[Told[Responsibility]]](list)
    lost = defaultdict[StatementId, set[str]](set)
    for event in ledger.events:
        for mention in event.mentions:
            if mention.trigger.statement:
                events[mention.trigger.statement][event.id] = event
        for charge in event.responsibility:
            if charge.value.statement:
                charges[charge.value.statement].append(charge)
                events[charge.value.statement][event.id] = event
        for toll in event.tolls:
            if toll.value.statement:
                events[toll.value.statement][event.id] = event
                lost[toll.value.statement] |= _victims(toll.telling, tellings, actors)
    return events, charges, lost


def _victims(
    id: TellingId, tellings: Mapping[TellingId, Telling], actors: Mapping[MentionId, Actor]
) -> set[str]:
    """Return the parties whose people one telling has among the dead."""
    if id not in tellings:
        return set()
    dead = (part for part in tellings[id].participants if part.part is Part.VICTIM)
    known = (actors[part.mention] for part in dead if part.mention and part.mention in actors)
    return {id for actor in known for id in _parties(actor) - {*actor.countries}}

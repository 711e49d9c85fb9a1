"""What of an event nobody denies, by how many origins it is told, and what each party adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.linking.naming import plain_name
from counterclaim.linking.origins import NOBODY, Origins, count_origins
from counterclaim.linking.voices import Voices, voices_of
from counterclaim.model.claim import Claim, ClaimId, Dispute, DisputeState, Stance
from counterclaim.model.derived import Added, Agreed, Core
from counterclaim.model.event import Degree, EventId, Part, Telling, TellingId
from counterclaim.model.quantity import Bound, Effect, Quantity
from counterclaim.model.record import Event, Ledger, Reading
from counterclaim.model.statement import Certainty, Polarity, Statement, StatementId
from counterclaim.model.text import DocumentId, Span

FIRM = frozenset({DisputeState.CONTESTED, DisputeState.RESOLVED})
ASKED = {
    "type": frozenset({"occurrence", "cause"}),
    "when": frozenset({"date", "occurrence"}),
    "place": frozenset({"location", "occurrence"}),
    "killed": frozenset({"killed", "occurrence"}),
    "injured": frozenset({"injured", "occurrence"}),
    "weapon": frozenset({"weapon", "occurrence"}),
    "target": frozenset({"target", "occurrence"}),
    "victim": frozenset({"target", "occurrence"}),
}
"""The questions of disputes that each field of an event answers."""
TOLD, LEAST = "told_and_not_denied", "all_say_at_least"
PARTS = (Part.VICTIM, Part.TARGET, Part.WEAPON)
COUNTED = {Effect.KILLED: "killed", Effect.INJURED: "injured"}
COUNTS = frozenset(COUNTED.values())
UNSAID = "unquantified"
"""What numbers that say nothing of a lowest have in common."""


@dataclass(frozen=True, slots=True)
class Word:
    """A field as one telling has it, with the statement whose word that is.

    `same` is equal for words that say the same.
    """

    field: str
    same: str
    value: str
    telling: TellingId
    statement: StatementId | None


@dataclass(frozen=True, slots=True)
class Around:
    """What the ledger holds around its events."""

    tellings: Mapping[TellingId, tuple[Telling, Reading]]
    statements: Mapping[StatementId, tuple[Statement, Reading]]
    disputes: Mapping[EventId, Sequence[Dispute]]
    opposed: Set[StatementId]

    def stands(self, word: Word) -> bool:
        """Whether it is said to be so, and nobody is on record against that statement."""
        if word.statement is None or word.statement not in self.statements:
            return True
        said = self.statements[word.statement][0].polarity.value
        return said is Polarity.TRUE and word.statement not in self.opposed


def find_cores(
    ledger: Ledger, voices: Voices, events: Iterable[Event] | None = None
) -> tuple[Core, ...]:
    """Say of each event what nobody denies; those with no telling at hand have an empty core."""
    around = _around(ledger)
    wanted = ledger.events if events is None else tuple(events)
    words = {event.id: list(_words(event, around)) for event in wanted}
    agreed = {event.id: list(_agreed(event, words[event.id], around)) for event in wanted}
    claims = [_as_claim(each, around) for found in agreed.values() for each in found]
    origins = count_origins(ledger.readings, claims, ledger.copies, voices)
    copies = {copy.document for copy in ledger.copies}

    return tuple(
        Core(
            event.id,
            tuple(_with_sources(each, origins, copies, around) for each in agreed[event.id]),
            tuple(_added(event, words[event.id], agreed[event.id], around)),
        )
        for event in wanted
    )


def voices_at_hand(ledger: Ledger, index: ActorIndex) -> Voices:
    """Say whose voice the statements of the readings at hand are, looking at no other actors."""
    here = {mention.id for reading in ledger.readings for mention in reading.mentions}
    actors = [actor for actor in ledger.actors if not here.isdisjoint(actor.mentions)]
    return voices_of(ledger.readings, actors, index)


def _with_sources(
    each: Agreed, origins: Origins, copies: Set[DocumentId], around: Around
) -> Agreed:
    """Count who tells a field; what no statement holds is one outlet's word."""
    told = {around.tellings[id][1].document.id for id in each.told_in}
    return replace(
        each,
        documents=len(told),
        tellings=len(told - copies) or 1,
        origins=origins.number(_as_claim(each, around).stances) or 1,
    )


def _nobody_denies(field: str, event: Event, around: Around) -> bool:
    """Whether no dispute on the event asks for this field, but for numbers that only differ.

    A number is left out where a dispute is no more than possible: nothing is cited so readily.
    """
    asked = [each for each in around.disputes.get(event.id, ()) if each.slot in ASKED[field]]
    firm = [each for each in asked if each.state in FIRM or field in COUNTS]
    return all(_only_differs(each) for each in firm)


def _only_differs(dispute: Dispute) -> bool:
    """Whether the sides of a dispute only give several numbers; none says that it is not so."""
    return all(side.polarity is Polarity.TRUE for side in dispute.sides) and dispute.slot in COUNTS


def _around(ledger: Ledger) -> Around:
    disputes: dict[EventId, list[Dispute]] = defaultdict(list)
    for dispute in ledger.disputes:
        if dispute.event and dispute.state in (*FIRM, DisputeState.POSSIBLE):
            disputes[dispute.event].append(dispute)
    firm = [each for each in ledger.disputes if each.state in FIRM]
    denied = [side for each in firm if not _only_differs(each) for side in each.sides]
    return Around(
        tellings={told.id: (told, each) for each in ledger.readings for told in each.tellings},
        statements={s.id: (s, each) for each in ledger.readings for s in each.statements},
        disputes=disputes,
        opposed={id for side in denied for id in side.statements},
    )


def _words(event: Event, around: Around) -> Iterator[Word]:
    """Yield what each telling says of each field, as far as the event's own fields rest on it."""
    for field in event.fields:
        if field.name in ("type", "when", "place") and field.reason is None:
            for id in field.tellings:
                yield from _word_of_field(field.name, event, id, around)
    yield from _counted(event, around)
    names: dict[str, str] = {}
    for part in event.participants:
        if part.value.part in PARTS and part.telling in around.tellings:
            plain = plain_name(part.value.text)
            same = names.setdefault(part.actor or plain, plain)
            holder = _at(part.value.span, part.telling, around)
            yield Word(part.value.part.value, same, part.value.text, part.telling, holder)


def _counted(event: Event, around: Around) -> Iterator[Word]:
    """Yield the numbers of killed and injured that each telling gives."""
    for toll in event.tolls:
        name = COUNTED.get(toll.value.effect)
        if name and toll.telling in around.tellings:
            count, (_, reading) = toll.value.count, around.tellings[toll.telling]
            vague = count.value.bound is Bound.UNQUANTIFIED or count.value.low is None
            same = UNSAID if vague else f"{count.value.low}"
            told = reading.document.quote(count.spans[0]) if count.spans else UNSAID
            of = "" if vague else count.value.of or count.value.unit
            value = f"{_ends(count.value, told)} {of}".strip()
            yield Word(name, same, value, toll.telling, toll.value.statement)


def _ends(count: Quantity, told: str) -> str:
    """Write a number as far as it is one: what is none stays in the words of the text."""
    if count.bound is Bound.UNQUANTIFIED:
        return " ".join(told.split())
    if count.low is None:
        return f"up to {count.high}"
    if count.high is None:
        return f"at least {count.low}"
    return f"{count.low}" if count.low == count.high else f"{count.low} to {count.high}"


def _word_of_field(name: str, event: Event, id: TellingId, around: Around) -> Iterator[Word]:
    if id not in around.tellings:
        return
    telling, _ = around.tellings[id]
    cited = {"type": telling.type, "when": telling.when, "place": telling.place}[name]
    if cited is None:
        return
    value = {
        "type": event.type,
        "when": " to ".join(dict.fromkeys(day.isoformat() for day in event.when or ())),
        "place": event.place or "",
    }[name]
    spans = cited.spans or tuple(each.span for each in telling.triggers[:1])
    if value and (name != "type" or telling.type.value == event.type):
        yield Word(name, value, value, id, _at(spans[0], id, around))


def _at(span: Span, id: TellingId, around: Around) -> StatementId | None:
    """Return the innermost statement whose content holds the words."""
    _, reading = around.tellings[id]
    holding = [
        (part.end - part.begin, each.id)
        for each in reading.statements
        for part in each.content
        if span in part
    ]
    return min(holding)[1] if holding else None


def _agreed(event: Event, words: Sequence[Word], around: Around) -> Iterator[Agreed]:
    """Yield the fields nobody denies, in the order of rules and words."""
    by_field: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        if word.field not in COUNTS or around.stands(word):
            by_field[word.field].append(word)
    for field, told in by_field.items():
        if not _nobody_denies(field, event, around):
            continue
        if field in COUNTS:
            yield from _least(field, event, told)
            continue
        groups: dict[str, list[Word]] = defaultdict(list)
        for word in told:
            groups[word.same].append(word)
        for group in groups.values():
            yield _one(field, group[0].value, TOLD, group)


def _least(field: str, event: Event, told: Sequence[Word]) -> Iterator[Agreed]:
    """Take as many as all say at the least; nothing where one says none, or no number."""
    envelope = event.killed if field == "killed" else event.injured
    if envelope is None or not envelope.low:
        return
    differing = envelope.low != envelope.high
    value = f"at least {envelope.low}" if differing else str(envelope.low)
    rule = LEAST if differing else TOLD
    said = [word for word in told if word.same != UNSAID]
    enough = [word for word in said if float(word.same) >= envelope.low]
    if enough:
        yield _one(field, value, rule, enough)


def _one(field: str, value: str, rule: str, words: Sequence[Word]) -> Agreed:
    tellings = tuple(dict.fromkeys(word.telling for word in words))
    statements = tuple(dict.fromkeys(word.statement for word in words if word.statement))
    return Agreed(field, value, rule, tellings, statements, 0, 0, 0)


def _as_claim(agreed: Agreed, around: Around) -> Claim:
    """Write what is agreed as a claim, so that its origins are counted as those of any claim."""
    found = [around.statements[id][0] for id in agreed.statements if id in around.statements]
    stances = tuple(
        Stance(None, each.source.name, Polarity.TRUE, Certainty.CERTAIN, each.id) for each in found
    )
    return Claim(ClaimId("core"), None, agreed.value, stances, straw=False, rule=agreed.rule)


def _added(
    event: Event, words: Sequence[Word], agreed: Sequence[Agreed], around: Around
) -> Iterator[Added]:
    """Yield what is not agreed, once for each holder: numbers, contested fields, charges."""
    told = [*_beyond(words, agreed), *_charges(event, around)]
    holders = [_holder(word, around) for word in told]
    seen = set[tuple[str, str, str]]()
    for word, holder in zip(told, holders, strict=True):
        if (holder, word.field, word.value) not in seen:
            seen.add((holder, word.field, word.value))
            yield Added(holder, word.field, word.value, word.statement, word.telling)


def _beyond(words: Sequence[Word], agreed: Sequence[Agreed]) -> Iterator[Word]:
    """Yield words that are no part of what is agreed, and every number where these differ."""
    exact = {each.field for each in agreed if each.rule == TOLD}
    return (word for word in words if word.field not in exact)


def _charges(event: Event, around: Around) -> Iterator[Word]:
    """Yield who holds whom responsible: never agreed here, always with a holder and a degree."""
    for charge in event.responsibility:
        if charge.telling in around.tellings:
            held = charge.value
            degree = held.degree.value.value.replace("_", " ")
            party = held.whose or held.party
            value = degree if held.degree.value is Degree.UNCLAIMED else f"{party}, {degree}"
            yield Word(held.share.value, value, value, charge.telling, held.statement)


def _holder(word: Word, around: Around) -> str:
    """Name whose word it is; what no source says is the outlet's own voice."""
    if word.statement and word.statement in around.statements:
        source = around.statements[word.statement][0].source
        if source.type not in NOBODY:
            return source.name
    document = around.tellings[word.telling][1].document
    return document.outlet or document.author or document.title or document.key

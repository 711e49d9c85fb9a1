"""What a dispute rests on and what it leaves open: evidence cited, asked for, and missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from counterclaim.model.claim import Dispute, Side
from counterclaim.model.derived import Exhibit, Inquiry, Question, Weighing
from counterclaim.model.event import Degree, Share
from counterclaim.model.record import Event, Ledger, Reading
from counterclaim.model.statement import Act, Polarity, SourceType, Statement, StatementId

WHO = frozenset({"perpetrator", "responsibility"})
"""Questions whose rival answers are parties."""
DOERS = frozenset({Share.PERPETRATOR, Share.PLANNER})
UNSEEN = frozenset({SourceType.UNNAMED, SourceType.UNSPECIFIED})
Said = Mapping[StatementId, tuple[Statement, Reading]]


@dataclass(frozen=True, slots=True)
class Docket:
    """A dispute with its event and all statements at hand."""

    dispute: Dispute
    event: Event | None
    said: Said

    def exhibits(self, statements: Iterable[StatementId]) -> Iterator[Exhibit]:
        """Yield what statements point to as evidence."""
        for id in statements:
            if id in self.said:
                yield from _exhibits(*self.said[id])

    @property
    def stated(self) -> tuple[StatementId, ...]:
        """All statements of its sides."""
        return tuple(id for side in self.dispute.sides for id in side.statements)

    @property
    def told(self) -> tuple[StatementId, ...]:
        """All statements that speak of its event."""
        mentions = self.event.mentions if self.event else ()
        found = (each.trigger.statement for each in mentions)
        return tuple(dict.fromkeys(id for id in found if id and id in self.said))


def inquire(dispute: Dispute, ledger: Ledger) -> Inquiry:
    """Say what is cited and asked for in a dispute, and what is still to be asked."""
    said = {s.id: (s, each) for each in ledger.readings for s in each.statements}
    event = next((each for each in ledger.events if each.id == dispute.event), None)
    docket = Docket(dispute, event, said)
    return Inquiry(
        cited=tuple(dict.fromkeys(docket.exhibits((*docket.stated, *docket.told)))),
        asked_for=tuple(_asked_for(docket)),
        questions=tuple(question for rule in RULES for question in rule(docket)),
        weighing=_weigh(docket),
    )


def no_evidence_cited(docket: Docket) -> Iterator[Question]:
    """Ask what a side rests on that cites nothing."""
    for side in docket.dispute.sides:
        if not any(docket.exhibits(side.statements)):
            does = "does" if len(side.held_by) == 1 else "do"
            text = f"What {does} {_names(side)} rest it on? No evidence is cited: {side.position}"
            yield Question(text, no_evidence_cited.__name__, side.claim)


def one_origin_only(docket: Docket) -> Iterator[Question]:
    """Ask who else says so, where one origin stands alone."""
    for side in docket.dispute.sides:
        if side.origins <= 1:
            text = f"Who else than {_names(side)} says so? One origin: {side.position}"
            yield Question(text, one_origin_only.__name__, side.claim)


def source_not_named(docket: Docket) -> Iterator[Question]:
    """Ask who spoke, where a side rests on sources without a name alone."""
    for side in docket.dispute.sides:
        kinds = {docket.said[id][0].source.type for id in side.statements if id in docket.said}
        if kinds and kinds <= UNSEEN:
            text = f"Who said so? No source is named: {side.position}"
            yield Question(text, source_not_named.__name__, side.claim)


def not_verified(docket: Docket) -> Iterator[Question]:
    """Ask who could verify it, where somebody on record could not."""
    for id in dict.fromkeys((*docket.stated, *docket.told)):
        if id in docket.said and docket.said[id][0].act.value is Act.UNABLE_TO_VERIFY:
            name = docket.said[id][0].source.name
            yield Question(f"Who could verify what {name} could not?", not_verified.__name__)


RULES: tuple[Callable[[Docket], Iterator[Question]], ...] = (
    no_evidence_cited,
    one_origin_only,
    source_not_named,
    not_verified,
)


def _names(side: Side) -> str:
    return " and ".join(side.held_by) or "its sources"


def _asked_for(docket: Docket) -> Iterator[StatementId]:
    """Yield the demands that speak of the event, or answer one of the sides."""
    stated = {*docket.stated}
    answering = (id for id, (each, _) in docket.said.items() if each.answers in stated)
    for id in dict.fromkeys((*docket.told, *answering)):
        if docket.said[id][0].act.value is Act.DEMAND:
            yield id


def _exhibits(statement: Statement, reading: Reading) -> Iterator[Exhibit]:
    for each in statement.evidence:
        words = " … ".join(reading.document.quote(span) for span in each.spans)
        yield Exhibit(each.value, words, statement.source.name, statement.id)


def _weigh(docket: Docket) -> Weighing:
    """Set rival answers against the evidence cited for and against each, and fill in no more."""
    held = dict(_answers(docket))
    hypotheses = tuple(dict.fromkeys(name for name, _ in held))
    if docket.dispute.slot not in WHO or not hypotheses:
        return Weighing((), ())
    rows = []
    for exhibit in dict.fromkeys(docket.exhibits((*docket.stated, *docket.told))):
        cells = tuple(held.get((name, exhibit.statement)) for name in hypotheses)
        rows.append((exhibit, cells))
    return Weighing(hypotheses, tuple(rows))


def _answers(docket: Docket) -> Iterator[tuple[tuple[str, StatementId], Polarity]]:
    """Yield each party that is named as the doer, by which statement, and whether it denies it."""
    charges = docket.event.responsibility if docket.event else ()
    for charge in charges:
        held = charge.value
        if held.share in DOERS and held.statement and held.degree.value is not Degree.UNCLAIMED:
            denied = held.degree.value in (Degree.DENIED, Degree.ACQUITTED)
            party = held.whose or held.party
            yield (party, held.statement), Polarity.FALSE if denied else Polarity.TRUE

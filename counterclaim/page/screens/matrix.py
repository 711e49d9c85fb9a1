"""Who holds what about one event: a row for each proposition, a column for each party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from counterclaim.model.claim import Claim, ClaimId, Corroboration, Stance
from counterclaim.model.statement import Polarity, SourceType, StatementId
from counterclaim.model.text import DocumentId
from counterclaim.views.disputes import told_origins
from counterclaim.views.entries import Entries
from counterclaim.views.statements import STANCES

COLUMNS = 8  # parties side by side; the rest share the last column
ROWS = 60
OTHERS, NOBODY = "others", "nobody named"
UNNAMED = frozenset({SourceType.NONE, SourceType.UNSPECIFIED})
Counted = Mapping[ClaimId, Corroboration]


@dataclass(frozen=True, slots=True)
class Mark:
    """One party on one proposition: how it holds it, and the statement that says so.

    `mixed` where its statements differ, or those of several parties in one column do.
    """

    polarity: Polarity
    statement: StatementId
    document: DocumentId | None
    times: int
    mixed: bool

    @property
    def told(self) -> str:
        """How it is held, in words."""
        return "some so, some otherwise" if self.mixed else STANCES[self.polarity]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A proposition, its state in words, and a mark or None for each party."""

    claim: ClaimId
    value: str
    slot: str
    state: str
    marks: tuple[Mark | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The board of one event. `left_out` propositions did not fit."""

    parties: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    left_out: int


def matrix(claims: Iterable[Claim], entries: Entries, counted: Counted) -> Matrix:
    """Arrange claims by party: contested ones first, then those that most parties speak to."""
    ordered = sorted(
        _each_once(claims), key=lambda claim: (not claim.contested, -_parties(claim), claim.value)
    )
    often = Counter(_party(s, entries) for claim in ordered for s in claim.stances)
    names = [name for name, _ in sorted(often.items(), key=lambda each: (-each[1], each[0]))]
    parties = (*names[:COLUMNS], OTHERS) if len(names) > COLUMNS else tuple(names)
    rows = tuple(_row(claim, parties, entries, counted) for claim in ordered[:ROWS])
    return Matrix(parties, rows, max(0, len(ordered) - ROWS))


def _each_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out claims whose every statement stands in one that is contested: "not so: ..."."""
    found = tuple(claims)
    contested = {claim.id: _statements(claim) for claim in found if claim.contested}
    for claim in found:
        said = _statements(claim)
        if claim.contested or not any(said <= other for other in contested.values()):
            yield claim


def _statements(claim: Claim) -> frozenset[StatementId]:
    return frozenset(stance.statement for stance in claim.stances)


def _row(claim: Claim, parties: tuple[str, ...], entries: Entries, counted: Counted) -> MatrixRow:
    found: dict[str, list[Stance]] = {party: [] for party in parties}
    for stance in claim.stances:
        name = _party(stance, entries)
        found[name if name in found else OTHERS].append(stance)
    marks = tuple(_mark(found[party], entries) for party in parties)
    return MatrixRow(claim.id, claim.value, claim.slot or "", _state(claim, counted), marks)


def _mark(stances: list[Stance], entries: Entries) -> Mark | None:
    if not stances:
        return None
    first = stances[0]
    polarities = {stance.polarity for stance in stances}
    polarity = first.polarity if len(polarities) == 1 else Polarity.OPEN
    _, reading = entries.statements.get(first.statement, (None, None))
    document = reading.document.id if reading else None
    return Mark(polarity, first.statement, document, len(stances), len(polarities) > 1)


def _state(claim: Claim, counted: Counted) -> str:
    if claim.contested:
        return "contested"
    if claim.straw:
        return "only denied"
    count = counted.get(claim.id)
    return f"uncontested, {told_origins(count.origins)}" if count else "one-sided"


def _parties(claim: Claim) -> int:
    return len({stance.holder or stance.name for stance in claim.stances})


def _party(stance: Stance, entries: Entries) -> str:
    """Name a party by its actor, else by the words of the text; nobody where these name none."""
    if actor := entries.actors.get(stance.holder) if stance.holder else None:
        return actor.name
    statement, _ = entries.statements.get(stance.statement, (None, None))
    told = statement.source.type if statement else None
    return NOBODY if told in UNNAMED else stance.name or NOBODY

"""How many voices a claim has: documents, tellings, and parties that say so of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from counterclaim.linking.naming import plain_name
from counterclaim.model.record import ActorId, Claim, Copy, Corroboration, Reading, Stance
from counterclaim.model.statement import SourceType, Statement, StatementId
from counterclaim.model.text import DocumentId

KNOWN = frozenset({SourceType.NAMED, SourceType.DESCRIBED})
UNNAMED = frozenset({SourceType.DESCRIBED, SourceType.UNNAMED})
NOBODY = frozenset({SourceType.NONE, SourceType.UNSPECIFIED})
THE_PAGE = frozenset({SourceType.AUTHOR, SourceType.OUTLET})

NO_PARTIES: Mapping[ActorId, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Origins:
    """Whose voice each statement is; `known` holds those of named or described sources.

    A statement without an entry in `holders` has no voice of its own: nobody in particular, or
    the page that a copy was printed on. `named` holds the statements of sources with a name,
    `parties` the known party behind a voice: spokesman, ministry and government are one.
    """

    corroboration: tuple[Corroboration, ...]
    holders: Mapping[StatementId, str]
    known: frozenset[StatementId]
    named: frozenset[StatementId]
    parties: Mapping[StatementId, str]

    def of(self, stances: Iterable[Stance]) -> frozenset[str]:
        """Return the distinct voices behind stances."""
        return frozenset(
            self.holders[stance.statement] for stance in stances if stance.statement in self.holders
        )

    def number(self, stances: Sequence[Stance]) -> int:
        """Count the voices that are surely apart: each name, or one where nobody is named.

        "The army" beside "the Karvanian army" is none more, nor is "a spokesman" beside a name.
        """
        voiced = [stance for stance in stances if stance.statement in self.holders]
        named = [stance for stance in voiced if stance.statement in self.named]
        names = [frozenset(name.split()) for name in self.of(named)]
        lone = [stance for stance in named if stance.statement not in self.parties]
        alone = [frozenset(name.split()) for name in self.of(lone)]
        counted = named if alone else voiced
        parties = {self.parties.get(stance.statement) for stance in counted} - {None}
        apart = len(parties) + sum(not any(name < other for other in names) for name in alone)
        return apart or min(1, len(self.of(stances)))


def count_origins(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    copies: Sequence[Copy],
    parties: Mapping[ActorId, str] = NO_PARTIES,
) -> Origins:
    """Count the voices of every claim that is stated more than once; a copy adds none.

    `parties` names the known party behind an actor; beyond those, unlike names are unlike parties.
    """
    homes = {s.id: r.document.id for r in readings for s in r.statements}
    statements = {s.id: s for reading in readings for s in reading.statements}
    originals = {copy.document: copy.of for copy in copies}
    names = _names(claims)
    holders = {
        stance.statement: name
        for claim in claims
        for stance in claim.stances
        if (name := names.get(stance.holder) or plain_name(stance.name))
        and _has_voice(statements[stance.statement], homes[stance.statement] in originals)
    }
    known = frozenset(id for id, statement in statements.items() if statement.source.type in KNOWN)
    named = frozenset(id for id, s in statements.items() if s.source.type not in UNNAMED)
    behind = {
        stance.statement: parties[stance.holder]
        for claim in claims
        for stance in claim.stances
        if stance.holder and stance.holder in parties
    }
    uncounted = Origins((), holders, known, named, behind)
    counted = tuple(
        _corroboration(claim, uncounted, homes, originals)
        for claim in claims
        if len(claim.stances) > 1
    )
    return replace(uncounted, corroboration=counted)


def _names(claims: Sequence[Claim]) -> dict[ActorId | None, str]:
    """Give each actor one of the names it is quoted under, the first in the alphabet."""
    found: dict[ActorId | None, str] = {}
    for stance in (stance for claim in claims for stance in claim.stances if stance.holder):
        name = plain_name(stance.name)
        found[stance.holder] = min(found.get(stance.holder, name), name)
    return found


def _has_voice(statement: Statement, in_copy: bool) -> bool:
    if statement.source.type in NOBODY:
        return False
    return not (in_copy and statement.source.type in THE_PAGE)


def _corroboration(
    claim: Claim,
    origins: Origins,
    homes: Mapping[StatementId, DocumentId],
    originals: Mapping[DocumentId, DocumentId],
) -> Corroboration:
    documents = {homes[stance.statement] for stance in claim.stances}
    tellings = {originals.get(document, document) for document in documents}
    return Corroboration(claim.id, len(documents), len(tellings), origins.number(claim.stances))

"""How many voices a claim has: documents, tellings, and parties that say so of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.actors import is_state
from counterclaim.linking.naming import plain_name
from counterclaim.linking.passages import reprinted
from counterclaim.linking.voices import NO_VOICE, Voice, Voices
from counterclaim.model.actor import ActorId
from counterclaim.model.claim import Claim, Corroboration, Stance
from counterclaim.model.record import Copy, Reading
from counterclaim.model.statement import Polarity, SourceType, Statement, StatementId
from counterclaim.model.text import DocumentId

KNOWN = frozenset({SourceType.NAMED, SourceType.DESCRIBED})
NOBODY = frozenset({SourceType.NONE, SourceType.UNSPECIFIED})
THE_PAGE = frozenset({SourceType.AUTHOR, SourceType.OUTLET})
NONE = ActorId("")


@dataclass(frozen=True, slots=True)
class Origins:
    """Whose voice each statement is; `known` holds those of named or described sources.

    A statement without an entry in `holders` has no voice of its own: nobody in particular, or
    the page that a copy was printed on. `parties` names the known party behind a voice: spokesman,
    ministry and government are one. `voices` says what else the words for a source tell;
    `unclaimed` holds what reports say that nobody has said: that is one voice of theirs.
    """

    corroboration: tuple[Corroboration, ...]
    holders: Mapping[StatementId, str]
    known: frozenset[StatementId]
    parties: Mapping[StatementId, str]
    voices: Mapping[StatementId, Voice]
    unclaimed: frozenset[StatementId]

    def of(self, stances: Iterable[Stance]) -> frozenset[str]:
        """Return the distinct voices behind stances."""
        return frozenset(
            self.holders[stance.statement] for stance in stances if stance.statement in self.holders
        )

    def number(self, stances: Sequence[Stance]) -> int:
        """Count the voices that are surely apart, as far as words tell whose they are.

        "The army" beside "the Karvanian army" is none more, nor is "a minister" or "officials"
        beside a state, or who may be of one, nor a paper; what one agency heard from people without
        a name is one.
        """
        voiced = [each.statement for each in stances if each.statement in self.holders]
        parties = {self.parties[id] for id in voiced if id in self.parties}
        lone = [id for id in voiced if id not in self.parties and not self._voice(id).paper]
        people = [id for id in lone if not self._voice(id).office]
        names = {frozenset(self.holders[id].split()) for id in voiced}
        alone = {frozenset((self._voice(id).name or self.holders[id]).split()) for id in people}
        apart = len(parties) + sum(not any(name < other for other in names) for name in alone)
        stately = any(map(is_state, parties)) or not self.known.isdisjoint(people)
        apart += len(people) < len(lone) and not stately
        return apart or min(1, len(voiced) or len(self.unclaimed & {s.statement for s in stances}))

    def _voice(self, id: StatementId) -> Voice:
        return self.voices.get(id, NO_VOICE)


def count_origins(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    copies: Sequence[Copy],
    voices: Voices | None = None,
) -> Origins:
    """Count the voices of every claim that is stated more than once; a copy adds none.

    `voices` says which party or office is behind a source; beyond that, unlike names are unlike
    parties.
    """
    told = voices or Voices()
    homes = _homes(readings, copies)
    statements = {s.id: s for reading in readings for s in reading.statements}
    names = _names(claims)
    stances = [stance for claim in claims for stance in claim.stances]
    holders = {
        stance.statement: name
        for stance in stances
        if (name := names.get(stance.holder) or plain_name(stance.name))
        and _has_voice(statements[stance.statement], homes)
    }
    known = frozenset(id for id, statement in statements.items() if statement.source.type in KNOWN)
    behind = {id: voice.party for id, voice in told.of.items() if voice.party}
    held = ((stance.statement, told.parties.get(stance.holder or NONE)) for stance in stances)
    behind |= {statement: party for statement, party in held if party}
    nobody = frozenset(id for id, s in statements.items() if s.source.type is SourceType.NONE)
    uncounted = Origins((), holders, known, behind, told.of, nobody)
    counted = tuple(
        _corroboration(claim, uncounted, homes) for claim in claims if len(claim.stances) > 1
    )
    return replace(uncounted, corroboration=counted)


@dataclass(frozen=True, slots=True)
class _Home:
    """The document that a statement stands in, and the one that printed it first."""

    document: DocumentId
    first: DocumentId


def _homes(readings: Sequence[Reading], copies: Sequence[Copy]) -> Mapping[StatementId, _Home]:
    originals = {copy.document: copy.of for copy in copies}
    earlier = reprinted(readings)
    homes: dict[StatementId, _Home] = {}
    for reading in readings:
        own = reading.document.id
        for statement in reading.statements:
            first = earlier.get(statement.id, originals.get(own, own))
            homes[statement.id] = _Home(own, originals.get(first, first))
    return homes


def _names(claims: Sequence[Claim]) -> dict[ActorId | None, str]:
    """Give each actor one of the names it is quoted under, the first in the alphabet."""
    found: dict[ActorId | None, str] = {}
    for stance in (stance for claim in claims for stance in claim.stances if stance.holder):
        name = plain_name(stance.name)
        found[stance.holder] = min(found.get(stance.holder, name), name)
    return found


def _has_voice(statement: Statement, homes: Mapping[StatementId, _Home]) -> bool:
    if statement.source.type in NOBODY:
        return False
    home = homes[statement.id]
    return home.document == home.first or statement.source.type not in THE_PAGE


def _corroboration(
    claim: Claim, origins: Origins, homes: Mapping[StatementId, _Home]
) -> Corroboration:
    found = [homes[stance.statement] for stance in claim.stances]
    documents, tellings = {each.document for each in found}, {each.first for each in found}
    # Who denies a claim does not bear it out; a claim that nobody holds has its deniers' voices.
    said = tuple(each for each in claim.stances if each.polarity is not Polarity.FALSE)
    voices = origins.number(said or claim.stances)
    return Corroboration(claim.id, len(documents), len(tellings), voices)

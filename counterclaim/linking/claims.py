"""One proposition, with everybody who affirms it, denies it or leaves it open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.linking.decisions import regrouped, rejected
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import Claim, ClaimId, Stance
from counterclaim.model.record import Reading, Review
from counterclaim.model.statement import Act, CueClass, Kind, MentionId, Polarity, Statement
from counterclaim.model.text import Document, digest

# Fewer equal words may well speak of different things ("it was not so").
LEAST_WORDS = 4
# Words on either side of a content that tell a reprint of it from another use of its words.
AROUND = 8
WORD = re.compile(r"\w+(?:'\w+)*")
TELLING = frozenset({CueClass.STATEMENT, CueClass.BELIEF, CueClass.REPORT, CueClass.ESTIMATE})
PROPOSING = frozenset(
    {
        Act.ASSERT,
        Act.DENY,
        Act.ACCUSE,
        Act.CLAIM_RESPONSIBILITY,
        Act.DENY_RESPONSIBILITY,
        Act.ANNOUNCE,
        Act.ESTIMATE,
        Act.WARN,
        Act.REAFFIRM,
        Act.CONCEDE,
    }
)
DENYING = frozenset({Act.DENY, Act.DENY_RESPONSIBILITY})
OPPOSITE = {Polarity.TRUE: Polarity.FALSE, Polarity.FALSE: Polarity.TRUE}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement in its document; `answered` is the statement that it denies or confirms."""

    document: Document
    statement: Statement
    answered: Proposal | None = None

    @property
    def content(self) -> str:
        """The words said, as they stand."""
        return " ".join(self.document.quote(span) for span in self.statement.content)

    @property
    def words(self) -> tuple[str, ...]:
        """The words said, without case, quotation marks, blanks and punctuation."""
        return _words(self.content)

    @property
    def passage(self) -> tuple[str, ...]:
        """The words said amid those around them."""
        text = self.document.text
        begin, end = self.statement.content[0].begin, self.statement.content[-1].end
        before, after = text[max(0, begin - 20 * AROUND) : begin], text[end : end + 20 * AROUND]
        return (*_words(before)[-AROUND:], "|", *self.words, "|", *_words(after)[:AROUND])

    @property
    def order(self) -> tuple[bool, date, str, int, str]:
        """Where the statement stands among all: by day, document and place in the text."""
        document, statement = self.document, self.statement
        day = document.published or date.max
        return (
            self.answered is not None,
            day,
            document.id,
            statement.content[0].begin,
            statement.id,
        )


@dataclass(frozen=True, slots=True)
class Proposition:
    """What the statements of a claim have in common, and the rule that says so."""

    id: ClaimId
    rule: str


def link_claims(
    readings: Sequence[Reading], actors: Sequence[Actor], reviews: Sequence[Review]
) -> tuple[Claim, ...]:
    """Bring the statements of each proposition together, where their words leave no doubt.

    Narration, wishes and demands propose nothing; what a reviewer rejected is left out. Each
    statement is a stance on one claim.
    """
    proposals = {p.statement.id: p for p in _proposals(readings, rejected(reviews))}
    found = {id: _proposition(proposal).id for id, proposal in proposals.items()}
    alone = {id: ClaimId(digest("claim", id)) for id in proposals}
    groups: dict[ClaimId, list[Proposal]] = defaultdict(list)
    for id, claim in regrouped(found, alone, reviews).items():
        groups[claim].append(proposals[id])
    holders = {mention: actor.id for actor in actors for mention in actor.mentions}
    claims = [_claim(claim, members, holders) for claim, members in groups.items()]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _proposals(readings: Sequence[Reading], left_out: frozenset[str]) -> list[Proposal]:
    found = []
    for reading in readings:
        kept = [s for s in reading.statements if _proposes(s) and s.id not in left_out]
        bare = {statement.id: Proposal(reading.document, statement) for statement in kept}
        for statement in kept:
            answered = bare.get(statement.answers) if statement.answers else None
            if answered or not statement.general:
                found.append(Proposal(reading.document, statement, answered))
    return found


def _proposes(statement: Statement) -> bool:
    told = statement.kind is not Kind.NARRATION and statement.cue_class in TELLING
    if not (told and statement.content):
        return False
    return statement.act.value in PROPOSING or statement.polarity.value is Polarity.OPEN


def same_answer(proposal: Proposal) -> ClaimId | None:
    """Put a denial or confirmation of a statement to that statement's claim."""
    return _proposition(proposal.answered).id if proposal.answered else None


def same_words(proposal: Proposal) -> ClaimId | None:
    """Take four or more equal words that hold a name for one claim, whoever says them."""
    named = any(char.isupper() for char in proposal.content[1:])
    distinct = named and len(proposal.words) >= LEAST_WORDS
    return ClaimId(digest("claim", *proposal.words)) if distinct else None


def same_passage(proposal: Proposal) -> ClaimId:
    """Take equal words amid equal words for one claim: X rejected Y's claim that Z; a reprint."""
    return ClaimId(digest("claim", *proposal.passage))


RULES: tuple[Callable[[Proposal], ClaimId | None], ...] = (same_answer, same_words, same_passage)


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold().replace("’", "'")))


def _proposition(proposal: Proposal) -> Proposition:
    return next(Proposition(id, rule.__name__) for rule in RULES if (id := rule(proposal)))


def _claim(id: ClaimId, members: Sequence[Proposal], holders: Mapping[MentionId, ActorId]) -> Claim:
    ordered = sorted(members, key=lambda member: member.order)
    stances = tuple(_stance(member, holders) for member in ordered)
    signs = {stance.polarity for stance in stances}
    return Claim(
        id=id,
        slot=None,
        value=ordered[0].content,
        stances=stances,
        straw=Polarity.FALSE in signs and Polarity.TRUE not in signs,
        rule=_proposition(ordered[-1]).rule,
    )


def _stance(member: Proposal, holders: Mapping[MentionId, ActorId]) -> Stance:
    source = member.statement.source
    return Stance(
        holder=holders.get(source.mention) if source.mention else None,
        name=source.name,
        polarity=_position(member),
        certainty=member.statement.certainty.value,
        statement=member.statement.id,
    )


def _position(member: Proposal) -> Polarity:
    """Return what the source holds of the claim's own words, which an answer may not repeat."""
    own = member.statement.polarity.value
    if member.answered is None or own is Polarity.OPEN or member.words == member.answered.words:
        return own
    answered = member.answered.statement.polarity.value
    denies = own is Polarity.FALSE or member.statement.act.value in DENYING
    return OPPOSITE.get(answered, own) if denies else answered

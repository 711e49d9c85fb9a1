"""What is claimed and denied, in whatever words, as claims with both their sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.knowledge.actors import plain_form
from counterclaim.knowledge.denials import Denials, load_denials
from counterclaim.linking import echoes
from counterclaim.linking.decisions import rejected
from counterclaim.linking.denials import find_denials, nearness
from counterclaim.linking.echoes import echoed, find_echoes, stance_of
from counterclaim.linking.positions import Position, positions_of
from counterclaim.linking.questions import Question, event_of, gather, sides_of
from counterclaim.linking.slots import slot_of
from counterclaim.linking.voices import Voices
from counterclaim.linking.wording import rarity_of
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.claim import Claim, ClaimId
from counterclaim.model.event import Degree
from counterclaim.model.record import Event, Reading, Review
from counterclaim.model.statement import (
    Act,
    MentionId,
    MentionType,
    Polarity,
    SourceType,
    StatementId,
)
from counterclaim.model.text import digest

PERSON = MentionType.PERSON
POSSIBLE = 0.1
"""Chance that a denial answers what it is put to, below which it is left alone."""


def link_denials(
    readings: Sequence[Reading],
    events: Sequence[Event],
    actors: Sequence[Actor],
    voices: Voices,
    reviews: Sequence[Review],
) -> tuple[Claim, ...]:
    """Return a claim for each thing that is denied, with who denies it and who says so.

    A denial that answers nothing which the reports tell is left out, and so is what a reviewer
    rejected.
    """
    left_out, known = rejected(reviews), load_denials()
    held = positions_of(readings, events, actors, voices, known)
    positions = [each for each in held if each.id not in left_out]
    rarity = rarity_of((each.document.id, each.words) for each in positions)
    weights = {language: denials.weights for language, denials in known.items()}
    found = find_denials(positions, rarity, weights)
    questions = gather(found, nearness(positions), rarity)
    holders = {mention: actor.id for actor in actors for mention in actor.mentions}
    deniers = _deniers(readings, events, actors, voices)
    claims = [
        denied_in_any_words(question, known[_language(question)], holders, deniers)
        for question in questions
        if question.score >= POSSIBLE
    ]
    claims += [same_denial(each, holders) for each in questions if len(each.denying) > 1]
    claims += [echoed(echo, holders) for echo in find_echoes(positions, rarity)]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _language(question: Question) -> str:
    return question.surest.position.document.language


def denied_in_any_words(
    question: Question,
    known: Denials,
    holders: Mapping[MentionId, ActorId],
    deniers: Mapping[StatementId, str],
) -> Claim:
    """Take what a denial most likely answers, with all who say the same or deny the same."""
    claiming, denying = sides_of(question)
    return Claim(
        id=ClaimId(digest("denied", question.first.id)),
        slot=slot_of(_surest_first(question), known.words),
        value=question.surest.answered.content,
        stances=(
            *(stance_of(each, Polarity.TRUE, holders) for each in claiming),
            *(stance_of(each, Polarity.FALSE, holders) for each in denying),
        ),
        straw=False,
        rule=denied_in_any_words.__name__,
        event=event_of(question),
        of=_charged(question, deniers),
        score=round(question.score, 3),
        grounds=question.surest.grounds,
    )


def same_denial(question: Question, holders: Mapping[MentionId, ActorId]) -> Claim:
    """Take for a claim of its own what several statements deny: that it is not so."""
    denying = question.denying
    spoken = next((each.content for each in denying if each.negated and not each.hollow), "")
    return Claim(
        id=ClaimId(digest("not so", question.first.id)),
        slot=None,
        value=spoken or f"not so: {question.surest.answered.content}",
        stances=tuple(stance_of(each, Polarity.TRUE, holders) for each in denying),
        straw=False,
        rule=same_denial.__name__,
        event=event_of(question),
    )


def _charged(question: Question, deniers: Mapping[StatementId, str]) -> str:
    """Name who denies his own part, where he is known by name, and speaks for nobody else."""
    denial, claim = question.surest.position, question.surest.answered
    source = denial.statement.source
    own = denial.act is Act.DENY_RESPONSIBILITY and source.type is SourceType.NAMED
    name = deniers.get(denial.id, source.name)
    meant = not claim.charged or bool({*denial.voice, plain_form(name)} & claim.charged)
    return name if own and meant else ""


def _deniers(
    readings: Sequence[Reading], events: Sequence[Event], actors: Sequence[Actor], voices: Voices
) -> Mapping[StatementId, str]:
    """Name the party whose part each statement denies, where that is not just its source.

    Who speaks for a body denies no part of his own: "Can Demir, the spokesman of the Red Column".
    """
    known = {actor.known: actor.name for actor in actors if actor.known}
    people = {one.id for each in readings for one in each.mentions if one.type is PERSON}
    parts: dict[StatementId, set[str]] = defaultdict(set)
    for told in (one.value for event in events for one in event.responsibility):
        if told.statement and told.degree.value is Degree.DENIED and told.mention not in people:
            parts[told.statement].add(told.whose or told.party)
    found: dict[StatementId, str] = {}
    for each in (one for reading in readings for one in reading.statements):
        if each.source.mention in people:
            body = known.get(voices.of[each.id].party, "") if each.id in voices.of else ""
            found[each.id] = min(parts[each.id]) if len(parts[each.id]) == 1 else body
    return found


def _surest_first(question: Question) -> tuple[list[Position], list[Position]]:
    claiming, denying = sides_of(question)
    top, surest = question.surest.answered, question.surest.position
    return [top, *claiming], [surest, *denying]


RULES = (denied_in_any_words, same_denial, *echoes.RULES)

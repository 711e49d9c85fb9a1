"""Which claim each denial answers, in whatever words: the likeliest of those told near it.

A denial answers what was said in its own document, or in reports of the same events published
next to it, so that the work grows with the number of denials and not with its square.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.denials import DenialWeights
from counterclaim.linking.positions import Position
from counterclaim.linking.signs import CHARGING, Answer, signs, unanswering
from counterclaim.linking.wording import Rarity
from counterclaim.model.event import EventId
from counterclaim.model.statement import Act, Polarity
from counterclaim.model.text import DocumentId

NEIGHBOURS = 8
"""Documents on either side, by publication, that tell of an event of the denial's document."""
DISTINCT = 3
"""Words that tell enough for two statements to be the same by them, wherever they stand."""
IN_ONE_WORD = 0.5
"""Words in common from which two that say no say the same."""
REACH = 2
"""Sentences back that "this" reaches, where it is all that tells what is denied."""
LEAST_ALIKE = 0.1
"""Words in common below which no claim is the likest."""
NO_DENIALS = frozenset(
    {
        *(Act.OTHER, Act.DEMAND, Act.PROMISE, Act.THREATEN),
        *(Act.DECLINE, Act.NON_DENIAL, Act.UNABLE_TO_VERIFY),
    }
)
CLAIMS = frozenset(
    {
        *(Act.ASSERT, Act.ACCUSE, Act.CLAIM_RESPONSIBILITY, Act.ANNOUNCE, Act.ESTIMATE),
        *(Act.WARN, Act.REAFFIRM, Act.CONCEDE, Act.PROMISE),
    }
)
Grounds = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Denial:
    """A denial with the chance of each claim that it is the one denied, the likeliest first.

    `grounds` are the signs that tie it to the likeliest, with what each is worth.
    """

    position: Position
    chances: Mapping[Position, float]
    grounds: Grounds = ()

    @property
    def answered(self) -> Position:
        """The likeliest claim."""
        return next(iter(self.chances))

    @property
    def best(self) -> float:
        """The chance of the likeliest claim."""
        return self.chances[self.answered]


@dataclass(frozen=True, slots=True)
class Near:
    """The statements of each document, and the documents that tell of each event, in order.

    `repeated` holds the statements that have the same words, where these tell of something.
    """

    held: Mapping[DocumentId, Sequence[Position]]
    events: Mapping[DocumentId, frozenset[EventId]]
    telling: Mapping[EventId, Sequence[DocumentId]]
    place: Mapping[DocumentId, int]
    repeated: Mapping[frozenset[str], Sequence[Position]]

    def to(self, position: Position) -> Iterator[Position]:
        """Yield what is held in the document of a statement and in those near it, in order."""
        own = position.document.id
        near = {own}
        for event in self.events.get(own, ()):
            told = self.telling[event]
            at = bisect_left(told, self.place[own], key=self.place.__getitem__)
            near.update(told[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1])
        for document in sorted(near, key=self.place.__getitem__):
            yield from self.held[document]
        for each in self.repeated.get(position.words, ()):
            if each.document.id not in near:
                yield each


def nearness(positions: Sequence[Position]) -> Near:
    """Look up, for positions in their order, which stand in documents on the same events."""
    held: dict[DocumentId, list[Position]] = defaultdict(list)
    events: dict[DocumentId, set[EventId]] = defaultdict(set)
    repeated: dict[frozenset[str], list[Position]] = defaultdict(list)
    for each in positions:
        if len(each.words) >= DISTINCT:
            repeated[each.words].append(each)
        held[each.document.id].append(each)
        events[each.document.id] |= each.beside
    telling: dict[EventId, list[DocumentId]] = defaultdict(list)
    for document in held:
        for event in sorted(events[document]):
            telling[event].append(document)
    told = {document: frozenset(found) for document, found in events.items()}
    places = {document: at for at, document in enumerate(held)}
    return Near(held, told, telling, places, repeated)


def find_denials(
    positions: Sequence[Position], rarity: Rarity, weights: Mapping[str, DenialWeights]
) -> Iterator[Denial]:
    """Yield each denial of something that somebody said, as far as any claim stands near it."""
    near = nearness(positions)
    for position in positions:
        if is_denial(position) and (answers := answers_to(position, near, rarity)):
            yield weighed(position, answers, weights[position.document.language])


def is_denial(position: Position) -> bool:
    """Whether a statement denies something, and is more than a refusal to answer."""
    return position.denies and not position.open and position.act not in NO_DENIALS


def answers_to(denial: Position, near: Near, rarity: Rarity) -> list[Answer]:
    """Hold a denial against every claim of another voice that stands near it."""
    told = near.events[denial.document.id]
    heard = [each for each in near.to(denial) if _is_claim(each, denial, told)]
    claims = [each for each in heard if not agree(each, denial, rarity)]
    claims = (_last_said(claims, denial) if denial.shows else []) or claims
    alike = {each: rarity.alike(denial.words, each.words) for each in claims}
    likest = max(claims, key=alike.__getitem__, default=None)
    before = [each for each in claims if _charges_before(each, denial)]
    latest = max(before, key=lambda each: each.begin, default=None)
    return [
        Answer(
            denial,
            claim,
            rarity,
            likest=claim is likest and alike[claim] > LEAST_ALIKE,
            latest=claim is latest,
        )
        for claim in claims
    ]


def _is_claim(claim: Position, denial: Position, told: frozenset[EventId]) -> bool:
    """Whether a denial may answer a claim: of another voice, on an event that its report tells."""
    if claim.denies or claim.open or claim.act not in CLAIMS:
        return False
    if claim.document.id != denial.document.id:
        near = claim.beside & told or claim.words == denial.words
        return bool(near) and not claim.voice & denial.voice
    return claim.statement.content == denial.statement.content or not claim.voice & denial.voice


def agree(claim: Position, denial: Position, rarity: Rarity) -> bool:
    """Whether both say no in much the same words: "no one died" is no answer to "nobody died"."""
    spoken = denial.statement.polarity.value is Polarity.TRUE and denial.negated
    return spoken and claim.negated and rarity.alike(claim.words, denial.words) >= IN_ONE_WORD


def _last_said(claims: Sequence[Position], denial: Position) -> list[Position]:
    """Return the claims of the last sentence of which "this report" may speak."""
    own = [each for each in claims if each.document.id == denial.document.id]
    near = [each for each in own if each.begin < denial.begin and denial.at - each.at <= REACH]
    last = max((each.at for each in near), default=0)
    return [each for each in near if each.at == last]


def _charges_before(claim: Position, denial: Position) -> bool:
    one_document = claim.document.id == denial.document.id
    return one_document and claim.act in CHARGING and claim.begin < denial.begin


def weighed(denial: Position, answers: Sequence[Answer], weights: DenialWeights) -> Denial:
    """Weigh all claims that a denial may answer against each other, and against none of them."""
    scores = [weigh(signs(answer), weights) for answer in answers]
    none = weigh(unanswering(denial), weights)
    highest = max(*scores, none)
    worth = [math.exp(score - highest) for score in scores]
    total = math.fsum((*worth, math.exp(none - highest)))
    found = [(each / total, answer) for answer, each in zip(answers, worth, strict=True)]
    found.sort(key=lambda each: (-each[0], each[1].claim.order))
    chances = {answer.claim: chance for chance, answer in found}
    return Denial(denial, chances, _grounds(found[0][1], weights))


def weigh(found: Iterable[str], weights: DenialWeights) -> float:
    """Add up what signs weigh."""
    return math.fsum(weights.signs.get(sign, 0.0) for sign in found)


def _grounds(answer: Answer, weights: DenialWeights) -> Grounds:
    found = ((sign, round(weights.signs.get(sign, 0.0), 2)) for sign in signs(answer))
    return tuple((sign, worth) for sign, worth in found if worth)

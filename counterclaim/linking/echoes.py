"""What several sources say of one event in other words: one number, or much the same words.

A statement joins the earliest that says the same, never one that only resembles another of those.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.linking.positions import ENDLESS, Counted, Position
from counterclaim.linking.sameness import rare_counts, says_the_same
from counterclaim.linking.wording import Rarity
from counterclaim.model.actor import ActorId
from counterclaim.model.claim import Claim, ClaimId, Stance
from counterclaim.model.event import EventId
from counterclaim.model.quantity import Effect
from counterclaim.model.statement import Act, MentionId, Polarity, SourceType
from counterclaim.model.text import digest

RAREST = 8
"""Words of a statement by which those that may say the same are looked up."""
LEAST_COUNT = 5
"""Smaller numbers are much the same everywhere."""
NEARLY = 1.1
"""How much more than at least so many is still told as that."""
COUNTED = {Effect.KILLED: "killed", Effect.INJURED: "injured"}


@dataclass(frozen=True, slots=True, eq=False)
class Echo:
    """Statements that say the same, the earliest first; by which rule, and how alike they are.

    `of` is what they are brought together by: the same statements may be so by several events.
    """

    said: tuple[Position, ...]
    rule: str
    score: float
    slot: str | None = None
    of: str = ""


def find_echoes(positions: Sequence[Position], rarity: Rarity) -> tuple[Echo, ...]:
    """Return what is said more than once of one event; `positions` stand in their order."""
    alike = much_the_same_words(positions, rarity)
    found = (*same_number(positions), *nobody_claimed(positions), *alike)
    return tuple({(each.rule, each.slot, each.said): each for each in reversed(found)}.values())


def same_number(positions: Sequence[Position]) -> Iterator[Echo]:
    """Take one number of dead or injured, told beside one event, for one claim.

    "More than 500" is the same number as 512, and as 500; 640 is another.
    """
    given = [*_given(positions)]
    told: dict[tuple[EventId, Counted], set[Position]] = defaultdict(set)
    least: dict[tuple[EventId, Effect], set[Counted]] = defaultdict(set)
    for position, event, count in given:
        effect, low, high = count
        told[event, (effect, low, high if high < ENDLESS else low)].add(position)
        if high == ENDLESS:
            least[event, effect].add((effect, low, low))
    for position, event, (effect, low, high) in given:
        for count in sorted(least[event, effect], key=lambda each: each[1]):
            if low == high and count[1] < low <= NEARLY * count[1]:
                told[event, count].add(position)
    for (event, (effect, low, high)), said in told.items():
        if len(said) > 1:
            of = f"{event} {low:g}-{high:g}"
            ordered = tuple(sorted(said, key=lambda each: each.order))
            yield Echo(ordered, same_number.__name__, 1.0, COUNTED[effect], of)


def _given(positions: Sequence[Position]) -> Iterator[tuple[Position, EventId, Counted]]:
    """Yield the numbers of dead or injured that statements give, with the events beside them."""
    for position in (each for each in positions if not (each.denies or each.open)):
        for count in position.counts:
            if count[0] in COUNTED and count[1] >= LEAST_COUNT:
                yield from ((position, event, count) for event in sorted(position.beside))


def nobody_claimed(positions: Sequence[Position]) -> Iterator[Echo]:
    """Take what reports say of one event, that nobody has claimed it, for one claim."""
    told: dict[EventId, list[Position]] = defaultdict(list)
    for position in positions:
        nobody = position.statement.source.type is SourceType.NONE
        if nobody and position.open and position.act is Act.CLAIM_RESPONSIBILITY:
            for event in sorted(position.beside):
                told[event].append(position)
    for event, said in told.items():
        if len(said) > 1:
            yield Echo(tuple(said), nobody_claimed.__name__, 1.0, "responsibility", event)


def much_the_same_words(positions: Sequence[Position], rarity: Rarity) -> Iterator[Echo]:
    """Take statements on one event for one claim where they share most of their words by rarity."""
    first: dict[Hashable, list[Position]] = defaultdict(list)
    echoes: dict[Position, list[Position]] = {}
    scores: dict[Position, float] = {}
    for position in positions:
        keys = [*_keys(position, rarity)]
        before = {id(each): each for key in keys for each in first[key]}.values()
        same = [each for each in before if says_the_same(position, each, rarity)]
        if same:
            anchor = max(same, key=lambda each: rarity.alike(position.words, each.words))
            echoes[anchor].append(position)
            alike = rarity.alike(position.words, anchor.words)
            scores[anchor] = min(scores.get(anchor, 1.0), alike)
        else:
            echoes[position] = [position]
            for key in keys:
                first[key].append(position)
    for anchor, said in echoes.items():
        if len(said) > 1:
            score = round(scores[anchor], 3)
            yield Echo(tuple(said), much_the_same_words.__name__, score)


def _keys(position: Position, rarity: Rarity) -> Iterator[Hashable]:
    yield from sorted(rare_counts(position))
    words = sorted(position.words, key=lambda word: (-rarity.squares[word], word))
    for word in words[:RAREST]:
        for event in sorted(position.beside):
            yield event, word


def echoed(echo: Echo, holders: Mapping[MentionId, ActorId]) -> Claim:
    """Return an echo as a claim, with a stance for each statement."""
    stances = tuple(stance_of(each, _sign(each), holders) for each in echo.said)
    anchor = echo.said[0]
    shared = frozenset.intersection(*(each.beside for each in echo.said))
    return Claim(
        id=ClaimId(digest("echo", echo.rule, echo.slot or "", echo.of, anchor.id)),
        slot=echo.slot,
        value=anchor.content,
        stances=stances,
        straw={each.polarity for each in stances} == {Polarity.FALSE},
        rule=echo.rule,
        event=min(shared, default=None),
        score=echo.score,
    )


def _sign(position: Position) -> Polarity:
    return position.statement.polarity.value


def stance_of(position: Position, sign: Polarity, holders: Mapping[MentionId, ActorId]) -> Stance:
    """Return a statement as a stance on a claim."""
    source = position.statement.source
    return Stance(
        holder=holders.get(source.mention) if source.mention else None,
        name=source.name,
        polarity=sign,
        certainty=position.statement.certainty.value,
        statement=position.id,
    )


RULES = (same_number, nobody_claimed, much_the_same_words)

"""Denials of one thing brought together, with all who hold what they deny: the two sides of it.

Who denies his part in something answers all who lay it on him; who denies something of which he
says more answers those who say that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.linking.denials import CLAIMS, Denial, Near
from counterclaim.linking.positions import Position
from counterclaim.linking.sameness import (
    MUCH_THE_SAME,
    SAME,
    SEVERAL,
    goes_on,
    of_other_places,
    says_more,
    says_the_same,
)
from counterclaim.linking.signs import NOBODY
from counterclaim.linking.wording import Rarity
from counterclaim.model.event import EventId
from counterclaim.model.statement import Act

AS_GOOD = 0.6
"""Share of the likeliest claim's chance from which another is taken for denied as well."""
AGREED = 0.3
"""Share of their answers in common from which two denials are of one thing."""
SURE = 0.2
"""Chance of its likeliest claim from which a denial beside a surer one brings its own claims."""
OF_ONE_PARTY = 0.1
"""Share of answers in common that will do where one party denies its own part."""
RELATED = 0.05
"""Chance of a claim from which denials that may answer it are held against each other."""
STANDS_OUT = 0.2
"""Chance of a claim below which a denial may answer any of several, and nobody can tell which."""
TOPIC = 0.25
"""Words in common without which denials that say something are of different things."""


@dataclass(slots=True, eq=False)
class Question:
    """What is claimed on one side and denied on the other; `denials` begin with the surest."""

    denials: list[Denial]
    claims: set[Position] = field(default_factory=set)
    others: set[Position] = field(default_factory=set)

    @property
    def surest(self) -> Denial:
        """The denial that most surely answers a claim."""
        return self.denials[0]

    @property
    def first(self) -> Position:
        """The earliest denial, which is of no other question."""
        return min((each.position for each in self.denials), key=_order)

    @property
    def score(self) -> float:
        """The chance that the surest denial answers one of the claims; of the best, if none is."""
        chances = self.surest.chances
        if self.surest.best < STANDS_OUT:
            return self.surest.best
        return sum(chances.get(claim, 0.0) for claim in sorted(self.claims, key=_order))

    @property
    def denying(self) -> list[Position]:
        """All statements on the denying side, the earliest first."""
        return sorted({*(each.position for each in self.denials), *self.others}, key=_order)

    @property
    def claiming(self) -> list[Position]:
        """All statements on the other side, the earliest first."""
        return sorted(self.claims, key=_order)


def _order(position: Position) -> tuple[object, ...]:
    return position.order


def gather(denials: Iterable[Denial], near: Near, rarity: Rarity) -> tuple[Question, ...]:
    """Bring the denials of one thing together, the surest first, with both sides whole."""
    questions: list[Question] = []
    known: dict[object, list[Question]] = defaultdict(list)
    for denial in sorted(denials, key=_surest_first):
        about = list(_about(denial))
        asked = {id(each): each for key in about for each in known[key]}.values()
        question = next((each for each in asked if _joins(denial, each, rarity)), None)
        if question is None:
            question = Question([denial])
            questions.append(question)
        else:
            question.denials.append(denial)
        for key in about:
            known[key].append(question)
    taken = {each.position for question in questions for each in question.denials}
    for question in questions:
        question.claims = set(_claiming(question, near, rarity))
        question.others = set(_denying(question, near, rarity)) - taken
    return tuple(_merged(questions))


def _merged(questions: Iterable[Question]) -> Iterator[Question]:
    """Make one of the questions in which the same source denies the same claim."""
    asked: dict[tuple[Position, str], Question] = {}
    for question in questions:
        voices = [voice for denial in question.denials for voice in sorted(denial.position.voice)]
        keys = [(claim, voice) for claim in question.claiming for voice in voices]
        same = next((asked[key] for key in keys if key in asked), None)
        if same is None or of_other_places(question.surest.position, same.surest.position):
            yield question
            asked |= {key: question for key in keys if key not in asked}
            continue
        same.denials += question.denials
        same.claims |= question.claims
        same.others |= question.others


def _surest_first(denial: Denial) -> tuple[float, object]:
    return -sum(_as_good(denial).values()), denial.position.order


def _as_good(denial: Denial) -> dict[Position, float]:
    least = AS_GOOD * denial.best
    return {claim: chance for claim, chance in denial.chances.items() if chance >= least}


def _about(denial: Denial) -> Iterator[object]:
    """Yield what denials of one thing have in common: a claim, or an event and a voice."""
    yield from (claim for claim, chance in denial.chances.items() if chance >= RELATED)
    position = denial.position
    yield position.words
    for event in sorted(position.beside):
        yield from ((event, voice) for voice in sorted(position.voice))


def _joins(denial: Denial, question: Question, rarity: Rarity) -> bool:
    """Whether a denial is of the same thing; nobody stands with those who deny his own claim."""
    if denial.position.voice & question.surest.answered.voice:
        return False
    return any(of_one_thing(denial, each, rarity) for each in question.denials)


def of_one_thing(one: Denial, other: Denial, rarity: Rarity) -> bool:
    """Whether two denials are of one thing: one party's own part in it, or the same words."""
    a, b = one.position, other.position
    if of_other_places(a, b):
        return False
    own = _is_own(a), _is_own(b)
    if len(a.words) >= SEVERAL and rarity.alike(a.words, b.words) >= SAME:
        return bool(a.voice & b.voice) or not all(own)
    agreed, bare = _agreed(one, other), a.hollow or b.hollow
    least = 2 * AGREED if bare and one.answered is not other.answered else AGREED
    if a.voice & b.voice and agreed >= least:
        return True
    if any(own) or bare:
        if not a.voice & b.voice:
            return not any(own) and agreed >= least
        return agreed >= (OF_ONE_PARTY if all(own) else AGREED)
    return rarity.alike(a.words, b.words) >= TOPIC and agreed >= AGREED


def _is_own(position: Position) -> bool:
    return position.act is Act.DENY_RESPONSIBILITY


def _agreed(one: Denial, other: Denial) -> float:
    """Return how much of what one denial may answer the other may answer too."""
    shared = sum(min(p, other.chances.get(claim, 0.0)) for claim, p in one.chances.items())
    least = min(sum(one.chances.values()), sum(other.chances.values()))
    return shared / least if least else 0.0


def _claiming(question: Question, near: Near, rarity: Rarity) -> Iterator[Position]:
    """Yield what the surest denials answer, and what says the same as the likeliest claim."""
    surest = question.surest
    top, denier = surest.answered, surest.position
    laid = _is_own(denier) and _charges(top, denier)
    for denial in question.denials:
        if denial is surest or denial.best >= SURE:
            as_good = (each for each in _as_good(denial) if _is_another(each, top, denier))
            yield from (each for each in as_good if not laid or _may_be_laid(each, top, denier))
    added = top
    for each in _others(near.to(top), top, denier):
        charged = laid and _charges(each, denier) and each.beside & (top.beside | denier.beside)
        if charged or says_the_same(each, top, rarity):
            yield each
        elif says_more(each, top, rarity) or (added is not top and goes_on(each, added)):
            added = each
            yield each


def _others(near: Iterable[Position], top: Position, denier: Position) -> Iterator[Position]:
    """Yield what somebody else claims near it."""
    for each in near:
        claims = each.act in CLAIMS and not (each.denies or each.open)
        if claims and _is_another(each, top, denier):
            yield each


def _is_another(claim: Position, top: Position, denier: Position) -> bool:
    """Whether somebody else is on record: what "reportedly" is so puts nobody on a side."""
    nobody = claim.statement.source.type in NOBODY
    return claim is top or not (nobody or claim.voice & denier.voice)


def _may_be_laid(claim: Position, top: Position, denier: Position) -> bool:
    """Whether a claim is on the side of a charge: it charges the denier too, or speaks of him.

    "A car bomb killed one, the army said" is no charge on whom somebody else blames for it.
    """
    return claim is top or _charges(claim, denier) or bool(claim.named & denier.voice)


def _charges(claim: Position, denier: Position) -> bool:
    if claim.charged:
        return bool(claim.charged & denier.voice)
    return claim.act is Act.ACCUSE and bool(claim.named & denier.voice)


def _denying(question: Question, near: Near, rarity: Rarity) -> Iterator[Position]:
    """Yield what says the same as one of the denials, also where it was read as no denial."""
    top = question.surest.answered
    denied = [each.position for each in question.denials]
    for each in near.to(question.surest.position):
        asserted = each.negated and not (each.denies or each.open or each.voice & top.voice)
        if asserted and any(_says_no(each, denial, rarity) for denial in denied):
            yield each


def _says_no(one: Position, denial: Position, rarity: Rarity) -> bool:
    alike = rarity.alike(one.words, denial.words)
    return alike >= SAME or (alike >= MUCH_THE_SAME and bool(one.beside & denial.beside))


def event_of(question: Question) -> EventId | None:
    """Return the event that most statements of both sides tell of or stand beside."""
    counts: dict[EventId, int] = defaultdict(int)
    for position in (*question.claiming, *question.denying):
        for event in position.beside:
            counts[event] += 2 if event in position.events else 1
    return min(counts, key=lambda event: (-counts[event], event), default=None)


def sides_of(question: Question) -> tuple[Sequence[Position], Sequence[Position]]:
    """Return who claims it and who denies it; a party that does both stands where it denies."""
    denying, top = question.denying, question.surest.answered
    deniers = frozenset(voice for each in denying for voice in each.voice)
    others = [each for each in question.claiming if each is top or not each.voice & deniers]
    return [each for each in others if each not in denying], denying

"""What tells that a denial answers a claim: named signs of the two, whose weights were learnt.

What each sign weighs stands in `data/claims`; `explain` prints those that a claim was found by.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.linking.positions import Counted, Position
from counterclaim.linking.wording import Rarity
from counterclaim.model.statement import Act, SourceType

ALIKE = (0.05, 0.15, 0.3, 0.5, 0.8)
WITHIN = (0.3, 0.6, 0.9)
NEAR = 3
"""Sentences between a claim and its denial that a reader still takes in at once."""
CHARGING = frozenset({Act.ACCUSE, Act.CLAIM_RESPONSIBILITY})
NOBODY = frozenset({SourceType.NONE, SourceType.UNSPECIFIED})


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial held against a claim; `likest` and `latest` stand out among all claims near it.

    `likest` has most of its words, `latest` is the last charge in its document before it.
    """

    denial: Position
    claim: Position
    rarity: Rarity
    likest: bool
    latest: bool

    @property
    def one_document(self) -> bool:
        """Whether both stand in one document."""
        return self.denial.document.id == self.claim.document.id

    @property
    def how(self) -> str:
        """How much the denial says."""
        return "hollow" if self.denial.hollow else "full"

    @property
    def alike(self) -> float:
        """How alike the words of both are."""
        return self.rarity.alike(self.denial.words, self.claim.words)

    @property
    def charging(self) -> bool:
        """Whether the claim lays something on somebody."""
        return self.claim.act in CHARGING or bool(self.claim.charged)

    @property
    def denier(self) -> str:
        """What the claim says of the denier."""
        denial, claim = self.denial, self.claim
        if denial.voice & claim.charged:
            return "charged"
        if denial.voice & claim.named:
            return "named"
        if denial.home & claim.lands:
            return "of a land named"
        return "not named, another charged" if claim.charged else "not named"


def place(answer: Answer) -> Iterator[str]:
    """Say how far apart both stand, and which comes first."""
    one, other = answer.denial, answer.claim
    if not answer.one_document:
        yield from ("other document", f"{answer.how}: other document")
        days = one.document.published, other.document.published
        if days[0] and days[1] and days[0] != days[1]:
            yield "denied before it was said" if days[0] < days[1] else "denied on a later day"
        return
    gap = abs(one.at - other.at)
    far = ("same sentence", "next sentence", "near", "near")[gap] if gap <= NEAR else "far"
    side = "said before" if other.begin < one.begin else "said after"
    yield f"{side}, {far}"
    if one.hollow:
        yield f"hollow: {side}, {far}"
    if one.points:
        yield f"pointing: {side}, {far}"


def bond(answer: Answer) -> Iterator[str]:
    """Say whether the text itself ties both together."""
    one, other = answer.denial.statement, answer.claim.statement
    if answer.one_document and one.content == other.content:
        yield "one content"
    if one.id == other.embedded_in or other.id == one.embedded_in:
        yield "one within the other"
    if one.answers == other.id:
        yield "answers it"
    if answer.latest:
        yield from ("latest charge", f"{answer.how}: latest charge")


def wording(answer: Answer) -> Iterator[str]:
    """Say how alike the words are, where the denial has words of its own."""
    if answer.likest:
        yield "likest of all"
    if answer.denial.hollow:
        return
    alike = answer.alike
    within = answer.rarity.within(answer.denial.words, answer.claim.words)
    yield from (f"alike {least}" for least in ALIKE if alike >= least)
    if len(answer.denial.words & answer.claim.words) == 1:
        yield "one word shared"
    yield from (f"within {least}" for least in WITHIN if within >= least)
    if alike >= ALIKE[1] and answer.one_document:
        yield "alike in one document"
    if alike >= ALIKE[2] and not answer.one_document:
        yield "alike across documents"


def parties(answer: Answer) -> Iterator[str]:
    """Say whether the claim speaks of the denier, or the denial of the claimant."""
    denier, denial, claim = answer.denier, answer.denial, answer.claim
    kind = "a charge" if answer.charging else "no charge"
    yield from (f"denier {denier}", f"denier {denier} in {kind}")
    if denial.act is Act.DENY_RESPONSIBILITY:
        yield f"own part denied: denier {denier} in {kind}"
    if denial.beside & claim.beside:
        yield f"denier {denier}, one event"
    if not denial.hollow and not denier.startswith("not") and answer.alike >= ALIKE[0]:
        yield f"denier {denier}, alike"
    yield from _whose(denial, claim)
    if denial.home & claim.home and not denial.voice & claim.voice:
        yield "of one land"


def _whose(denial: Position, claim: Position) -> Iterator[str]:
    """Say whether the denial speaks of the claimant's words, or of another's."""
    by_name, by_land = claim.voice & denial.named, claim.home & denial.lands
    if by_name:
        yield "claimant named"
    if by_land:
        yield "claimant's land named"
    if denial.retells and (denial.named or denial.lands):
        yield "claimant's own words" if by_name or by_land else "another's words"


def matter(answer: Answer) -> Iterator[str]:
    """Say whether both are on one event, party, place, day, number."""
    one, other = answer.denial, answer.claim
    if one.events & other.events:
        yield "told of one event"
    elif one.beside & other.beside:
        yield "beside one event"
    elif one.beside and other.beside:
        yield "beside other events"
    if one.hollow:
        return
    if one.named & other.named:
        yield "one party named"
    if one.places and other.places:
        yield "one place named" if one.places & other.places else "other places named"
    if one.days and other.days:
        yield "days meet" if _meet(one, other) else "other days"
    yield from _numbers(one.counts, other.counts)


def manner(answer: Answer) -> Iterator[str]:
    """Say what kind of claim it is."""
    claim = answer.claim
    yield f"claim: {claim.act.value}"
    if claim.negated:
        yield "claim is negated"
    if claim.hollow:
        yield "claim is hollow"
    if claim.retells:
        yield "claim is on what was said"
    if claim.statement.source.type in NOBODY:
        yield "nobody's claim"


RULES: tuple[Callable[[Answer], Iterator[str]], ...] = (
    place,
    bond,
    wording,
    parties,
    matter,
    manner,
)


def signs(answer: Answer) -> tuple[str, ...]:
    """Return all signs of a denial and a claim."""
    return tuple(sign for rule in RULES for sign in rule(answer))


def is_on_another_matter(found: Collection[str]) -> bool:
    """Whether a denial can hardly answer a claim, however near to it it stands.

    It has words of its own, and shares none with a charge against somebody else, or with what does
    not speak of the denier; or it denies the denier's part, and nobody is charged with any.
    """
    if {"one content", "answers it"} & {*found}:
        return False
    own_words = not any(sign.startswith("hollow: ") for sign in found)
    others = "denier not named, another charged" in found and f"alike {ALIKE[1]}" not in found
    same = {"told of one event", "likest of all"} <= {*found}
    if own_words and ((others and not same) or _is_of_nobody(found)):
        return True
    return _denies_a_part_in_nothing(found)


OWN_PART_OF_ANOTHER = "own part denied: denier not named, another charged in a charge"


def _is_of_nobody(found: Collection[str]) -> bool:
    """Whether a claim does not speak of who denies his own part, or has hardly a word in common."""
    named = not any(sign.startswith("denier not named") for sign in found)
    if named:
        return False
    own_part = OWN_PART_OF_ANOTHER in found
    alike = {"likest of all", f"alike {ALIKE[1]}", f"within {WITHIN[1]}"} & {*found}
    return own_part or not alike


def _denies_a_part_in_nothing(found: Collection[str]) -> bool:
    own_part = [sign for sign in found if sign.startswith("own part denied: ")]
    return any(sign.endswith(" in no charge") for sign in own_part)


def unanswering(denial: Position) -> tuple[str, ...]:
    """Return the signs that a denial answers nothing which the reports tell."""
    how = "hollow" if denial.hollow else "full"
    sign = denial.statement.polarity.value.value
    general = ("none: general",) if denial.statement.general else ()
    nobody = ("none: nobody denies",) if denial.statement.source.type in NOBODY else ()
    return ("none", f"none: {how}", f"none: {denial.act.value} {sign}", *general, *nobody)


def _meet(one: Position, other: Position) -> bool:
    return any(a <= d and c <= b for a, b in one.days for c, d in other.days)


def _numbers(one: Sequence[Counted], other: Sequence[Counted]) -> Iterator[str]:
    """Say whether numbers of one effect are equal, meet or exclude each other."""
    pairs = [(a[1:], b[1:]) for a in one for b in other if a[0] == b[0]]
    if any(a == b for a, b in pairs):
        yield "equal numbers"
    elif any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs):
        yield "numbers meet"
    elif pairs:
        yield "numbers exclude each other"

"""Whether two statements say the same, in words of their own."""

from __future__ import annotations

from counterclaim.linking.positions import Counted, Position
from counterclaim.linking.wording import Rarity
from counterclaim.model.statement import Act

SAME = 0.8
"""Words in common from which two statements say the same, wherever they stand."""
MUCH_THE_SAME = 0.5
"""Words in common from which they do, where both are on one event."""
ONE_EVENT = 0.4
"""Words in common from which they do, where both tell of one event and not just beside it."""
HELD = 0.6
"""Part of a statement in another's words from which it is held in that one, on one event."""
WHOLLY = 0.95
"""Part from which it is held wholly, which will do for fewer words, where both tell of it."""
MANY = 3
"""Words that must be shared for that."""
SEVERAL = 2
"""Words that tell enough to be the same by."""
RARE, ROUND = 20, 50
"""Numbers from which they are rare, unless they are round."""


def says_the_same(one: Position, other: Position, rarity: Rarity) -> bool:
    """Whether two statements say much the same in much the same words."""
    signs = [(each.denies, each.negated, each.open) for each in (one, other)]
    if signs[0] != signs[1] or of_other_places(one, other) or of_other_numbers(one, other):
        return False
    alike = rarity.alike(one.words, other.words)
    if alike >= SAME and len(one.words) >= SEVERAL:
        return True
    if rivals(one, other):
        return False
    if not one.beside & other.beside:
        return alike >= ONE_EVENT and bool(rare_counts(one) & rare_counts(other))
    shared, within = len(one.words & other.words), rarity.within(one.words, other.words)
    held = shared >= MANY and within >= HELD
    told = shared >= SEVERAL and bool(one.events & other.events)
    return held or alike >= MUCH_THE_SAME or (told and (alike >= ONE_EVENT or within >= WHOLLY))


def rare_counts(position: Position) -> frozenset[Counted]:
    """Return the numbers that hardly two happenings have in common: 512, or 35 to 40."""
    told = [each for each in position.counts if each[1] >= RARE]
    return frozenset(each for each in told if each[1] % ROUND or each[1] != each[2])


def of_other_numbers(one: Position, other: Position) -> bool:
    """Whether both count one thing, and no number of one fits one of the other's."""
    pairs = [(a[1:], b[1:]) for a in one.counts for b in other.counts if a[0] is b[0]]
    return bool(pairs) and not any(a[0] <= b[1] and b[0] <= a[1] for a, b in pairs)


def rivals(one: Position, other: Position) -> bool:
    """Whether one takes for itself what the other takes for itself too, or only speaks of."""
    claimed = [each.act is Act.CLAIM_RESPONSIBILITY for each in (one, other)]
    if not any(claimed) or one.charged & other.charged:
        return False
    speaks = not all(claimed) and len(one.words & other.words) < SEVERAL
    return speaks or bool(one.charged and other.charged)


def of_other_places(one: Position, other: Position) -> bool:
    """Whether both name places, and none is the other's: planned in Tarn, planned in Eastbank."""
    return bool(one.places and other.places) and not one.places & other.places


def says_more(each: Position, top: Position, rarity: Rarity) -> bool:
    """Whether who makes a claim adds to it: in the same report, on the same place and event."""
    same = each.document.id == top.document.id and bool(each.voice & top.voice)
    told = bool(each.events & top.events) or rarity.alike(each.words, top.words) >= ONE_EVENT
    return same and told and bool(each.places & top.places)


def goes_on(each: Position, added: Position) -> bool:
    """Whether the same source says more in the next sentence, of the same place and event."""
    next_one = each.document.id == added.document.id and 0 <= each.at - added.at <= 1
    one_matter = each.voice & added.voice and each.places & added.places
    return next_one and bool(one_matter and each.beside & added.beside)

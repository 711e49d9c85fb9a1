"""Numbers that a text gives of a party or an area, and that are no event: strength, ground, money.

Each number is read by the first rule that knows its words. Whose it is must be a mention; a number
of nobody is left out. Counts of dead, wounded and held belong to an event unless they add up over a
war or a stretch of time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.content.counts import Number, find_counts
from counterclaim.content.ends import Ends, open_ends
from counterclaim.content.owners import (
    OF_A_WHOLE,
    area_of,
    doer_of,
    owner_of,
    whole_of,
)
from counterclaim.content.scene import Scene
from counterclaim.knowledge.estimates import EstimateWords
from counterclaim.model.event import Estimate
from counterclaim.model.quantity import Effect, Quantity
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.text import Cited, joined
from counterclaim.model.time import Relation

ADDED_UP = {
    Effect.KILLED: "killed",
    Effect.INJURED: "injured",
    Effect.ARRESTED: "detained",
    Effect.ABDUCTED: "captured",
}
PRESENT = frozenset({"VBP", "VBZ"})
Reading = tuple[str, Mention]
Rule = Callable[[Number], "Reading | None"]


def find_estimates(scene: Scene, lists: EstimateWords) -> tuple[Estimate, ...]:
    """Find the numbers of a text that measure a party or an area."""
    ends = open_ends(scene, lists.words)
    return tuple(_estimates(ends, lists))


def _estimates(ends: Ends, lists: EstimateWords) -> Iterator[Estimate]:
    for number, count in find_counts(ends, lists):
        for rule in RULES:
            read = rule(number)
            if read is not None:
                yield _estimate(number, count, read, rule.__name__)
                break


def _estimate(number: Number, count: Cited[Quantity], read: Reading, rule: str) -> Estimate:
    measure, whose = read
    scene, noun = number.scene, number.noun
    held = scene.held.get(number.words[0])
    told = (number.mention.span, *(() if noun is None else (scene.tree.tokens[noun].span,)))
    time = number.ends.when(number.words[0] if noun is None else noun)
    days = time.value.days if time is not None and time.value.relation is Relation.IN else None
    return Estimate(
        subject=whose.name,
        measure=measure,
        count=Cited(count.value, tuple(dict.fromkeys((*count.spans, whose.span))), rule),
        span=joined(told) or number.mention.span,
        mention=whose.id,
        statement=held.id if held else None,
        as_of=Cited(days, time.spans, time.rule) if time is not None and days else None,
    )


def share(number: Number) -> Reading | None:
    """Read a part of a party, a country or its people: "90 % of the group's personnel"."""
    if number.quantity.unit not in OF_A_WHOLE:
        return None
    whole = whole_of(number.scene.tree, number.words, number.noun)
    holds = number.listed(number.verb, "holding") or number.in_control()
    measure = number.measure(whole, "shares")
    if whole is None or not measure:
        ground = whole is None or number.scene.mentioned(whole, MentionType.PLACE)
        measure = "share_of_territory" if ground and holds else ""
        return _of(measure, doer_of(number.ends, number.verb))
    holder = None
    if holds and measure != "share_of_members":
        holder = doer_of(number.ends, number.verb)
    return _of(measure, holder or owner_of(number.ends, whole))


def money(number: Number) -> Reading | None:
    """Read what a party takes in or loses: "earns $100 million a year"."""
    if number.mention.type is not MentionType.MONEY:
        return None
    words = (number.noun, number.verb, *number.subjects())
    measure = next((found for word in words if (found := number.measure(word, "sums"))), "")
    return _of(measure, doer_of(number.ends, number.verb)) if measure else None


def lost(number: Number) -> Reading | None:
    """Read what a party has lost: "has lost 3,000 tanks", "lost 31,000 soldiers"."""
    if not number.listed(number.verb, "losing") or number.noun is None:
        return None
    machines = number.measure(number.noun, "counted")
    measure = machines if machines.endswith("_lost") else ""
    if not measure and (
        number.listed(number.noun, "people") or machines in {"fighters", "soldiers"}
    ):
        measure = "killed"
    return _of(measure, doer_of(number.ends, number.verb)) if measure else None


def displaced(number: Number) -> Reading | None:
    """Read how many have lost their homes, and where: "has displaced 50,000 people in Tigray"."""
    fled = number.measure(number.noun, "counted") == "displaced"
    forced = number.listed(number.noun, "people") and (
        number.listed(number.verb, "displacing") or number.from_home()
    )
    if number.quantity.effect is not Effect.DISPLACED and not fled and not forced:
        return None
    return _of("displaced", area_of(number.ends, number.noun, number.verb))


def missing(number: Number) -> Reading | None:
    """Read how many are missing, and where."""
    if number.quantity.effect is not Effect.MISSING:
        return None
    return _of("missing", area_of(number.ends, number.noun, number.verb))


def held(number: Number) -> Reading | None:
    """Read how many are held: "9,000 prisoners are held", "are still detained in Belarus"."""
    tree = number.scene.tree
    prisoners = number.measure(number.noun, "counted") == "detained"
    helpers = () if number.verb is None else tree.under(number.verb, "auxpass", "aux")
    now = any(tree.tokens[at].tag in PRESENT for at in helpers)
    if not now or not (prisoners or number.quantity.effect is Effect.ARRESTED):
        return None
    owner = None
    if prisoners and number.noun is not None:
        owner = owner_of(number.ends, number.noun, other=True)
    return _of("detained", owner or area_of(number.ends, number.noun, number.verb))


def added_up(number: Number) -> Reading | None:
    """Read the dead and wounded of a war or of a stretch of time: "killed 377,000 since 2014"."""
    lives = number.listed(number.noun, "lives") and number.listed(number.verb, "taking")
    effect = number.quantity.effect
    measure = "killed" if lives else ADDED_UP.get(effect, "") if effect else ""
    if not measure or not (number.is_long() or _of_a_struggle(number)):
        return None
    return _of(measure, area_of(number.ends, number.noun, number.verb))


def _of_a_struggle(number: Number) -> bool:
    return any(number.listed(word, "struggle") for word in number.subjects())


def attacks(number: Number) -> Reading | None:
    """Read how many attacks a party made: "carried out 153 attacks"."""
    if number.measure(number.noun, "counted") != "attacks" or number.quantity.low == 1:
        return None
    if not number.listed(number.verb, "acting"):
        return None
    return _of("attacks", doer_of(number.ends, number.verb))


def strength(number: Number) -> Reading | None:
    """Read how many a party has: "has 4,000 members", "some 900 American troops are in Syria"."""
    if number.quantity.effect is not None or number.noun is None:
        return None
    measure = number.measure(number.noun, "counted")
    men = not measure and number.listed(number.noun, "people")
    if (measure not in STRENGTHS and not men) or not number.stands():
        return None
    own = owner_of(number.ends, number.noun, other=True)
    whose = own or doer_of(number.ends, number.verb)
    if whose is None and not men:
        whose = area_of(number.ends, number.noun, number.verb)
    if men and whose is not None:
        measure = "fighters" if whose.type in ARMED else ""
    return _of(measure, whose)


def tally(number: Number) -> Reading | None:
    """Read the number of those that a party has: "the number of its members is put at 900"."""
    counted = number.tallied()
    measure = number.measure(counted, "counted")
    if counted is None or measure not in STRENGTHS:
        return None
    return _of(measure, owner_of(number.ends, counted, other=True))


STRENGTHS = frozenset({"fighters", "members", "soldiers"})
ARMED = frozenset({MentionType.ARMED_GROUP, MentionType.MILITARY, MentionType.ORGANISATION})


def _of(measure: str, whose: Mention | None) -> Reading | None:
    return (measure, whose) if measure and whose is not None else None


RULES: tuple[Rule, ...] = (
    share,
    money,
    lost,
    displaced,
    missing,
    held,
    added_up,
    attacks,
    strength,
    tally,
)

"""Who against whom, as codebooks name them: nobody on a contested or merely accused side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.coding.draft import Draft, blank
from counterclaim.knowledge.actors import is_state
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.event import (
    Blank,
    Degree,
    Part,
    Participant,
    PartyType,
    Responsibility,
    Share,
)
from counterclaim.model.record import Told
from counterclaim.model.row import Cell, Passage
from counterclaim.model.statement import MentionType

FIRM = frozenset({Degree.FACT, Degree.CLAIMED, Degree.ADMITTED})
OPPOSED = frozenset({Degree.DENIED, Degree.ACQUITTED})
POLICE = ".police"


class Sort(StrEnum):
    """What sort of party stands on a side."""

    STATE = "state"
    FOREIGN_STATE = "foreign_state"
    POLICE = "police"
    GROUP = "group"
    UNNAMED_GROUP = "unnamed_group"
    CIVILIANS = "civilians"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"


STATES = frozenset({Sort.STATE, Sort.FOREIGN_STATE, Sort.POLICE})


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: its name, its sort, its country, and the words that name it."""

    name: str
    sort: Sort
    country: str
    passages: tuple[Passage, ...]


def responsible(draft: Draft) -> Party | Cell:
    """Return the one party that did it, by its own word or by all accounts, or why there is none.

    Who is only accused or suspected is for a person to put there, with the accuser.
    """
    charges = [each for each in _charges(draft) if each.value.share is Share.PERPETRATOR]
    firm = [each for each in charges if each.value.degree.value in FIRM]
    opposed = [each for each in charges if each.value.degree.value in OPPOSED]
    parties = dict.fromkeys(map(_party_named, firm))
    words = tuple(at for each in charges for at in _words_of_charge(draft, each))
    if len(parties) > 1 or parties.keys() & set(map(_party_named, opposed)):
        return blank(Blank.CONTESTED, _accounts(charges), words)
    if firm:
        return _as_party(draft, firm[0].value.party, firm[0].actor, words)
    return _unnamed(draft) or _unclaimed(draft) or _nobody(charges, words)


def affected(draft: Draft) -> Party | Cell:
    """Return those it was done to: a force or body that is named, else civilians."""
    found = [*draft.taking_part(Part.VICTIM), *draft.taking_part(Part.TARGET)]
    people = [each for each in found if _is_people(draft, each)]
    if not people:
        return blank(Blank.NOT_FOUND)
    words = tuple(draft.passage(each.telling, each.value.span) for each in people)
    fighting = [each for each in people if _force(draft, each)]
    if len({each.actor for each in fighting}) > 1:
        return blank(Blank.JUDGEMENT, "several forces or bodies were hit", words)
    if fighting:
        return _as_party(draft, fighting[0].value.text, fighting[0].actor, words)
    return Party("Civilians", Sort.CIVILIANS, _most_of(people) or draft.country, words)


def _most_of(people: list[Told[Participant]]) -> str:
    """Return the country that most of those it befell are said to be of."""
    nations: Counter[str] = Counter()
    for each in people:
        count = each.value.count.value.low if each.value.count else None
        nations[each.value.nationality] += int(count or 1)
    ranked = [(number, nation) for nation, number in nations.items() if nation]
    first, *others = sorted(ranked, reverse=True) or [(0, "")]
    return "" if others and others[0][0] == first[0] else first[1]


def on_side(draft: Draft, side: str) -> Party | Cell:
    """Return the party on side a, who did it, or b, to whom it was done."""
    return responsible(draft) if side == "a" else affected(draft)


def of_side(draft: Draft) -> tuple[Party | Cell, str]:
    """Return the side that a column asks for ("a:acled"), and in whose style."""
    side, _, style = draft.column.of.partition(":")
    return on_side(draft, side), style


def perpetrators(draft: Draft) -> tuple[Told[Responsibility], ...]:
    """Return the charges against parties, one for each party, the firmest first."""
    order = list(Degree)
    charges = (each for each in _charges(draft) if _is_named(draft, each))
    ranked = sorted(charges, key=lambda each: order.index(each.value.degree.value))
    first: dict[str, Told[Responsibility]] = {}
    for each in ranked:
        if each.value.degree.value not in OPPOSED and each.value.share is Share.PERPETRATOR:
            first.setdefault(_party_named(each), each)
    return tuple(first.values())


def _is_named(draft: Draft, charge: Told[Responsibility]) -> bool:
    """Whether a charge names its party: "the perpetrators" are nobody in particular."""
    actor = draft.world.actors.get(charge.actor) if charge.actor else None
    return _is_name(charge.value.party) or bool(actor and actor.known)


def _charges(draft: Draft) -> Iterator[Told[Responsibility]]:
    """Yield the charges against somebody: that nobody claimed it is none."""
    for each in draft.event.responsibility:
        if each.value.party_type is not PartyType.NONE and each.value.party:
            yield each


def words_of_charge(draft: Draft, charge: Told[Responsibility]) -> tuple[Passage, ...]:
    """Return the words that put it on the party."""
    return _words_of_charge(draft, charge)


def _party_named(charge: Told[Responsibility]) -> str:
    return charge.actor or charge.value.party


def _words_of_charge(draft: Draft, charge: Told[Responsibility]) -> tuple[Passage, ...]:
    return tuple(draft.passage(charge.telling, span) for span in charge.value.degree.spans)


def _accounts(charges: list[Told[Responsibility]]) -> str:
    told = (f"{each.value.party}: {each.value.degree.value}" for each in charges)
    return "; ".join(dict.fromkeys(told))


def _nobody(charges: list[Told[Responsibility]], words: tuple[Passage, ...]) -> Cell:
    accused = [each for each in charges if each.value.party]
    if accused:
        return blank(Blank.JUDGEMENT, _accounts(accused), words)
    return blank(Blank.NOT_FOUND, passages=words)


def _unnamed(draft: Draft) -> Party | None:
    """Return the nameless who did it, "gunmen" or "a suicide bomber", where the words have them."""
    found = list(draft.taking_part(Part.PERPETRATOR))
    if not found or any(_is_name(each.value.text) for each in found):
        return None
    words = tuple(draft.passage(each.telling, each.value.span) for each in found)
    return Party("", Sort.UNNAMED_GROUP, draft.country, words)


def _unclaimed(draft: Draft) -> Party | None:
    """Return an unnamed group where a text says that none has claimed it, and names no suspect."""
    accused = [each for each in perpetrators(draft) if each.value.degree.value not in OPPOSED]
    nobody = [
        at
        for each in draft.event.responsibility
        if each.value.degree.value is Degree.UNCLAIMED
        for at in _words_of_charge(draft, each)
    ]
    if accused or not nobody:
        return None
    return Party("", Sort.UNNAMED_GROUP, draft.country, tuple(nobody))


def _is_name(text: str) -> bool:
    return any(letter.isupper() for letter in text)


def _is_people(draft: Draft, part: Told[Participant]) -> bool:
    if part.value.part is Part.VICTIM:
        return True
    mention = draft.world.mentions.get(part.value.mention) if part.value.mention else None
    return mention is not None and mention.type in PEOPLE


PEOPLE = frozenset(
    {
        *(MentionType.PERSON, MentionType.POPULATION, MentionType.ARMED_GROUP),
        *(MentionType.MILITARY, MentionType.GOVERNMENT, MentionType.NATIONALITY),
    }
)
FORCES = frozenset({MentionType.ARMED_GROUP, MentionType.MILITARY, MentionType.GOVERNMENT})


def _force(draft: Draft, part: Told[Participant]) -> Actor | None:
    actor = draft.world.actors.get(part.actor) if part.actor else None
    return actor if actor and actor.type in FORCES else None


def _as_party(draft: Draft, name: str, id: str | None, words: tuple[Passage, ...]) -> Party:
    actor = draft.world.actors.get(ActorId(id)) if id else None
    if actor is None:
        return Party(name, Sort.GROUP, "", words)
    country = next(iter(actor.countries), "")
    return Party(actor.name, _sort(draft, actor, country), country, words)


def _sort(draft: Draft, actor: Actor, country: str) -> Sort:
    heads = (actor.known, *actor.part_of)
    if actor.known.endswith(POLICE):
        return Sort.POLICE
    if actor.type in {MentionType.MILITARY, MentionType.GOVERNMENT} or any(map(is_state, heads)):
        abroad = bool(country and draft.country and country != draft.country)
        return Sort.FOREIGN_STATE if abroad else Sort.STATE
    return Sort.CIVILIANS if actor.type is MentionType.PERSON else Sort.GROUP


def parts_named(draft: Draft, *parts: Part) -> Iterator[tuple[str, Passage]]:
    """Yield the words for who or what took part in a role, each once, with where they stand."""
    seen: set[str] = set()
    for each in draft.taking_part(*parts):
        if each.value.text.casefold() not in seen:
            seen.add(each.value.text.casefold())
            yield each.value.text, draft.passage(each.telling, each.value.span)

"""The columns on parties: names in a codebook's style, their sorts, and what follows from both."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from counterclaim.coding.draft import Draft, blank, filled
from counterclaim.coding.sides import (
    STATES,
    Party,
    Sort,
    of_side,
    on_side,
    parts_named,
    perpetrators,
    words_of_charge,
)
from counterclaim.model.event import Blank, Degree, Part
from counterclaim.model.row import Cell, Passage, Value

INTER = {
    Sort.STATE: 1,
    Sort.POLICE: 1,
    Sort.RIOTERS: 5,
    Sort.PROTESTERS: 6,
    Sort.CIVILIANS: 7,
    Sort.FOREIGN_STATE: 8,
}
SECTORS = {Sort.STATE: "GOV", Sort.FOREIGN_STATE: "GOV", Sort.POLICE: "COP", Sort.CIVILIANS: "CVL"}
UNCERTAIN = frozenset(
    {Degree.ACCUSED, Degree.ACCUSED_BY_AUTHORITIES, Degree.SUSPECTED, Degree.POSSIBLE}
)
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3


def side(draft: Draft) -> Cell:
    """Name a side in the codebook's style; years and new names are for a person to add."""
    found, style = of_side(draft)
    if isinstance(found, Cell):
        return found
    name = _styled(draft, found, style)
    if not name:
        return blank(Blank.JUDGEMENT, f"whose {found.sort.replace('_', ' ')}", found.passages)
    return filled(name, found.passages)


def words_of_side(draft: Draft) -> Cell:
    """Quote the words for a side."""
    found, _ = of_side(draft)
    if isinstance(found, Cell):
        return found
    return filled(draft.quote(*found.passages), found.passages)


def sort_of_side(draft: Draft) -> Cell:
    """Write the number of the sort of party; rebels or a militia is for a person to say."""
    return _of_party(draft, lambda party: INTER.get(party.sort), "rebel group or militia")


def sector_of_side(draft: Draft) -> Cell:
    """Give the sector of a side."""
    return _of_party(draft, lambda party: SECTORS.get(party.sort), "rebels or others")


def country_of_side(draft: Draft) -> Cell:
    """Give the ISO 3166-1 alpha-3 code of the country of a side."""
    return _of_party(draft, lambda party: party.country or None, "the words name no country")


def interaction(draft: Draft) -> Cell:
    """Write the sorts of both sides as one number, the smaller digit first."""
    one, other = on_side(draft, "a"), on_side(draft, "b")
    for found in (one, other):
        if isinstance(found, Cell):
            return found
        if found.sort not in INTER:
            return blank(Blank.JUDGEMENT, "rebel group or militia", found.passages)
    assert isinstance(one, Party)
    assert isinstance(other, Party)
    low, high = sorted((INTER[one.sort], INTER[other.sort]))
    return filled(10 * low + high, (*one.passages, *other.passages))


def civilians_targeted(draft: Draft) -> Cell:
    """Mark violence of which civilians are the target."""
    found = on_side(draft, "b")
    if isinstance(found, Cell):
        return found
    if found.sort is not Sort.CIVILIANS or draft.code("acled.disorder") != "Political violence":
        return blank(Blank.TEXT_SILENT, "the target is another", found.passages)
    return filled("Civilian targeting", found.passages)


def dyad(draft: Draft) -> Cell:
    """Name both sides in one."""
    one, other = on_side(draft, "a"), on_side(draft, "b")
    if isinstance(one, Cell):
        return one
    if isinstance(other, Cell):
        return other
    names = [_styled(draft, party, "ucdp") for party in (one, other)]
    if not all(names):
        return blank(Blank.JUDGEMENT, "a side has no name", (*one.passages, *other.passages))
    return filled(" - ".join(names), (*one.passages, *other.passages))


def type_of_violence(draft: Draft) -> Cell:
    """Tell state-based from non-state and one-sided violence by who stands on the sides."""
    one, other = on_side(draft, "a"), on_side(draft, "b")
    if isinstance(one, Cell):
        return one
    if isinstance(other, Cell):
        return other
    if other.sort is Sort.CIVILIANS:
        kind = ONE_SIDED
    else:
        kind = STATE_BASED if {one.sort, other.sort} & STATES else NON_STATE
    return filled(kind, (*one.passages, *other.passages))


def perpetrator(draft: Draft) -> Cell:
    """Name the first, second, third party charged; Unknown only where a text says it is."""
    number = int(draft.column.of)
    charged = perpetrators(draft)
    if len(charged) >= number:
        charge = charged[number - 1]
        note = charge.value.degree.value.value
        return filled(charge.value.party, words_of_charge(draft, charge), note)
    unclaimed = _unclaimed(draft)
    if number == 1 and unclaimed:
        return filled("Unknown", unclaimed, "a text says that nobody has claimed it")
    return blank(Blank.NOT_FOUND)


def perpetrator_is_uncertain(draft: Draft) -> Cell:
    """Mark a party that is accused or suspected, not one that owned up to it."""
    number = int(draft.column.of)
    charged = perpetrators(draft)
    if len(charged) < number:
        return blank(Blank.NOT_FOUND)
    charge = charged[number - 1]
    uncertain = charge.value.degree.value in UNCERTAIN
    return filled(int(uncertain), words_of_charge(draft, charge), charge.value.degree.value.value)


def claimed(draft: Draft) -> Cell:
    """Say whether somebody claimed it: 0 only where a text says that nobody did."""
    owned = _by_degree(draft, Degree.CLAIMED)
    if owned:
        return filled(1, owned)
    unclaimed = _unclaimed(draft)
    return filled(0, unclaimed) if unclaimed else blank(Blank.NOT_FOUND)


def competing_claims(draft: Draft) -> Cell:
    """Mark an event that more than one party claims."""
    claims = [
        each for each in draft.event.responsibility if each.value.degree.value is Degree.CLAIMED
    ]
    parties = {each.actor or each.value.party for each in claims}
    passages = tuple(at for each in claims for at in words_of_charge(draft, each))
    return filled(int(len(parties) > 1), passages) if parties else blank(Blank.NOT_FOUND)


def participant(draft: Draft) -> Cell:
    """List the words for who or what took part in a role."""
    found = tuple(parts_named(draft, Part(draft.column.of)))
    if not found:
        return blank(Blank.NOT_FOUND)
    return filled("; ".join(text for text, _ in found), tuple(at for _, at in found))


def nationality_of(draft: Draft) -> Cell:
    """Give the country of those in a role, where the words say it of all."""
    told = [each for each in draft.taking_part(Part(draft.column.of)) if each.value.nationality]
    passages = tuple(draft.passage(each.telling, each.value.span) for each in told)
    nations = {each.value.nationality for each in told}
    if len(nations) == 1:
        return filled(draft.world.country(nations.pop()), passages)
    return blank(Blank.JUDGEMENT if nations else Blank.NOT_FOUND, passages=passages)


def _of_party(draft: Draft, read: Callable[[Party], Value | None], why: str) -> Cell:
    found, _ = of_side(draft)
    if isinstance(found, Cell):
        return found
    value = read(found)
    if value is None:
        return blank(Blank.JUDGEMENT, why, found.passages)
    return filled(value, found.passages)


def _by_degree(draft: Draft, degree: Degree) -> tuple[Passage, ...]:
    charges = (each for each in draft.event.responsibility if each.value.degree.value is degree)
    return tuple(at for each in charges for at in words_of_charge(draft, each))


def _unclaimed(draft: Draft) -> tuple[Passage, ...]:
    return _by_degree(draft, Degree.UNCLAIMED)


def _styled(draft: Draft, party: Party, style: str) -> str:
    where = draft.world.country(party.country) if party.country else ""
    return STYLES[style](party, where)


def _in_acled_style(party: Party, where: str) -> str:
    match party.sort:
        case Sort.CIVILIANS:
            return f"Civilians ({where})" if where else "Civilians"
        case Sort.UNNAMED_GROUP:
            return f"Unidentified Armed Group ({where})" if where else ""
        case Sort.POLICE:
            return where and f"Police Forces of {where}"
        case Sort.STATE | Sort.FOREIGN_STATE:
            return where and f"Military Forces of {where}"
    return party.name


def _in_ucdp_style(party: Party, where: str) -> str:
    match party.sort:
        case Sort.CIVILIANS | Sort.PROTESTERS | Sort.RIOTERS:
            return "Civilians"
        case Sort.UNNAMED_GROUP:
            return ""
        case Sort.STATE | Sort.FOREIGN_STATE | Sort.POLICE:
            return where and f"Government of {where}"
    return party.name


def _in_plover_style(party: Party, _where: str) -> str:
    country = "" if party.sort is Sort.UNNAMED_GROUP else party.country
    return country or party.name


STYLES: Mapping[str, Callable[[Party, str], str]] = {
    "acled": _in_acled_style,
    "ucdp": _in_ucdp_style,
    "plover": _in_plover_style,
}

"""Who stands at an end of a deed, as PLOVER and CAMEO code it: country and sector, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from counterclaim.coding.draft import World
from counterclaim.knowledge.actors import AliasKind, is_state, plain_form, without_article
from counterclaim.knowledge.sectors import PartyCodes, SectorWords, Term, stretches
from counterclaim.model.actor import Actor, ActorId
from counterclaim.model.interaction import Interactant
from counterclaim.model.record import Reading
from counterclaim.model.statement import Mention, MentionType, Sense
from counterclaim.model.text import Span

WORD = re.compile(r"[\w.'’]+(?:-[\w.'’]+)*")
OF_A_STATE = frozenset(
    {
        *(AliasKind.COUNTRY, AliasKind.ACRONYM, AliasKind.ADJECTIVE),
        *(AliasKind.DEMONYM, AliasKind.METONYM),
    }
)
OF_BODIES = frozenset({"MIL", "COP", "JUD", "REF", "GOV"})
"""Sectors that a body beyond any country has people of; its other words tell nothing."""
AROUND = 12


@dataclass(frozen=True, slots=True)
class CodedParty:
    """A party with its code: ISO 3166-1 alpha-3 or one of PLOVER's beyond countries, its sector.

    Both are empty where neither its words nor what is known of it say so. `rule` names what did.
    """

    name: str
    country: str
    sector: str
    rule: str
    span: Span
    actor: ActorId | None = None


@dataclass(frozen=True, slots=True)
class Coder:
    """What the parties of one document are coded with; `own` are the codes of the case's table."""

    world: World
    reading: Reading
    codes: PartyCodes
    words: SectorWords
    leaders: Mapping[str, Term]
    own: Mapping[str, str] = field(default_factory=dict)

    def party(self, one: Interactant) -> CodedParty:
        """Code a party by its own words, else by what is known of it, else leave it open."""
        actor = self.actor(one)
        name = actor.name if actor and actor.known else one.text
        found = ((rule, rule(self, one)) for rule in RULES)
        rule, code = next(((r.__name__, c) for r, c in found if c), ("", ""))
        sector = self._sector(one, actor, beyond=code in self.codes.beyond)
        code = self.codes.codes.get(code, code)
        return CodedParty(name, code, sector, rule, one.span, actor.id if actor else None)

    def actor(self, one: Interactant) -> Actor | None:
        """Return the actor of the ledger that a party is, if it is linked to one."""
        id = self.world.actor_of.get(one.mention) if one.mention else None
        return self.world.actors.get(id) if id else None

    def inside(self, span: Span) -> Iterator[Mention]:
        """Yield what is spoken of within a span; not whose friend or foe it is: "pro-Iranian"."""
        for mention in self.reading.mentions:
            if mention.span in span and not self._is_aside(mention.span):
                yield mention

    def _is_aside(self, span: Span) -> bool:
        text = self.reading.document.text
        before = text[max(span.begin - AROUND, 0) : span.begin]
        after = text[span.end : span.end + AROUND]
        last = before[:-1].split()[-1:] if before.endswith("-") else []
        first = re.split(r"\W", after[1:], maxsplit=1)[:1] if after.startswith("-") else []
        return any(word.lower() in self.words.aside for word in (*last, *first))

    def code_of(self, mention: Mention) -> str:
        """Return the code that a name alone stands for."""
        return next((code for name in NAMES if (code := name(self, mention))), "")

    def _sector(self, one: Interactant, actor: Actor | None, *, beyond: bool) -> str:
        if actor is not None and actor.known and actor.type is MentionType.ARMED_GROUP:
            return "" if beyond else "REB"
        found = self.words.sector(_words(one.text))
        if beyond:
            return found if found in OF_BODIES else ""
        mention = self.world.mentions.get(one.mention) if one.mention else None
        ground = mention is not None and mention.type is MentionType.PLACE
        if ground and mention is not None and mention.span.end == one.span.end:
            return self._sector_known(one, actor)
        return found or self._sector_known(one, actor)

    def _sector_known(self, one: Interactant, actor: Actor | None) -> str:
        """Return the sector of a party on record, of a people, of a capital that acts."""
        known = actor.known if actor else ""
        if known.startswith("government.") and not is_state(known):
            return self.codes.sector_of_body(known)
        if actor is not None and actor.type is MentionType.ARMED_GROUP:
            return "REB"
        if self._is_people(one):
            return "CVL"
        leads = code_of_leader(self, one)
        return "GOV" if leads or self._is_seat(one) else ""

    def _is_people(self, one: Interactant) -> bool:
        """Whether a party is people of a country: "Libyans"."""
        found = self.world.known.candidates(one.text.split()[-1])
        kinds = {each.alias.kind for each in found if is_state(each.actor.id)}
        return kinds == {AliasKind.DEMONYM} and one.text.endswith("s")

    def _is_seat(self, one: Interactant) -> bool:
        """Whether a city stands for the government in it: "Beirut rejected"."""
        mention = self.world.mentions.get(one.mention) if one.mention else None
        if mention is None or mention.sense is None or mention.sense.value is not Sense.POWER:
            return False
        kinds = {each.alias.kind for each in self.world.known.candidates(mention.name)}
        return AliasKind.METONYM in kinds and AliasKind.COUNTRY not in kinds

    @property
    def year(self) -> int | None:
        """The year of publication."""
        published = self.reading.document.published
        return published.year if published else None


def code_of_own(coder: Coder, one: Interactant) -> str:
    """Take the code of a party that the case's own table has."""
    words = _words(one.text) if coder.own else ()
    return next((coder.own[said] for said in stretches(words) if said in coder.own), "")


def code_of_group(coder: Coder, one: Interactant) -> str:
    """Take the home of an armed group on record, or its code beyond any country."""
    actor = coder.actor(one)
    if actor is None or not actor.known or actor.type is not MentionType.ARMED_GROUP:
        return ""
    return coder.codes.code_beyond(actor.known) or next(iter(actor.countries), "")


def code_of_head(coder: Coder, one: Interactant) -> str:
    """Take what the noun itself names: "NATO member Norway"."""
    mention = coder.world.mentions.get(one.mention) if one.mention else None
    names = mention is not None and mention.type in HEADS and mention.span in one.span
    return coder.code_of(mention) if mention is not None and names else ""


def code_of_words(coder: Coder, one: Interactant) -> str:
    """Take the first country or body named in the words for it: "Israeli troops"."""
    return next((code for each in coder.inside(one.span) if (code := coder.code_of(each))), "")


def code_of_actor(coder: Coder, one: Interactant) -> str:
    """Take the country of the actor of the ledger that it is, if all of the name is the actor's."""
    actor = coder.actor(one)
    mention = coder.world.mentions.get(one.mention) if one.mention else None
    if actor is None or (_ends_on_a_name(one) and mention and mention.span.end < one.span.end):
        return ""
    above = [id for id in (actor.known, *actor.part_of) if id]
    states = (coder.world.known.actors.get(id) for id in above if is_state(id))
    own = coder.codes.code_beyond(*above) or next(iter(actor.countries), "")
    return own or next((state.code for state in states if state and state.code), "")


def code_of_leader(coder: Coder, one: Interactant) -> str:
    """Take where somebody governed in the year of publication: "Putin"."""
    mention = coder.world.mentions.get(one.mention) if one.mention else None
    names = (one.text, mention.name if mention else "", *_names_in(coder, one.text))
    terms = (coder.leaders.get(plain_form(name)) for name in names if not name.isupper())
    return next((term.code for term in terms if term and term.holds(coder.year)), "")


def _names_in(coder: Coder, text: str) -> Iterator[str]:
    """Yield every one to four words side by side; one alone only with no other name before it."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in without_article(text).split()]
    for size in range(4, 0, -1):
        for first in range(len(words) - size + 1):
            before = words[first - 1].lower() if first else ""
            titled = before.islower() and coder.words.sector((before,)) == "GOV"
            if words[first][:1].isupper() and (size > 1 or not first or titled):
                yield " ".join(words[first : first + size])


def code_of_noun(coder: Coder, one: Interactant) -> str:
    """Take a noun for bodies beyond any country: "peacekeepers"."""
    return coder.words.code_beyond(_words(one.text))


def code_of_sentence(coder: Coder, one: Interactant) -> str:
    """Take the only country that its sentence speaks of, for those who belong to some country.

    Those of a place by name belong there, whether or not it is known: "the government of Utopia".
    Of somebody who is only named, nobody knows.
    """
    sentence = next((each.span for each in coder.reading.accounts if one.span in each.span), None)
    named = coder.words.sector(_words(one.text))
    mention = coder.world.mentions.get(one.mention) if one.mention else None
    person = mention is not None and mention.type is MentionType.PERSON
    elsewhere = _ends_on_a_name(one) and not person
    if sentence is None or elsewhere or not named:
        return ""
    codes = {coder.code_of(each) for each in coder.inside(sentence) if each.type in COUNTRIES}
    codes -= {"", *coder.codes.beyond}
    return codes.pop() if len(codes) == 1 else ""


def _ends_on_a_name(one: Interactant) -> bool:
    return one.text.split()[-1][:1].isupper()


COUNTRIES = frozenset({MentionType.NATIONALITY, MentionType.PLACE})
HEADS = COUNTRIES | {MentionType.ORGANISATION, MentionType.GOVERNMENT}
RULES: tuple[Callable[[Coder, Interactant], str], ...] = (
    *(code_of_own, code_of_group, code_of_head, code_of_leader, code_of_words),
    *(code_of_actor, code_of_noun, code_of_sentence),
)


def beyond_any_country(coder: Coder, mention: Mention) -> str:
    """Take the code of an organisation or a movement of many countries."""
    ids = {each.actor.id for each in coder.world.known.candidates(mention.name)}
    return coder.codes.code_beyond(*ids) if len(ids) == 1 else ""


def country_named(coder: Coder, mention: Mention) -> str:
    """Take the state whose name, people or capital it is."""
    if mention.type not in COUNTRIES | {MentionType.GOVERNMENT}:
        return ""
    codes = {
        each.actor.code or next(iter(each.actor.countries), "")
        for each in coder.world.known.candidates(mention.name)
        if is_state(each.actor.id) and each.alias.kind in OF_A_STATE
    } - {""}
    return codes.pop() if len(codes) == 1 else ""


def country_of_place(coder: Coder, mention: Mention) -> str:
    """Take the country that a place lies in, or the code of ground that lies in none."""
    known = coder.codes.ground.get(plain_form(mention.name), "")
    return known or (mention.place.value.country if mention.place else "")


def country_of_party(coder: Coder, mention: Mention) -> str:
    """Take the home of a party on record, if only one bears the name."""
    found = {each.actor.id: each.actor for each in coder.world.known.candidates(mention.name)}
    if len(found) != 1:
        return ""
    actor = next(iter(found.values()))
    return next(iter(actor.countries), "") or actor.code or ""


NAMES: tuple[Callable[[Coder, Mention], str], ...] = (
    *(beyond_any_country, country_named, country_of_place, country_of_party),
)


def codes_of_own(world: World) -> Mapping[str, str]:
    """Return the codes of parties of the case's own table, by every name in plain form."""
    return {
        plain_form(name): actor.countries[0]
        for actor in world.actors.values()
        if actor.known and actor.known not in world.known.actors and actor.countries
        for name in (actor.name, *actor.aliases)
    }


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, those joined by a hyphen as one and apart."""
    found: list[str] = []
    for word in WORD.findall(text):
        plain = word.strip(".'’").lower()
        plain = plain.removesuffix("'s").removesuffix("’s")
        found += [plain, *(plain.split("-") if "-" in plain else ())]
    return tuple(found)

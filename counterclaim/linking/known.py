"""Which known party a name stands for, by what its document says: one beyond doubt, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import Alias, AliasKind, Candidate, is_state, plain_form
from counterclaim.linking.settings import Setting, alive
from counterclaim.model.statement import Mention, MentionType, Sense

PEOPLE = frozenset({AliasKind.ADJECTIVE, AliasKind.DEMONYM})
# A name that is a place as well stands for a government only where it speaks.
PLACES = frozenset({AliasKind.COUNTRY, AliasKind.METONYM})
FOREIGN = frozenset({MentionType.PLACE, MentionType.NATIONALITY, MentionType.PERSON})
"""Types under which a party stands by mistake, or by metonymy: it must be a source to be one."""
STATELY = frozenset({MentionType.GOVERNMENT, MentionType.MILITARY})
# Acronyms this short have more bearers in the world than in any table.
SHORT_ACRONYM = 3
AFTER = re.compile(r" (?:of|for) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*")
BREAK = re.compile(r"[.,;:!?()\"“”]$")


@dataclass(frozen=True, slots=True)
class Known:
    """A known party behind a name, and the rule that says it is that one."""

    id: str
    rule: str


def known_party(mention: Mention, setting: Setting, index: ActorIndex) -> Known | None:
    """Return the one known party that a mention names, or None where there is none, or several."""
    for form in _forms(mention, setting, index):
        found = alive(index.candidates(form, setting.year), setting.year)
        fitting = [each for each in found if _fits(each, mention, form, setting)]
        if chosen := choose(fitting, form, setting):
            return Known(chosen.actor.id, _rule(chosen, found))
        if found:
            return None
    return None


def only_bearer(mention: Mention, setting: Setting, index: ActorIndex) -> frozenset[str]:
    """Return the id of the one party that has this name and may be meant, if there is just one."""
    found = alive(index.candidates(mention.name, setting.year), setting.year)
    ids = frozenset(each.actor.id for each in found)
    fitting = any(_fits(each, mention, mention.name, setting) for each in found)
    return ids if len(ids) == 1 and fitting else frozenset()


def is_bare_body(name: str, index: ActorIndex) -> bool:
    """Whether a name is that of a body which every state has: "Foreign Ministry"."""
    return plain_form(name) in index.bodies


def choose(found: Iterable[Candidate], form: str, setting: Setting) -> Candidate | None:
    """Choose the one party that a form stands for here, or none.

    A name that others share is settled by another name of one bearer in the document, if it speaks
    of no other's country, or by the countries alone; an acronym only by a name.
    """
    every = list({each.actor.id: each for each in found}.values())
    plain = [each for each in every if each.alias.kind is not AliasKind.SHORT]
    named = [each for each in every if setting.names(each, form)]
    about = [each for each in every if setting.is_about(each, form)]
    if len(named) == 1 and about in ([], named):
        return named[0]
    if len(every) > 1 and (named or any(_is_acronym(each, form) for each in every)):
        return None
    if len(every) == 1:
        among = about or [each for each in every if setting.is_among_its_own(each, form)]
        return _alone(every[0], form, about, among)
    if len(plain) == 1 and (plain[0] in about or not about):
        return plain[0]
    return about[0] if len(about) == 1 and about[0] in plain else None


def _alone(
    only: Candidate, form: str, about: Sequence[Candidate], among: Sequence[Candidate]
) -> Candidate | None:
    """Take the one bearer; but one of a short name or acronym only where the place agrees.

    For an acronym, it is enough that another party of its country is named in full.
    """
    placeless = is_state(only.actor.id) or not only.actor.countries
    short = only.alias.kind is AliasKind.SHORT
    tiny = _is_acronym(only, form) and len(plain_form(form)) <= SHORT_ACRONYM and not placeless
    if short:
        return only if about and " " in form else None
    return None if tiny and not among else only


def _is_acronym(found: Candidate, form: str) -> bool:
    """Whether it is an acronym by which a party goes here."""
    return found.alias.kind is AliasKind.ACRONYM or (form.isupper() and " " not in form)


def _forms(mention: Mention, setting: Setting, index: ActorIndex) -> Iterator[str]:
    """Yield the name of a mention; that of a body with what the text puts before or after it."""
    bare = is_bare_body(mention.name, index)
    if not (bare or mention.name.islower()):
        yield mention.name
        return
    text, span = setting.document.text, mention.span
    before = text[max(span.begin - 60, 0) : span.begin].rpartition("\n")[2]
    words = before.split()[-3:] if before.endswith(" ") else []
    for first in range(len(words)):
        form = " ".join((*words[first:], mention.name))
        whole = not any(BREAK.search(word) for word in words[first:])
        if whole and plain_form(form) != plain_form(mention.name):
            yield form
    if bare and (after := AFTER.match(text, span.end, span.end + 60)):
        yield mention.name + after[0]


def _fits(found: Candidate, mention: Mention, form: str, setting: Setting) -> bool:
    """Whether a mention of its type, where it stands, may be that party under that name."""
    kind, type = found.alias.kind, found.actor.type
    is_voice = mention.id in setting.voices or is_power(mention)
    place = is_state(found.actor.id) and kind in PLACES
    if kind in PEOPLE or (place and not is_voice):
        return False
    if MentionType.PERSON is type:
        return mention.type is type
    if mention.type in FOREIGN:
        elsewhere = setting.is_about(found, form) or setting.names(found, form)
        return is_voice and (mention.type is not MentionType.PERSON or elsewhere)
    loose = MentionType.ORGANISATION in {mention.type, type}
    return loose or type is mention.type or {type, mention.type} <= STATELY


def is_power(mention: Mention) -> bool:
    """Whether the words around a place show that it stands for those who act there."""
    government = mention.type is MentionType.GOVERNMENT
    return government or (mention.sense is not None and mention.sense.value is Sense.POWER)


def _rule(chosen: Candidate, found: Sequence[Candidate]) -> str:
    if chosen.alias.kind is AliasKind.METONYM:
        return "known_seat"
    if len({each.actor.id for each in found}) > 1 or chosen.alias.kind is AliasKind.SHORT:
        return "known_here"
    return "known_alias" if _is_own(chosen.alias, chosen) else "known_body"


def _is_own(alias: Alias, found: Candidate) -> bool:
    return any(alias is own for own in found.actor.aliases)

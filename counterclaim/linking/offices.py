"""For whom a person speaks, by what the text calls them beside their name."""

from __future__ import annotations

import re

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import POSSESSIVE, Candidate, is_state, plain_form
from counterclaim.linking.known import PEOPLE, choose
from counterclaim.linking.settings import Setting, alive
from counterclaim.model.statement import Mention
from counterclaim.model.text import Document

WORDS = 9
"""An office is said in no more words than these."""
ROLE = 4
REACH = 120
FENCE = re.compile(r"[.;:!?()\"“”\n]")
AFTER = re.compile(r",\s+([^,.;:!?()\"“”\n]+)")


def office(mention: Mention, setting: Setting, index: ActorIndex) -> str | None:
    """Return the known body that somebody speaks for, "Pakistan's military spokesman N. N."."""
    text, span = setting.document.text, mention.span
    if index.candidates(mention.name, setting.year):
        return None
    before = FENCE.split(text[max(span.begin - REACH, 0) : span.begin])[-1]
    words = before.split()[-WORDS:]
    if _is_role(mention.name.split(), index):
        return _organ([*words, *mention.name.split()], setting, index)
    if found := _before(words, setting, index):
        return found
    after = AFTER.match(text, span.end, min(span.end + REACH, len(text)))
    return _after(after[1].split()[:WORDS], setting, index) if after else None


def has_bare_office(mention: Mention, document: Document, index: ActorIndex) -> bool:
    """Whether a state's office stands beside a name, and not whose: "Interior Minister N. N."."""
    text, span = document.text, mention.span
    before = FENCE.split(text[max(span.begin - REACH, 0) : span.begin])[-1].split()[-WORDS:]
    for end in range(len(before), 0, -1):
        if _is_of_state(before[:end], index):
            return True
        if not before[end - 1][:1].isupper():
            break
    after = AFTER.match(text, span.end, min(span.end + REACH, len(text)))
    return bool(after and _is_of_state(after[1].split(), index))


def is_office(name: str, index: ActorIndex) -> bool:
    """Whether a description is an office, or a body, that any state has: "a senior official"."""
    words = [plain_form(word) for word in name.split()]
    tails = [" ".join(words[-number:]) for number in range(1, ROLE + 1)]
    return any(tail in index.offices or tail in index.bodies for tail in tails)


def state_named(name: str, index: ActorIndex) -> str:
    """Return the one state whose office a description says it is: "a French official"."""
    words = (word for word in name.split() if word[:1].isupper())
    heads = {index.head(each.actor.id) for word in words for each in index.candidates(word)}
    states = {head for head in heads if is_state(head)}
    return states.pop() if len(heads) == len(states) == 1 else ""


def _is_of_state(words: list[str], index: ActorIndex) -> bool:
    """Whether words end with the office of a body that every state has."""
    tails = (plain_form(" ".join(words[-number:])) for number in range(1, ROLE + 1))
    roles = (index.role_names[tail] for tail in tails if tail in index.role_names)
    return any(role.speaks_for for role in roles)


def _before(words: list[str], setting: Setting, index: ActorIndex) -> str | None:
    """Read an office before a name; between them may stand titles, but no other word."""
    for end in range(len(words), 0, -1):
        if _is_role(words[:end], index) and (found := _organ(words[:end], setting, index)):
            return found
        if not words[end - 1][:1].isupper():
            return None
    return None


def _after(words: list[str], setting: Setting, index: ActorIndex) -> str | None:
    """Read an office after a name: "N. N., a spokesman for the army of Tarn"."""
    offices = [end for end in range(1, len(words) + 1) if _is_role(words[:end], index)]
    if not offices or {plain_form(word) for word in words[: offices[0]]} & index.roles.past:
        return None
    for end in range(len(words), offices[0] - 1, -1):
        for begin in (0, 1):
            if found := _whole(" ".join(words[begin:end]), setting, index):
                return found
    return None


def _organ(words: list[str], setting: Setting, index: ActorIndex) -> str | None:
    """Find the longest office that ends here.

    "Russia's UN envoy" is no envoy of the United Nations, nor is a former one.
    """
    for begin in range(len(words) - 1):
        if not any(word.endswith(",") for word in words[begin:-1]):
            found = _whole(" ".join(words[begin:]), setting, index)
            before = words[begin - 1] if begin else ""
            past = {plain_form(word) for word in (before, *words[begin : begin + 2])}
            if found:
                return None if past & index.roles.past or _owns(before, index) else found
    return None


def _owns(word: str, index: ActorIndex) -> bool:
    """Whether a word before an office says that it is another's: "Russia's", "Russian"."""
    return bool(POSSESSIVE.search(word) or index.candidates(word))


def _whole(phrase: str, setting: Setting, index: ActorIndex) -> str | None:
    phrase = phrase.rstrip(",")
    found = alive(index.organs(phrase, setting.year), setting.year)
    names = [each for each in found if each.alias.kind not in PEOPLE] or found
    chosen = _one(names) or choose(names, phrase, setting)
    return chosen.actor.id if chosen else None


def _one(found: tuple[Candidate, ...] | list[Candidate]) -> Candidate | None:
    return found[0] if len({each.actor.id for each in found}) == 1 else None


def _is_role(words: list[str], index: ActorIndex) -> bool:
    """Whether words end with what an office is called: "chief of staff"."""
    last = (" ".join(words[-number:]).rstrip(",") for number in range(1, ROLE + 1))
    return any(plain_form(phrase) in index.offices for phrase in last)

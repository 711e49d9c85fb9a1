"""Who is meant by the names in a coder's own table: parties by their names, countries by theirs.

"Military Forces of Pakistan (2024-)" is the state, "TTP: Tehreek-i-Taliban Pakistan" one party by
two names, "Unidentified Armed Group (Pakistan)" nobody in particular.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.knowledge.actor_index import ActorIndex
from counterclaim.knowledge.actors import AliasKind, is_state, plain_form
from counterclaim.knowledge.own_rows import load_own_rows

ASIDE = re.compile(r"\s*\(([^()]*)\)")
YEARS = re.compile(r"[\d\s-]*")
BETWEEN = re.compile(r"\s*;\s*")


class Sort(StrEnum):
    """Whether a name is that of a party, or of nobody in particular."""

    PARTY = "party"
    UNNAMED = "unnamed"
    CIVILIANS = "civilians"


@dataclass(frozen=True, slots=True)
class Party:
    """A party as a name stands for it: the forms of its names, and the known parties it may be.

    `ids` are those that the names may mean, `above` what these are part of as well.
    """

    name: str
    sort: Sort
    forms: frozenset[str]
    ids: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()


class Registry:
    """Looks names up among the parties known beforehand, each name once."""

    def __init__(self, known: ActorIndex) -> None:
        self._known = known
        self._parties: dict[str, Party] = {}
        self._countries: dict[str, str] = {}

    def parties(self, cell: str) -> tuple[Party, ...]:
        """Return the parties that a cell names, one or several between semicolons."""
        return tuple(self._party(name) for name in BETWEEN.split(cell) if name)

    def country(self, cell: str) -> str:
        """Return the ISO 3166-1 alpha-3 code of a country by any of its names, "" for none."""
        if cell not in self._countries:
            found = (code for form in _forms(cell) for code in self._codes(form))
            self._countries[cell] = next(found, "")
        return self._countries[cell]

    def party(self, name: str, names: Iterable[str] = (), ids: Iterable[str] = ()) -> Party:
        """Return a party of the ledger by its name, further names and ids where they are known."""
        forms = tuple(form for form in (name, *names) if form)
        known = set(filter(self._known.has, ids))
        known |= set() if known else {id for form in forms for id in self._ids(form)}
        return self._made(name, Sort.PARTY, forms, known)

    def _party(self, name: str) -> Party:
        if name not in self._parties:
            sort = _sort(name)
            whole, *others = _forms(name)
            lands = {form for form in others if f"({form})" in name and self.country(form)}
            forms = (whole, *(form for form in others if form not in lands))
            named = forms if sort is Sort.PARTY else (whole,)
            ids = {id for form in named for id in self._ids(form)}
            self._parties[name] = self._made(name, sort, named, ids)
        return self._parties[name]

    def _made(self, name: str, sort: Sort, forms: Iterable[str], ids: Iterable[str]) -> Party:
        own = frozenset(ids) if sort is Sort.PARTY else frozenset[str]()
        above = frozenset(each.id for id in own for each in self._known.chain(id))
        return Party(name, sort, frozenset(map(plain_form, forms)), own, above)

    def _ids(self, form: str) -> Iterator[str]:
        for prefix in load_own_rows().forces:
            if form.casefold().startswith(f"{prefix} "):
                states = self._known.candidates(form[len(prefix) :].strip())
                yield from (each.actor.id for each in states if is_state(each.actor.id))
                return
        found = self._known.candidates(form) or self._known.candidates(without_common(form))
        yield from (each.actor.id for each in found)

    def _codes(self, form: str) -> Iterator[str]:
        for each in self._known.candidates(form):
            named = each.alias.kind in {AliasKind.COUNTRY, AliasKind.FULL, AliasKind.ACRONYM}
            if named and is_state(each.actor.id) and each.actor.code:
                yield each.actor.code


def same_party(one: Party, other: Party) -> bool | None:
    """Whether two names stand for one party, or one for a part of the other; None where unknown."""
    if one.ids & other.above or other.ids & one.above or one.forms & other.forms:
        return True
    return False if one.ids and other.ids else None


def without_common(name: str) -> str:
    """Return a name up to the words that say no more of its party: "TTP" of "TTP militants"."""
    words = name.split()
    while words and words[-1].casefold() in load_own_rows().common:
        words.pop()
    return " ".join(words)


def names_somebody(name: str) -> bool:
    """Whether a name has a word with a capital that is not a common one at its beginning."""
    words = (word for word in name.split() if word[:1].isupper() or not word.islower())
    return any(word.casefold() not in load_own_rows().common for word in words)


def _sort(name: str) -> Sort:
    plain, words = plain_form(name), load_own_rows()
    if plain.startswith(words.unnamed):
        return Sort.UNNAMED
    return Sort.CIVILIANS if plain.startswith(words.civilians) else Sort.PARTY


def _forms(name: str) -> Iterator[str]:
    """Yield what a name may be looked up by: whole, without what stands aside, each half of it."""
    bare = ASIDE.sub("", name).strip()
    aside = (each.strip() for each in ASIDE.findall(name) if not YEARS.fullmatch(each))
    halves = (half.strip() for half in bare.split(":")) if ":" in bare else ()
    yield from dict.fromkeys(filter(None, (name.strip(), bare, *halves, *aside)))

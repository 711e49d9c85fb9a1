"""The parties of armed conflict, and the names they go by.

A name leads to all parties that it may stand for, never to one of them: which is meant depends on
the text. "Daesh" is the Islamic State or its branch in Khorasan, "SNA" an army in Somalia or one in
Syria, "Kabul" a city or a government.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from counterclaim.model.statement import MentionType


class AliasKind(StrEnum):
    """How a name stands for its party."""

    FULL = "full"
    ACRONYM = "acronym"
    SHORT = "short"
    COUNTRY = "country"
    METONYM = "metonym"
    DEMONYM = "demonym"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of a party, and the first and last year it was in use (None: open)."""

    form: str
    kind: AliasKind
    since: int | None = None
    until: int | None = None

    def holds(self, year: int | None) -> bool:
        """Whether the name was in use in a year; without a year, every name may be meant."""
        return year is None or (self.since or year) <= year <= (self.until or year)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party: `code` and `countries` are ISO 3166-1 alpha-3, years are first and last, None: open.

    `claimed_by` holds the states that claim the territory of a disputed one, which has no country
    of its own. `state_run` is None where nobody can say, as for public broadcasters.
    """

    id: str
    name: str
    type: MentionType
    aliases: tuple[Alias, ...] = ()
    code: str | None = None
    countries: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    split_from: tuple[str, ...] = ()
    became: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    state_run: bool | None = None

    def forms(self, kind: AliasKind) -> tuple[str, ...]:
        """Return the names of one kind."""
        return tuple(alias.form for alias in self.aliases if alias.kind is kind)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every state has: a ministry, an army. `names` are common to all countries."""

    type: MentionType
    part_of: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """What people who speak for a body are called; without `speaks_for`, the body stands beside."""

    names: tuple[str, ...]
    speaks_for: str = ""


@dataclass(frozen=True, slots=True)
class Roles:
    """Bodies and roles by name; `links` join them to what they belong to ("of", "in").

    `past` says that somebody no longer has a role ("former"); `small` words of a name have no
    letter in its acronym.
    """

    links: frozenset[str]
    past: frozenset[str]
    small: frozenset[str]
    body: dict[str, Body]
    role: dict[str, Role]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that a name may stand for, and the alias by which it does."""

    actor: Actor
    alias: Alias


POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
PLAIN = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
GAP = re.compile(r"[\W_]+")
SILENT_OR_GAP = str.maketrans(
    dict.fromkeys(".'’‘`ʿʾ", "") | dict.fromkeys("-_,;:/()–", " ") | {"&": " and "}
)
UNDECOMPOSED = str.maketrans("øłđıæ", "oldia")


@lru_cache(maxsize=20_000)  # a few names come again and again
def plain_form(name: str) -> str:
    """Bring a name to the form in which its spellings agree: no case, dots, accents, hyphens.

    A leading article goes too: "the U.N." and "UN" are one form, as are "al-Qa'ida", "Al Qaida".
    """
    if not PLAIN.fullmatch(name):
        name = _without_marks(name)
    return without_article(name.casefold())


def _without_marks(name: str) -> str:
    name = POSSESSIVE.sub("", name).translate(SILENT_OR_GAP)
    if not name.isascii():
        letters = unicodedata.normalize("NFKD", name.casefold().translate(UNDECOMPOSED))
        name = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return GAP.sub(" ", name).strip()


def without_article(name: str) -> str:
    """Return a name without the article that some texts put before it."""
    article = ARTICLE.match(name)
    return name[article.end() :] if article else name


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym: one word, mostly capitals ("FARC-EP", "LeT")."""
    if " " in name or name.isupper():
        return " " not in name
    capitals = sum(letter.isupper() for letter in name)
    return capitals > 1 and capitals >= sum(letter.islower() for letter in name)


def parts(value: str) -> tuple[str, ...]:
    """Return the names or ids that stand in one value, parted by ";"."""
    return tuple(map(str.strip, value.split(";"))) if value else ()


def named(forms: Iterable[str], kind: AliasKind) -> Iterator[Alias]:
    """Make names of one kind."""
    return (Alias(form, kind) for form in forms)


def aliases(forms: Iterable[str], kind: AliasKind) -> Iterator[Alias]:
    """Make names of one kind, but acronyms of those that are written so."""
    return (Alias(form, AliasKind.ACRONYM if is_acronym(form) else kind) for form in forms)


def is_state(id: str) -> bool:
    """Whether an id is that of a state or region, and not of a body of one."""
    return id.startswith("government.") and id.count(".") == 1


def with_names(actor: Actor, aliases: Iterable[Alias]) -> Actor:
    """Return the party with further names; those it has already are not doubled."""
    known = {plain_form(alias.form) for alias in actor.aliases}
    new = tuple(alias for alias in aliases if plain_form(alias.form) not in known)
    return replace(actor, aliases=actor.aliases + new)


def body_of(state: Actor, body: str, roles: Roles, names: tuple[Alias, ...] = ()) -> Actor:
    """Make the body of a state as an actor, with the names that are its own."""
    kind = roles.body[body]
    called = next(iter(state.forms(AliasKind.ADJECTIVE)), state.name)
    label = next(iter(kind.names), body.replace("-", " "))
    above = "" if kind.part_of in {"", "government"} else f".{kind.part_of}"
    return Actor(
        id=f"{state.id}.{body}",
        name=f"{called} {label}",
        type=kind.type,
        aliases=names,
        countries=state.countries,
        claimed_by=state.claimed_by,
        part_of=(state.id + above,),
    )

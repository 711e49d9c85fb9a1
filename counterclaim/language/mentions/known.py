"""Names of parties on the shelf: found word by word, whatever the parser takes them for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.knowledge.actor_files import load_actors
from counterclaim.knowledge.actor_index import ActorIndex, is_written
from counterclaim.knowledge.actors import AliasKind, Candidate, is_state, plain_form
from counterclaim.knowledge.mentions import MentionWords
from counterclaim.language.mentions.kinds import open_names
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Parse, Span, Token

Paths = dict[str, "Paths"]
"""Names by their words in plain form, one after the other; an empty word ends a name."""

PEOPLE = frozenset({AliasKind.ADJECTIVE, AliasKind.DEMONYM})
PLACES = frozenset({AliasKind.COUNTRY})
VALUES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY"})
TOWNS = frozenset({"GPE", "LOC"})
"""Labels of the parser: of what is no name of a party, and of towns."""

NAMES = frozenset({"PROPN", "ADJ", "NOUN", "X", "NUM"})


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name from its first word to the one after its last, and the parties that bear it."""

    first: int
    last: int
    found: tuple[Candidate, ...]


def find_known(text: Parse, words: MentionWords) -> Iterator[Mention]:
    """Find the names of parties on record, from each word on the longest: some lie in others."""
    kinds = open_names(words)
    for name in _known(text):
        tokens = text.tokens[name.first : name.last]
        span = Span(tokens[0].span.begin, tokens[-1].span.end)
        kind = kinds.of_people(tokens[-1], type_of(name.found, tokens[0].entity[2:]))
        called = " ".join(text.document.quote(span).split())
        yield Mention(mention_id(text.document.id, span), span, kind, called, "known")


def _known(text: Parse) -> Iterator[KnownName]:
    shelf, paths = load_actors(), _paths()
    for place, token in enumerate(text.tokens):
        if token.pos in NAMES and not (token.text.islower() or token.entity[2:] in VALUES):
            for last in _ends(text.tokens, place, paths):
                found = _bearers(text, place, last, shelf)
                if found and (last > place + 1 or _stands_alone(text.tokens, place, found)):
                    yield KnownName(place, last, found)
                    break


def _ends(tokens: Sequence[Token], place: int, paths: Paths) -> list[int]:
    """Return the words after the names that begin at a place, the longest first."""
    ends: list[int] = []
    for at in range(place, len(tokens)):
        words = plain_form(tokens[at].text).split()
        for word in words:
            if word not in paths:
                return ends
            paths = paths[word]
        if not words and at == place:
            return ends
        if words and "" in paths:
            ends.insert(0, at + 1)
    return ends


def _bearers(text: Parse, first: int, last: int, shelf: ActorIndex) -> tuple[Candidate, ...]:
    """Return who bears a name as it is written here."""
    tokens = text.tokens
    form = text.document.text[tokens[first].span.begin : tokens[last - 1].span.end]
    found = shelf.forms.get(plain_form(form), ())
    lower = form.split()[-1].islower()
    return tuple(
        each
        for each in found
        if is_written(form, each.alias) and (not lower or each.alias.form.split()[-1].islower())
    )


def _stands_alone(tokens: Sequence[Token], place: int, found: Sequence[Candidate]) -> bool:
    """Whether a word is a name of its own: of a country or in capitals, or among no names."""
    token = tokens[place]
    if token.text.isupper() or {_kind(each) for each in found} <= PEOPLE | PLACES:
        return True
    around = (*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2])
    is_name = token.pos == "PROPN" or bool(token.entity)
    return is_name and all(other.pos != "PROPN" for other in around)


@cache
def _paths() -> Paths:
    """Lay the names of all parties out by their words."""
    paths: Paths = {}
    for form in load_actors().forms:
        here = paths
        for word in form.split():
            here = here.setdefault(word, {})
        here[""] = {}
    return paths


def type_of(found: Sequence[Candidate], label: str = "") -> MentionType:
    """Return what the bearers of a name are; an organisation where they are not of one type.

    A seat, such as "the Kremlin", is a place only where the parser takes it for one by its `label`.
    """
    kinds = {_kind(each) for each in found}
    if kinds <= PEOPLE:
        return MentionType.NATIONALITY
    if kinds <= PLACES or (label in TOWNS and kinds <= PLACES | {AliasKind.METONYM}):
        return MentionType.PLACE
    types = {each.actor.type for each in found if _kind(each) not in PEOPLE | PLACES}
    return next(iter(types)) if len(types) == 1 else MentionType.ORGANISATION


def _kind(found: Candidate) -> AliasKind:
    """Return how a name stands for a party: acronyms and capitals of a state for its country."""
    kind = found.alias.kind
    whole = is_state(found.actor.id) and kind in {AliasKind.ACRONYM, AliasKind.METONYM}
    return AliasKind.COUNTRY if whole else kind

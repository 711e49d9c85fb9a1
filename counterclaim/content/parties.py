"""Who is meant where somebody is held responsible: a body, a state, a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from counterclaim.content.behind import only_group, owner_meant, powers_before
from counterclaim.content.blame import Blame
from counterclaim.content.cast import BODIES, Cast, Kind, called
from counterclaim.content.naming import (
    DESCRIBED,
    ON_RECORD,
    PEOPLE,
    has_article,
    is_body,
    is_its_name,
    is_many,
    is_name,
    is_person,
    is_place,
    name_in,
    name_of_a_body,
    tied,
    whose,
    words_for,
)
from counterclaim.content.scene import Scene
from counterclaim.model.event import PartyType
from counterclaim.model.place import PlacePrecision
from counterclaim.model.statement import Mention, MentionType, Sense, Source, SourceType
from counterclaim.model.tree import Tree, Words


@dataclass(frozen=True, slots=True)
class Party:
    """Who is held responsible: the name, what it is, where it stands, the mention there."""

    name: str
    type: PartyType
    words: Words
    mention: Mention | None = None


NOBODY = Party("none", PartyType.NONE, ())


def parties(scene: Scene, cast: Cast, blame: Blame, word: int) -> Iterator[Party]:
    """Yield the bodies that a noun names, or that its people are of; else whom it speaks of.

    "The other", who is whichever of two, is nobody.
    """
    if blame.listed(scene.tree, word, "whichever") or _is_before_its_noun(scene, word):
        return
    for rule in (meant,) if scene.tree.tokens[word].pos == "PRON" else RULES:
        found = list(rule(scene, cast, blame, word))
        if found:
            yield from found
            return


def _is_before_its_noun(scene: Scene, word: int) -> bool:
    """Whether an adjective that the tree takes for a noun stands before a name: it is no party."""
    after = scene.tree.tokens[word + 1 : word + 2]
    bare = scene.tree.tokens[word].tag == "JJ" and not scene.tree.tokens[word].entity[2:]
    return bare and bool(after) and after[0].pos == "PROPN"


def meant(scene: Scene, _cast: Cast, _blame: Blame, word: int) -> Iterator[Party]:
    """Take whom a pronoun stands for, where that is known."""
    for mention in scene.named.get(word, ()):
        meant = _root(scene, mention)
        if meant is not mention and meant.rule != SPEAKERS:
            plain = meant.rule in DESCRIBED and meant.type in UNNAMED
            kind = PartyType.PERSON if plain else _type_of(mention)
            yield Party(mention.name, kind, (word,), mention)
            return


def owner(scene: Scene, _cast: Cast, blame: Blame, word: int) -> Iterator[Party]:
    """Take whom the pronoun before a noun stands for: "its forces"."""
    found = owner_meant(scene, word) if blame.listed(scene.tree, word, "owned") else None
    if found is not None:
        yield Party(found.name, _type_of(found), (word,), found)


def several_powers(scene: Scene, _cast: Cast, blame: Blame, word: int) -> Iterator[Party]:
    """Take each of several countries: "Afghan and US forces"."""
    found = list(_powers(scene, blame, word))
    yield from found if len(found) > 1 else ()


def one_side(scene: Scene, _cast: Cast, blame: Blame, word: int) -> Iterator[Party]:
    """Take the one armed group that a text names for "the rebels"."""
    group = only_group(scene) if _is_known_side(scene, blame, word) else None
    if group is not None:
        yield Party(group.name, PartyType.ORGANISATION, (word,), group)


def power(scene: Scene, cast: Cast, blame: Blame, word: int) -> Iterator[Party]:
    """Take the country whose means they are: "Turkish aircraft"."""
    words = called(scene, cast, word)
    for one in _powers(scene, blame, word):
        yield replace(one, name=name_in(scene, words), words=words)


def people(scene: Scene, cast: Cast, _blame: Blame, word: int) -> Iterator[Party]:
    """Take people as the words have them: "masked men"."""
    if Kind.PEOPLE in cast.kinds_of(scene, word) and not _is_somewhere(scene, cast, word):
        yield _people(scene, cast, word)


def _is_somewhere(scene: Scene, cast: Cast, word: int) -> bool:
    """Whether a name is that of a place which the parser takes for a body."""
    name = name_in(scene, called(scene, cast, word))
    proper = scene.tree.tokens[word].pos == "PROPN"
    return proper and is_place(scene, name) and not is_person(scene, name)


def _powers(scene: Scene, blame: Blame, word: int) -> Iterator[Party]:
    if blame.listed(scene.tree, word, "means"):
        for one in powers_before(scene, word):
            yield Party(one.name, PartyType.STATE, scene.words(one), one)


def _is_known_side(scene: Scene, blame: Blame, word: int) -> bool:
    """Whether a noun means people of whom the text has told: "the rebels", not "other rebels"."""
    beside = scene.tree.under(word, "amod", "compound", "nmod", "nummod", "prep")
    articles = scene.tree.under(word, "det")
    definite = any(blame.listed(scene.tree, at, "article") for at in articles)
    return definite and not beside and blame.listed(scene.tree, word, "sides")


def _root(scene: Scene, mention: Mention) -> Mention:
    """Return the mention that another stands for; itself where it stands for none."""
    return next((one for one in scene.mentions if one.id == mention.refers_to), mention)


SPEAKERS = "speakers"
"""The rule of a mention by which speakers speak of themselves: it names nobody."""
UNNAMED = frozenset({MentionType.ARMED_GROUP, MentionType.POPULATION, MentionType.PERSON})


def party_of_source(scene: Scene, source: Source) -> Party:
    """Return who a source is; nobody where the text says that there is none."""
    if source.type is SourceType.NONE:
        return NOBODY
    mention = next((one for one in scene.mentions if one.id == source.mention), None)
    words = scene.tree.at(source.span) if source.span else ()
    plain = mention is None and not any(scene.tree.tokens[at].pos == "PROPN" for at in words)
    return Party(source.name, PartyType.PERSON if plain else _type_of(mention), words, mention)


def _type_of(mention: Mention | None) -> PartyType:
    if mention is None:
        return PartyType.ORGANISATION
    if mention.type in {MentionType.PERSON, MentionType.POPULATION}:
        return PartyType.PERSON
    state = mention.type in {MentionType.PLACE, MentionType.GOVERNMENT}
    return PartyType.STATE if state else PartyType.ORGANISATION


def bodies(scene: Scene, cast: Cast, blame: Blame, word: int) -> Iterator[Party]:
    """Take a body by its own word, by a name before the word, or after "of"."""
    tree = scene.tree
    own = tuple(words_for(tree, blame, word))
    named = [found for at in own if (found := _named_body(scene, cast, blame, at))]
    if named:
        known = (one for one in named if one.mention and one.mention.rule in ON_RECORD)
        proper = (one for one in named if _is_proper(tree, one))
        yield next(chain(known, proper, named))
        return
    for at in tree.under(word, "compound") if is_many(tree, blame, word) else ():
        if is_name(tree, at) and not blame.listed(tree, at, *PEOPLE):
            words = called(scene, cast, at)
            yield Party(name_in(scene, words), PartyType.ORGANISATION, words)
            return
    for noun in tied(tree, blame, word):
        found = _named_body(scene, cast, blame, noun)
        if found is not None and tree.tokens[noun].entity[2:] != "GPE":
            yield found


def _is_proper(tree: Tree, party: Party) -> bool:
    return any(tree.tokens[at].pos == "PROPN" for at in party.words)


def _named_body(scene: Scene, cast: Cast, blame: Blame, word: int) -> Party | None:
    """Return the body that a word names, if it names one."""
    tree = scene.tree
    token = tree.tokens[word]
    mention = name_of_a_body(scene, word)
    if (mention is None or mention.rule not in ON_RECORD) and blame.listed(tree, word, *PEOPLE):
        return None  # "Militants from the Lake Brigade" are no body, capital or not
    place = scene.mentioned(word, MentionType.PLACE)
    located = token.entity[2:] == "GPE" or (place is not None and place.place is not None)
    if located and mention is None:
        return _state(scene, word)
    body = is_body(tree, blame, word)
    proper = token.pos == "PROPN" and (token.entity[2:] == "ORG" or has_article(scene, blame, word))
    if mention is None and not body and not proper:
        return None
    words = (*(named := called(scene, cast, word)), *(whose(scene, cast, named) if body else ()))
    text = name_in(scene, words)
    known = mention is not None and mention.rule in ON_RECORD
    if not body and not known and is_place(scene, text):
        return None
    if not body and not known and is_person(scene, text):
        return None
    if mention is not None and is_its_name(scene, mention, word, text, body):
        text = mention.name
    kind = PartyType.STATE if blame.listed(tree, word, "states") else PartyType.ORGANISATION
    return Party(text, kind, words, mention or scene.mentioned(word, *BODIES))


def _state(scene: Scene, word: int) -> Party | None:
    """Return the state that a place's name stands for as one who acts; no town but a capital."""
    place = scene.mentioned(word, MentionType.PLACE)
    if place is None or scene.tree.tokens[word].dep in MODIFIERS:
        return None
    where = place.place.value if place.place else None
    power = place.sense is not None and place.sense.value is Sense.POWER
    known = place.rule == "known" if where is None else where.precision is PlacePrecision.COUNTRY
    if not (power or known or (where is not None and where.feature == CAPITAL)):
        return None
    return Party(place.name, PartyType.STATE, scene.words(place), place)


CAPITAL = "PPLC"
"""The class of capitals among the features of GeoNames."""
MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})


def _people(scene: Scene, cast: Cast, word: int) -> Party:
    words = called(scene, cast, word)
    mention = next(iter(scene.named.get(word, ())), None)
    meant = next((one for one in scene.named.get(word, ()) if one.refers_to is not None), None)
    if meant is not None and meant.type in BODIES and _root(scene, meant).rule not in DESCRIBED:
        return Party(meant.name, PartyType.ORGANISATION, words, meant)
    text = name_in(scene, words)
    if mention is not None and mention.type is MentionType.PERSON and text in mention.name:
        text = mention.name
    return Party(text, PartyType.PERSON, words, mention)


Rule = Callable[[Scene, Cast, Blame, int], Iterator[Party]]

RULES: tuple[Rule, ...] = (owner, several_powers, bodies, one_side, power, people)

"""What can take part in an event: what a noun stands for, and how it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from counterclaim.content.arguments import Links
from counterclaim.content.scene import Scene
from counterclaim.knowledge.mentions import MentionWords
from counterclaim.knowledge.participants import ParticipantWords
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.tree import Tree, Words

BODIES = (
    MentionType.ARMED_GROUP,
    MentionType.ORGANISATION,
    MentionType.MILITARY,
    MentionType.GOVERNMENT,
    MentionType.MEDIA,
)
PEOPLE = (MentionType.PERSON, *BODIES, MentionType.POPULATION)
INSIDE = frozenset({"compound", "amod", "nmod", "poss", "case", "punct", "npadvmod", "nummod"})
NEVER = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"}
)


class Kind(StrEnum):
    """What a noun stands for, as far as taking part goes."""

    PEOPLE = "people"
    THING = "thing"
    WEAPON = "weapon"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cast:
    """The words for what takes part, by what they stand for, and closed lists as sets."""

    links: Links = field(default_factory=Links)
    kinds: Mapping[Kind, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def listed(self, tree: Tree, word: int, name: str) -> bool:
        """Whether a word, or its lemma, is on a list."""
        found = self.words.get(name, frozenset())
        return tree.lower(word) in found or tree.tokens[word].lemma in found

    def kinds_of(self, scene: Scene, word: int) -> frozenset[Kind]:
        """Say what a noun may stand for: by its name, by the word, by what it is a mention of."""
        tree = scene.tree
        entity = tree.tokens[word].entity[2:]
        if entity in NEVER and tree.tokens[word].pos != "NOUN":
            return frozenset({Kind.OTHER})
        if scene.mentioned(word, MentionType.PLATFORM, MentionType.VEHICLE) is not None:
            return frozenset({Kind.THING})
        forms = _forms(tree, word)
        if tree.tokens[word].pos == "PROPN" and scene.mentioned(word, *BODIES) is not None:
            things = self.kinds.get(Kind.THING, frozenset())
            return frozenset({Kind.PEOPLE} if things.isdisjoint(forms) else {Kind.THING})
        found = {kind for kind, listed in self.kinds.items() if not listed.isdisjoint(forms)}
        if not found:
            found = set(_by_name(scene, word, entity))
        return frozenset(found)


def assemble(words: ParticipantWords, mentions: MentionWords) -> Cast:
    """Turn the lists of a language into look-up tables."""
    kinds = {Kind(name): listed for name, listed in words.kinds.items()}
    people = frozenset().union(*mentions.people.values(), *mentions.bodies.values())
    things = frozenset(mentions.things.get(MentionType.VEHICLE, ()))
    weapons = frozenset(mentions.things.get(MentionType.WEAPON, ()))
    return Cast(
        links=Links(**words.links),
        kinds={
            Kind.PEOPLE: kinds.get(Kind.PEOPLE, frozenset()) | people,
            Kind.THING: kinds.get(Kind.THING, frozenset()) | things,
            Kind.WEAPON: kinds.get(Kind.WEAPON, frozenset()) | weapons,
            Kind.OTHER: kinds.get(Kind.OTHER, frozenset()),
        },
        words=words.words,
    )


def _forms(tree: Tree, word: int) -> set[str]:
    """Return a noun as it is looked up: with the word before it too, if that belongs to it."""
    token = tree.tokens[word]
    forms = {token.lemma, token.text.lower()}
    if token.pos == "PROPN":
        # The parser keeps the plural of what it takes for a name.
        forms.add(token.lemma.removesuffix("s"))
    before = word - 1
    if before >= 0 and tree.tokens[before].head == word and tree.tokens[before].dep in INSIDE:
        forms |= {f"{tree.lower(before)} {form}" for form in tuple(forms)}
    return forms


def _by_name(scene: Scene, word: int, entity: str) -> Iterator[Kind]:
    if entity in {"PERSON", "ORG", "NORP"}:
        yield Kind.PEOPLE
    if entity == "FAC":
        yield Kind.THING
    if entity in {"GPE", "LOC"}:
        yield Kind.PLACE
    if not entity:
        yield from (Kind.PEOPLE for _ in filter(None, [scene.mentioned(word, *PEOPLE)]))
        yield from (Kind.PLACE for _ in filter(None, [scene.mentioned(word, MentionType.PLACE)]))


def called(scene: Scene, cast: Cast, word: int) -> Words:
    """Return the words by which a participant is called: the name, else the noun with its kind.

    Articles, titles, numbers and clauses are left out; "members of the front" is kept whole.
    """
    named = name_at(scene, cast, word)
    if named:
        return (*named, *_named_after(scene, cast, named))
    first = word
    while first > 0 and _belongs(scene.tree, first - 1, word):
        first -= 1
    while first < word and _is_left_out(scene, cast, first):
        first += 1
    words = tuple(range(first, word + 1))
    proper = scene.tree.tokens[word].pos == "PROPN"
    beyond = _named_after(scene, cast, words) if proper else _parted(scene, cast, word)
    return (*words, *beyond)


def _named_after(scene: Scene, cast: Cast, name: Words) -> Words:
    """Return "of" and the name after it, "Sons of Telmar"; a place is no part of a person's."""
    tree, of = scene.tree, name[-1] + 1
    if of >= len(tree.tokens) - 1 or tree.lower(of) not in cast.links.suffering:
        return ()
    after = tree.under(of, "pobj") if tree.tokens[of].head in name else ()
    kind = tree.tokens[name[-1]].entity[2:]
    if kind in {"PERSON", "GPE", "NORP"} or not after or tree.tokens[after[0]].pos != "PROPN":
        return ()
    if not kind and tree.tokens[after[0]].entity[2:] == "ORG":
        return ()  # "Rebels of the Northern Front": two that are named
    return tuple(range(of, max(called(scene, cast, after[0])) + 1))


def name_at(scene: Scene, cast: Cast, word: int) -> Words:
    """Return the words of the name that a word is part of, without titles; none for no name."""
    tree = scene.tree
    entity = tree.tokens[word].entity[2:]
    if entity not in {"PERSON", "ORG", "GPE", "NORP", "FAC"} or tree.tokens[word].pos == "NOUN":
        return ()
    first = last = word
    while first > 0 and tree.tokens[first].entity.startswith("I") and tree.tokens[first - 1].entity:
        first -= 1
    while last + 1 < len(tree.tokens) and tree.tokens[last + 1].entity.startswith("I"):
        last += 1
    while first < word and (
        tree.tokens[first].pos in {"DET", "PUNCT"}
        or (entity == "PERSON" and cast.listed(tree, first, "titles"))
    ):
        first += 1
    while last > word and (tree.tokens[last].tag == "POS" or tree.tokens[last].pos == "PUNCT"):
        last -= 1
    return tuple(range(first, last + 1))


def described(scene: Scene, cast: Cast, word: int) -> Iterator[int]:
    """Yield the nouns that say what the bearer of a name is: before it, or beside it."""
    tree = scene.tree
    name = set(called(scene, cast, word))
    for other in tree.under(word, "compound", "nmod"):
        if other not in name and Kind.PEOPLE in cast.kinds_of(scene, other):
            yield other
    for other in tree.under(word, "appos"):
        if tree.tokens[other].pos in {"NOUN", "PROPN"} and Kind.PEOPLE in cast.kinds_of(
            scene, other
        ):
            yield other


def mention_of(scene: Scene, words: Words) -> Mention | None:
    """Return the mention of a party that stands where a participant is called."""
    found = (scene.mentioned(word, *PEOPLE, MentionType.NATIONALITY) for word in reversed(words))
    return next((one for one in found if one is not None), None)


def _belongs(tree: Tree, word: int, head: int) -> bool:
    """Whether a word before a noun hangs on it, or on what does."""
    token = tree.tokens[word]
    if token.dep not in INSIDE or token.text in {",", ";", "(", ")", "[", "]", "--"}:
        return False
    at = word
    while tree.tokens[at].head != at and at < head:
        at = tree.tokens[at].head
    return at == head


def _is_left_out(scene: Scene, cast: Cast, word: int) -> bool:
    tree = scene.tree
    token = tree.tokens[word]
    return (
        scene.mentioned(word, MentionType.TIME) is not None
        or token.pos in {"DET", "PUNCT", "NUM"}
        or token.tag in {"POS", "PRP$"}
        or cast.listed(tree, word, "leaving")
    )


def _parted(scene: Scene, cast: Cast, word: int) -> Words:
    """Return "of" and what follows it, where the noun only counts or parts that."""
    tree = scene.tree
    if not cast.listed(tree, word, "parting"):
        return ()
    for of in tree.under(word, "prep"):
        nouns = tree.under(of, "pobj") if tree.lower(of) == "of" and of == word + 1 else ()
        if nouns:
            last = max(called(scene, cast, nouns[0]))
            return tuple(range(of, last + 1))
    return ()

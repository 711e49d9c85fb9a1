"""Signs in the words: what a mention and a party are called, of what type, number and gender."""

from __future__ import annotations

from itertools import islice, takewhile

from counterclaim.language.coreference.forms import LINKS, Form
from counterclaim.language.coreference.party import STEM, Pair
from counterclaim.language.coreference.vocabulary import Sort
from counterclaim.model.statement import MentionType

LANDS = frozenset({MentionType.GOVERNMENT, MentionType.PLACE, MentionType.NATIONALITY})


def same_name(pair: Pair) -> bool:
    """Whether the party has this very name."""
    return pair.one.name in pair.party.names


def surname(pair: Pair) -> bool:
    """Whether one name is the end of the other: a surname after the full name."""
    return any(name != pair.one.name and _ends(name, pair.one.name) for name in pair.party.names)


def beginning(pair: Pair) -> bool:
    """Whether one name is the beginning of the other."""
    return any(
        name != pair.one.name
        and (name[: len(pair.one.name)] == pair.one.name or pair.one.name[: len(name)] == name)
        for name in pair.party.names
    )


def some_words(pair: Pair) -> bool:
    """Whether the names share a word of weight, and neither begins or ends the other."""
    shared = (pair.party.words & set(pair.one.name)) - LINKS
    return bool(shared) and not (same_name(pair) or surname(pair) or beginning(pair))


def all_words(pair: Pair) -> bool:
    """Whether all words of the name stand in names of the party."""
    return bool(pair.one.name) and set(pair.one.name) <= pair.party.words


def other_first_name(pair: Pair) -> bool:
    """Whether the last words are the same, and the first ones are not."""
    return len(pair.one.name) > 1 and any(
        len(name) > 1 and name[-1] == pair.one.name[-1] and name[0] != pair.one.name[0]
        for name in pair.party.names
    )


def acronym(pair: Pair) -> bool:
    """Whether one name is made of the first letters of the other."""
    own = "".join(pair.one.name).replace(".", "")
    if len(pair.one.name) == 1 and len(own) > 1 and own in pair.party.initials:
        return True
    return len(pair.one.initials) > 1 and any(
        len(name) == 1 and name[0].replace(".", "") == pair.one.initials
        for name in pair.party.names
    )


def kindred(pair: Pair) -> bool:
    """Whether a word of the one begins as a word of the other: a country, and what is of it."""
    if pair.one.mention.type not in LANDS and not pair.party.types & LANDS:
        return False
    words = pair.one.name or pair.one.modifiers
    return any(len(word) >= STEM and word[:STEM] in pair.party.stems for word in words)


def known_names(pair: Pair) -> bool:
    """Whether both are names that one known party alone goes by."""
    return len(pair.one.known) == 1 and pair.one.known in pair.party.known


def in_brackets(pair: Pair) -> bool:
    """Whether the text puts one name in brackets after the other: "the Front (RHF)"."""
    tokens = pair.scene.tree.tokens
    before = pair.one.words[0] - 1
    opened = before > 0 and tokens[before].text == "("
    return opened and any(before - 3 < form.words[-1] < before for form in pair.party.forms[-2:])


def known_apart(pair: Pair) -> bool:
    """Whether they are names of two known parties: look-alikes are no one."""
    return bool(pair.one.known and pair.party.known) and not any(
        pair.one.known & known for known in pair.party.known
    )


def names_another(pair: Pair) -> bool:
    """Whether a description holds the name of a group or, of rulers, a place, not of this party.

    "The Kremlin blamed the Kyiv regime": these are two.
    """
    if not pair.party.known or pair.one.name:
        return False
    own = pair.one.mention
    later = islice(pair.scene.forms, pair.scene.places[own.id] + 1, None)
    within = takewhile(lambda form: form.mention.span in own.span, later)
    return any(_is_anothers(form, pair) for form in within)


def _is_anothers(form: Form, pair: Pair) -> bool:
    """Whether a name within a description is none that the party has, or has in its name."""
    if form.mention.type is MentionType.ARMED_GROUP:
        return bool(form.known) and not any(form.known & known for known in pair.party.known)
    rulers = pair.one.mention.type is MentionType.GOVERNMENT
    placed = form.mention.type is MentionType.PLACE and bool(form.name)
    return rulers and placed and pair.party.words.isdisjoint(form.name)


def longer_name(pair: Pair) -> bool:
    """Whether a body's name is all of the other's and more: it may be a branch or a rival."""
    if pair.one.mention.type is MentionType.PERSON or MentionType.PERSON in pair.party.types:
        return False
    return (
        bool(pair.one.name and pair.party.names)
        and pair.one.name not in pair.party.names
        and any(
            set(pair.one.name) < set(name) or set(name) < set(pair.one.name)
            for name in pair.party.names
        )
    )


def no_word_shared(pair: Pair) -> bool:
    """Whether the party has names, and none of them shares a word with this one."""
    return bool(pair.party.names) and not pair.party.words & set(pair.one.name)


def nameless(pair: Pair) -> bool:
    """Whether the party has no name so far."""
    return not pair.party.names


def same_type(pair: Pair) -> bool:
    """Whether both are of one type."""
    return pair.one.mention.type in pair.party.types


def other_type(pair: Pair) -> bool:
    """Whether one is a person, and the other is not."""
    people = MentionType.PERSON
    return bool(pair.party.types) and (pair.one.mention.type is people) != (
        people in pair.party.types
    )


def same_head(pair: Pair) -> bool:
    """Whether the head word is the same: "the rebels", "rebels in the east"."""
    return pair.one.lemma in pair.party.lemmas


def same_phrase(pair: Pair) -> bool:
    """Whether the whole phrase is the same."""
    return pair.one.whole in pair.party.wholes


def head_in_name(pair: Pair) -> bool:
    """Whether the head word is part of the party's name: "the ministry", "Defence Ministry"."""
    return pair.one.lemma in pair.party.words


def same_modifiers(pair: Pair) -> bool:
    """Whether what stands before the head stood with the party before."""
    return bool(pair.one.modifiers) and pair.one.modifiers <= (
        pair.party.modifiers | pair.party.words
    )


def other_modifiers(pair: Pair) -> bool:
    """Whether what stands before the head never stood with the party, which has others."""
    return bool(pair.one.modifiers and pair.party.modifiers) and not pair.one.modifiers & (
        pair.party.modifiers | pair.party.words
    )


def fitting_word(pair: Pair) -> bool:
    """Whether the head word is what a party of that type may be called."""
    return any(pair.one.lemma in pair.scene.words.kinds.get(type, ()) for type in pair.party.types)


def no_more_than_the_noun(pair: Pair) -> bool:
    """Whether it is a definite article and a noun, and no more: "the group", "the country"."""
    return pair.one.article in {"definite", "pointing"} and len(pair.one.words) == 2


def title_before(pair: Pair) -> bool:
    """Whether the head word stood before its name as a title."""
    return pair.one.lemma in pair.party.modifiers and pair.one.lemma not in pair.party.lemmas


def said_to_be_another(pair: Pair) -> bool:
    """Whether the words say that it is another one."""
    tokens = pair.scene.tree.tokens
    return any(
        tokens[word].text.lower() in pair.scene.words.different for word in pair.one.words[:3]
    )


def indefinite(pair: Pair) -> bool:
    """Whether an indefinite article or number brings somebody new."""
    return pair.one.article == "indefinite"


def definite(pair: Pair) -> bool:
    """Whether a definite article points back."""
    return pair.one.article == "definite"


def bare(pair: Pair) -> bool:
    """Whether it has no article at all."""
    return not pair.one.article


def numbers_agree(pair: Pair) -> bool:
    """Whether both are one, or both are many."""
    return bool(pair.one.number) and pair.one.number in pair.party.numbers


def numbers_clash(pair: Pair) -> bool:
    """Whether one is many, and the other never was; a group may be called after its members."""
    own = pair.one.number
    if not own or own in pair.party.numbers or not any(pair.party.numbers):
        return False
    return not (own == "many" and pair.one.sort is Sort.NOUN and fitting_word(pair))


def genders_agree(pair: Pair) -> bool:
    """Whether both are told to be a man, a woman or a thing."""
    return bool(pair.one.gender) and pair.one.gender in pair.party.genders


def genders_clash(pair: Pair) -> bool:
    """Whether they are told to be of different gender."""
    return (
        bool(pair.one.gender)
        and pair.one.gender not in pair.party.genders
        and pair.party.genders != {""}
    )


def he_is_a_body(pair: Pair) -> bool:
    """Whether he or she cannot be a body or a country."""
    return (
        pair.one.gender in {"man", "woman"}
        and bool(pair.party.types)
        and MentionType.PERSON not in pair.party.types
    )


def it_is_a_person(pair: Pair) -> bool:
    """Whether it cannot be a person."""
    return pair.one.gender == "thing" and pair.party.types == {MentionType.PERSON}


def _ends(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and long[-len(short) :] == short

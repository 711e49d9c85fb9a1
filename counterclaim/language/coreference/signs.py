"""What speaks for or against a mention and a party of the text being one: signs, each with a name.

A sign is a function of the mention, the party so far, and the scene; its name is what it is called
in the weights (`likeness.toml`) and in what the reader says of itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from counterclaim.language.coreference.forms import LINKS, Form, Scene, Sort
from counterclaim.model.statement import MentionType

STEM = 4
"""Letters that a country and what is of it have in common at least: "Zaire", "Zairean"."""

BODIES = frozenset(
    {
        MentionType.ORGANISATION,
        MentionType.ARMED_GROUP,
        MentionType.GOVERNMENT,
        MentionType.MILITARY,
        MentionType.MEDIA,
    }
)
LANDS = frozenset({MentionType.GOVERNMENT, MentionType.PLACE, MentionType.NATIONALITY})


@dataclass(slots=True)
class Party:
    """The mentions that are one party so far, and what they have in common."""

    number: int
    forms: list[Form] = field(default_factory=list)
    names: set[tuple[str, ...]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    types: set[MentionType] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    known: list[frozenset[str]] = field(default_factory=list)

    @property
    def last(self) -> Form:
        """The mention of it nearest before."""
        return self.forms[-1]

    def add(self, one: Form) -> None:
        """Take in a mention."""
        self.forms.append(one)
        if one.name:
            self.names.add(one.name)
            self.words.update(one.name)
            self.stems.update(word[:STEM] for word in one.name if len(word) >= STEM)
            self.initials.add(one.initials)
        if one.known:
            self.known.append(one.known)
        if one.sort is not Sort.SPEAKER and one.sort is not Sort.PRONOUN:
            self.lemmas.add(one.lemma)
            self.modifiers |= one.modifiers
            self.types.add(one.mention.type)
        self.wholes.add(one.whole)
        self.numbers.add(one.number)
        self.genders.add(one.gender)


Sign = Callable[[Form, Party, Scene], bool]


def same_name(one: Form, party: Party, scene: Scene) -> bool:
    """The party has this very name."""
    return one.name in party.names


def surname(one: Form, party: Party, scene: Scene) -> bool:
    """One name is the end of the other: a surname after the full name."""
    return any(name != one.name and _ends(name, one.name) for name in party.names)


def beginning(one: Form, party: Party, scene: Scene) -> bool:
    """One name is the beginning of the other."""
    return any(
        name != one.name and (name[: len(one.name)] == one.name or one.name[: len(name)] == name)
        for name in party.names
    )


def some_words(one: Form, party: Party, scene: Scene) -> bool:
    """The names share a word of weight, and neither begins or ends the other."""
    shared = (party.words & set(one.name)) - LINKS
    return bool(shared) and not (
        same_name(one, party, scene) or surname(one, party, scene) or beginning(one, party, scene)
    )


def all_words(one: Form, party: Party, scene: Scene) -> bool:
    """All words of the name stand in names of the party."""
    return bool(one.name) and set(one.name) <= party.words


def other_first_name(one: Form, party: Party, scene: Scene) -> bool:
    """The last words are the same, and the first ones are not."""
    return len(one.name) > 1 and any(
        len(name) > 1 and name[-1] == one.name[-1] and name[0] != one.name[0]
        for name in party.names
    )


def acronym(one: Form, party: Party, scene: Scene) -> bool:
    """One name is made of the first letters of the other."""
    own = "".join(one.name).replace(".", "")
    if len(one.name) == 1 and len(own) > 1 and own in party.initials:
        return True
    return len(one.initials) > 1 and any(
        len(name) == 1 and name[0].replace(".", "") == one.initials for name in party.names
    )


def kindred(one: Form, party: Party, scene: Scene) -> bool:
    """A word of the one begins as a word of the other: a country, and what is of it."""
    if one.mention.type not in LANDS and not party.types & LANDS:
        return False
    words = one.name or one.modifiers
    return any(len(word) >= STEM and word[:STEM] in party.stems for word in words)


def known_names(one: Form, party: Party, scene: Scene) -> bool:
    """Both are names that one known party alone goes by."""
    return len(one.known) == 1 and one.known in party.known


def in_brackets(one: Form, party: Party, scene: Scene) -> bool:
    """The text puts one name in brackets after the other: "the Front (RHF)"."""
    tokens = scene.tree.tokens
    before = one.words[0] - 1
    opened = before > 0 and tokens[before].text == "("
    return opened and any(before - 3 < form.words[-1] < before for form in party.forms[-2:])


def known_apart(one: Form, party: Party, scene: Scene) -> bool:
    """They are names of two known parties: look-alikes are no one."""
    return bool(one.known and party.known) and not any(one.known & known for known in party.known)


def longer_name(one: Form, party: Party, scene: Scene) -> bool:
    """A body's name is all of the other's and more: it may be a branch or a rival."""
    if one.mention.type is MentionType.PERSON or MentionType.PERSON in party.types:
        return False
    return (
        bool(one.name and party.names)
        and one.name not in party.names
        and any(set(one.name) < set(name) or set(name) < set(one.name) for name in party.names)
    )


def no_word_shared(one: Form, party: Party, scene: Scene) -> bool:
    """The party has names, and none of them shares a word with this one."""
    return bool(party.names) and not party.words & set(one.name)


def nameless(one: Form, party: Party, scene: Scene) -> bool:
    """The party has no name so far."""
    return not party.names


def same_type(one: Form, party: Party, scene: Scene) -> bool:
    """Both are of one type."""
    return one.mention.type in party.types


def other_type(one: Form, party: Party, scene: Scene) -> bool:
    """One is a person, and the other is not."""
    people = MentionType.PERSON
    return bool(party.types) and (one.mention.type is people) != (people in party.types)


def same_head(one: Form, party: Party, scene: Scene) -> bool:
    """The head word is the same: "the rebels", "rebels in the east"."""
    return one.lemma in party.lemmas


def same_phrase(one: Form, party: Party, scene: Scene) -> bool:
    """The whole phrase is the same."""
    return one.whole in party.wholes


def head_in_name(one: Form, party: Party, scene: Scene) -> bool:
    """The head word is part of the party's name: "the ministry", "Defence Ministry"."""
    return one.lemma in party.words


def same_modifiers(one: Form, party: Party, scene: Scene) -> bool:
    """What stands before the head stood with the party before."""
    return bool(one.modifiers) and one.modifiers <= (party.modifiers | party.words)


def other_modifiers(one: Form, party: Party, scene: Scene) -> bool:
    """What stands before the head never stood with the party, which has others."""
    return bool(one.modifiers and party.modifiers) and not one.modifiers & (
        party.modifiers | party.words
    )


def fitting_word(one: Form, party: Party, scene: Scene) -> bool:
    """The head word is what a party of that type may be called."""
    return any(one.lemma in scene.words.kinds.get(type, ()) for type in party.types)


def strange_word(one: Form, party: Party, scene: Scene) -> bool:
    """The head word is what parties of other types are called."""
    named = [type for type, words in scene.words.kinds.items() if one.lemma in words]
    return bool(named) and party.types.isdisjoint(named)


def title_before(one: Form, party: Party, scene: Scene) -> bool:
    """The head word stood before its name as a title."""
    return one.lemma in party.modifiers and one.lemma not in party.lemmas


def both_speak(one: Form, party: Party, scene: Scene) -> bool:
    """Both say something."""
    return one.speaks and any(form.speaks for form in party.forms[-3:])


def speaks_beside(one: Form, party: Party, scene: Scene) -> bool:
    """The party says something outside of the quotation, in the same sentence or paragraph."""
    return bool(one.quotation) and any(
        form.speaks and not form.quotation and form.paragraph == one.paragraph
        for form in party.forms[-4:]
    )


def indefinite(one: Form, party: Party, scene: Scene) -> bool:
    """An indefinite article or number brings somebody new."""
    return one.article == "indefinite"


def definite(one: Form, party: Party, scene: Scene) -> bool:
    """A definite article points back."""
    return one.article == "definite"


def bare(one: Form, party: Party, scene: Scene) -> bool:
    """It has no article at all."""
    return not one.article


def said_to_be_another(one: Form, party: Party, scene: Scene) -> bool:
    """The words say that it is another one."""
    tokens = scene.tree.tokens
    return any(tokens[word].text.lower() in scene.words.different for word in one.words[:3])


def apposition(one: Form, party: Party, scene: Scene) -> bool:
    """It stands beside the name, as what its bearer is: "N. N., the minister"."""
    return any(_beside(one, form, scene) for form in party.forms[-3:])


def predicate(one: Form, party: Party, scene: Scene) -> bool:
    """The text says that the party is it: "N. N. is the minister"."""
    token = scene.tree.tokens[one.head]
    if token.dep != "attr":
        return False
    return any(
        form.role == "subject" and scene.tree.tokens[form.head].head == token.head
        for form in party.forms[-3:]
    )


def titled(one: Form, party: Party, scene: Scene) -> bool:
    """It stands right before the name, as a title does."""
    return any(
        one.words[-1] + 1 == form.words[0] or form.words[-1] + 1 == one.words[0]
        for form in party.forms[-2:]
    )


def nested(one: Form, party: Party, scene: Scene) -> bool:
    """One stands within the other, as its part: "the leader of Hamas"."""
    return any(_within(one, form) and one.head != form.head for form in party.forms[-6:])


def same_words_twice(one: Form, party: Party, scene: Scene) -> bool:
    """One stands within the other, with the same head: two ways to mark one phrase."""
    return any(_within(one, form) and one.head == form.head for form in party.forms[-6:])


def joined_to(one: Form, party: Party, scene: Scene) -> bool:
    """Both stand in one list: "the army and the police"."""
    tokens = scene.tree.tokens
    last = party.last
    return (
        tokens[one.head].dep == "conj" and _first(one.head, scene) == _first(last.head, scene)
    ) and one.head != last.head


def same_clause(one: Form, party: Party, scene: Scene) -> bool:
    """Both hang on one verb: who does it is not whom it is done to."""
    tokens = scene.tree.tokens
    return any(
        tokens[form.head].head == tokens[one.head].head and form.head != one.head
        for form in party.forms[-3:]
    )


def numbers_agree(one: Form, party: Party, scene: Scene) -> bool:
    """Both are one, or both are many."""
    return bool(one.number) and one.number in party.numbers


def numbers_clash(one: Form, party: Party, scene: Scene) -> bool:
    """One is many, and the other never was."""
    return bool(one.number) and one.number not in party.numbers and party.numbers != {""}


def genders_agree(one: Form, party: Party, scene: Scene) -> bool:
    """Both are told to be a man, a woman or a thing."""
    return bool(one.gender) and one.gender in party.genders


def genders_clash(one: Form, party: Party, scene: Scene) -> bool:
    """They are told to be of different gender."""
    return bool(one.gender) and one.gender not in party.genders and party.genders != {""}


def he_is_a_body(one: Form, party: Party, scene: Scene) -> bool:
    """He or she cannot be a body or a country."""
    return (
        one.gender in {"man", "woman"}
        and bool(party.types)
        and MentionType.PERSON not in party.types
    )


def it_is_a_person(one: Form, party: Party, scene: Scene) -> bool:
    """It cannot be a person."""
    return one.gender == "thing" and party.types == {MentionType.PERSON}


def they_are_a_body(one: Form, party: Party, scene: Scene) -> bool:
    """They may be a body, of which the text speaks as many."""
    return one.number == "many" and bool(party.types & BODIES)


def same_sentence(one: Form, party: Party, scene: Scene) -> bool:
    """The party was last spoken of in this sentence."""
    return party.last.sentence == one.sentence


def sentence_before(one: Form, party: Party, scene: Scene) -> bool:
    """The party was last spoken of in the sentence before."""
    return party.last.sentence == one.sentence - 1


def two_before(one: Form, party: Party, scene: Scene) -> bool:
    """The party was last spoken of two sentences before."""
    return party.last.sentence == one.sentence - 2


def far_before(one: Form, party: Party, scene: Scene) -> bool:
    """The party was last spoken of more than five sentences before."""
    return one.sentence - party.last.sentence > 5


def nearest(one: Form, party: Party, scene: Scene) -> bool:
    """No party was spoken of between."""
    return party.last is _before(one, scene)


def both_subjects(one: Form, party: Party, scene: Scene) -> bool:
    """Both do something."""
    return one.role == party.last.role == "subject"


def both_objects(one: Form, party: Party, scene: Scene) -> bool:
    """To both something is done."""
    return one.role == party.last.role == "object"


def last_was_subject(one: Form, party: Party, scene: Scene) -> bool:
    """The party was last spoken of as doing something."""
    return party.last.role == "subject"


def last_was_name(one: Form, party: Party, scene: Scene) -> bool:
    """The party was last called by its name."""
    return party.last.sort is Sort.NAME


def last_was_pronoun(one: Form, party: Party, scene: Scene) -> bool:
    """The party was last called by a pronoun."""
    return party.last.sort is Sort.PRONOUN


def same_pronoun(one: Form, party: Party, scene: Scene) -> bool:
    """The party was called by this pronoun before."""
    return (
        party.last.sort is one.sort
        and party.last.gender == one.gender
        and party.last.number == one.number
    )


def often_spoken_of(one: Form, party: Party, scene: Scene) -> bool:
    """The text has spoken of the party three times or more."""
    return len(party.forms) > 2


def once_spoken_of(one: Form, party: Party, scene: Scene) -> bool:
    """The text has spoken of the party only once."""
    return len(party.forms) == 1


def relative_pronoun(one: Form, party: Party, scene: Scene) -> bool:
    """ "Who" stands right after the party."""
    if scene.tree.lower(one.head) not in scene.words.relative:
        return False
    return (
        party.last.words[-1] in {one.words[0] - 1, one.words[0] - 2}
        or one.words[0] in party.last.words
    )


def same_quotation(one: Form, party: Party, scene: Scene) -> bool:
    """Both stand in one quotation."""
    return bool(one.quotation) and party.last.quotation == one.quotation


def quotation_and_outside(one: Form, party: Party, scene: Scene) -> bool:
    """One stands in a quotation, and the other does not."""
    return bool(one.quotation) != bool(party.last.quotation)


def speaker_beside(one: Form, party: Party, scene: Scene) -> bool:
    """The party does something in the same paragraph, outside of the quotation."""
    return bool(one.quotation) and any(
        form.role == "subject" and not form.quotation and form.paragraph == one.paragraph
        for form in party.forms[-4:]
    )


def same_speaker(one: Form, party: Party, scene: Scene) -> bool:
    """The party has spoken of itself by this word in this paragraph or quotation."""
    return any(
        form.sort is Sort.SPEAKER
        and form.number == one.number
        and (form.quotation == one.quotation or form.paragraph == one.paragraph)
        for form in party.forms[-4:]
    )


def same_speaking_word(one: Form, party: Party, scene: Scene) -> bool:
    """The party has spoken of itself in the first person, as this does, or as the second."""
    return any(form.sort is Sort.SPEAKER and form.gender == one.gender for form in party.forms)


BARS: dict[Sort, tuple[Sign, ...]] = {
    Sort.NAME: (known_apart, other_first_name),
    Sort.NOUN: (),
    Sort.PRONOUN: (),
    Sort.SPEAKER: (),
}
"""What forbids that two are one, whatever else speaks for it."""

PLACE_IN_TEXT: tuple[Sign, ...] = (same_sentence, sentence_before, two_before, far_before, nearest)
AGREEMENT: tuple[Sign, ...] = (numbers_agree, numbers_clash, genders_agree, genders_clash)
STANDING: tuple[Sign, ...] = (apposition, titled, nested, same_words_twice, joined_to)

SIGNS: dict[Sort, tuple[Sign, ...]] = {
    Sort.NAME: (
        known_names, in_brackets, longer_name, same_name, surname, beginning, some_words, all_words, other_first_name, acronym, kindred, no_word_shared, nameless,
        same_type, other_type, same_head, same_phrase, predicate, far_before, same_sentence, indefinite,
        numbers_clash, genders_clash, head_in_name, fitting_word, *STANDING,
    ),
    Sort.NOUN: (
        same_type, other_type, same_head, same_phrase, head_in_name, kindred, same_modifiers, other_modifiers, fitting_word, strange_word, title_before,
        nameless, indefinite, definite, bare, said_to_be_another, predicate, last_was_subject, last_was_name, often_spoken_of,
        once_spoken_of, quotation_and_outside, *STANDING, *PLACE_IN_TEXT, *AGREEMENT,
    ),
    Sort.PRONOUN: (
        both_speak, speaks_beside, he_is_a_body, it_is_a_person, they_are_a_body, nested, joined_to, same_clause, both_subjects, both_objects, last_was_subject, last_was_name, last_was_pronoun,
        same_pronoun, often_spoken_of, once_spoken_of, relative_pronoun, same_quotation, quotation_and_outside, nameless, *PLACE_IN_TEXT, *AGREEMENT,
    ),
    Sort.SPEAKER: (
        same_quotation, speaker_beside, speaks_beside, same_speaker, same_speaking_word, same_phrase, last_was_subject, nameless, often_spoken_of, quotation_and_outside,
        he_is_a_body, *PLACE_IN_TEXT, *AGREEMENT,
    ),
}  # fmt: skip


def _ends(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and long[-len(short) :] == short


def _within(one: Form, other: Form) -> bool:
    return one.mention.span in other.mention.span or other.mention.span in one.mention.span


def _beside(one: Form, other: Form, scene: Scene) -> bool:
    tokens = scene.tree.tokens
    pairs = ((one.head, other.head), (other.head, one.head))
    return any(tokens[a].dep == "appos" and tokens[a].head == b for a, b in pairs)


def _first(word: int, scene: Scene) -> int:
    tokens = scene.tree.tokens
    while tokens[word].dep == "conj" and tokens[word].head != word:
        word = tokens[word].head
    return word


def _before(one: Form, scene: Scene) -> Form | None:
    place = scene.places.get(one.mention.id, 0)
    return scene.forms[place - 1] if place else None

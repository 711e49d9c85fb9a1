"""Signs in the place: how a mention stands to where its party was last spoken of."""

from __future__ import annotations

from counterclaim.language.coreference.forms import Form, Scene
from counterclaim.language.coreference.party import Pair
from counterclaim.language.coreference.vocabulary import Sort
from counterclaim.language.reference import BODIES
from counterclaim.model.statement import MentionType


def apposition(pair: Pair) -> bool:
    """Whether it stands beside the name, as what its bearer is: "N. N., the minister"."""
    return any(_beside(pair.one, form, pair.scene) for form in pair.party.forms[-3:])


def predicate(pair: Pair) -> bool:
    """Whether the text says that the party is it: "N. N. is the minister"."""
    token = pair.scene.tree.tokens[pair.one.head]
    if token.dep != "attr":
        return False
    return any(
        form.role == "subject" and pair.scene.tree.tokens[form.head].head == token.head
        for form in pair.party.forms[-3:]
    )


def titled(pair: Pair) -> bool:
    """Whether it stands right before the name, as a title does."""
    return any(
        pair.one.words[-1] + 1 == form.words[0] or form.words[-1] + 1 == pair.one.words[0]
        for form in pair.party.forms[-2:]
    )


def nested(pair: Pair) -> bool:
    """Whether one stands within the other, as its part: "the leader of Hamas"."""
    return any(
        _within(pair.one, form) and pair.one.head != form.head for form in pair.party.forms[-6:]
    )


def same_words_twice(pair: Pair) -> bool:
    """Whether one stands within the other, with the same head: two ways to mark one phrase."""
    return any(
        pair.one.head == form.head and _within(pair.one, form) for form in pair.party.forms[-6:]
    )


def joined_to(pair: Pair) -> bool:
    """Whether both stand in one list: "the army and the police"."""
    tokens = pair.scene.tree.tokens
    last = pair.party.last
    return (
        tokens[pair.one.head].dep == "conj"
        and _first(pair.one.head, pair.scene) == _first(last.head, pair.scene)
    ) and pair.one.head != last.head


def same_clause(pair: Pair) -> bool:
    """Whether both hang on one verb: who does it is not whom it is done to."""
    tokens = pair.scene.tree.tokens
    return any(
        tokens[form.head].head == tokens[pair.one.head].head and form.head != pair.one.head
        for form in pair.party.forms[-3:]
    )


def same_sentence(pair: Pair) -> bool:
    """Whether the party was last spoken of in this sentence."""
    return pair.party.last.sentence == pair.one.sentence


def sentence_before(pair: Pair) -> bool:
    """Whether the party was last spoken of in the sentence before."""
    return pair.party.last.sentence == pair.one.sentence - 1


def two_before(pair: Pair) -> bool:
    """Whether the party was last spoken of two sentences before."""
    return pair.party.last.sentence == pair.one.sentence - 2


def far_before(pair: Pair) -> bool:
    """Whether the party was last spoken of more than five sentences before."""
    return pair.one.sentence - pair.party.last.sentence > 5


def nearest(pair: Pair) -> bool:
    """Whether no party was spoken of between."""
    return pair.party.last is _before(pair.one, pair.scene)


def both_objects(pair: Pair) -> bool:
    """Whether to both something is done."""
    return pair.one.role == pair.party.last.role == "object"


def last_was_subject(pair: Pair) -> bool:
    """Whether the party was last spoken of as doing something."""
    return pair.party.last.role == "subject"


def last_was_name(pair: Pair) -> bool:
    """Whether the party was last called by its name."""
    return pair.party.last.sort is Sort.NAME


def last_was_pronoun(pair: Pair) -> bool:
    """Whether the party was last called by a pronoun."""
    return pair.party.last.sort is Sort.PRONOUN


def same_pronoun(pair: Pair) -> bool:
    """Whether the party was called by this pronoun before."""
    return (
        pair.party.last.sort is pair.one.sort
        and pair.party.last.gender == pair.one.gender
        and pair.party.last.number == pair.one.number
    )


def often_spoken_of(pair: Pair) -> bool:
    """Whether the text has spoken of the party three times or more."""
    return len(pair.party.forms) > 2


def relative_pronoun(pair: Pair) -> bool:
    """Whether "Who" stands right after the party."""
    if pair.scene.tree.lower(pair.one.head) not in pair.scene.words.relative:
        return False
    return (
        pair.party.last.words[-1] in {pair.one.words[0] - 1, pair.one.words[0] - 2}
        or pair.one.words[0] in pair.party.last.words
    )


def both_speak(pair: Pair) -> bool:
    """Whether both say something."""
    return pair.one.speaks and any(form.speaks for form in pair.party.forms[-3:])


def another_spoke_since(pair: Pair) -> bool:
    """Whether "he" or "it" speaks on, and another was named as speaking after the party last spoke.

    "N. denied it. The mayor, M., said that his men knew. He insisted ..." is M.: whomever "his" may
    mean there, N. has said nothing since.
    """
    one, scene = pair.one, pair.scene
    if one.sort is not Sort.PRONOUN or not one.speaks:
        return False
    last = max((form.head for form in pair.party.forms if form.speaks), default=-1)
    for form in reversed(scene.forms[: scene.places[one.mention.id]]):
        if form.sentence < one.sentence - 1 or form.head <= last:
            return False
        if _could_be_meant(form, one) and form not in pair.party.forms:
            return True
    return False


def _could_be_meant(form: Form, one: Form) -> bool:
    """Whether a name is that of a person or body who speaks, as a pronoun may call him or it."""
    person = form.mention.type is MentionType.PERSON
    fits = person if one.gender in {"man", "woman"} else form.mention.type in BODIES
    agrees = form.number == one.number and (form.gender or one.gender) == one.gender
    return form.sort is Sort.NAME and form.speaks and fits and agrees and bool(one.gender)


def speaks_beside(pair: Pair) -> bool:
    """Whether the party says something in the same paragraph, outside of the quotation."""
    return bool(pair.one.quotation) and any(
        form.speaks and not form.quotation and form.paragraph == pair.one.paragraph
        for form in pair.party.forms[-4:]
    )


def same_quotation(pair: Pair) -> bool:
    """Whether both stand in one quotation."""
    return bool(pair.one.quotation) and pair.party.last.quotation == pair.one.quotation


def quotation_and_outside(pair: Pair) -> bool:
    """Whether one stands in a quotation, and the other does not."""
    return bool(pair.one.quotation) != bool(pair.party.last.quotation)


def speaker_beside(pair: Pair) -> bool:
    """Whether the party does something in the same paragraph, outside of the quotation."""
    return bool(pair.one.quotation) and any(
        form.role == "subject" and not form.quotation and form.paragraph == pair.one.paragraph
        for form in pair.party.forms[-4:]
    )


def same_speaker(pair: Pair) -> bool:
    """Whether the party has spoken of itself by this word in this paragraph or quotation."""
    return any(
        form.sort is Sort.SPEAKER
        and form.number == pair.one.number
        and (form.quotation == pair.one.quotation or form.paragraph == pair.one.paragraph)
        for form in pair.party.forms[-4:]
    )


def _within(one: Form, other: Form) -> bool:
    return one.mention.span in other.mention.span or other.mention.span in one.mention.span


def _beside(one: Form, other: Form, scene: Scene) -> bool:
    mine, its = scene.tree.tokens[one.head], scene.tree.tokens[other.head]
    return (mine.dep == "appos" and mine.head == other.head) or (
        its.dep == "appos" and its.head == one.head
    )


def _first(word: int, scene: Scene) -> int:
    tokens = scene.tree.tokens
    while tokens[word].dep == "conj" and tokens[word].head != word:
        word = tokens[word].head
    return word


def _before(one: Form, scene: Scene) -> Form | None:
    place = scene.places.get(one.mention.id, 0)
    return scene.forms[place - 1] if place else None

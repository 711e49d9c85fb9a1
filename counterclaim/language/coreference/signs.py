"""What speaks for or against a mention and a party of the text being one: signs, each with a name.

A sign is a question about the two; its name is what it is called
in the weights (`likeness.toml`) and in what the reader says of itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from counterclaim.language.coreference import likeness as words
from counterclaim.language.coreference import standing as place
from counterclaim.language.coreference.party import Pair
from counterclaim.language.coreference.vocabulary import Sort

Sign = Callable[[Pair], bool]

NEARNESS: tuple[Sign, ...] = (
    place.same_sentence,
    place.sentence_before,
    place.two_before,
    place.far_before,
    place.nearest,
)
AGREEMENT: tuple[Sign, ...] = (
    words.numbers_agree,
    words.numbers_clash,
    words.genders_agree,
    words.genders_clash,
)
SYNTAX: tuple[Sign, ...] = (
    place.apposition,
    place.predicate,
    place.titled,
    place.same_words_twice,
    place.joined_to,
)

SIGNS: Mapping[Sort, tuple[Sign, ...]] = {
    Sort.NAME: (
        words.known_names,
        words.same_name,
        words.surname,
        words.beginning,
        words.longer_name,
        words.some_words,
        words.all_words,
        words.acronym,
        words.in_brackets,
        words.kindred,
        words.no_word_shared,
        words.nameless,
        words.same_type,
        words.other_type,
        words.same_head,
        words.same_phrase,
        words.head_in_name,
        words.numbers_clash,
        words.genders_clash,
        place.far_before,
        place.nested,
        *SYNTAX,
    ),
    Sort.NOUN: (
        words.same_type,
        words.other_type,
        words.same_head,
        words.same_phrase,
        words.head_in_name,
        words.kindred,
        words.same_modifiers,
        words.other_modifiers,
        words.fitting_word,
        words.no_more_than_the_noun,
        words.title_before,
        words.indefinite,
        words.definite,
        words.bare,
        words.said_to_be_another,
        place.quotation_and_outside,
        *SYNTAX,
        *NEARNESS,
        *AGREEMENT,
    ),
    Sort.PRONOUN: (
        words.he_is_a_body,
        words.it_is_a_person,
        words.nameless,
        place.both_speak,
        place.speaks_beside,
        place.nested,
        place.joined_to,
        place.same_clause,
        place.both_objects,
        place.last_was_subject,
        place.last_was_name,
        place.last_was_pronoun,
        place.same_pronoun,
        place.relative_pronoun,
        place.same_quotation,
        place.quotation_and_outside,
        *NEARNESS,
        *AGREEMENT,
    ),
    Sort.SPEAKER: (
        words.nameless,
        words.same_phrase,
        place.speaks_beside,
        place.speaker_beside,
        place.same_speaker,
        place.same_quotation,
        place.quotation_and_outside,
        place.last_was_subject,
        place.often_spoken_of,
        *NEARNESS,
        *AGREEMENT,
    ),
}
"""What is asked of a mention, by how it stands for its party."""

BARS: tuple[Sign, ...] = (
    words.known_apart,
    words.other_first_name,
    words.names_another,
    place.another_spoke_since,
)
"""What forbids that a mention is a party's, whatever else speaks for it."""

CLASHES = frozenset(
    {
        "numbers_clash",
        "genders_clash",
        "he_is_a_body",
        "it_is_a_person",
        "other_type",
        "same_clause",
        "nested",
    }
)
"""Signs against; a party without them, where all others have some, is the only one that fits."""

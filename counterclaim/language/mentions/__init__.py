"""Who and what a text speaks of: names, values, and what describes people, bodies and things."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.knowledge import Language
from counterclaim.language import names, reference, values
from counterclaim.language.mentions.described import Ground, describe, find_speakers
from counterclaim.language.mentions.groups import find_groups
from counterclaim.language.mentions.known import find_known
from counterclaim.language.mentions.learned import find_marked, retyped
from counterclaim.language.mentions.makes import find_makes
from counterclaim.language.mentions.nouns import open_nouns
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.text import Parse, meets
from counterclaim.model.tree import grow

NESTED = frozenset({MentionType.NATIONALITY, MentionType.PLACE})
"""Types of what is told apart within a name: "Iraqi" in "Iraqi Security Forces"."""


def find_mentions(text: Parse, language: Language) -> tuple[Mention, ...]:
    """Find what a text speaks of, in its order; of two that begin as one, the longer first."""
    words, tree = language.mentions, grow(text)
    told = tuple(values.find_values(text, language))
    found = [
        *find_makes(text, words),
        *find_known(text, words),
        *find_groups(text, words),
        *retyped(tree, (*values.untimely(names.find_names(text, language), told),), words),
        *names.find_people(text, language),
        *names.find_bodies(text, language),
    ]
    named = reference.refer(found, text)
    apart = values.between(named, told)
    people = [one.span for one in named if one.type is MentionType.PERSON]
    within = (
        one
        for one in found
        if one.rule == "known" and one.type in NESTED and not meets(one.span, people)
    )
    ground = Ground(tree, named, open_nouns(words))
    described = (*describe(ground), *find_speakers(tree, words))
    by_span = {one.span: one for one in (*described, *within, *apart)}
    marked = {one.span: one for one in find_marked(tree, (*by_span.values(),), words)}
    spoken = values.outside_people(by_span.values(), marked.values())
    return tuple(
        sorted((*spoken, *marked.values()), key=lambda one: (one.span.begin, -one.span.end))
    )


def rule_book() -> Mapping[str, str]:
    """Return the rules that find mentions, by name, each in a line."""
    return {
        "named": "The parser's own recogniser takes it for a name.",
        "known": "It is a name of a party on record, as that party writes it.",
        "make": "Letters and a number, or what stands before a ship's name, show a make or a ship.",
        "called": "Its first or last word, or what it is called beside it, shows a group or body.",
        "titled": 'A title, what they are, or "who" beside it shows that it is a person\'s name.',
        "short": "It is a surname or an acronym of which the text gives the full name.",
        "role": "A noun for people or bodies, with what describes it.",
        "described": "A name with what stands before it for its bearer.",
        "thing": "A noun for a weapon, a platform, a vehicle or a document.",
        "area": "A noun for a kind of place, with the name of a place.",
        "speakers": 'One or several speak of themselves by it: "I", "we".',
        "learned": "The learned reader alone marks it, and is sure.",
        **values.rule_book(),
    }

"""A document into words, sentences and mentions."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from itertools import chain

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import Language
from counterclaim.language import names, parser, reference, tagger, values
from counterclaim.model.statement import Mention
from counterclaim.model.text import Document, Parse


def check(language: Language) -> None:
    """Raise KnowledgeError where what a language is read with is missing or damaged."""
    package = language.parser.package
    if package and find_spec(package) is None:
        raise KnowledgeError(f"{package} is not installed", "Install counterclaim again")
    tagger.check(language.parser)


def parse(document: Document, language: Language) -> Parse:
    """Split a document into words and sentences, tie each word to its head, tag its roles."""
    return tagger.tag(parser.parse(document, language.parser), language.parser)


def find_mentions(text: Parse, language: Language) -> tuple[Mention, ...]:
    """Find the parties, places, times and numbers that a text speaks of."""
    finders = (names.find_names, names.find_people, names.find_roles)
    named = reference.refer(chain.from_iterable(find(text, language) for find in finders), text)
    return values.between(named, values.find_values(text, language))


def rule_book() -> Mapping[str, str]:
    """Return the rules that find mentions, by name, each in a line."""
    return {
        "named": "The parser's own recogniser takes it for a name.",
        "titled": 'A title, what they are, or "who" beside it shows that it is a person\'s name.',
        "short": "It is a surname or an acronym of which the text gives the full name.",
        "role": "A word for people or bodies on record, with what describes it.",
        **values.rule_book(),
    }

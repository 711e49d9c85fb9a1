"""A document into words, sentences and mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import Language
from counterclaim.language import mentions as found
from counterclaim.language import metonymy, parser, tagger
from counterclaim.language.coreference.resolution import refer_back
from counterclaim.language.coreference.signs import SIGNS
from counterclaim.language.mentions import find_mentions
from counterclaim.language.metonymy import find_powers
from counterclaim.language.places import locate
from counterclaim.model.statement import Mention
from counterclaim.model.text import Document, Parse

__all__ = ["check", "find_mentions", "locate", "parse", "resolve", "rule_book"]


def check(language: Language) -> None:
    """Raise KnowledgeError where what a language is read with is missing or damaged."""
    package = language.parser.package
    if package and find_spec(package) is None:
        raise KnowledgeError(f"{package} is not installed", "Install counterclaim again")
    tagger.check(language.parser)


def parse(document: Document, language: Language) -> Parse:
    """Split a document into words and sentences, tie each word to its head, tag its roles."""
    return tagger.tag(parser.parse(document, language.parser), language.parser)


def resolve(text: Parse, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """Say which mentions stand for one party, and which places for those who act there."""
    return refer_back(text, find_powers(text, mentions, language), language)


def rule_book() -> Mapping[str, str]:
    """Return the rules that find and resolve mentions, by name, each in a line."""
    signs = (*(sign for signs in SIGNS.values() for sign in signs), *metonymy.READERS)
    return {
        **{sign.__name__: (sign.__doc__ or "").partition("\n")[0] for sign in signs},
        **found.rule_book(),
        "pronoun": "It stands for a party that was spoken of before.",
    }

"""A document into words, sentences and mentions."""

from __future__ import annotations

from collections.abc import Mapping

from counterclaim.knowledge import Language
from counterclaim.language import parser
from counterclaim.model.statement import Mention
from counterclaim.model.text import Document, Parse


def parse(document: Document, language: Language) -> Parse:
    """Split a document into words and sentences, and tie each word to its head."""
    return parser.parse(document, language.parser)

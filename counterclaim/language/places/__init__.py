"""Places: which words name one, and where in the world it lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.knowledge import Language
from counterclaim.knowledge.gazetteer import Gazetteer
from counterclaim.language.places import merging, relative
from counterclaim.language.places.finding import find_places
from counterclaim.language.places.resolving import RULES, resolve
from counterclaim.language.places.values import unknown
from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.text import Cited, Parse

__all__ = ["locate", "rule_book"]


def locate(
    text: Parse, mentions: Sequence[Mention], language: Language, gazetteer: Gazetteer | None
) -> tuple[Mention, ...]:
    """Find the places among and beside the mentions of a text, and where they lie.

    Without a gazetteer the mentions stay as they are, each place of unknown whereabouts.
    """
    if gazetteer is None:
        return tuple(_unlocated(text, mention) for mention in mentions)
    placed = resolve(text, find_places(text, language, gazetteer), language, gazetteer)
    told = tuple(relative.find_relative(text, placed, language.places))
    return merging.merge(text, mentions, placed, told, language.places)


def rule_book() -> Mapping[str, str]:
    """Return the rules that place a name, each in a line."""
    return {**RULES, **relative.RULES}


def _unlocated(text: Parse, mention: Mention) -> Mention:
    if mention.type is not MentionType.PLACE:
        return mention
    place = unknown(mention.name, text.document)
    return replace(mention, place=Cited(place, (mention.span,), "no gazetteer"))

"""Statements and the words around them into what they say happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.content.cast import assemble
from counterclaim.content.lexicon import open_lexicon
from counterclaim.content.participants import find_participants
from counterclaim.content.scene import lay_out
from counterclaim.content.tellings import says_enough, tell
from counterclaim.knowledge import Language
from counterclaim.knowledge.events import EventTypes
from counterclaim.model.event import Telling
from counterclaim.model.statement import Mention, Statement
from counterclaim.model.text import Parse

__all__ = ["find_tellings"]


def find_tellings(
    text: Parse,
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    language: Language,
    types: EventTypes,
) -> tuple[Telling, ...]:
    """Find what a text says happened: each event with the words that speak of it."""
    scene = lay_out(text, mentions, statements, open_lexicon(language.events, types, language.code))
    cast = assemble(language.participants, language.mentions)
    told = [
        replace(telling, participants=find_participants(scene, cast, happening))
        for happening, telling in tell(scene)
    ]
    return tuple(one for one in told if says_enough(one, types.detail(one.type.value)))

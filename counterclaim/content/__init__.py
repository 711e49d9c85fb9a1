"""Statements and the words around them into what they say happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.content.blame import open_blame
from counterclaim.content.cast import assemble
from counterclaim.content.estimates import find_estimates
from counterclaim.content.interactions import find_interactions
from counterclaim.content.lexicon import Lexicon, open_lexicon
from counterclaim.content.participants import find_participants, with_those_told
from counterclaim.content.relations import find_ties
from counterclaim.content.responsibility import find_responsibility
from counterclaim.content.scene import lay_out
from counterclaim.content.tellings import says_enough, tell
from counterclaim.knowledge import Language
from counterclaim.knowledge.events import EventTypes
from counterclaim.model.event import Estimate, Telling, Tie
from counterclaim.model.interaction import Interaction
from counterclaim.model.statement import Mention, Statement
from counterclaim.model.text import Parse

__all__ = ["find_content", "find_tellings"]


Content = tuple[tuple[Telling, ...], tuple[Estimate, ...], tuple[Tie, ...], tuple[Interaction, ...]]
"""What a text says happened, how strong and large parties are, how they are related, and who does
what to whom."""


def find_content(
    text: Parse,
    mentions: Sequence[Mention],
    resolved: Sequence[Mention],
    statements: Sequence[Statement],
    language: Language,
    types: EventTypes,
) -> Content:
    """Find what a text says, of happenings and of what stands.

    `resolved` are the mentions with whom they stand for. What stands is read by the grammar of its
    own sentence, which knows better whom a pronoun means there; only a number of nobody in it is
    read again with whom a pronoun stands for ("the number of its members").
    """
    standing = lay_out(text, mentions, statements, Lexicon())
    known = lay_out(text, resolved, statements, Lexicon())
    measured = find_estimates(standing, language.estimates)
    read = {one.span for one in measured}
    further = [one for one in find_estimates(known, language.estimates) if one.span not in read]
    return (
        find_tellings(text, resolved, statements, language, types),
        (*measured, *further),
        find_ties(standing, language.relations),
        find_interactions(known, language.deeds),
    )


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
    blame = open_blame(language.responsibility)
    told = tuple(tell(scene))
    happenings = [happening for happening, _ in told]
    cast_of = find_participants(scene, cast, happenings)
    blamed = find_responsibility(scene, cast, blame, happenings)
    full = [
        replace(
            telling,
            participants=with_those_told(scene, participants, responsibility),
            responsibility=responsibility,
        )
        for (_, telling), participants, responsibility in zip(told, cast_of, blamed, strict=True)
    ]
    return tuple(one for one in full if _is_told(one, types))


def _is_told(telling: Telling, types: EventTypes) -> bool:
    """Whether a text tells of an event: by what it says of it, or by whom a source lays it on."""
    laid = any(one.statement is not None for one in telling.responsibility)
    return laid or says_enough(telling, types.detail(telling.type.value))

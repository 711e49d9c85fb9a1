"""Which mentions of a document stand for the same: one candidate, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from counterclaim.model.statement import Mention, MentionType

NAMED = "named"


def refer(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Tie each name to the fullest form of it that the document has given before."""
    found: list[Mention] = []
    fullest: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda one: (one.span.begin, -one.span.end)):
        if found and mention.span.overlaps(found[-1].span):
            continue
        tied = _tied(mention, fullest)
        found.append(tied)
        if tied.rule == NAMED and tied.refers_to is None:
            for key in _keys(tied):
                fullest[key].append(tied)
    return tuple(found)


def _keys(mention: Mention) -> set[str]:
    """Return what a name may be shortened to: itself, and for a person its last word."""
    whole = mention.name.casefold()
    person = mention.type is MentionType.PERSON
    return {whole, whole.split()[-1]} if person else {whole}


def _tied(mention: Mention, fullest: dict[str, list[Mention]]) -> Mention:
    if mention.rule != NAMED:
        return mention
    candidates = fullest.get(mention.name.casefold(), [])
    names = {one.name for one in candidates}
    if len(names) != 1:
        return mention
    first = candidates[0]
    return replace(mention, name=first.name, refers_to=first.id, type=first.type)

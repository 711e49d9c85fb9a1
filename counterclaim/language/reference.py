"""Which mentions of a document stand for the same: one candidate, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from counterclaim.model.statement import Mention, MentionType

NAMED = "named"


def refer(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Tie each name to the fullest form of it in the document, where there is only one."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.span.begin, -one.span.end)):
        if not (found and mention.span.overlaps(found[-1].span)):
            found.append(mention)
    fullest = _fullest(found)
    return tuple(_tied(mention, fullest) for mention in found)


def _fullest(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Return, for each last word, the longer names that it may stand for."""
    fullest: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        words = mention.name.casefold().split()
        if mention.rule == NAMED and len(words) > 1:
            known = {one.name.casefold() for one in fullest[words[-1]]}
            if mention.name.casefold() not in known:
                fullest[words[-1]].append(mention)
    return fullest


def _tied(mention: Mention, fullest: dict[str, list[Mention]]) -> Mention:
    """Give a surname the one full name that ends with it, a full name its first place."""
    words = mention.name.casefold().split()
    if mention.rule != NAMED or mention.type not in {MentionType.PERSON, MentionType.ORGANISATION}:
        return mention
    longer = fullest.get(words[-1], []) if words else []
    alike = [one for one in longer if len(words) == 1 or one.name.casefold() == " ".join(words)]
    only = len(alike) == 1 and (len(words) > 1 or len(longer) == 1)
    if not only or alike[0].id == mention.id or alike[0].type is not mention.type:
        return mention
    return replace(mention, name=alike[0].name, refers_to=alike[0].id)

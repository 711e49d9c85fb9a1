"""Places among the mentions of a text: each where it stands, none twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.language.places.resolving import Placed
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Parse, Span, meets

OPEN = frozenset({MentionType.PLACE, MentionType.NATIONALITY})
"""Types of mentions that a place says more of; those of other types are parties, and stay."""


def merge(
    text: Parse, mentions: Sequence[Mention], placed: Sequence[Placed]
) -> tuple[Mention, ...]:
    """Give mentions their places, add those not yet found, leave out what is no place."""
    by_span = {one.named.candidate.span: one for one in placed}
    spans = sorted(by_span)
    kept = [each for each in (_kept(one, by_span, spans) for one in mentions) if each]
    there = {mention.span for mention in kept}
    people = [one.span for one in kept if one.type is MentionType.PERSON and one.rule in OF_PEOPLE]
    named = [span for span in by_span if not (span in there or _is_in(span, people))]
    new = [_mention(text, by_span[span]) for span in named]
    return tuple(sorted((*kept, *new), key=lambda mention: (mention.span, mention.id)))


def _kept(mention: Mention, by_span: dict[Span, Placed], spans: Sequence[Span]) -> Mention | None:
    """Return a mention with its place; None for one that gives way to a place."""
    found = by_span.get(mention.span)
    if found is None:
        gives_way = mention.type is MentionType.PLACE and mention.rule not in AROUND
        return (
            None if gives_way and (meets(mention.span, spans) or mention.rule == NAMED) else mention
        )
    if mention.type in OPEN:
        return replace(mention, place=found.place)
    if mention.rule == NAMED and found.place.value.latitude is not None:
        return replace(mention, type=MentionType.PLACE, place=found.place)
    return mention


NAMED = "named"
"""The rule of mentions that only the parser takes for a name: it is often mistaken in places."""


OF_PEOPLE = frozenset({"named", "titled", "short"})
"""Rules by which a mention of a person is a name: a place is no part of it."""


def _is_in(span: Span, others: Sequence[Span]) -> bool:
    return any(span in other for other in others)


AROUND = frozenset({"area", "described"})
"""Rules of mentions that hold the name of a place: "the city of Mosul"."""


def _mention(text: Parse, one: Placed) -> Mention:
    span = one.named.candidate.span
    kind = MentionType.NATIONALITY if one.named.candidate.people else MentionType.PLACE
    name = " ".join(text.document.quote(span).split())
    id = mention_id(text.document.id, span)
    return Mention(id, span, kind, name, "place", place=one.place)

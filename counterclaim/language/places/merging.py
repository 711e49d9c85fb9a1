"""Places among the mentions of a text: each where it stands, none twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.knowledge.place_words import PlaceWords
from counterclaim.language.places.relative import Told
from counterclaim.language.places.resolving import Placed
from counterclaim.model.place import Place
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Cited, Parse, Span

LOCATED = frozenset({MentionType.PLACE, MentionType.NATIONALITY, MentionType.GOVERNMENT})
"""Types of mentions that have a place of their own: a capital that stands for its government too.

Those of other types are parties, and stay what they are.
"""
NAMED = frozenset({"named", "known"})
"""Rules that take a bare name for a place: by the parser's word, or as a state or its seat."""
KNOWN = "known"
"""The rule of names on record: such a place is spoken of even where it cannot be located."""
SURE = 0.8
"""The chance from which words are a place though another rule takes them for a party."""


def merge(
    text: Parse,
    mentions: Sequence[Mention],
    placed: Sequence[Placed],
    told: Sequence[Told],
    words: PlaceWords,
) -> tuple[Mention, ...]:
    """Give mentions their places, add those not yet found, leave out what is no place."""
    found = {one.named.candidate.span: one for one in placed}
    by_others = {one.span: one for one in told}
    kept = list(_kept(text, mentions, found, by_others, words))
    there = {mention.span for mention in kept}
    new = [
        _mention(text, span, one)
        for span, one in found.items()
        if span not in there and not _is_part(span, one, kept)
    ]
    there.update(found)
    new += [_relative(text, one) for one in told if one.span not in there]
    unique = {mention.id: mention for mention in (*new, *kept)}
    return tuple(sorted(unique.values(), key=lambda mention: (mention.span, mention.id)))


def _is_part(span: Span, one: Placed, kept: Sequence[Mention]) -> bool:
    """Whether a name that nobody can locate is only part of a party's: "ISIS-Khorasan"."""
    unknown = one.place.value.latitude is None
    return unknown and any(span in mention.span for mention in kept)


def _kept(
    text: Parse,
    mentions: Sequence[Mention],
    found: Mapping[Span, Placed],
    told: Mapping[Span, Told],
    words: PlaceWords,
) -> Iterator[Mention]:
    for mention in mentions:
        if mention.span in found:
            yield _located(mention, found[mention.span])
        elif mention.type is not MentionType.PLACE:
            yield mention
        elif mention.span in told:
            yield replace(mention, place=told[mention.span].place)
        elif mention.rule not in NAMED:
            yield replace(mention, place=_named_within(text, mention.span, found, words))
        elif mention.rule == KNOWN and _stands_alone(mention, mentions, found):
            yield mention


def _stands_alone(
    mention: Mention, mentions: Sequence[Mention], found: Mapping[Span, Placed]
) -> bool:
    """Whether nothing located meets a name and it is no part of another."""
    larger = (one.span for one in mentions if mention.span in one.span)
    return not any(mention.span.overlaps(span) for span in found) and set(larger) == {mention.span}


def _named_within(
    text: Parse, span: Span, found: Mapping[Span, Placed], words: PlaceWords
) -> Cited[Place] | None:
    """Return the place of a description that adds nothing: "the city of X", "war-torn X"."""
    inner = [one for one in found if one in span]
    if len(inner) != 1:
        return None
    before = text.document.text[span.begin : inner[0].begin].lower().split()
    after = text.document.text[inner[0].end : span.end].lower().split()
    small = words.articles | words.of | words.kinds.keys()
    kind = small.issuperset((*before, *after))
    adjectives = not after and all(word.replace("-", "").isalpha() for word in before)
    plain = kind or (adjectives and words.of.isdisjoint(before))
    return found[inner[0]].place if plain else None


def _located(mention: Mention, one: Placed) -> Mention:
    """Return the mention with its place; a party stays one unless the parser alone sees it."""
    people = one.named.candidate.people is not None
    if mention.type is MentionType.GOVERNMENT:
        return replace(mention, place=one.place)
    if mention.type in LOCATED:
        kind = MentionType.NATIONALITY if people else MentionType.PLACE
        return replace(mention, type=kind, place=one.place)
    known = one.place.value.latitude is not None
    if known and not people and (mention.rule == "named" or one.named.score >= SURE):
        return replace(mention, type=MentionType.PLACE, place=one.place)
    return mention


def _mention(text: Parse, span: Span, one: Placed) -> Mention:
    kind = MentionType.NATIONALITY if one.named.candidate.people else MentionType.PLACE
    return _made(text, span, kind, one.place)


def _relative(text: Parse, one: Told) -> Mention:
    return _made(text, one.span, MentionType.PLACE, one.place)


def _made(text: Parse, span: Span, kind: MentionType, place: Cited[Place]) -> Mention:
    name = " ".join(text.document.quote(span).split())
    id = mention_id(text.document.id, span)
    return Mention(id, span, kind, name, "place", place=place)

"""Which mentions of a document stand for the same: one candidate, or none."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from counterclaim.model.statement import Mention, MentionType
from counterclaim.model.text import Parse

NAMED = "named"
NEAR = 3
"""Sentences before its own in which a pronoun's bearer is looked for."""


def refer(parse: Parse, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Tie each name to its fullest form, each role and pronoun to its one bearer, if there is one."""
    named = _tie_names(mentions)
    return _tie_others(parse, named)


def _tie_names(mentions: Iterable[Mention]) -> list[Mention]:
    """Tie each name to the fullest form of it in the document, where there is only one."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.span.begin, -one.span.end)):
        if not (found and mention.span.overlaps(found[-1].span)):
            found.append(mention)
    fullest = _fullest(found)
    return [_tied(mention, fullest) for mention in found]


def _fullest(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Return, for each short form, the persons with a longer name that it may stand for."""
    fullest: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        words = mention.name.casefold().split()
        if mention.rule == NAMED and mention.type is MentionType.PERSON and len(words) > 1:
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
    if len(alike) != 1 or (len(words) == 1 and len(longer) != 1) or alike[0].id == mention.id:
        return mention
    return replace(mention, name=alike[0].name, refers_to=alike[0].id, type=MentionType.PERSON)


def _tie_others(parse: Parse, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Tie roles to the person so titled, pronouns to the one person that the text is about."""
    bearers = _bearers(parse, mentions)
    leading = _leading(parse)
    starts = [sentence.begin for sentence in parse.sentences]
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    found: list[Mention] = []
    for mention in mentions:
        number = bisect_right(starts, mention.span.begin) - 1
        tied = mention
        if mention.rule == "role":
            tied = _to(mention, bearers.get(mention.name.split()[-1].casefold(), {}))
        elif mention.rule == "pronoun":
            tied = _to(mention, _before(by_sentence, number))
        found.append(tied)
        if _person(tied) and any(tied.span.begin <= at < tied.span.end for at in leading[number]):
            by_sentence[number].append(tied)
    return tuple(found)


def _person(mention: Mention) -> bool:
    known = mention.rule == NAMED or mention.refers_to is not None
    return known and mention.type is MentionType.PERSON


def _leading(parse: Parse) -> list[list[int]]:
    """Return, for each sentence, where its subjects and cited sources stand, outside quotations."""
    starts = [sentence.begin for sentence in parse.sentences]
    quoted = [part.inner for part in parse.quotations]
    opened = [part.begin for part in quoted]
    leading: list[list[int]] = [[] for _ in parse.sentences]
    for token in parse.tokens:
        if token.dep in LEADING:
            place = bisect_right(opened, token.span.begin) - 1
            if place < 0 or token.span not in quoted[place]:
                leading[bisect_right(starts, token.span.begin) - 1].append(token.span.begin)
    return leading


LEADING = frozenset({"nsubj", "nsubjpass", "appos"})
"""What the bearer of a later pronoun is in its sentence."""


def _to(mention: Mention, candidates: dict[str, Mention]) -> Mention:
    """Tie a mention to the only candidate; several, or none, leave it as it is."""
    if len(candidates) != 1:
        return mention
    (bearer,) = candidates.values()
    return replace(mention, name=bearer.name, refers_to=bearer.refers_to or bearer.id)


def _before(by_sentence: dict[int, list[Mention]], number: int) -> dict[str, Mention]:
    """Return the persons of the nearest sentence that has any."""
    for at in range(number, number - NEAR - 1, -1):
        if by_sentence.get(at):
            return {one.name: one for one in by_sentence[at]}
    return {}


def _bearers(parse: Parse, mentions: Sequence[Mention]) -> dict[str, dict[str, Mention]]:
    """Return, for each title, the persons whom the text gives it: "spokesman Zhao Lijian"."""
    text = parse.document.text
    bearers: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in mentions:
        if mention.type is MentionType.PERSON and mention.rule == NAMED:
            for word in _title(text, mention.span.begin):
                bearers[word].setdefault(mention.name, mention)
    return bearers


def _title(text: str, begin: int) -> list[str]:
    """Return the last words before a name, up to the mark before it."""
    before = text[max(0, begin - 60) : begin].rstrip(" ,\n")
    return [before.split()[-1].casefold()] if before.split() else []

"""Which mentions of a document stand for the same: one candidate, or none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Parse, PassageKind, Token

NAMES = frozenset({"named", "known", "called", "titled"})
"""Rules that find names; another finds what stands for a name."""

RANKS = {"make": 0, "titled": 1, "short": 2, "known": 3, "called": 4}
"""Which rule is surest of the same words; others come last, armed groups on record first."""

BODIES = frozenset(
    {
        MentionType.ORGANISATION,
        MentionType.ARMED_GROUP,
        MentionType.GOVERNMENT,
        MentionType.MILITARY,
        MentionType.MEDIA,
    }
)
ACRONYM = re.compile(r"\s?\((?:the )?([A-Z][A-Za-z-]{0,9}[A-Z]\d?)\b")
"""What follows a name at its first use: "Human Rights Watch (HRW)"."""


def refer(mentions: Iterable[Mention], text: Parse) -> tuple[Mention, ...]:
    """Tie surnames and acronyms to the one full name that the document gives them."""
    found = [one for one in _apart(mentions) if not _is_pieced(one, text)]
    short = {**_surnames(found, text), **_acronyms(found, text)}
    lone = _apart([*_standing_alone(text, short), *found])
    return tuple(_tied(mention, short) for mention in lone)


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep, of mentions that overlap, the first and longest; the surer rule at the same words."""
    listed = [*mentions]
    armed = {one.span for one in listed if _is_armed(one)}
    people = [one.span for one in listed if one.rule == "titled" and one.span not in armed]
    found: list[Mention] = []
    for mention in sorted(listed, key=_order):
        if mention.type in BODIES and any(mention.span.overlaps(span) for span in people):
            continue
        if not (found and mention.span.overlaps(found[-1].span)):
            found.append(mention)
    return found


def _order(mention: Mention) -> tuple[int, int, int]:
    rank = -1 if _is_armed(mention) else RANKS.get(mention.rule, len(RANKS))
    return mention.span.begin, -mention.span.end, rank


def _is_pieced(mention: Mention, text: Parse) -> bool:
    """Whether a name of several words stands in a headline all in capitals, and nowhere else.

    Where every word has a capital, "Osk Rejects Varan" looks like a person.
    """
    if mention.rule not in {"named", "learned"} or " " not in mention.name:
        return False
    document = text.document
    heads = document.passages(PassageKind.HEADLINE)
    head = next((one for one in heads if mention.span in one), None)
    if head is None or not _is_titled(document.quote(head)):
        return False
    name = document.quote(mention.span)
    return document.text.find(name, head.end) < 0 and document.text.find(name, 0, head.begin) < 0


def _is_titled(line: str) -> bool:
    """Whether nearly all long words of a line begin with a capital."""
    words = [word for word in line.split() if len(word) > SMALL and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= SMALL and capitals >= len(words) - 1


SMALL = 3
"""Letters of a word that headlines leave without a capital: "of", "the"."""


def _is_armed(mention: Mention) -> bool:
    """Whether it is the name of a group on record, though "who" may follow it."""
    return mention.rule == "known" and mention.type is MentionType.ARMED_GROUP


def _surnames(mentions: Sequence[Mention], text: Parse) -> dict[str, Mention]:
    """Return, by last word, the people of whom a document gives one full name that ends with it."""
    people: dict[str, dict[str, Mention]] = defaultdict(dict)
    proper = {
        token.span.begin: token.pos == "PROPN" or len(token.text) == 1 for token in text.tokens
    }
    for mention in mentions:
        words = mention.name.split()
        if mention.rule in NAMES and len(words) > 1 and proper.get(mention.span.begin, True):
            people[words[-1]].setdefault(mention.name.casefold(), mention)
    alone = {last: [*named.values()] for last, named in people.items()}
    return {
        last: named[0]
        for last, named in alone.items()
        if len(named) == 1 and named[0].type is MentionType.PERSON
    }


def _acronyms(mentions: Sequence[Mention], text: Parse) -> dict[str, Mention]:
    """Return the names of bodies that are followed by their acronym in brackets, by that."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        match = ACRONYM.match(text.document.text, mention.span.end)
        if match and mention.type in BODIES and " " in mention.name:
            found.setdefault(match[1], mention)
    return found


def _standing_alone(text: Parse, short: Mapping[str, Mention]) -> Iterator[Mention]:
    """Find surnames and acronyms by themselves, whatever the parser takes them for."""
    tokens = text.tokens
    for place, token in enumerate(tokens):
        if token.text in short and _is_named(token):
            around = (*tokens[max(place - 1, 0) : place], *tokens[place + 1 : place + 2])
            if not any(_of_a_name(other) for other in around):
                longer = short[token.text]
                name = mention_id(text.document.id, token.span)
                yield Mention(name, token.span, longer.type, token.text, "short")


def _is_named(token: Token) -> bool:
    """Whether a word is a name: at a sentence's start the parser may take it for a noun."""
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.entity.startswith("B"))


def _of_a_name(token: Token) -> bool:
    return token.pos == "PROPN" or token.text in {"-", "’", "'"} or token.entity.startswith("I-P")


def _tied(mention: Mention, short: Mapping[str, Mention]) -> Mention:
    """Give a surname or an acronym the full name, and a full name its first place."""
    words = mention.name.split()
    longer = short.get(words[-1]) if words and mention.rule in NAMES | {"short"} else None
    if longer is None or longer.id == mention.id or longer.type is not mention.type:
        return mention
    if len(words) > 1 and mention.name.casefold() != longer.name.casefold():
        return mention
    return replace(mention, name=longer.name, refers_to=longer.id)

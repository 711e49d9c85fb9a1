"""Groups, units and ministries by the words in their names, whatever the parser takes them for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.knowledge.mentions import MentionWords
from counterclaim.language.mentions.kinds import NameWords, open_names
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Parse, Span, Token

ARMED = frozenset({MentionType.ARMED_GROUP, MentionType.MILITARY})


def find_groups(text: Parse, words: MentionWords) -> Iterator[Mention]:
    """Find "Liwa al-Nasr" by its first word, "the Blue Valley Brigade" by its last."""
    names = open_names(words)
    place = 0
    while place < len(text.tokens):
        last = _end_of_run(text.tokens, place, names)
        if kind := _type(text.tokens[place:last], names):
            span = Span(text.tokens[place].span.begin, text.tokens[last - 1].span.end)
            name = " ".join(text.document.quote(span).split())
            yield Mention(mention_id(text.document.id, span), span, kind, name, "called")
        place = max(last, place + 1)


def _end_of_run(tokens: Sequence[Token], place: int, names: NameWords) -> int:
    """Return the word after the names and hyphens that follow each other from a place on."""
    last = at = place
    while at < len(tokens) and (_is_name(tokens[at]) or (at > place and _links(tokens, at))):
        at += 1
        last = at if _is_name(tokens[at - 1]) else last
        if at < len(tokens) and tokens[at].text in names.links:
            at += _to_its_rest(tokens, at) if tokens[place].text.lower() in names.first else 0
    return last


def _to_its_rest(tokens: Sequence[Token], link: int) -> int:
    """Return how many words stand between a first word and its name: "Sons of the Pass"."""
    after = tokens[link + 1 : link + 3]
    whole = len(after) > 1 and after[0].tag == "DT" and _is_name(after[1])
    return SKIPPED if whole else int(bool(after) and _is_name(after[0]))


SKIPPED = 2
"""A link and an article."""


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text not in {"-", "–"}


def _links(tokens: Sequence[Token], place: int) -> bool:
    """Whether a hyphen stands between words without blanks: "Jaish-e-Tarn"."""
    before, token = tokens[place - 1], tokens[place]
    return token.text == "-" and before.span.end == token.span.begin


def _type(run: Sequence[Token], names: NameWords) -> MentionType | None:
    """Return what the first or last word of several shows; one word shows nothing."""
    if len(run) < 2 or not run[0].text[0].isupper():
        return None
    if kind := names.first.get(run[0].text.lower()):
        return kind
    kind = names.named.get(run[-1].text.lower())
    return kind if kind in ARMED else None

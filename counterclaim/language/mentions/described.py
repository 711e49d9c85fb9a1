"""What a text describes: people, bodies and things by a noun, names with what stands before them.

These mentions may hold others: "an Iraqi general" holds "Iraqi", "Foreign Minister N. N." the name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.mentions import MentionWords
from counterclaim.language.mentions.nouns import Nouns
from counterclaim.language.mentions.phrases import Phrase, is_within, joins, phrase_at, whole_of
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.text import Span, meets
from counterclaim.model.tree import Tree

THINGS = frozenset(
    {MentionType.WEAPON, MentionType.PLATFORM, MentionType.VEHICLE, MentionType.DOCUMENT}
)
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A text in which to look: its tree, the names that lie apart in it, the nouns."""

    tree: Tree
    named: Sequence[Mention]
    nouns: Nouns

    def name_at(self, span: Span) -> Mention | None:
        """Return the name that a word is part of."""
        place = bisect_right(self.named, span.begin, key=lambda one: one.span.begin) - 1
        found = self.named[place] if place >= 0 else None
        return found if found is not None and span in found.span else None


def describe(ground: Ground) -> Iterator[Mention]:
    """Find the noun phrases that say what they speak of."""
    tree = ground.tree
    for head, token in enumerate(tree.tokens):
        if token.pos in NOUNS and not (is_within(tree, head) or joins(tree, head, ground.nouns)):
            phrase, name = phrase_at(tree, head, ground.nouns), ground.name_at(token.span)
            if name is None:
                found = _by_noun(ground, _with_whole_names(ground, phrase))
            else:
                found = _around(tree, phrase, name)
            if found is not None:
                yield found


def find_speakers(tree: Tree, words: MentionWords) -> Iterator[Mention]:
    """Take a word by which one or several speak of themselves for those: "I", "we"."""
    kinds = {word: kind for kind, listed in words.speakers.items() for word in listed}
    for place, token in enumerate(tree.tokens):
        if token.pos == "PRON" and (kind := kinds.get(tree.lower(place))):
            yield _mention(tree, token.span, kind, "speakers")


def _with_whole_names(ground: Ground, phrase: Phrase) -> Phrase:
    """Take in the rest of a name that a phrase begins or ends in the middle of."""
    tree, edges = ground.tree, (phrase.first, phrase.last)
    first, last = (ground.name_at(tree.tokens[edge].span) for edge in edges)
    begin = tree.at(first.span)[0] if first else phrase.first
    end = tree.at(last.span)[-1] if last else phrase.last
    called = begin if begin < phrase.first else phrase.called
    return Phrase(begin, called, phrase.head, max(end, phrase.last))


def _around(tree: Tree, phrase: Phrase, name: Mention) -> Mention | None:
    """Take a name with what stands before it for its bearer: "Foreign Minister N. N."."""
    words = tree.at(name.span)
    if words[-1] != phrase.head or phrase.called >= words[0]:
        return None
    found = _mention(tree, tree.span((phrase.first, phrase.head)), name.type, "described")
    return replace(found, name=name.name, refers_to=name.refers_to or name.id)


def _by_noun(ground: Ground, phrase: Phrase) -> Mention | None:
    """Take a noun phrase for what its noun names; a place only with the name of one."""
    tree, kind = ground.tree, ground.nouns.type_at(ground.tree, phrase.head)
    counts = ground.nouns.counts(tree, phrase.head) and whole_of(tree, phrase.head) is not None
    if counts or tree.lower(phrase.first) in ground.nouns.nobody:
        return None
    if kind in THINGS:
        last = phrase.head + _is_numbered(tree, phrase.head)
        return _mention(tree, tree.span((phrase.called, last)), kind, "thing")
    if kind is not None:
        found = _mention(tree, phrase.span(tree), kind, "role")
        return replace(found, name=phrase.name(tree))
    if ground.nouns.is_area(tree, phrase.head):
        found = _mention(tree, phrase.span(tree), MentionType.PLACE, "area")
        return replace(found, name=phrase.name(tree)) if _holds_place(ground, found) else None
    return None


def _is_numbered(tree: Tree, head: int) -> bool:
    """Whether a number is part of what a thing is called: "Resolution 2254"."""
    after = tree.tokens[head + 1 : head + 2]
    return tree.tokens[head].pos == "PROPN" and bool(after) and after[0].pos == "NUM"


def _holds_place(ground: Ground, area: Mention) -> bool:
    places = [one.span for one in ground.named if one.type is MentionType.PLACE]
    return meets(area.span, places)


def _mention(tree: Tree, span: Span, kind: MentionType, rule: str) -> Mention:
    name = " ".join(tree.quote(span).split())
    return Mention(mention_id(tree.parse.document.id, span), span, kind, name, rule)

"""What the learned reader marks: the type of a name, and what no rule has found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterclaim.knowledge.mentions import MentionWords
from counterclaim.language.mentions.kinds import PARTIES, open_names
from counterclaim.language.mentions.nouns import open_nouns
from counterclaim.model.statement import Mention, MentionType, mention_id
from counterclaim.model.tags import Mark
from counterclaim.model.text import Span
from counterclaim.model.tree import Tree

NAME = frozenset({"PROPN", "PART", "PUNCT", "NUM"})
"""What the words of a name may be; the first is a proper noun."""

NAMED = frozenset({"named", "known", "called", "titled", "make"})
"""Rules that find names: what is marked within one is a piece of it."""

OPENING = frozenset({"PUNCT", "PART"})
CLOSING = frozenset({"PRON", "DET", "ADP", "PUNCT"})
"""What no mention begins or ends with; pronouns are found with whom they stand for."""


def retyped(tree: Tree, named: Sequence[Mention], words: MentionWords) -> Iterator[Mention]:
    """Give names that only the parser finds the type of the marks on the same words."""
    marks, names = _by_span(tree, words), open_names(words)
    for mention in named:
        kind = marks.get(mention.span)
        if kind is None or _agree(kind, mention.type):
            yield mention
        else:
            tokens = [tree.tokens[at] for at in tree.at(mention.span)]
            yield replace(mention, type=names.type_of(tokens, kind))


def _by_span(tree: Tree, words: MentionWords) -> Mapping[Span, MentionType]:
    """Return the types of sure marks by what they cover, the surest of several."""
    enough = words.sure.get("type", 1.0)
    marks = sorted(tree.parse.tags.marks, key=lambda mark: mark.score)
    sure = [mark for mark in marks if mark.label in words.marks and mark.score >= enough]
    return {_span(tree, mark): words.marks[mark.label] for mark in sure}


def _agree(marked: MentionType, found: MentionType) -> bool:
    """Whether a mark says nothing against what was found: a group is an organisation.

    A mark takes some bodies that are seldom named for people: it makes no body a person.
    """
    others = {MentionType.PERSON, MentionType.PLACE, MentionType.NATIONALITY}
    body = found not in others and marked is not MentionType.PLACE
    return marked is found or body


def find_marked(tree: Tree, found: Sequence[Mention], words: MentionWords) -> Iterator[Mention]:
    """Take marks for mentions where nothing else was found, if they are sure enough."""
    taken = [one.span for one in found]
    names = [one.span for one in found if one.rule in NAMED]
    for mark in tree.parse.tags.marks:
        kind, span = words.marks.get(mark.label), _span(tree, mark)
        if kind is None or kind is MentionType.PLACE or not _is_sure(tree, mark, words):
            continue
        if not any(span in name for name in names) and not _is_found(span, taken):
            name = " ".join(tree.quote(span).split())
            kind = _type(tree, mark, kind, words)
            yield Mention(mention_id(tree.parse.document.id, span), span, kind, name, "learned")


def _span(tree: Tree, mark: Mark) -> Span:
    return tree.span((mark.words[0], mark.words[-1]))


def _is_sure(tree: Tree, mark: Mark, words: MentionWords) -> bool:
    tokens = [tree.tokens[word] for word in mark.words]
    nouns = [token for token in tokens if token.pos in {"NOUN", "PROPN"}]
    nobody = mark.words[0] > 0 and tree.lower(mark.words[0] - 1) in words.nobody
    if nobody or not nouns or tokens[-1].pos in CLOSING or tokens[0].pos in OPENING:
        return False
    name = tokens[0].pos == "PROPN" and all(token.pos in NAME for token in tokens)
    sort = "person" if mark.label == "person" else "name" if name else "description"
    return mark.score >= words.sure[sort]


def _is_found(span: Span, taken: Sequence[Span]) -> bool:
    """Whether at least half of the characters of two stretches are the same."""
    return any(
        2 * (min(other.end, span.end) - max(other.begin, span.begin))
        >= max(other.end, span.end) - min(other.begin, span.begin)
        for other in taken
        if other.overlaps(span)
    )


def _type(tree: Tree, mark: Mark, kind: MentionType, words: MentionWords) -> MentionType:
    """Return what sort of party a mark of an organisation is, by its noun or the words in it."""
    if kind not in PARTIES:
        return kind
    head = next((at for at in mark.words if tree.tokens[at].head not in mark.words), mark.words[-1])
    by_noun = open_nouns(words).type_at(tree, head)
    return by_noun or open_names(words).type_of([tree.tokens[at] for at in mark.words], kind)

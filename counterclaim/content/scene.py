"""A text laid out for those who read what happened: its tree, who and what stands where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.content.lexicon import Lexicon
from counterclaim.model.statement import Mention, MentionType, Statement
from counterclaim.model.text import Parse, Span
from counterclaim.model.tree import Tree, Words, grow


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that speak of an event. `head` is the one that the others hang on.

    `type` is the event type that the words alone mean, empty where they mean none; `rule` names
    what found them. `weak` ones tell of an event of their own only where they belong to no other.
    """

    head: int
    words: Words
    type: str
    rule: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """One event while it is being read: what it is, and the words that speak of it, in order."""

    type: str
    hits: tuple[Hit, ...]

    @property
    def heads(self) -> Words:
        """Return the words on which what belongs to the event hangs in the tree."""
        return tuple(hit.head for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Scene:
    """What those who read events look at.

    `mentions` and `statements` are those of the text, in its order; `named` holds for a word the
    mentions that it is part of, the longest first; `held` for a word the innermost statement in
    whose content it stands, None where nobody is on record for it; `places` are the names that the
    text has for places, whatever the parser takes them for.
    """

    tree: Tree
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    named: Mapping[int, tuple[Mention, ...]]
    held: Mapping[int, Statement]
    lexicon: Lexicon = field(default_factory=Lexicon)
    places: frozenset[str] = frozenset()

    def mentioned(self, word: int, *types: MentionType) -> Mention | None:
        """Return the longest mention of these types, or of any, that a word is part of."""
        found = self.named.get(word, ())
        return next((one for one in found if not types or one.type in types), None)

    def speaks_by(self, span: Span) -> bool:
        """Whether words are part of those for a source: "the movement in Karvania said"."""
        sources = (one.source.span for one in self.statements)
        return any(source is not None and span in source for source in sources)

    def words(self, mention: Mention) -> Words:
        """Return the words of a mention."""
        return self.tree.at(mention.span)

    def head(self, words: Words) -> int:
        """Return the word of several that hangs on none of the others."""
        inside, tokens = set(words), self.tree.tokens
        above = ((word, tokens[word].head) for word in words)
        return next((word for word, head in above if head == word or head not in inside), words[0])

    def spans(self, *words: int) -> tuple[Span, ...]:
        """Return where words stand, in the order of the text."""
        return tuple(self.tree.tokens[word].span for word in sorted(words))


def lay_out(
    text: Parse, mentions: Sequence[Mention], statements: Sequence[Statement], lexicon: Lexicon
) -> Scene:
    """Find for each word of a text what it is part of."""
    tree = grow(text)
    return Scene(
        tree=tree,
        mentions=tuple(mentions),
        statements=tuple(statements),
        named=_named(tree, mentions),
        held=_held(tree, statements),
        lexicon=lexicon,
        places=frozenset(_places(tree, mentions)),
    )


def _places(tree: Tree, mentions: Iterable[Mention]) -> Iterator[str]:
    """Yield the names that are located, or stand behind "near", as no body's do."""
    yield from (one.name for one in mentions if one.place is not None)
    for token in tree.tokens:
        if token.dep == "pobj" and tree.lower(token.head) in NEAR:
            yield token.text


NEAR = frozenset({"near", "outside", "around", "at"})


def _named(tree: Tree, mentions: Iterable[Mention]) -> Mapping[int, tuple[Mention, ...]]:
    found: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=_length, reverse=True):
        for word in tree.at(mention.span):
            found.setdefault(word, []).append(mention)
    return {word: tuple(listed) for word, listed in found.items()}


def _held(tree: Tree, statements: Iterable[Statement]) -> Mapping[int, Statement]:
    """Give each word to the shortest content around it: it may stand within another one."""
    found: dict[int, Statement] = {}
    longest_first = sorted(statements, key=lambda one: -sum(map(_size, one.content)))
    for statement in longest_first:
        for span in statement.content:
            found.update(dict.fromkeys(tree.at(span), statement))
    return found


def _length(mention: Mention) -> int:
    return _size(mention.span)


def _size(span: Span) -> int:
    return span.end - span.begin

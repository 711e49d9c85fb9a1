"""What a rule of attribution finds: words that say who, by which cue, what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.model.text import Span
from counterclaim.statements.lexicon import Lexicon
from counterclaim.statements.quotation import Quotation
from counterclaim.statements.tree import Tree, Words

UNNAMED = CueGroup(sort="statement", words=())
"""What is known of the cue of words that have none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution. `source` is the head of the noun phrase on record, None where none is named.

    `content` are its words; `spans` the stretches of text they become. `holder` is the finding
    whose content holds this one, `via` the head of the relay. `named_by` is the head of a noun
    phrase elsewhere, where the source is inherited.
    """

    source: int | None
    cue: Words
    content: Words
    group: CueGroup
    rule: str
    via: int | None = None
    holder: int | None = None
    spans: tuple[Span, ...] = ()
    named_by: int | None = None
    passive: bool = False

    def but(self, **changes: object) -> Finding:
        """Return the same finding with other values."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at: the tree, its quotations, and the words of the language.

    `quoted` gives for each word the quotation that it stands in, or -1.
    """

    tree: Tree
    quotations: tuple[Quotation, ...]
    quoted: Words
    lexicon: Lexicon


def lay_out(tree: Tree, quotations: Sequence[Quotation], lexicon: Lexicon) -> Page:
    """Bring a tree and its quotations together."""
    inside = [-1] * len(tree.tokens)
    for number, quotation in enumerate(quotations):
        for word in tree.at(quotation.outer):
            inside[word] = number
    return Page(tree, tuple(quotations), tuple(inside), lexicon)

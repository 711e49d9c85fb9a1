"""What a rule of attribution finds: words that say who, by which cue, what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.knowledge.confidence import Confidence
from counterclaim.knowledge.trust import Trust
from counterclaim.model.statement import Mention
from counterclaim.model.tags import TaggedStatement
from counterclaim.model.text import Quotation, Span
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.lexicon import Lexicon

UNNAMED = CueGroup(sort="statement", words=())
"""What is known of the cue of words that have none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution. `source` is the head of the noun phrase on record, None where none is named.

    `content` are its words; `spans` the stretches of text they become. `holder` is the finding
    whose content holds this one, `via` the head of the relay. `named_by` is the head of a noun
    phrase elsewhere, where the source is inherited. `tag` is the number of the learned reader's
    attribution that it rests on, `phrase` the source's words as that one has them.
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
    tag: int | None = None
    phrase: Words = ()

    def but(self, **changes: object) -> Finding:
        """Return the same finding with other values."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at: the tree, its quotations, and the words of the language.

    `quoted` gives for each word the quotation that it stands in, or -1; `trust` says how often
    each voice on a stance is right, `confidence` how sure a finding and its source are; `times`
    are the mentions of a time, in the order of the text.
    """

    tree: Tree
    quoted: Words
    lexicon: Lexicon
    trust: Trust = field(default_factory=Trust)
    confidence: Confidence = field(default_factory=Confidence)
    times: tuple[Mention, ...] = ()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Return the quotations of the text."""
        return self.tree.parse.quotations

    def tagged(self, finding: Finding) -> TaggedStatement | None:
        """Return the learned reader's attribution that a finding rests on, if it rests on one."""
        return None if finding.tag is None else self.tree.parse.tags.statements[finding.tag]


def lay_out(tree: Tree, lexicon: Lexicon, trust: Trust, confidence: Confidence) -> Page:
    """Find for each word of a tree the quotation that it stands in."""
    inside = [-1] * len(tree.tokens)
    for number, quotation in enumerate(tree.parse.quotations):
        for word in tree.at(quotation.outer):
            inside[word] = number
    return Page(tree, tuple(inside), lexicon, trust, confidence)

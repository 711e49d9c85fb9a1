"""Turns of a transcript: a label, a colon, and what the one so labelled says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from counterclaim.knowledge.attribution import CueGroup
from counterclaim.model.text import Span
from counterclaim.model.tree import Tree
from counterclaim.statements.finding import UNNAMED, Finding, Page

LABEL = re.compile(r"([^\W\d_][\w ,.'’-]{0,60}):\s")
QUESTION = CueGroup(sort="statement", words=(), act="other", polarity="?", certainty="unknown")


def find_turns(page: Page) -> Iterator[Finding]:
    """Find the sentences of each turn, where at least two labels in capitals take turns."""
    turns = _labelled(page.tree)
    if len(turns) < 2 or len(Counter(name for name, _, _ in turns)) < 2:
        return
    for _, label, paragraph in turns:
        yield from _sentences(page, label, paragraph)


def _labelled(tree: Tree) -> list[tuple[str, Span, Span]]:
    """Find the paragraphs that begin with a label in capitals: its words, its span, theirs."""
    text, found = tree.parse.document.text, []
    for paragraph in tree.parse.paragraphs:
        match = LABEL.match(text, paragraph.begin, paragraph.end)
        if match and match[1].isupper():
            found.append((match[1], Span(match.start(1), match.end(1)), paragraph))
    return found


def _sentences(page: Page, label: Span, paragraph: Span) -> Iterator[Finding]:
    tree = page.tree
    head = tree.at(label)
    words = [at for at in tree.at(paragraph) if tree.tokens[at].span.begin > label.end]
    for number, sentence in enumerate(sorted({tree.sentence[at] for at in words})):
        content = tuple(at for at in words if tree.sentence[at] == sentence)
        asked = tree.lower(content[-1]) == "?"
        group = QUESTION if asked else UNNAMED
        source = head[-1] if number == 0 else None
        yield Finding(source, (), content, group, "turn", named_by=head[-1])

"""Attributions side by side in one sentence: neither passes on the other's words.

In "the army says 12, the rebels say 50" the parser hangs the first on the second.
"""

from __future__ import annotations

from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import FINITE, VERBAL

Settled = tuple[Finding | None, Finding | None]
"""What becomes of an attribution within another's content, and of the other."""

LITTLE = 12
"""Words that may stand around a relayed statement: its source, a day, a place."""


def side_by_side(page: Page, inner: Finding, outer: Finding, _holder: int) -> Settled | None:
    """Part two quotations of one sentence, each with its own cue: both stand."""
    mine = {page.quoted[at] for at in inner.content} - {-1}
    theirs = [at for at in outer.content if page.quoted[at] >= 0 and page.quoted[at] not in mine]
    if not mine or not theirs or abs(theirs[-1] - outer.cue[-1] if outer.cue else 0) > LITTLE:
        return None
    number = page.quoted[theirs[-1]]
    own = tuple(at for at in theirs if page.quoted[at] == number)
    apart = len(own) > SOME and not set(own) & {*inner.cue, *inner.content}
    return (inner, outer.but(content=own)) if apart else None


SOME = 3
"""Words that make a quotation a sentence, not a term."""


def parted(page: Page, inner: Finding, outer: Finding, _holder: int) -> Settled | None:
    """Part two attributions with a semicolon or a colon between their cues: both stand."""
    if not inner.cue or not outer.cue or outer.rule == "turn":
        return None
    marks = marks_between(page, inner, outer)
    if not marks:
        return None
    mark = marks[0]
    ahead = outer.cue[-1] < mark
    own = tuple(at for at in outer.content if (at < mark) is ahead)
    rest = tuple(at for at in inner.content if (at < mark) is not ahead)
    return (inner.but(content=rest), outer.but(content=own)) if own and rest else None


def each_its_own(page: Page, inner: Finding, outer: Finding, _holder: int) -> Settled | None:
    """Part "the army says 12, the rebels say 50": what stands at the second cue is its own."""
    tree, last = page.tree, max((*inner.cue, *inner.content, inner.source or 0))
    if outer.source is None or not outer.cue or last >= min(outer.source, outer.cue[0]):
        return None
    follows = [at for at in outer.content if at > outer.cue[-1]]
    between = [at for at in outer.content if last < at < outer.cue[0] and tree.lower(at) != ","]
    own = follows if follows and follows[0] - outer.cue[-1] <= CLOSE else between
    plain = own is follows or (bool(between) and tree.tokens[between[0]].pos == "NUM")
    if not own or not plain or page.quoted[inner.cue[-1]] >= 0:
        return None
    return inner, outer.but(content=tuple(own))


def then_another(page: Page, inner: Finding, outer: Finding, _holder: int) -> Settled | None:
    """Part "the army says 12 people died, the rebels say 50": the second begins at the comma."""
    tree = page.tree
    if inner.source is None or not inner.cue or not outer.cue or page.quoted[inner.cue[0]] >= 0:
        return None
    begin = tree.subtree(inner.source)[0]
    in_order = outer.cue[-1] < begin <= inner.source < inner.cue[0]
    if not in_order or tree.lower(begin - 1) != ",":
        return None
    first = tuple(at for at in outer.content if outer.cue[-1] < at < begin - 1)
    second = tuple(at for at in outer.content if at > inner.cue[-1])
    if not _says_something(tree, first) or not _goes_on(tree, second):
        return None
    return inner.but(content=second), outer.but(content=first)


def _says_something(tree: Tree, words: Words) -> bool:
    return any(tree.tokens[at].pos in {*VERBAL, "NUM"} for at in words)


def _goes_on(tree: Tree, words: Words) -> bool:
    """Whether words begin with a number, or are a clause: "say 50", "say that it was empty"."""
    numbered = bool(words) and tree.tokens[words[0]].pos == "NUM"
    return numbered or any(tree.tokens[at].tag in FINITE for at in words)


CLOSE = 2
"""Words from a cue within which its own content begins: "told them that P"."""

MARKS = frozenset({";", ":"})


def marks_between(page: Page, inner: Finding, outer: Finding) -> list[int]:
    """Return the semicolons and colons between two cues, outside quotations."""
    if not outer.cue:
        return []
    first, last = sorted((inner.cue[-1], outer.cue[-1]))
    between = range(first, last)
    return [at for at in between if page.tree.lower(at) in MARKS and page.quoted[at] < 0]

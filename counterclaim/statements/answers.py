"""Denials of what was said before: "rejected the accusations" answers the one that stands above.

A denial tied to the wrong claim is worse than one tied to none: it answers an accusation only where
no other of the same text can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.model.statement import Act, Statement, StatementId
from counterclaim.model.tree import Words
from counterclaim.statements.arms import stems
from counterclaim.statements.finding import Page

DENIALS = frozenset({Act.DENY, Act.DENY_RESPONSIBILITY})
MEANING = frozenset({"NOUN", "PROPN", "VERB", "AUX", "NUM", "PRON"})
"""Parts of speech of the words that a content is about."""
REACH = 2
"""Sentences above a denial where a charge stands that need not name who denies it."""


def answer(page: Page, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Mark the denials that have no proposition of their own, and tie each to what it answers."""
    charges = [one for one in statements if one.act.value is Act.ACCUSE]
    for one in statements:
        general = one.act.value in DENIALS and _is_general(page, one)
        answered = _answered(page, one, charges) if general else None
        yield replace(one, general=True, answers=answered) if general else one


def _is_general(page: Page, denial: Statement) -> bool:
    """Whether a content only points to a charge: "these claims", "the accusation as baseless"."""
    tree, lexicon = page.tree, page.lexicon
    about = [at for at in _words(page, denial) if tree.tokens[at].pos in MEANING]
    if any(tree.tokens[at].pos == "AUX" for at in about) and denial.act.rule != "calls_it_false":
        return False
    plain = [at for at in about if not _judges(page, at) and tree.tokens[at].pos != "AUX"]
    plain = [at for at in plain if tree.tokens[at].dep != "poss"]
    return bool(plain) and all(lexicon.listed(tree, at, "charges") for at in plain)


def _judges(page: Page, word: int) -> bool:
    """Whether a word belongs to what a charge is called: "as a fabrication"."""
    tree, at = page.tree, page.tree.parent(word)
    after_as = at is not None and page.lexicon.listed(tree, at, "as")
    return page.quoted[word] >= 0 or after_as or tree.tokens[word].dep in {"oprd", "attr"}


def _answered(page: Page, denial: Statement, charges: Sequence[Statement]) -> StatementId | None:
    """Return the one earlier charge by another that a denial can mean; None where there are two."""
    begin = denial.content[0].begin
    others = [one for one in charges if one.source.name != denial.source.name]
    earlier = [one for one in others if one.content[-1].end <= begin]
    words = _words(page, denial)
    called = stems([page.tree.tokens[at].text for at in words])
    denier = stems(denial.source.name.split())
    if called:
        fitting = [one for one in earlier if called & stems(one.source.name.split())]
    else:
        fitting = [one for one in earlier if denier & _stems_of(page, one)]
        fitting = fitting or (earlier if _right_before(page, words, earlier) else [])
    return fitting[0].id if len({one.content for one in fitting}) == 1 else None


def _right_before(page: Page, words: Words, earlier: Sequence[Statement]) -> bool:
    """Whether all charges stand a sentence or two above, and the denial says nothing of whose."""
    tree = page.tree
    owned = any(tree.tokens[at].dep == "poss" or tree.tokens[at].pos == "PRON" for at in words)
    places = [tree.sentence[at] for one in earlier for at in _words(page, one)[:1]]
    return not owned and all(tree.sentence[words[0]] - place <= REACH for place in places)


def _stems_of(page: Page, charge: Statement) -> set[str]:
    return stems([page.tree.tokens[at].text for at in _words(page, charge)])


def _words(page: Page, statement: Statement) -> Words:
    return tuple(at for span in statement.content for at in page.tree.at(span))

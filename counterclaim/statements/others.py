"""Whether words tell what somebody else than their source did, or are no such thing at all."""

from __future__ import annotations

from counterclaim.model.statement import Act
from counterclaim.model.text import Span
from counterclaim.statements.arms import namesake
from counterclaim.statements.stance import Said


def tells_of_enemies(said: Said) -> bool:
    """Whether a content tells what those did whom no one calls his own side: "militants had"."""
    tree, head = said.page.tree, said.head
    doers = tree.under(head, "nsubj", "nsubjpass") if head is not None else ()
    named = (at for doer in doers for at in tree.subtree(doer))
    return any(said.page.lexicon.listed(tree, at, "nameless") for at in named)


def tells_of_anothers(said: Said) -> bool:
    """Whether what did it is named for somebody else: "an Osterian air strike had caused it"."""
    tree, head = said.page.tree, said.head
    doers = tree.under(head, "nsubj") if head is not None else ()
    named = [
        at
        for doer in doers
        for at in tree.under(doer, "amod", "compound", "poss", "nmod")
        if tree.tokens[at].text[:1].isupper() and tree.tokens[doer].pos == "NOUN"
    ]
    return bool(named) and not any(namesake(said, doer) for doer in doers)


def tells_of_its_teller(said: Said) -> bool:
    """Whether a content tells what "we" did who are not its source: "he says we burned it"."""
    tree, head = said.page.tree, said.head
    doers = tree.under(head, "nsubj") if head is not None else ()
    return any(is_another_speakers(said, at) for at in doers)


def tells_what_it_is_like(said: Said) -> bool:
    """Whether a content judges or describes, and tells no deed: "the arrests were arbitrary"."""
    tree, head = said.page.tree, said.head
    if head is None or tree.tokens[head].lemma != "be":
        return False
    told = tree.under(head, "acomp", "attr")
    return any(tree.tokens[at].tag == "JJ" and not _is_behind(said, at) for at in told)


def _is_behind(said: Said, word: int) -> bool:
    return said.page.lexicon.listed(said.page.tree, word, "behind")


def is_not_yet_said(said: Said) -> bool:
    """Whether a cue tells what may be or is often said: "if it claims it", "could", "rarely"."""
    tree, verb, listed = said.page.tree, said.verb(), said.page.lexicon.listed
    if verb is None:
        return False
    helpers = tree.under(verb, "aux", "mark", "advmod")
    may = any(tree.tokens[at].tag == "MD" or listed(tree, at, "condition") for at in helpers)
    return may or any(listed(tree, at, "habits") for at in helpers)


def says_yes(said: Said) -> bool:
    """Whether neither a content nor its cue has a word that denies: "called it horrifying"."""
    tree, listed = said.page.tree, said.page.lexicon.listed
    words = (*said.finding.content, *said.finding.cue)
    denied = any(listed(tree, at, "negation", "contradicting") for at in words)
    return not denied and not said.signal(Act.DENY) and said.finding.group.act != Act.DENY


def is_another_speakers(said: Said, word: int) -> bool:
    """Whether "we" is whoever tells of it: "the minister says we burned it" is no confession."""
    page = said.page
    if not page.lexicon.listed(page.tree, word, "speaker") or not said.finding.cue:
        return False
    if page.tree.lower(max(said.finding.content[0] - 1, 0)) == ":":
        return False  # the words themselves, without quotation marks
    return page.quoted[word] == page.quoted[said.finding.cue[-1]]


def is_told_aside(said: Said, span: Span) -> bool:
    """Whether words stand in a clause that only says which: "attacks that it had no part in"."""
    tree, head = said.page.tree, said.head
    at = next(iter(tree.at(span)), None)
    while at is not None and at != head and at in said.finding.content:
        if tree.tokens[at].dep in {"relcl", "acl"}:
            return True
        at = tree.parent(at)
    return False

"""How a source is called: the name with its titles, or the bare words of a description."""

from __future__ import annotations

from counterclaim.model.statement import Mention
from counterclaim.model.text import Span
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Page


def titles_only(page: Page, span: Span, name: Mention) -> bool:
    """Whether a phrase begins with titles and this name: "General N. N. of the staff"."""
    words, named = page.tree.at(span), page.tree.at(name.span)
    before, after = range(words[0], named[0]), named[-1] + 1
    titled = all(page.lexicon.listed(page.tree, at, "titles") for at in before)
    ends = after > words[-1] or page.tree.tokens[after].pos == "ADP"
    return bool(before) and titled and ends


def after_comma(page: Page, name: Mention) -> bool:
    """Whether a comma stands before a name, or before the titles that it has."""
    before = page.tree.at(name.span)[0] - 1
    while before > 0 and page.lexicon.listed(page.tree, before, "titles"):
        before -= 1
    return page.tree.lower(max(before, 0)) == ","


def after_title(page: Page, words: Words, head: int) -> str:
    """Return the name that follows a title in a noun phrase: "Major General N. N."."""
    tree = page.tree
    if tree.tokens[head].pos != "PROPN" or tree.tokens[head].entity.endswith("ORG"):
        return ""
    if tree.lower(head) in page.lexicon.roles:
        return ""
    titles = [at for at in words if at < head and page.lexicon.listed(tree, at, "titles")]
    name = range(titles[-1] + 1, head + 1) if titles else ()
    plain = all(tree.tokens[at].pos == "PROPN" for at in name)
    return tree.quote(tree.span(tuple(name))) if name and plain else ""


def bare_name(tree: Tree, words: Words) -> str:
    """Return what a noun phrase calls its bearer, without the article."""
    start = 1 if len(words) > 1 and tree.tokens[words[0]].pos == "DET" else 0
    itself = len(words) > 1 + start and tree.tokens[words[-1]].pos == "PRON"
    bare = " ".join(tree.quote(tree.span(words[start : len(words) - itself])).split())
    return bare.partition(" (")[0]

"""What a source denies of its own part: involvement, or a deed of its own side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from counterclaim.model.statement import Act
from counterclaim.model.text import Cited
from counterclaim.statements.others import is_told_aside
from counterclaim.statements.responsibility import did_it_itself, is_violent
from counterclaim.statements.sides import own_side
from counterclaim.statements.stance import Said
from counterclaim.statements.subjects import is_passive


def denies_its_part(said: Said) -> Cited[Act] | None:
    """Read a denial of the own side's part: "denied involvement", "had nothing to do with"."""
    if said.finding.group.act == "deny":
        own = next(chain(said.words("involvement"), _own_deed(said)), None)
        found = said.spans((own,)) if own is not None else said.signal(Act.DENY_RESPONSIBILITY)
    else:
        spans = said.signal(Act.DENY_RESPONSIBILITY)
        found = tuple(one for one in spans if not is_told_aside(said, one))
    if any(_is_a_matters(said, word) for span in found for word in said.page.tree.at(span)):
        return None
    return Cited(Act.DENY_RESPONSIBILITY, found, "denies_its_part") if found else None


def _own_deed(said: Said) -> Iterator[int]:
    """Yield the deed of the own side that is denied: "that its jets had hit it", "hitting it"."""
    tree, head = said.page.tree, said.head
    if head is None:
        return
    own = did_it_itself(said)
    bare = tree.tokens[head].tag in {"VBG", "VBN"} and not tree.under(head, "nsubj", "nsubjpass")
    deeds = chain(said.words("violence"), said.words("waging"))
    violent = (head in deeds and is_violent(said, head)) or head in said.words("doing")
    left_out = bare and violent and not is_passive(tree, head)
    if left_out or (own is not None and own.value is Act.CLAIM_RESPONSIBILITY):
        yield head


def _is_a_matters(said: Said, word: int) -> bool:
    """Whether it is a matter that has no part in it, and nobody: "denied that the deal had"."""
    tree, lexicon = said.page.tree, said.page.lexicon
    at: int | None = word
    while at is not None and at in said.finding.content:
        for doer in tree.under(at, "nsubj", "nsubjpass"):
            token = tree.tokens[doer]
            body = token.lemma in lexicon.roles or lexicon.listed(tree, doer, "force", "armed")
            body = body or lexicon.listed(tree, doer, "nobody")
            return token.tag == "NN" and not body and not own_side(said, doer)
        at = tree.parent(at)
    return False

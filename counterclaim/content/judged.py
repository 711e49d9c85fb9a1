"""Charges that a source only speaks of: "allegations that the army used gas are fabrications"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.content.voices import Voice
from counterclaim.model.statement import Act, Statement

CLAUSES = frozenset({"acl", "relcl", "ccomp", "prep", "pcomp", "advmod", "acomp", "xcomp", "conj"})
"""How words hang on the noun that holds them."""


def is_called_false(voice: Voice, statement: Statement) -> bool:
    """Whether a charge is only told to call it untrue: "claims that the army did it are lies"."""
    if statement.act.value is not Act.DENY:
        return False
    tree = voice.page.tree
    verdict = {word for span in statement.act.spans for word in tree.at(span)}
    return any(verdict.isdisjoint(tree.subtree(noun)) for noun in _judged(voice))


def is_judged(voice: Voice) -> bool:
    """Whether a charge of others is spoken of, and not called true: "the charge that he did"."""
    tree, blame = voice.page.tree, voice.page.blame
    for noun in _judged(voice):
        verdict = tree.under(tree.tokens[noun].head, "acomp", "attr", "oprd", "advmod")
        laid = blame.listed(tree, noun, "charges")
        if laid and not any(blame.listed(tree, at, "credible") for at in verdict):
            return True
    return False


def _judged(voice: Voice) -> Iterator[int]:
    """Yield the nouns, told something of, that hold a charge: "allegations that it did it are"."""
    tree = voice.page.tree
    for word in voice.charge.words:
        at = word
        while tree.tokens[at].dep in CLAUSES and tree.tokens[at].head != at:
            at = tree.tokens[at].head
        subject = tree.tokens[at].dep in {"nsubj", "nsubjpass"}
        if at != word and subject and tree.tokens[at].pos == "NOUN":
            yield at

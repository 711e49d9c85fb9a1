"""Nouns that stand for evidence: what kind it is, and the words that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.model.text import Span
from counterclaim.model.tree import Words
from counterclaim.statements.finding import Page

MODIFIERS = ("compound", "amod", "nmod")
CLAUSES = frozenset({"relcl", "appos", "conj", "cc", "preconj", "punct", "advcl"})
"""What hangs on a noun and is no part of its name."""


def exhibits(page: Page, nouns: Iterable[int]) -> Iterator[int]:
    """Yield the nouns meant: those joined to them too, and what a portion is a portion of."""
    tree, lexicon = page.tree, page.lexicon
    waiting = list(nouns)
    while waiting:
        noun = waiting.pop(0)
        waiting += tree.under(noun, "conj")
        portions = [
            at
            for of in tree.under(noun, "prep")
            if lexicon.listed(tree, of, "of")
            for at in tree.under(of, "pobj")
        ]
        if kind_of(page, noun) is None and lexicon.listed(tree, noun, "portion"):
            waiting += portions
        else:
            yield noun


def kind_of(page: Page, noun: int) -> str | None:
    """Look up what kind of evidence a noun stands for: "satellite images" before "images"."""
    tree, kinds = page.tree, page.lexicon.evidence
    token = tree.tokens[noun]
    if token.pos not in {"NOUN", "PROPN"}:
        return None
    ends = (tree.lower(noun), token.lemma.lower())
    marks = [tree.lower(at) for at in tree.under(noun, *MODIFIERS) if at < noun]
    forms = [*(f"{mark} {end}" for mark in marks for end in ends), *ends]
    return next((kinds[form] for form in forms if form in kinds), None)


def is_missing(page: Page, noun: int) -> bool:
    """Whether a noun stands under "no", "any", "little": the evidence is not there."""
    tree = page.tree
    before = tree.under(noun, "det", "amod", "neg")
    return any(page.lexicon.listed(tree, at, "nobody", "scant", "negation") for at in before)


def phrase_of(page: Page, noun: int) -> Span:
    """Return where a noun stands, with what belongs to its name and nothing that tells of it."""
    tree = page.tree
    without = {at for at in tree.subtree(noun) if _tells(page, at)} - {noun}
    words = set(tree.subtree(noun, frozenset(without)))
    first = last = noun
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    return tree.span((first, last))


def objects(page: Page, verb: int) -> Words:
    """Return what a verb acts on, or what it points to: "cited data", "pointed to a crater"."""
    tree, lexicon = page.tree, page.lexicon
    towards = [at for at in tree.under(verb, "prep") if lexicon.listed(tree, at, "towards")]
    misread = [at for at in tree.under(verb, "xcomp") if lexicon.listed(tree, verb, "tracing")]
    nouns = [at for to in towards for at in tree.under(to, "pobj")]
    nouns += [at for taken in misread for at in tree.under(taken, "dobj")]  # "to shell fragments"
    return tree.under(verb, "dobj") + tuple(nouns)


def _tells(page: Page, word: int) -> bool:
    """Whether a word begins what tells of a noun: a clause, another noun joined to it."""
    token = page.tree.tokens[word]
    whole = bool(page.tree.under(word, "nsubj", "nsubjpass", "mark"))
    return token.dep in CLAUSES or (token.dep == "acl" and (whole or token.tag != "VBN"))

"""Nouns that the parser takes for verbs: "denies Karvanian claims that its drones attacked"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.knowledge.parser import ParserChoice
from counterclaim.model.text import Token

Tokens = Sequence[Token]


def repaired(tokens: Tokens, choice: ParserChoice) -> tuple[Token, ...]:
    """Return the words with nouns made of such verbs, and what hung on them hung on the nouns."""
    under: dict[int, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        if token.head != at:
            under[token.head].append(at)
    made = list(tokens)
    for at, token in enumerate(tokens):
        if token.text.lower() in choice.nominal and _is_answered(tokens, under, at, choice):
            made[at] = replace(token, pos="NOUN", tag="NNS", dep="dobj")
            for child in under[at]:
                dep = {"nsubj": "amod", "ccomp": "acl"}.get(tokens[child].dep, tokens[child].dep)
                made[child] = replace(tokens[child], dep=dep)
    return tuple(made)


def _is_answered(
    tokens: Tokens, under: dict[int, list[int]], at: int, choice: ParserChoice
) -> bool:
    """Whether a verb stands right behind one that answers claims, with but a name between them."""
    token, above = tokens[at], tokens[at].head
    owners = [child for child in under[at] if tokens[child].dep == "nsubj"]
    if token.tag != "VBZ" or token.dep != "ccomp" or len(owners) != 1:
        return False
    beside = above + 1 == owners[0] == at - 1 and not under[owners[0]]
    return beside and tokens[above].lemma in choice.answering

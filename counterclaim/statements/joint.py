"""What several sources say with one verb: "Russia and Syria denied it" is two denials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.model.tree import Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import can_speak

PLURAL = frozenset({"NNS", "NNPS"})


def share(page: Page, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give each attribution to the other sources that are named beside its own.

    Who has words of his own by the same verb shares none: "X put it at 5, Y at 6 and Z at 7".
    """
    own = {(finding.cue, finding.source) for finding in found}
    for finding in found:
        if finding.source is not None:
            for other in beside(page, finding.source):
                if (finding.cue, other) not in own:
                    yield finding.but(source=other, phrase=())


def beside(page: Page, source: int) -> Words:
    """Return the heads of the noun phrases joined to a source's by "and", who speak as it does."""
    tree = page.tree
    chain, waiting = [], list(tree.under(source, "conj"))
    while waiting:
        chain.append(waiting.pop(0))
        waiting.extend(tree.under(chain[-1], "conj"))
    if not any(tree.under(at, "cc") for at in (source, *chain)):
        return ()
    return tuple(at for at in chain if _another(page, at) and not _set_apart(page, source, at))


def _another(page: Page, word: int) -> bool:
    """Whether a noun joined to another stands for somebody else, not for one more title."""
    tree = page.tree
    token = tree.tokens[word]
    alone = token.pos == "PROPN" or token.tag in PLURAL or bool(tree.under(word, "det"))
    return alone and not token.entity.startswith("I-ORG") and can_speak(page, word)


def _set_apart(page: Page, source: int, other: int) -> bool:
    """Whether what joins two nouns keeps them apart: "and not", or a mark other than a comma."""
    tree = page.tree
    between = range(source + 1, other)
    return any(
        page.lexicon.listed(tree, at, "negation")
        or (tree.tokens[at].pos == "PUNCT" and tree.lower(at) != ",")
        or tree.tokens[at].pos == "VERB"
        for at in between
    )

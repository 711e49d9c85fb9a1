"""What one statement says, as its rules see it: cue, content, source, and the words that count.

Each rule of `acts` and `doubts` looks at one statement and answers, or passes with None;
`judgement` weighs the answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from counterclaim.model.statement import Act, MentionType, Source, SourceType
from counterclaim.model.text import Cited, Span
from counterclaim.model.tree import Tree, Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import VERBAL, is_passive


def _before(tree: Tree, words: Words) -> Words:
    """Return what stands before nouns that says of how many, or which of two, they are told."""
    return tuple(at for word in words for at in tree.under(word, "det", "preconj"))


@dataclass(frozen=True, eq=False)
class Said:
    """One statement, before its stance is judged; `speaker` is what sort of party its source is."""

    page: Page
    finding: Finding
    source: Source
    speaker: MentionType | None = None

    def cue(self) -> tuple[Span, ...]:
        """Return where the cue stands; nowhere, where there is none."""
        return (self.page.tree.span(self.finding.cue),) if self.finding.cue else ()

    @cached_property
    def head(self) -> int | None:
        """Return the word of the content on which all its other words hang."""
        content = self.finding.content
        inside = set(content)
        tokens = self.page.tree.tokens
        tops = [at for at in content if tokens[at].head not in inside or tokens[at].head == at]
        verbal = [at for at in tops if tokens[at].pos in VERBAL]
        return next(iter(verbal or tops), None)

    def verb(self) -> int | None:
        """Return the word of the cue that carries it."""
        tokens = self.page.tree.tokens
        return next((at for at in reversed(self.finding.cue) if tokens[at].pos == "VERB"), None)

    def of_no_one(self) -> bool:
        """Whether it is said in the passive, and nobody by whom: "it has been claimed"."""
        verb = self.verb()
        passive = verb is not None and is_passive(self.page.tree, verb)
        return passive and self.source.type is SourceType.UNSPECIFIED

    def undone(self) -> bool:
        """Whether the cue is negated: "did not say", "neither confirmed nor denied"."""
        verb, tree = self.verb(), self.page.tree
        if verb is None:
            return False
        first = tree.tokens[verb].head if tree.tokens[verb].dep == "conj" else verb
        speakers = tree.under(first, "nsubj")
        beside = (*tree.under(first, "preconj"), *_before(tree, speakers))
        neither = any(self.page.lexicon.listed(tree, at, "neither") for at in beside)
        return neither or self.page.lexicon.negated(tree, verb) or self._is_put_off(verb)

    def _is_put_off(self, verb: int) -> bool:
        """Whether it has not come yet: "has yet to claim", "stopped short of", "without saying"."""
        tree, listed = self.page.tree, self.page.lexicon.listed
        above = tree.parent(verb)
        if above is None or tree.tokens[verb].dep not in {"xcomp", "pcomp"}:
            return False
        if tree.tokens[verb].dep == "pcomp":
            beside = tree.parent(above)
            short = beside is not None and listed(tree, beside, "short")
            return short or listed(tree, above, "lacking")
        waits = any(listed(tree, at, "yet") for at in tree.under(above, "advmod"))
        return waits or listed(tree, above, "failing")

    def phrase(self, phrases: tuple[str, ...]) -> tuple[Span, ...]:
        """Return where the first of several phrases stands in the content, if one does."""
        text = self.page.tree.parse.document.text
        for span in (*self.finding.spans, *self._predicate()):
            found = one_of(phrases).search(text, span.begin, span.end)
            if found:
                return (Span(found.start(), found.end()),)
        return ()

    def _predicate(self) -> tuple[Span, ...]:
        """Return where it stands what a thing is called, outside the content: "called it a lie"."""
        verb = self.verb()
        if self.finding.rule != "predicate" or verb is None:
            return ()
        tree, inside = self.page.tree, set(self.finding.content)
        parts = [tree.subtree(top) for top in tree.children[verb] if top > verb]
        return tuple(tree.span(part) for part in parts if inside.isdisjoint(part))

    def words(self, name: str) -> Iterator[int]:
        """Yield the words of the content that are on a list."""
        lexicon, tree = self.page.lexicon, self.page.tree
        return (at for at in self.finding.content if lexicon.listed(tree, at, name))

    def signal(self, act: Act) -> tuple[Span, ...]:
        """Return where the content shows an act by its words, if it does."""
        signals = self.page.lexicon.attribution.signals
        phrases = next((signal.words for signal in signals if signal.act == act.value), ())
        return self.phrase(phrases) if phrases else ()

    def signalled(self, act: Act, rule: str) -> Cited[Act] | None:
        """Return the act that the words of the content show, cited by them."""
        spans = self.signal(act)
        return Cited(act, spans, rule) if spans else None

    def cited(self, act: Act, words: Words, rule: str) -> Cited[Act]:
        """Return an act that words of the content show."""
        return Cited(act, self.spans(words), rule)

    def spans(self, words: Words) -> tuple[Span, ...]:
        """Return where words stand."""
        return tuple(self.page.tree.tokens[at].span for at in words)


@cache
def one_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern that finds any of several phrases as whole words, whatever is quoted."""
    longest_first = sorted(phrases, key=len, reverse=True)
    spelt = (BETWEEN.join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"\b(?:{'|'.join(spelt)})\b", re.IGNORECASE)


BETWEEN = r"[\"”’]?\s+[\"“‘]?"
"""What may stand between two words: `had "no hand" in`."""

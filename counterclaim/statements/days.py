"""On which day it was said: "late on Tuesday", "last week", "in a statement dated 3 March".

A day is taken where it stands with the cue, never where it may belong to what is said. Its value
is that of the mention of a time; days that are not yet over end with the publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.model.text import Cited, Span
from counterclaim.model.time import Days, Time, TimeKind
from counterclaim.model.tree import Words
from counterclaim.statements.finding import Finding, Page
from counterclaim.statements.subjects import VERBAL

Day = Cited[Days]
OUTSIDE = frozenset({"relcl", "acl", "advcl"})
"""What hangs on a day and is no part of its name."""
POINTS = frozenset({TimeKind.DATE, TimeKind.TIME})


def day_said(page: Page, finding: Finding) -> Day | None:
    """Return the day, or days, on which the text says that it was said; None where it does not."""
    if any(page.lexicon.listed(page.tree, at, "future") for at in _helpers(page, finding)):
        return None
    for head in _times(page, finding):
        words = _phrase(page, head)
        if _beside_the_cue(page, finding, words):
            found = _days(page, page.tree.span(words))
            if found is not None:
                return found
    return None


def _days(page: Page, phrase: Span) -> Day | None:
    """Return the days of the one time that a phrase speaks of, as far as they are passed."""
    named = [mention for mention in page.times if mention.span.overlaps(phrase)]
    if len(named) != 1 or named[0].time is None or _has_more_figures(page, phrase, named[0].span):
        return None
    days = _passed(page, named[0].time.value)
    return Cited(days, (named[0].span,), named[0].time.rule) if days else None


def _has_more_figures(page: Page, phrase: Span, named: Span) -> bool:
    """Whether figures stand beside a time that are no part of it: "31 February 2024"."""
    words = (page.tree.tokens[at] for at in page.tree.at(phrase))
    return any(word.pos == "NUM" and not word.span.overlaps(named) for word in words)


def _passed(page: Page, time: Time) -> Days | None:
    published = page.tree.parse.document.published
    if time.days is None or time.kind not in POINTS:
        return None
    first, last = time.days
    if published is None:
        return time.days
    return (first, min(last, published)) if first <= published else None


def _helpers(page: Page, finding: Finding) -> Iterator[int]:
    return (at for verb in finding.cue for at in page.tree.under(verb, "aux"))


def _times(page: Page, finding: Finding) -> Iterator[int]:
    """Yield the heads of phrases that may tell when it was said."""
    tree, lexicon = page.tree, page.lexicon
    for verb in _verbs(page, finding):
        yield from _on(page, verb)
        for early in tree.under(verb, "advmod"):
            yield from (early, *_on(page, early))
        occasions = [at for by in tree.under(verb, "prep") for at in tree.under(by, "pobj")]
        for occasion in (*occasions, *tree.under(verb, "dobj", "dative")):
            yield from _of_occasion(page, occasion)
    if finding.source is not None and lexicon.listed(tree, finding.source, "occasion"):
        yield from _of_occasion(page, finding.source)


def _verbs(page: Page, finding: Finding) -> Words:
    """Return the verbs of a cue, and the one that they are added to: "said on Monday, adding"."""
    tree = page.tree
    own = [at for at in finding.cue if tree.tokens[at].pos in VERBAL]
    added = [
        tree.tokens[at].head
        for at in own
        if tree.tokens[at].dep in {"conj", "advcl"} and not tree.under(at, "nsubj", "mark")
    ]
    return (*own, *(at for at in added if tree.tokens[at].pos in VERBAL))


def _on(page: Page, word: int) -> Words:
    """Return what may tell the time of a word: "Tuesday", "on Tuesday", "in March"."""
    tree, lexicon = page.tree, page.lexicon
    phrases = [at for at in tree.under(word, "prep") if lexicon.listed(tree, at, "dating")]
    days = [at for phrase in phrases for at in tree.under(phrase, "pobj")]
    return (*tree.under(word, "npadvmod", "tmod"), *days)


def _of_occasion(page: Page, noun: int) -> Iterator[int]:
    """Yield what may tell the day of a speech, a letter: "a statement dated 3 March"."""
    tree, lexicon = page.tree, page.lexicon
    if lexicon.listed(tree, noun, "occasion") or tree.tokens[noun].pos == "PROPN":
        yield from _on(page, noun)
        for issued in tree.under(noun, "acl"):
            if lexicon.listed(tree, issued, "issued"):
                yield from (*_on(page, issued), *tree.under(issued, "dobj", "oprd"))


def _phrase(page: Page, head: int) -> Words:
    """Return the words of a day's name: "March 27, 2024", not what tells of that day."""
    tree, lexicon = page.tree, page.lexicon
    beyond = {
        at
        for at in tree.subtree(head)
        if tree.tokens[at].dep in OUTSIDE
        or (tree.tokens[at].dep == "prep" and not lexicon.listed(tree, at, "of"))
    }
    words = tree.subtree(head, frozenset(beyond - {head}))
    return words[:-1] if len(words) > 1 and tree.tokens[words[-1]].pos == "PUNCT" else words


def _beside_the_cue(page: Page, finding: Finding, words: Words) -> bool:
    """Whether a day stands with the cue and not at the edge of what is said."""
    span, spans = page.tree.span(words), finding.spans
    first, last = spans[0].begin, spans[-1].end
    cue = page.tree.span(finding.cue).begin
    if any(span.overlaps(each) for each in spans) or not set(words).isdisjoint(finding.content):
        return False
    if cue < first and span.begin >= last:
        return page.quoted[page.tree.at(spans[-1])[-1]] >= 0
    source = page.tree.tokens[finding.source].span.begin if finding.source is not None else cue
    return last > cue or span.begin > min(source, cue)

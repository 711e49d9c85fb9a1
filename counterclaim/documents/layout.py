"""The parts of a text that are no running text: headline, byline, author's note, and so on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from counterclaim.documents.credits import author_credits
from counterclaim.documents.datelines import datelines
from counterclaim.documents.headlines import headings, headlines
from counterclaim.documents.page import Page
from counterclaim.documents.repeats import repeats
from counterclaim.model.text import Passage


def find_layout(page: Page) -> tuple[Passage, ...]:
    """Return the passages of a text in its order; none overlap, and most texts have few.

    A sentence taken for a heading or a byline is lost to the reader, so each rule needs proof
    from the words or the place, and passes where there is none. Time grows with the text's length.
    """
    return _apart(passage for rule in RULES for passage in rule(page))


def _apart(found: Iterable[Passage]) -> tuple[Passage, ...]:
    """Keep each passage that overlaps none before it: an earlier rule wins."""
    kept: list[Passage] = []
    begins: list[int] = []
    for passage in found:
        at = bisect_left(begins, passage.span.begin)
        beside = kept[max(0, at - 1) : at + 1]
        if not any(passage.span.overlaps(other.span) for other in beside):
            kept.insert(at, passage)
            begins.insert(at, passage.span.begin)
    return tuple(kept)


Rule = Callable[[Page], Iterator[Passage]]
RULES: tuple[Rule, ...] = (headlines, author_credits, repeats, datelines, headings)

"""Quoted sentences that no cue goes with: they continue somebody's words, or nobody knows whose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.model.tree import Words
from counterclaim.statements.finding import UNNAMED, Finding, Page
from counterclaim.statements.turns import is_direction


def find_runs(page: Page, found: Sequence[Finding]) -> Iterator[Finding]:
    """Find the quoted sentences that are nobody's yet, and whose words they continue."""
    taken = {word for one in found for word in (*one.content, *one.cue)}
    cued = _cued(page, found)
    whose = _speakers(page, cued)
    for first, end in page.tree.bounds:
        words = [at for at in range(first, end) if page.tree.tokens[at].pos != "PUNCT"]
        if not words or any(page.quoted[at] < 0 or at in taken for at in words):
            continue
        if is_direction(page, tuple(words)):
            continue
        number = page.quoted[words[0]]
        first_of_it = cued.get(number)
        if first_of_it is not None:
            yield first_of_it.but(content=tuple(words), rule="same_quotation", holder=None)
        else:
            yield _continued(tuple(words), whose.get(number))


def _continued(words: Words, begun: Finding | None) -> Finding:
    """Give words to the one whose quotation goes on; of a transcript, by the label of the turn."""
    if begun is None:
        return Finding(None, (), words, UNNAMED, "run_on")
    label = begun.phrase if begun.rule == "turn" else ()
    return Finding(None, (), words, UNNAMED, "run_on", named_by=begun.source, phrase=label)


def _speakers(page: Page, cued: Mapping[int, Finding]) -> dict[int, Finding]:
    """Return, for each quotation, the attribution that begins what its speaker says."""
    whose = dict(cued)
    for number, quotation in enumerate(page.quotations[1:], 1):
        near = quotation.runs_on or _paragraph(page, number) == _paragraph(page, number - 1)
        if number not in whose and number - 1 in whose and near:
            whose[number] = whose[number - 1]
    return whose


def _cued(page: Page, found: Sequence[Finding]) -> dict[int, Finding]:
    """Return, for each quotation that a cue goes with, the attribution that does so."""
    cued: dict[int, Finding] = {}
    for finding in found:
        if finding.source is not None and finding.group.sort != "attitude":
            inside = {page.quoted[at] for at in finding.content} - {-1}
            cued.update(dict.fromkeys(inside, finding))
    return cued


def _paragraph(page: Page, number: int) -> int:
    words = page.tree.at(page.quotations[number].outer)
    return page.tree.paragraph[words[0]] if words else -1

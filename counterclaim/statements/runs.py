"""Quoted sentences that no cue goes with: they continue somebody's words, or nobody knows whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.statements.finding import UNNAMED, Finding, Page


def find_runs(page: Page, found: Sequence[Finding]) -> Iterator[Finding]:
    """Find the quoted sentences that are nobody's yet, and whose words they continue."""
    taken = {word for one in found for word in (*one.content, *one.cue)}
    whose = _speakers(page, found)
    for first, end in page.tree.bounds:
        words = [at for at in range(first, end) if page.tree.tokens[at].pos != "PUNCT"]
        if not words or any(page.quoted[at] < 0 or at in taken for at in words):
            continue
        speaker = whose.get(page.quoted[words[0]])
        yield Finding(None, (), tuple(words), UNNAMED, "run_on", named_by=speaker)


def _speakers(page: Page, found: Sequence[Finding]) -> dict[int, int]:
    """Return, for each quotation, the head of the noun phrase for the one who speaks it."""
    whose = _cued(page, found)
    for number, quotation in enumerate(page.quotations[1:], 1):
        near = quotation.runs_on or _paragraph(page, number) == _paragraph(page, number - 1)
        if number not in whose and number - 1 in whose and near:
            whose[number] = whose[number - 1]
    return whose


def _cued(page: Page, found: Sequence[Finding]) -> dict[int, int]:
    """Return the speaker of each quotation that a cue goes with."""
    whose: dict[int, int] = {}
    for finding in found:
        if finding.source is not None and finding.group.sort != "attitude":
            inside = {page.quoted[at] for at in finding.content} - {-1}
            whose.update(dict.fromkeys(inside, finding.source))
    return whose


def _paragraph(page: Page, number: int) -> int:
    words = page.tree.at(page.quotations[number].outer)
    return page.tree.paragraph[words[0]] if words else -1

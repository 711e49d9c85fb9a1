"""Which tellings are worth comparing: those of documents that share rare marks.

The number of pairs grows with the number of documents, not with its square: a mark that many
documents share brings each together only with those published next to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from counterclaim.linking.pairs import Background, Pair
from counterclaim.linking.reports import Marks, Report
from counterclaim.model.text import DocumentId

NEIGHBOURS = 12
"""Documents on either side that one mark brings a document together with, by publication."""
MOST = 24
"""Documents that one is held against: those that share most. So many are all held together."""


def candidates(reports: Sequence[Report], background: Background) -> Iterator[Pair]:
    """Yield the pairs worth comparing, each once."""
    told: dict[DocumentId, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda each: each.order):
        told[report.document.id].append(report)
    for of_one in told.values():
        for one, other in combinations(of_one, 2):
            yield Pair(one, other, background)
    about = {id: of_one[0].about for id, of_one in told.items()}
    for first, second in _documents(about, background):
        for one, other in product(told[first], told[second]):
            yield Pair(one, other, background)


def _documents(
    about: Mapping[DocumentId, Marks], background: Background
) -> Iterator[tuple[DocumentId, DocumentId]]:
    """Yield the pairs of documents that share most, in the order of `about`."""
    if len(about) <= MOST:
        yield from combinations(about, 2)
        return
    shared = _shared(about, background)
    chosen: set[tuple[DocumentId, DocumentId]] = set()
    place = {id: number for number, id in enumerate(about)}
    for id, others in shared.items():
        best = sorted(others, key=lambda other: (-others[other], other))[:MOST]
        chosen.update((id, other) if place[id] < place[other] else (other, id) for other in best)
    yield from sorted(chosen)


def _shared(
    about: Mapping[DocumentId, Marks], background: Background
) -> Mapping[DocumentId, Mapping[DocumentId, float]]:
    """Say for each document how much it shares with each of those near it."""
    holders: dict[str, list[DocumentId]] = defaultdict(list)
    for id, marks in about.items():
        for mark in marks:
            holders[mark].append(id)
    shared: dict[DocumentId, dict[DocumentId, float]] = {id: defaultdict(float) for id in about}
    for mark in sorted(holders):
        worth = background.marks.squares[mark]
        for at, id in enumerate(holders[mark]):
            for other in holders[mark][at + 1 : at + 1 + NEIGHBOURS]:
                shared[id][other] += worth
                shared[other][id] += worth
    return shared

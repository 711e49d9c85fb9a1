"""Run-on words at the cue of the words they continue.

PolNeAR takes '"A," he said. "B."' whole to one cue; a ledger has two statements, the second without
source and cue of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

Entry = dict[str, Any]


def at_their_cues(ledger: Entry) -> Entry:
    """Return a ledger whose run-on words have the source and cue of the words they continue."""
    cued: dict[str, list[Entry]] = defaultdict(list)
    for one in ledger["statements"]:
        if one["cue"] and one["source"]["span"]:
            cued[one["document"]].append(one)
    return {
        **ledger,
        "statements": [_joined(one, cued[one["document"]]) for one in ledger["statements"]],
    }


def _joined(one: Entry, cued: Sequence[Entry]) -> Entry:
    named_at = one["source"]["named_at"]
    continued = [each for each in cued if named_at and _meet(each["source"]["span"], named_at)]
    if one["cue"] or not continued:
        return one
    before = [each for each in continued if each["content"][0] <= one["content"][0]]
    whole = before[-1] if before else continued[0]
    source = {**one["source"], "span": whole["source"]["span"]}
    return {**one, "cue": whole["cue"], "source": source}


def _meet(span: Sequence[int], other: Sequence[int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]

"""Scores of the heads into roles, spans, links and stances: the likeliest reading of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.language.encoding import Encoded, Numbers
from counterclaim.model.tags import Ranking, Roles, TaggedStatement, Tags, Words

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BI"))
NEAR = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)
"""Pieces between two spans: the upper edges of the buckets of distance."""

LINK = 96
"""Numbers by which a span is known to the heads that link spans."""

REACH = 250
"""Pieces between a cue and what belongs to it, at most: the reader never saw more."""

SHARED = 0.3
"""Probability, among all cues, from which a content belongs to a cue beside its likeliest one."""

STRIP = 64
"""Parts for which links are scored in one go."""

NEVER = 10**6
RANKED = 3
"""Answers that are kept for each question: the likeliest, and those that it won against."""

FORBIDDEN = -1e9


class Part(NamedTuple):
    """A stretch of words in one role: from its first word to the one after its last."""

    begin: int
    end: int


def decode(encoded: Encoded, stances: Mapping[str, Sequence[str]], model: str) -> Tags:
    """Read the attributions off the scores; `stances` names the answers of each stance head."""
    scores = _log_softmax(encoded.outputs["tags"][list(encoded.first)])
    parts = _parts(_best_path(scores))
    chances = np.exp(scores)
    sources, contents = _sources(encoded, parts), _contents(encoded, parts)
    statements = tuple(
        TaggedStatement(
            cue=tuple(range(*cue)),
            content=words,
            cue_score=round(float(chances[cue.begin : cue.end, 3:5].sum(1).mean()), 3),
            content_score=round(linked, 3),
            sources=sources[number],
            stance=_stance(encoded, cue, sources[number][0][0], words, stances),
        )
        for number, cue in enumerate(parts["cue"])
        for words, linked in [contents[number]]
        if words
    )
    summed = chances[:, 1:].reshape(len(chances), len(ROLES), len("BI")).sum(2).tolist()
    roles = tuple([Roles(*[round(one, 3) for one in row]) for row in summed])
    return Tags(roles, statements, _relays(encoded), model=model)


def _relays(encoded: Encoded) -> tuple[Words, ...]:
    """Return the stretches of words that are likeliest a relay."""
    path = encoded.outputs["relays"][list(encoded.first)].argmax(1)
    found: list[list[int]] = []
    for word, tag in enumerate(path):
        if tag == 2 and found and found[-1][-1] == word - 1:
            found[-1].append(word)
        elif tag:
            found.append([word])
    return tuple(map(tuple, found))


def _log_softmax(scores: Numbers) -> Numbers:
    shifted = scores - scores.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))  # type: ignore[no-any-return]


def _steps() -> Numbers:
    """Say which tag may follow which: I only its own B or I."""
    may = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for after, tag in enumerate(TAGS):
        if tag.startswith("I"):
            may[[n for n, before in enumerate(TAGS) if before[2:] != tag[2:]], after] = FORBIDDEN
    return may


def _best_path(scores: Numbers) -> list[int]:
    """Find the likeliest sequence of tags (Viterbi)."""
    steps, back = _steps(), np.zeros(scores.shape, dtype=np.int64)
    best = scores[0] + _steps()[0]
    for at in range(1, len(scores)):
        through = best[:, None] + steps
        back[at] = through.argmax(0)
        best = through.max(0) + scores[at]
    path = [int(best.argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def _parts(path: Sequence[int]) -> dict[str, list[Part]]:
    parts: dict[str, list[Part]] = {role: [] for role in ROLES}
    begin = 0
    for at in range(1, len(path) + 1):
        if at == len(path) or not TAGS[path[at]].startswith("I"):
            if path[begin]:
                parts[TAGS[path[begin]][2:]].append(Part(begin, at))
            begin = at
    return parts


def _means(encoded: Encoded, output: str, column: int, parts: Sequence[Part]) -> Numbers:
    """Return the mean vector of each part (parts, LINK)."""
    vectors = encoded.outputs[output][:, column * LINK : (column + 1) * LINK]
    rows = [
        vectors[encoded.first[part.begin] : encoded.last[part.end - 1]].mean(0) for part in parts
    ]
    return np.array(rows, dtype=np.float32).reshape(len(parts), LINK)


def _pairs(encoded: Encoded, kind: int, cues: Sequence[Part], others: Sequence[Part]) -> Numbers:
    """Score each cue with each source (kind 0) or content (kind 1); out of reach: forbidden."""
    by_cue = _means(encoded, "spans", 2 * kind, cues)
    by_other = _means(encoded, "spans", 2 * kind + 1, others)
    out = encoded.outputs
    (begin, end), (first, last) = _edges(encoded, cues), _edges(encoded, others)
    before = first[None] >= end[:, None]
    gap = np.where(before, first[None] - end[:, None], begin[:, None] - last[None])
    bucket = np.searchsorted(NEAR, np.maximum(gap, 0)) + before * (len(NEAR) + 1)
    breaks = encoded.breaks
    paragraphs = np.minimum(abs(breaks[first][None] - breaks[begin][:, None]), 2)
    scores = by_cue @ by_other.T / LINK**0.5 + out["distance"][kind][bucket]
    scores = scores + out["paragraph"][kind][paragraphs] + out["offset"][kind]
    return np.where(gap > REACH, FORBIDDEN, scores)


def _edges(encoded: Encoded, parts: Sequence[Part]) -> npt.NDArray[np.int64]:
    """Return the first piece of each part, and the one after its last (2, parts)."""
    edges = [(encoded.first[part.begin], encoded.last[part.end - 1]) for part in parts]
    return np.array(edges, dtype=np.int64).reshape(-1, 2).T


def _strips(
    encoded: Encoded, ones: Sequence[Part], others: Sequence[Part]
) -> Iterator[tuple[Sequence[Part], slice]]:
    """Yield parts a strip at a time, with where the others are that are within their reach.

    So time and memory grow with the length of a text, not with its square.
    """
    begins = [encoded.first[other.begin] for other in others]
    ends = [encoded.last[other.end - 1] for other in others]
    for at in range(0, len(ones), STRIP):
        strip = ones[at : at + STRIP]
        low = encoded.first[strip[0].begin] - REACH
        high = encoded.last[strip[-1].end - 1] + REACH
        yield strip, slice(bisect_left(ends, low), bisect_right(begins, high))


def _sources(
    encoded: Encoded, parts: Mapping[str, list[Part]]
) -> list[tuple[tuple[Words, float], ...]]:
    """Rank for each cue the words that may be its source, and no words for none."""
    found: list[tuple[tuple[Words, float], ...]] = []
    for cues, near in _strips(encoded, parts["cue"], parts["source"]):
        sources = parts["source"][near]
        alone = _means(encoded, "spans", 0, cues) @ encoded.outputs["nobody"] / LINK**0.5
        apart = _apart(encoded, sources, cues).T
        pairs = np.where(apart, FORBIDDEN, _pairs(encoded, 0, cues, sources))
        scores = np.concatenate([alone[:, None], pairs], 1)
        spans = [(), *(tuple(range(*source)) for source in sources)]
        found += [_ranked(spans, row) for row in np.exp(_log_softmax(scores))]
    return found


def _ranked(spans: Sequence[Words], chances: Numbers) -> tuple[tuple[Words, float], ...]:
    best = (at for at in (-chances).argsort(kind="stable")[:RANKED] if chances[at])
    return tuple((spans[at], round(float(chances[at]), 3)) for at in best)


def _contents(encoded: Encoded, parts: Mapping[str, list[Part]]) -> list[tuple[Words, float]]:
    """Give each content to its likeliest cue, and to others that are likely too; or to none."""
    found: list[tuple[list[int], list[float]]] = [([], []) for _ in parts["cue"]]
    for contents, near in _strips(encoded, parts["content"], parts["cue"]):
        cues = parts["cue"][near]
        alone = _means(encoded, "spans", 3, contents) @ encoded.outputs["orphan"] / LINK**0.5
        pairs = np.where(
            _apart(encoded, cues, contents), FORBIDDEN, _pairs(encoded, 1, cues, contents)
        )
        scores = np.concatenate([alone[:, None], pairs.T], 1)
        for part, chances in zip(contents, np.exp(_log_softmax(scores)), strict=True):
            best = chances[1:].max(initial=0.0)
            likely = (chances[1:] > SHARED) | (chances[1:] == best)
            for cue in np.flatnonzero(likely & (best >= chances[0])):
                words, linked = found[near.start + cue]
                words.extend(range(*part))
                linked.append(float(chances[cue + 1]))
    return [(tuple(words), min(linked, default=0.0)) for words, linked in found]


def _apart(encoded: Encoded, cues: Sequence[Part], others: Sequence[Part]) -> npt.NDArray[np.bool_]:
    """Say what cannot belong together: what is near comes before what is further off.

    A part goes with a cue of its own sentence, else with one of the nearest sentence that has one.
    """
    cue = np.array([encoded.sentence[part.begin] for part in cues])
    first = np.array([encoded.sentence[part.begin] for part in others])
    last = np.array([encoded.sentence[part.end - 1] for part in others])
    if not cues or not others:
        return np.zeros((len(cues), len(others)), dtype=np.bool_)
    steps = np.maximum(cue[:, None] - last[None], first[None] - cue[:, None])
    before, after = (
        np.where(side, steps, NEVER).min(0) for side in (first > cue[:, None], last < cue[:, None])
    )
    within = (steps <= 0).any(0)
    near: npt.NDArray[np.bool_] = np.where(within, steps <= 0, (steps == before) | (steps == after))
    return ~near


def _stance(
    encoded: Encoded,
    cue: Part,
    source: Words,
    content: Words,
    stances: Mapping[str, Sequence[str]],
) -> dict[str, Ranking]:
    """Rank the answers of each stance head for one attribution."""
    mixed = _means(encoded, "stances", 0, [cue])[0]
    if source:
        mixed = mixed + _means(encoded, "stances", 1, [Part(source[0], source[-1] + 1)])[0]
    end = next((n for n, at in enumerate(content) if at - content[0] != n), len(content))
    mixed = mixed + _means(encoded, "stances", 2, [Part(content[0], content[end - 1] + 1)])[0]
    out = encoded.outputs
    logits = np.tanh(mixed) @ out["stance_weight"].T + out["stance_bias"]
    ranked: dict[str, Ranking] = {}
    begin = 0
    for head, answers in stances.items():
        chances = np.exp(_log_softmax(logits[begin : begin + len(answers)]))
        pairs = zip(answers, (round(float(one), 3) for one in chances), strict=True)
        ranked[head] = tuple(sorted(pairs, key=lambda pair: -pair[1])[:RANKED])
        begin += len(answers)
    return ranked

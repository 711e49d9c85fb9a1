"""How well chances of being right are told: tables, precision at coverage, a diagram."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

Pairs = Sequence[tuple[float, bool]]
"""Chances that were given, and whether it was right."""

BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
SIDE = 260
COLOURS = ("#1f5f8b", "#b5541c")


def tables(title: str, statements: Pairs, sources: Pairs, bound: float) -> Iterator[str]:
    """Yield the tables of one set; `bound` is the chance below which a source is left open."""
    yield f"{title}: statements (chance, number, mean chance, share right)"
    yield from bands(statements)
    if sources:
        yield f"{title}: sources of statements that stand there"
        yield from bands(sources)
        yield "  named from a chance of, share of sources named, share of these right"
        yield from (coverage(sources, at) for at in sorted({*BOUNDS, bound}))


def bands(pairs: Pairs) -> Iterator[str]:
    """Yield a line per band: how many, how sure on average, how often right."""
    for low, high in pairwise(BANDS):
        inside = [pair for pair in pairs if low <= pair[0] < high]
        if inside:
            mean, share = _means(inside)
            yield f"  {low:.2f}-{min(high, 1):.2f}  {len(inside):5}  {mean:.3f}  {share:.3f}"


def coverage(pairs: Pairs, bound: float) -> str:
    """Tell how many are named from a chance on, and how many of these are right."""
    kept = [pair for pair in pairs if pair[0] >= bound]
    share = _means(kept)[1] if kept else 0.0
    return f"  {bound:.3f}  {100 * len(kept) / len(pairs):5.1f} %  {100 * share:5.1f} %"


def _means(pairs: Pairs) -> tuple[float, float]:
    return sum(c for c, _ in pairs) / len(pairs), sum(right for _, right in pairs) / len(pairs)


def diagram(sets: Mapping[str, Pairs]) -> str:
    """Draw chance given (across) against share right (up); the diagonal is where they are one."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-40 -10 {SIDE + 60} {SIDE + 60}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect width="{SIDE}" height="{SIDE}" fill="#fff" stroke="#888"/>',
        f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="#bbb" stroke-dasharray="4"/>',
        f'<text x="{SIDE / 2}" y="{SIDE + 32}" text-anchor="middle">chance given</text>',
        f'<text transform="translate(-26 {SIDE / 2}) rotate(-90)" text-anchor="middle">'
        "share right</text>",
    ]
    for tick in (0.0, 0.5, 1.0):
        parts.append(f'<text x="{tick * SIDE}" y="{SIDE + 15}" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="-6" y="{SIDE - tick * SIDE + 4}" text-anchor="end">{tick}</text>')
    for number, (name, pairs) in enumerate(sets.items()):
        parts += _dots(pairs, COLOURS[number])
        at = 16 + 15 * number
        parts.append(f'<text x="10" y="{at}" fill="{COLOURS[number]}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _dots(pairs: Pairs, colour: str) -> Iterator[str]:
    for low, high in pairwise(BANDS):
        inside = [pair for pair in pairs if low <= pair[0] < high]
        if inside:
            mean, share = _means(inside)
            size = 3 + 9 * len(inside) / len(pairs)
            yield (
                f'<circle cx="{mean * SIDE:.1f}" cy="{SIDE - share * SIDE:.1f}" r="{size:.1f}" '
                f'fill="{colour}" fill-opacity="0.7"/>'
            )

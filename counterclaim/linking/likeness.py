"""How much speaks for two tellings being of one happening, and how much against it.

Every ground is a named function of a pair, and has a weight; `explain` prints both. How the weights
were fitted stands in docs/linking.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import timedelta

from counterclaim.linking.distances import is_apart, is_within
from counterclaim.linking.pairs import Pair, days_apart
from counterclaim.linking.reports import Report
from counterclaim.model.time import Days

SAME_SUBJECT = 0.15
"""Cosine of two documents' marks from which they are surely about one thing."""
SEVERAL = 4
"""A single name in common is no subject, however rare it is."""
SAME_COMPANY = 0.3
CHANCE, SAME_WORDS = 0.02, 0.12
"""Cosines of two documents' words: of unlike subjects, and from which they surely are of one."""
TOLD_ALIKE = 0.2
SHORT = timedelta(days=3)
"""A happening of no more days has a day of its own."""
FRESH = timedelta(days=6)
"""What a report gives no day for mostly happened in the week before it."""


def likeness(pair: Pair) -> float:
    """Weigh all that speaks for and against two tellings being of one happening."""
    return math.fsum(weight * rule(pair) for rule, weight in GROUNDS)


def grounds(pair: Pair) -> tuple[tuple[str, float], ...]:
    """Return what speaks for and against, each by its name and with its worth."""
    found = ((rule.__name__, round(weight * rule(pair), 2)) for rule, weight in GROUNDS)
    return tuple((name, worth) for name, worth in found if worth)


def same_subject(pair: Pair) -> float:
    """Both documents hold several names, days and numbers that few others hold."""
    one, other = pair.one.about, pair.other.about
    several = min(1.0, len(one & other) / SEVERAL)
    return several * min(1.0, pair.background.marks.alike(one, other) / SAME_SUBJECT)


def same_company(pair: Pair) -> float:
    """Both stand in sentences with the same names, days and numbers."""
    return min(1.0, pair.background.marks.alike(pair.one.beside, pair.other.beside) / SAME_COMPANY)


def same_words(pair: Pair) -> float:
    """Both documents hold the same words, that few others hold."""
    alike = pair.background.words.alike(pair.one.words, pair.other.words)
    return min(1.0, max(0.0, (alike - CHANCE) / (SAME_WORDS - CHANCE)))


def told_alike(pair: Pair) -> float:
    """Both stand in sentences with the same words."""
    alike = pair.background.words.alike(pair.one.told_in, pair.other.told_in)
    return min(1.0, alike / TOLD_ALIKE)


def others_harmed(pair: Pair) -> float:
    """Both say who, or both say what was hit, in words that have nothing in common."""
    one, other = pair.one, pair.other
    comparable = (one.victims and other.victims) or (one.targets and other.targets)
    same = (one.victims | one.targets) & (other.victims | other.targets)
    return float(bool(comparable) and not same)


def same_type(pair: Pair) -> float:
    """Both are of one type."""
    one, other = pair.types
    return float(one == other)


def nearer_type(pair: Pair) -> float:
    """One is of a type that is a kind of the other's."""
    one, other = pair.types
    return float(one != other and pair.background.types.related(one, other))


def kindred_type(pair: Pair) -> float:
    """Both types are kinds of one type."""
    one, other = pair.types
    types = pair.background.types
    return float(types.kin(one, other) and not types.related(one, other))


def other_violence(pair: Pair) -> float:
    """Both are violence, but of no kind that the types share."""
    one, other = pair.types
    return float(not pair.background.types.kin(one, other))


def same_days(pair: Pair) -> float:
    """Both give days, and these meet within a few."""
    gap = days_apart(pair.one.days, pair.other.days)
    return float(gap is not None and gap <= timedelta(0) and _is_short(pair))


def fitting_days(pair: Pair) -> float:
    """One gives no day, but was published when that would fit."""
    gap = _presumed_gap(pair)
    return float(gap is not None and gap <= timedelta(0))


def unfitting_days(pair: Pair) -> float:
    """One gives no day, and was not published in the week after."""
    gap = _presumed_gap(pair)
    return float(gap is not None and gap > timedelta(0))


def other_days(pair: Pair) -> float:
    """Both give days, and these are apart."""
    gap = days_apart(pair.one.days, pair.other.days)
    return float(gap is not None and gap > timedelta(days=1))


def same_place(pair: Pair) -> float:
    """Both give one place, or the place of one lies within the other's."""
    one, other = pair.one.place, pair.other.place
    return float(one is not None and other is not None and is_within(one, other))


def other_place(pair: Pair) -> float:
    """Both give places, and these are far apart."""
    one, other = pair.one.place, pair.other.place
    return float(one is not None and other is not None and is_apart(one, other))


def both_foremost(pair: Pair) -> float:
    """Each is what its document tells of most."""
    return float(pair.one.foremost and pair.other.foremost)


def same_document(pair: Pair) -> float:
    """One document tells them apart."""
    return float(pair.one.document.id == pair.other.document.id)


def many_documents(pair: Pair) -> float:
    """Many documents tell of many happenings: two of a large case are less likely of one."""
    return 0.0 if same_document(pair) else math.log10(pair.background.documents)


def at_first_sight(pair: Pair) -> float:  # noqa: ARG001
    """Most pairs of tellings are of two happenings."""
    return 1.0


GROUNDS: tuple[tuple[Callable[[Pair], float], float], ...] = (
    (same_subject, 5.5),
    (same_company, 3.0),
    (same_words, 2.0),
    (told_alike, 1.0),
    (others_harmed, -1.75),
    (same_type, 2.25),
    (nearer_type, 1.0),
    (kindred_type, 1.5),
    (other_violence, -4.5),
    (same_days, 0.75),
    (fitting_days, 0.25),
    (unfitting_days, -1.0),
    (other_days, -1.75),
    (same_place, 2.0),
    (other_place, -1.0),
    (both_foremost, 1.0),
    (same_document, -5.5),
    (many_documents, -1.75),
    (at_first_sight, -2.25),
)


TYING = frozenset(
    {
        *(same_subject, same_company, same_words, told_alike),
        *(same_days, fitting_days, same_place),
    }
)
"""Grounds on which two tellings are of this happening, and not only of the same kind."""


def ties(pair: Pair) -> float:
    """Weigh what ties two tellings to one happening: its place, its days, its names, its words."""
    return math.fsum(weight * rule(pair) for rule, weight in GROUNDS if rule in TYING)


def _is_short(pair: Pair) -> bool:
    spans = (last - first for first, last in filter(None, (pair.one.days, pair.other.days)))
    return min(spans) <= SHORT


def _presumed_gap(pair: Pair) -> timedelta | None:
    if pair.one.days and pair.other.days:
        return None
    return days_apart(_presumed(pair.one), _presumed(pair.other))


def _presumed(report: Report) -> Days | None:
    published = report.document.published
    return report.days or ((published - FRESH, published) if published else None)

"""The words of a language by which place names are known, and what was learned about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWords:
    """All entries are in lower case. What each list does stands beside it in `en/places.toml`."""

    at: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    near: tuple[str, ...] = ()
    borders: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    joined_by: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    sides: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, float] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    sites: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class PlaceWeights:
    """What training/places.py learned: how much each named feature weighs.

    `tagging` says whether words are a place, `agreement` mends that by the same name elsewhere,
    `ranking` says which place they are; `tag_from` and `rank_from` are the chances from which an
    answer stands.
    """

    tagging: Mapping[str, float] = field(default_factory=dict)
    agreement: Mapping[str, float] = field(default_factory=dict)
    ranking: Mapping[str, float] = field(default_factory=dict)
    tag_from: float = 0.5
    rank_from: float = 0.5

"""Parties that reports speak of, as the ledger knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from counterclaim.model.statement import MentionId, MentionType

ActorId = NewType("ActorId", str)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party under all the names that documents give it.

    `known` is its id among the parties known beforehand, if it is one. `countries` are ISO 3166-1
    alpha-3, its home first; `part_of` the ids of the known parties that it belongs to or speaks
    for, nearest first.
    """

    id: ActorId
    name: str
    type: MentionType
    aliases: tuple[str, ...]
    mentions: tuple[MentionId, ...]
    rule: str
    known: str = ""
    countries: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()

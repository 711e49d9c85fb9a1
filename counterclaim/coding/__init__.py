"""Events as rows of codebooks: every cell with its words and its rule, or blank with the reason."""

from counterclaim.coding.draft import World, world_of
from counterclaim.coding.interactions import CodedInteraction, code_interactions
from counterclaim.coding.rows import (
    NUMBERS,
    below_inclusion,
    code_cell,
    code_event,
    code_events,
    rule_book,
)

__all__ = [
    "NUMBERS",
    "CodedInteraction",
    "World",
    "below_inclusion",
    "code_cell",
    "code_event",
    "code_events",
    "code_interactions",
    "rule_book",
    "world_of",
]

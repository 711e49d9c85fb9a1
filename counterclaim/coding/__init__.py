"""Events as rows of codebooks: every cell with its words and its rule, or blank with the reason."""

from counterclaim.coding.draft import World, world_of
from counterclaim.coding.rows import NUMBERS, code_event, code_events, rule_book

__all__ = ["NUMBERS", "World", "code_event", "code_events", "rule_book", "world_of"]

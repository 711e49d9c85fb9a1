"""Where the content of a verb of saying or thinking stands.

Each rule looks at one verb with one group of cues and answers with the words of the content, or
passes with nothing. The first answer counts.
"""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.model.tree import Words
from counterclaim.statements.clauses import infinitive, marked_clause, that_clause
from counterclaim.statements.loose import (
    adjoining_quotation,
    parenthesis,
    quotation_beside,
    rest_of_sentence,
)
from counterclaim.statements.objects import called_first, complement, object_and_phrase, predicate
from counterclaim.statements.site import Site

Rule = Callable[[Site], Words]

RULES: tuple[Rule, ...] = (
    called_first,
    predicate,
    infinitive,
    that_clause,
    marked_clause,
    complement,
    object_and_phrase,
    parenthesis,
    adjoining_quotation,
    quotation_beside,
    rest_of_sentence,
)

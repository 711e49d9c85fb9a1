"""A reader by rules alone: what it makes of a sentence does not hang on the weights at hand."""

from collections.abc import Callable
from functools import cache

import pytest

from counterclaim.language import find_mentions, parser
from counterclaim.model.record import Reading
from counterclaim.model.text import Document
from counterclaim.statements import account_for, find_statements


@pytest.fixture(scope="session")
def by_rules(english) -> Callable[[Document | str], Reading]:
    """Read a document, or a bare text, without the learned reader."""

    @cache
    def reading(given: Document | str) -> Reading:
        document = Document(given, language="en") if isinstance(given, str) else given
        text = parser.parse(document, english.parser)
        mentions = find_mentions(text, english)
        statements = find_statements(text, mentions, english)
        return Reading(document, mentions, statements, account_for(text, statements))

    return reading

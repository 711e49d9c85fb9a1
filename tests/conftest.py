"""What all tests share: the English reader, loaded once."""

from collections.abc import Callable
from functools import cache

import pytest

from counterclaim.knowledge import Language, load_knowledge
from counterclaim.language import find_mentions, parse
from counterclaim.model.record import Reading
from counterclaim.model.text import Document, Parse
from counterclaim.statements import account_for, find_statements


@pytest.fixture(scope="session")
def english() -> Language:
    return load_knowledge().languages["en"]


@pytest.fixture(scope="session")
def parsed(english) -> Callable[[str], Parse]:
    return cache(lambda text: parse(Document(text, language="en"), english))


@pytest.fixture(scope="session")
def read(english) -> Callable[[Document | str], Reading]:
    """Read a document, or a bare text, as the pipeline does."""

    @cache
    def reading(given: Document | str) -> Reading:
        document = Document(given, language="en") if isinstance(given, str) else given
        text = parse(document, english)
        mentions = find_mentions(text, english)
        statements = find_statements(text, mentions, english)
        return Reading(document, mentions, statements, account_for(text, statements))

    return reading

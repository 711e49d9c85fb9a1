"""What the tests of content share: what a bare text tells of."""

from collections.abc import Callable
from functools import cache

import pytest

from counterclaim.content import find_tellings
from counterclaim.knowledge import load_knowledge
from counterclaim.language import find_mentions, parser
from counterclaim.model.event import Telling
from counterclaim.model.record import Reading
from counterclaim.model.text import Document
from counterclaim.statements import find_statements


@pytest.fixture(scope="session")
def told(parsed, read) -> Callable[[str], tuple[Telling, ...]]:
    """Read what a bare text says happened."""
    known = load_knowledge()

    def tellings(text: str) -> tuple[Telling, ...]:
        reading = read(text)
        english = known.languages["en"]
        return find_tellings(
            parsed(text), reading.mentions, reading.statements, english, known.events
        )

    return tellings


@pytest.fixture(scope="session")
def by_rules(english) -> Callable[[str], Reading]:
    """Read a bare text without the learned reader."""

    @cache
    def reading(text: str) -> Reading:
        document = Document(text, language="en")
        parsed = parser.parse(document, english.parser)
        mentions = find_mentions(parsed, english)
        statements = find_statements(parsed, mentions, english)
        known = load_knowledge()
        tellings = find_tellings(parsed, mentions, statements, english, known.events)
        return Reading(document, mentions, statements, tellings=tellings)

    return reading


@pytest.fixture(scope="session")
def ruled(by_rules) -> Callable[[str], tuple[Telling, ...]]:
    """Read by rules alone what a bare text says happened: the weights at hand decide nothing."""
    return lambda text: by_rules(text).tellings

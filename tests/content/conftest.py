"""What the tests of content share: what a bare text tells of."""

from collections.abc import Callable

import pytest

from counterclaim.content import find_tellings
from counterclaim.knowledge import load_knowledge
from counterclaim.model.event import Telling


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

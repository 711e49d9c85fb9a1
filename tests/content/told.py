"""What texts tell, read whole."""

from datetime import date
from functools import cache

from counterclaim.knowledge import load_knowledge
from counterclaim.model.event import Telling
from counterclaim.model.record import Reading
from counterclaim.model.text import Document
from counterclaim.pipeline import read_document

FRIDAY = date(2024, 4, 12)


@cache
def reading(text: str) -> Reading:
    """Read a text that was published on a Friday."""
    return read_document(Document(text, language="en", published=FRIDAY), load_knowledge())


def tellings(text: str) -> tuple[Telling, ...]:
    return reading(text).tellings


def only(text: str) -> Telling:
    """Read the one event of a text."""
    (telling,) = tellings(text)
    return telling


def words(text: str, telling: Telling) -> list[str]:
    return [text[one.span.begin : one.span.end] for one in telling.triggers]

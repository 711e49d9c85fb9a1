"""Texts read for their times, with the English words."""

from datetime import date
from functools import cache

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge import BUILT_IN
from counterclaim.knowledge.files import read_toml
from counterclaim.knowledge.numbers import NumberWords
from counterclaim.knowledge.parser import ParserChoice
from counterclaim.knowledge.times import TimeWords
from counterclaim.language import parser
from counterclaim.language.times import find_times
from counterclaim.model.text import Cited, Document, Parse
from counterclaim.model.time import Time

ENGLISH = BUILT_IN / "languages" / "en"
PARSER = read_toml(ENGLISH / "parser.toml", ParserChoice, KnowledgeError)
TIMES = read_toml(ENGLISH / "times.toml", TimeWords, KnowledgeError)
NUMBERS = read_toml(ENGLISH / "numbers.toml", NumberWords, KnowledgeError)
FRIDAY = date(2024, 4, 12)


@cache
def parsed(text: str, published: date | None = None) -> Parse:
    """Parse a text with the English parser."""
    return parser.parse(Document(text, language="en", published=published), PARSER)


def times_in(text: str, published: date | None = FRIDAY) -> tuple[Cited[Time], ...]:
    """Read the times of a text that was published on a Friday, if nothing else is said."""
    return find_times(parsed(text, published), TIMES, NUMBERS)


def only(text: str, published: date | None = FRIDAY) -> Time:
    """Read the one time of a text."""
    (found,) = times_in(text, published)
    return found.value

"""Templates: our own words and marks around the words of documents, which are always escaped."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from counterclaim.model.statement import Polarity
from counterclaim.model.version import VERSION
from counterclaim.page.charts import look, shortened
from counterclaim.views.disputes import told_origins
from counterclaim.views.statements import STANCES

HERE = Path(__file__).parent
STATIC = HERE / "static"
OWN_ADDRESS = re.compile(r'(<a\b[^>]*?)\s+href="/[^"]*"')
SIGNS = {Polarity.TRUE: "●", Polarity.FALSE: "○", Polarity.OPEN: "◌"}
"""How a stance is marked: by shape, and by colour only beside it."""
BLANKS = {
    "text_silent": "the text says nothing",
    "not_found": "not found by this reader",
    "contested": "contested",
    "judgement": "a person must decide",
    "registry": "needs their list",
}
"""The five reasons for a blank, in words."""


@cache
def environment() -> Environment:
    """Return the environment of all templates: escaping, and an error for an unknown name."""
    made = Environment(
        loader=FileSystemLoader(HERE / "layouts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(version=VERSION, signs=SIGNS, stances=STANCES, blanks=BLANKS, look=look)
    made.filters.update(
        days=_days, words=_words, origins=told_origins, query=_query, counted=_counted, per=_per
    )
    made.filters.update(shortened=shortened)
    return made


def render(template: str, values: Mapping[str, Any]) -> str:
    """Fill a template."""
    return environment().get_template(template).render(values)


def without_addresses(content: str) -> str:
    """Take out the links that lead to the page itself: a file on a disk has no page behind it."""
    return OWN_ADDRESS.sub(r"\1", content)


@cache
def stylesheet() -> str:
    """Return the whole style sheet, for a page that is saved as one file."""
    return "\n".join((STATIC / name).read_text("utf-8") for name in SHEETS)


SHEETS = ("tokens.css", "page.css", "parts.css", "screens.css", "charts.css", "print.css")


def _days(days: tuple[date, date] | date | None) -> str:
    """Write a day, or the first and the last of several."""
    if days is None:
        return ""
    both = days if isinstance(days, tuple) else (days, days)
    return " to ".join(dict.fromkeys(day.isoformat() for day in both))


def _words(name: str) -> str:
    """Write a name of ours as words: `claim_responsibility` becomes `claim responsibility`."""
    return str(name).replace("_", " ")


def _query(values: Mapping[str, object]) -> str:
    """Write the query of an address, without what is empty."""
    given = {name: value for name, value in values.items() if value not in ("", None, False)}
    return f"?{urlencode(given)}" if given else ""


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _per(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"

"""Charts: one drawing, on a screen in the colours of the page, in a file in those of paper.

On a screen the parts of a drawing carry classes. A file takes no style sheet along that every
program would read, so the same rules stand at each part as attributes, in the light colours.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

STATIC = Path(__file__).parent / "static"
RULE = re.compile(r"^\.([\w-]+) \{ (.+) \}$", re.MULTILINE)
"""A rule for one class alone, on one line: what a drawing is made of; others are for the screen."""
COLOUR = re.compile(r"--([\w-]+): ([^;]+);")
NAMED = re.compile(r"var\(--([\w-]+)\)")


@pass_context
def look(context: Context, *names: str) -> Markup:
    """Return what gives a part of a drawing its looks: classes on a screen, attributes in a file.

    Of several names the later one holds.
    """
    if not context["filed"]:
        return Markup('class="{}"').format(" ".join(names))
    rules = light_rules()
    told = {name: value for each in names for name, value in rules[each].items()}
    return Markup(" ".join(f'{name}="{escape(value)}"' for name, value in told.items()))


@cache
def light_rules() -> dict[str, dict[str, str]]:
    """Return the rules of the style sheet for charts by class, with the light colours."""
    light, _, _ = (STATIC / "tokens.css").read_text("utf-8").partition("@media")
    colours = dict(COLOUR.findall(light))
    sheet = (STATIC / "charts.css").read_text("utf-8")
    filled = NAMED.sub(lambda found: colours[found[1]], sheet)
    return {name: _declared(rule) for name, rule in RULE.findall(filled)}


def _declared(rule: str) -> dict[str, str]:
    parts = (each.partition(":") for each in rule.split(";") if each.strip())
    return {name.strip(): value.strip().replace('"', "'") for name, _, value in parts}


def shortened(text: Any, most: int) -> str:
    """Cut a label to as many letters as have room, at the end of a word where there is one."""
    words = " ".join(str(text).split())
    if len(words) <= most:
        return words
    whole = words[:most].rpartition(" ")[0]
    cut = whole if len(whole) > most // 2 else words[: most - 1]
    return f"{cut.rstrip(',;:')}…"

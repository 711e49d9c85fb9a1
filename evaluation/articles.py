"""Made-up articles with quotes, denials, estimates and narration, to measure speed with.

One seed always gives the same articles. The words say nothing of how well anything is read.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

SLOT = re.compile(r"\{(\w+)(!c)?\}")
# What an article is made of, in the order of a news page, until it is long enough.
COURSE = ("quote", "narration", "quote", "denial", "quote", "doubt", "narration", "quote", "denial")
FIRST_DAY = date(2031, 1, 1)


def articles(number: int, words: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """Yield made-up articles of about so many words, as lines of a table to read."""
    random = Random(seed)
    for n in range(number):
        yield {
            "id": f"article-{n:05}",
            "outlet": f"{_name(random, 'place')} {random.choice(('Herald', 'Post', 'Radio'))}",
            "published": str(FIRST_DAY + timedelta(days=n % 365)),
            "text": _text(random, words),
        }


def write_articles(path: Path, number: int, words: int, seed: int = 7) -> Path:
    """Write made-up articles as JSON lines, and return where."""
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(each)}\n" for each in articles(number, words, seed))
    return path


def _text(random: Random, words: int) -> str:
    sentences, at = [_sentence(random, "opening")], 0
    while sum(sentence.count(" ") + 1 for sentence in sentences) < words:
        sentences.append(_sentence(random, COURSE[at % len(COURSE)]))
        at += 1
    paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    return "\n\n".join(paragraphs) + "\n"


def _sentence(random: Random, kind: str) -> str:
    template: str = random.choice(_parts()["sentences"][kind])
    return SLOT.sub(lambda slot: _filled(random, slot[1], bool(slot[2])), template)


def _filled(random: Random, slot: str, capital: bool) -> str:
    lists = _parts()["lists"]
    words = random.choice(lists[slot]) if slot in lists else _name(random, slot)
    return words[0].upper() + words[1:] if capital else words


def _name(random: Random, kind: str) -> str:
    """Make up a name or a number."""
    parts = _parts()["syllables"]
    match kind:
        case "place":
            return "".join(random.choices(parts["place"], k=random.randint(2, 3))).capitalize()
        case "person":
            first = random.choice(parts["given"]) + random.choice(parts["given_end"])
            return f"{first} {random.choice(parts['family'])}{random.choice(parts['family_end'])}"
        case "group":
            ends = random.choice(parts["group"]), random.choice(parts["group_end"])
            return f"the {_name(random, 'place')} {ends[0]} {ends[1]}"
        case "few":
            return str(random.randint(2, 12))
        case _:
            return str(random.randint(13, 140))


@cache
def _parts() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

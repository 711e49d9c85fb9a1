"""What is put on the terminal: data on standard output, talk on standard error.

Words that come from documents may hold control characters, and a terminal obeys them. So every part
of a line is made harmless here, and colour is added here and nowhere else.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import click

STYLES: dict[str, dict[str, Any]] = {
    "source": {"fg": "cyan", "bold": True},
    "via": {"fg": "cyan"},
    "cue": {"fg": "yellow"},
    "content": {"underline": True},
    "heading": {"bold": True},
    "faint": {"dim": True},
    "affirmed": {"fg": "green"},
    "denied": {"fg": "red"},
    "open": {"fg": "yellow"},
}
UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Painted:
    """Words in one of the styles of STYLES."""

    text: str
    style: str


Part = str | Painted
Line = tuple[Part, ...]


def show(*parts: Part) -> None:
    """Write one line of data to standard output."""
    click.echo("".join(map(_paint, parts)), color=_color())


def show_lines(lines: Iterable[Line]) -> None:
    """Write lines of data to standard output."""
    for line in lines:
        show(*line)


def show_json(value: object) -> None:
    """Write one JSON object to standard output, in UTF-8 whatever the terminal's own encoding."""
    import json

    text = json.dumps(value, ensure_ascii=False)
    show_bytes([text.encode("utf-8", "backslashreplace"), b"\n"])


def show_bytes(chunks: Iterable[bytes]) -> None:
    """Write data to standard output as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(chunks)
    sys.stdout.buffer.flush()


def say(*parts: Part) -> None:
    """Write one line of talk to standard error, unless the user asked for quiet."""
    if not is_quiet():
        click.echo("".join(map(_paint, parts)), err=True, color=_color())


def say_lines(lines: Iterable[Line]) -> None:
    """Write lines of talk to standard error, unless the user asked for quiet."""
    for line in lines:
        say(*line)


def complain(message: str, next_step: str = "") -> None:
    """Write one line on what went wrong, and what to do next, to standard error."""
    stop = "" if message.endswith(("?", "?)", ".")) else "."
    text = f"{message}{stop} {next_step}" if next_step else message
    click.echo("counterclaim: " + harmless(" ".join(text.split())), err=True)


def is_quiet() -> bool:
    """Whether the user asked for data and errors only."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get("counterclaim.quiet"))


def harmless(text: str) -> str:
    """Return the text with control characters shown instead of obeyed."""
    return UNSAFE.sub(_visible, text)


def _visible(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def _paint(part: Part) -> str:
    if isinstance(part, Painted):
        return str(click.style(harmless(part.text), **STYLES[part.style]))
    return harmless(part)


def _color() -> bool | None:
    return False if os.environ.get("NO_COLOR") else None

"""`counterclaim check`: a paragraph held against the case; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli.board import voice_lines
from counterclaim.cli.happenings import event_lines
from counterclaim.cli.options import (
    case_folder,
    case_option,
    day,
    json_option,
    talk_options,
)
from counterclaim.cli.terminal import Line, Painted, complain, say, show_json, show_lines
from counterclaim.cli.wrapping import numbered, wrapped

if TYPE_CHECKING:
    from counterclaim.model.intake import Given
    from counterclaim.views.checks import Check, Checked
    from counterclaim.views.statements import StatementCard

VOICES = 4


@click.command()
@click.argument("path")
@click.option("--published", type=day, metavar="YYYY-MM-DD", help="Day of publication.")
@click.option("--outlet", default="", help="Who published it.")
@json_option
@case_option
@talk_options
def check(
    path: str, published: date | None, outlet: str, case: Path | None, *, as_json: bool
) -> None:
    """Hold a text against the case: what in it is new, known or contested.

    PATH is a file, or - for standard input. Each of its statements comes with
    who in the case says the same, from how many origins, and who says
    otherwise. Nothing is kept.
    """
    from counterclaim.cli.objects import view_object
    from counterclaim.model.intake import Given

    found = _checked(path, Given(outlet=outlet, published=published), case)
    if as_json:
        show_json(view_object("check", found))
        return
    show_lines(check_lines(found))
    _say_what_is_missing(found)


def _checked(path: str, given: Given, case: Path | None) -> Check:
    from counterclaim.case import Case, ReadOptions, read_once
    from counterclaim.errors import DocumentError
    from counterclaim.views.checks import check as hold_against
    from counterclaim.views.entries import enter

    with Case.open(case_folder(case)) as opened, opened.snapshot():
        pasted, failures = read_once([path], ReadOptions(given=given, jobs=1))
        for failure in failures[1:]:
            complain(f"{failure.path}: {failure.reason}", failure.next_step)
        if failures and not pasted.readings:
            raise DocumentError(f"{path}: {failures[0].reason}", failures[0].next_step)
        ledger, known = opened.beside(pasted.readings), opened.kept().events
    own = frozenset(each.document.id for each in pasted.readings)
    return hold_against(own, enter(ledger), known)


def check_lines(found: Check) -> Iterator[Line]:
    """Yield what the text is of, then its statements, each with who says it and who does not."""
    for id in found.copy_of:
        yield (f"Prints a document of the case: {id}.",)
    for event in found.events:
        yield (Painted("Tells of an event of the case:", "faint"),)
        yield from event_lines(event)
        yield ()
    for each in found.checked:
        yield from _statement_lines(each)


def _statement_lines(each: Checked) -> Iterator[Line]:
    standing = each.standing.value.upper()
    yield from voice_lines(each.statement, f"{standing}  ", "    ", within=True)
    if each.said_by:
        yield from wrapped([_sources(each)], "  ", "    ")
        yield from _voices(each.said_by)
    if each.against:
        yield (Painted("  otherwise:", "denied"),)
        yield from _voices(each.against)


def _sources(each: Checked) -> str:
    from counterclaim.views.origins import told_sources

    return f"on record in {told_sources(each.documents, each.tellings, each.origins)}:"


def _voices(cards: tuple[StatementCard, ...]) -> Iterator[Line]:
    for card in cards[:VOICES]:
        yield from voice_lines(card, "    ", "      ")
    if len(cards) > VOICES:
        yield (Painted(f"    and {len(cards) - VOICES} more", "faint"),)


def _say_what_is_missing(found: Check) -> None:
    from counterclaim.views.checks import Standing

    for why in found.unread:
        say(f"Not read: {why}")
    if not found.checked:
        say("No statement was read from the text.")
        return
    counts = [f"{found.number(each)} {each.value}" for each in Standing]
    say(
        f"{numbered(len(found.checked), 'statement')}: {', '.join(counts)}. New means that no"
        " report near it in words says it; nothing was kept"
    )

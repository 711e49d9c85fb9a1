"""`counterclaim diff`: what one case, or one day, has on record that another has not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from counterclaim.cli.board import dispute_lines, voice_lines
from counterclaim.cli.happenings import event_lines, headline
from counterclaim.cli.options import case_folder, case_option, day, json_option, talk_options
from counterclaim.cli.show import index
from counterclaim.cli.terminal import Line, Painted, say, show_json, show_lines
from counterclaim.cli.wrapping import numbered, wrapped

if TYPE_CHECKING:
    from counterclaim.views.changes import Change, Changes, DisputeChange, EventChange
    from counterclaim.views.entries import Entries
    from counterclaim.views.statements import StatementCard

SIDE = re.compile(r"(?:(?P<folder>.+)@)?(?P<day>\d{4}-\d\d-\d\d)")
Shown = TypeVar("Shown")


@click.command()
@click.argument("before")
@click.argument("after")
@json_option
@case_option
@talk_options
def diff(before: str, after: str, case: Path | None, *, as_json: bool) -> None:
    """Compare two cases, or what was on record on two days.

    BEFORE and AFTER are each the folder of a case, a day as 2024-03-31 for
    what the case had on record on it, or FOLDER@DAY. Events and disputes that
    are new, gone or changed: tolls, days, places, charges, denials, each with
    the statements that brought it.
    """
    from counterclaim.cli.objects import view_object
    from counterclaim.views.changes import compare

    found = compare(_side(before, case), _side(after, case))
    if as_json:
        show_json(view_object("diff", found))
        return
    show_lines(change_lines(found))
    if found.none:
        say(f"{before} and {after} have the same on record.")


def _side(meant: str, case: Path | None) -> Entries:
    """Return the whole ledger of a folder, of a day, or of a folder on a day."""
    from counterclaim.case import Case

    dated = None if Path(meant).is_dir() else SIDE.fullmatch(meant)
    as_of = day(dated["day"]) if dated else None
    folder = (Path(dated["folder"]) if dated["folder"] else case) if dated else Path(meant)
    with Case.open(case_folder(folder)) as opened, opened.snapshot():
        return index(opened, None, as_of)


def change_lines(found: Changes) -> Iterator[Line]:
    """Yield what is new, then what has changed, then what is gone."""
    documents = (("new", found.documents_added), ("gone", found.documents_gone))
    counts = [f"{numbered(len(ids), 'document')} {word}" for word, ids in documents if ids]
    if counts:
        yield (f"{', '.join(counts)}.",)
    yield from _section("New dispute", found.disputes_added, dispute_lines)
    yield from _section("Changed dispute", found.disputes_changed, _changed_dispute)
    yield from _section("No longer in dispute", found.disputes_gone, dispute_lines)
    yield from _section("New event", found.events_added, event_lines)
    yield from _section("Changed event", found.events_changed, _changed_event)
    yield from _section("Event gone", found.events_gone, event_lines)


def _section(
    name: str, entries: Iterable[Shown], lines: Callable[[Shown], Iterable[Line]]
) -> Iterator[Line]:
    for each in entries:
        yield ()
        yield (Painted(f"{name}:", "faint"),)
        yield from lines(each)


def _changed_event(change: EventChange) -> Iterator[Line]:
    yield from wrapped([Painted(headline(change.event), "heading"), f" · {change.event.id}"])
    yield from _changes(change.changes, change.statements)


def _changed_dispute(change: DisputeChange) -> Iterator[Line]:
    yield from wrapped([Painted(change.dispute.question, "heading"), f" · {change.dispute.id}"])
    yield from _changes(change.changes, change.statements)


def _changes(changes: Iterable[Change], statements: Iterable[StatementCard]) -> Iterator[Line]:
    for each in changes:
        values = (each.before or "none", each.after or "none")
        yield from wrapped([f"{each.field}: {values[0]} → {values[1]}"], "  ", "    ")
    for card in statements:
        yield from voice_lines(card, "    ", "      ")

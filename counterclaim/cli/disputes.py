"""`counterclaim disputes`: who affirms, who denies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from counterclaim.cli.board import dispute_lines
from counterclaim.cli.options import (
    as_of_option,
    case_folder,
    case_option,
    json_option,
    talk_options,
)
from counterclaim.cli.show import index
from counterclaim.cli.terminal import say, show_json, show_lines

SHOWN = 20


@click.command()
@click.option("--possible", is_flag=True, help="Also those that are not firm enough to be shown.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    help=f"Disputes shown. Default: {SHOWN}; all with --json.",
)
@as_of_option
@json_option
@case_option
@talk_options
def disputes(
    case: Path | None, limit: int | None, as_of: date | None, *, possible: bool, as_json: bool
) -> None:
    """List contested propositions: who affirms, who denies.

    The newest come first, each side with its words and the reports that carry them.
    """
    from counterclaim.case import Case
    from counterclaim.cli.objects import entry_objects
    from counterclaim.views.disputes import dispute_boards, why_none

    with Case.open(case_folder(case)) as opened, opened.snapshot():
        entries = index(opened, opened.documents_in_dispute() or None, as_of)
    boards = dispute_boards(entries, possible=possible)
    if as_json:
        found = entry_objects("dispute", [board.id for board in boards[:limit]], entries)
        why = None if found else why_none(entries.ledger)
        show_json({"schema": "counterclaim/disputes/1", "disputes": found, "why_none": why})
        return
    for board in boards[: limit or SHOWN]:
        show_lines(dispute_lines(board))
        show_lines([()])
    if not boards:
        say(f"No dispute to show: {why_none(entries.ledger)}.")
    elif len(boards) > (limit or SHOWN):
        say(f"The newest {limit or SHOWN} of {len(boards)}. --limit shows more")
    elif not possible:
        say("These are contested. --possible lists those that are not firm enough.")

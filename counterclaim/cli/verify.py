"""`counterclaim verify`: whether the case is what it was when it was written."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import case_folder, case_option, json_option, talk_options
from counterclaim.cli.terminal import complain, show, show_json

DAMAGED = 4


@click.command()
@json_option
@case_option
@talk_options
def verify(case: Path | None, *, as_json: bool) -> int:
    """Check originals, spans and the chain of records. Exit code 4 where something was changed."""
    from counterclaim.case import Case

    folder = case_folder(case)
    with Case.open(folder) as opened:
        problems = opened.verify()
    if as_json:
        found = {"case": str(folder), "sound": not problems, "problems": list(problems)}
        show_json({"schema": "counterclaim/verification/1", **found})
    elif not problems:
        show(
            f"{folder}: sound. Originals, spans and the chain of records are as they were written."
        )
    for problem in () if as_json else problems:
        show(problem)
    if problems:
        complain(
            f"{folder}: {len(problems)} problems", "Restore the case from a backup, or read again"
        )
    return DAMAGED if problems else 0

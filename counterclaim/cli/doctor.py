"""`counterclaim doctor`: what is installed, what is allowed, what state the case is in."""

from __future__ import annotations

from pathlib import Path

import click

from counterclaim.cli.options import case_folder, case_option, json_option, talk_options
from counterclaim.cli.terminal import Painted, complain, show, show_json, show_lines

BROKEN = 1


@click.command()
@json_option
@case_option
@talk_options
def doctor(case: Path | None, *, as_json: bool) -> int:
    """Show versions, models, limits and the state of the case."""
    from counterclaim.cli.checkup import check_up, faults
    from counterclaim.cli.pages import field_lines

    found = check_up(case_folder(case))
    if as_json:
        show_json({"schema": "counterclaim/doctor/1", **found})
    for name, section in () if as_json else found.items():
        show(Painted(name, "heading"))
        show_lines(field_lines({f"  {key}": _text(value) for key, value in section.items()}))
    wrong = faults(found)
    if wrong:
        complain("; ".join(wrong), "Install counterclaim again with pip")
    return BROKEN if wrong else 0


def _text(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)

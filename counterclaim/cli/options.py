"""Options that several commands share, and their names spelled nearly right."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
CASE = "counterclaim-case"
VARIABLE = "COUNTERCLAIM_CASE"
CODEBOOKS = ("acled", "ucdp", "gtd", "plover", "cameo")


class Choice(click.Choice[str]):
    """One of a few names; of a wrong one, the nearest is named."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Say what was wrong, what is nearest, and what there is."""
        known = ", ".join(map(str, self.choices))
        return f"{value!r} is none of {known}.{nearest(str(value), map(str, self.choices))}"


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ` Did you mean 'x'?`, or nothing where no known name is near."""
    from difflib import get_close_matches

    found = get_close_matches(name, list(known), 1)
    return f" Did you mean '{found[0]}'?" if found else ""


def case_option(command: F) -> F:
    """Add --case: the folder of the ledger."""
    return click.option(
        "--case",
        type=click.Path(path_type=Path),
        default=None,
        help=f"Folder of the case. Default: ${VARIABLE}, else ./{CASE}",
    )(command)


def json_option(command: F) -> F:
    """Add --json: an object for programs instead of text for people."""
    return click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")(command)


def rows_option(command: F) -> F:
    """Add --rows: the codebooks whose rows the JSON has."""
    return click.option(
        "--rows",
        type=Choice(CODEBOOKS),
        multiple=True,
        metavar="CODEBOOK",
        help="Have the JSON hold events as rows of this codebook too; may be given again.",
    )(command)


def day(text: str) -> date:
    """Read a day of the calendar; a month or a year alone is none. Raises BadParameter."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise click.BadParameter(f"'{text}' is no day. Write YYYY-MM-DD, as 2024-03-31") from error


def as_of_option(command: F) -> F:
    """Add --as-of: the ledger of what was published by a day."""
    return click.option(
        "--as-of",
        type=day,
        metavar="YYYY-MM-DD",
        help="What was on record on this day: only reports published by then, linked anew.",
    )(command)


def talk_options(command: F) -> F:
    """Add -q and -v, which every command takes."""
    quiet = click.option(
        "-q",
        "--quiet",
        is_flag=True,
        expose_value=False,
        callback=_hush,
        help="Data and errors only.",
    )
    verbose = click.option(
        "-v", "--verbose", is_flag=True, expose_value=False, help="Tracebacks of internal errors."
    )
    return quiet(verbose(command))


def case_folder(given: Path | None) -> Path:
    """Return the case that is meant: the option, else the environment, else the default."""
    return given or Path(os.environ.get(VARIABLE) or CASE)


def command() -> str:
    """Return what starts this program in the user's shell: `make demo` leaves it off the path."""
    from shutil import which

    if which("counterclaim"):
        return "counterclaim"
    begun = Path(sys.argv[0])
    return str(begun) if begun.stem == "counterclaim" else "python -m counterclaim"


def case_argument(folder: Path) -> str:
    """Return what to add to a command so that it means this case: nothing for the default."""
    from shlex import quote

    return "" if folder == case_folder(None) else f" --case {quote(str(folder))}"


def _hush(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().meta["counterclaim.quiet"] = True
